import { isTerritory } from '#words/territories.ts';
import type { LocalDate } from '../kernel/time.ts';
import { lookUp } from './look-up.ts';

/** The age of consenting alone, in that place on that day; where the law has not settled it, the age of majority. The form shows the line's mark. */
export function ageAlone(place: string | undefined, day: LocalDate): number {
	const territory = isTerritory(place ?? '') ? (place as Parameters<typeof lookUp>[1]) : 'OTHER';
	const alone = lookUp('ageOfConsent', territory, day);
	if (alone.value?.settled) return alone.value.alone;
	return lookUp('ageOfMajority', territory, day).value ?? alone.value?.alone ?? 19;
}

/** The day on which somebody reaches an age. */
export const birthdayAt = (birthDate: LocalDate, years: number): LocalDate =>
	Temporal.PlainDate.from(birthDate).add({ years }).toString();
