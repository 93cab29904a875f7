import { isTerritory } from '#words/territories.ts';
import { type LocalDate, monthsLater } from '../kernel/time.ts';
import { lookUp } from './look-up.ts';

/** The age of consenting alone, in that place on that day; where the law has not settled it, the age of majority. The form shows the line's mark. */
export function ageAlone(place: string | undefined, day: LocalDate): number {
	const territory = isTerritory(place ?? '') ? (place as Parameters<typeof lookUp>[1]) : 'OTHER';
	const alone = lookUp('ageOfConsent', territory, day);
	if (alone.value?.settled) return alone.value.alone;
	const known = lookUp('ageOfMajority', territory, day).value ?? alone.value?.alone;
	const age = known ?? lookUp('ageOfMajority', 'OTHER', day).value;
	if (age === undefined) throw new Error('no line of the rule packs says an age of majority');
	return age;
}

/** The day on which somebody reaches an age. */
export const birthdayAt = (birthDate: LocalDate, years: number): LocalDate => monthsLater(birthDate, 12 * years);
