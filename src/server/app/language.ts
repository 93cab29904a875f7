import type { Facts } from '#server/capabilities/index.ts';
import { isLocale, type Locale } from '#words/i18n.ts';

/** The language of everything that is sent or handed to a person: as they were asked (qc-1.03-b), else as they came. */
export function languageOf({ dossier }: Facts, person: string): Locale {
	const known = dossier.of(person).care.context?.language ?? dossier.joint.dossier.persons[person]?.language;
	return isLocale(known) ? known : 'fr';
}
