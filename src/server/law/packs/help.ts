import type { LocalDate } from '../../kernel/time.ts';

/** The day these packs were read as a whole. */
export const read: LocalDate = '2026-11-01';
/** The day the help lines and the regulators' coordinates were read again, page by page. */
export const readAgain: LocalDate = '2026-11-22';
/** A page that was read in an older copy: trusted, but to be read again soon. */
export const soon: LocalDate = '2027-05-22';
/** 911 does not move from year to year, and it must not vanish from a screen because nobody came back to verify it. */
export const emergencyNumberUntil: LocalDate = '2036-11-22';

/** Day and night, every day. */
export const always = { fr: 'jour et nuit, 7 jours sur 7', en: 'day and night, 7 days a week' } as const;
export const both = ['fr', 'en'] as const;
/** What 911 is for. */
export const emergencyHow = {
	fr: 'Danger immédiat : police, ambulance, pompiers. Dites où vous êtes.',
	en: 'Immediate danger: police, ambulance, fire. Say where you are.',
} as const;
/** A practitioner who dials 911 reaches the centre of the place they are in themselves. */
export const emergencyNote = {
	fr: 'Composé par l’intervenante ou l’intervenant, le 911 joint le centre de son propre secteur : gardez au plan le numéro d’urgence de l’endroit où se trouve la personne.',
	en: 'Dialled by the practitioner, 911 reaches the centre of their own area: keep in the plan the emergency number of the place where the person is.',
} as const;
