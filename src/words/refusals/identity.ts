import type { Sayings } from './saying.ts';

/** Who and where: what is known of a person, on which devices, and the line that asks for no name. */
export const identityWhys: Sayings = {
	'nb-5-c': {
		fr: [
			'une de ses coordonnées n’est pas encore vérifiée',
			'En cas de danger, il faut un numéro et une adresse dont on est certain.',
		],
		en: [
			'one of their contact details is not verified yet',
			'In danger, one needs a number and an address that are sure.',
		],
	},
	'nb-5-c.none': {
		fr: ['aucune façon de joindre cette personne n’est notée', 'Demandez-lui un numéro, un courriel ou une adresse.'],
		en: ['no way to reach this person is noted', 'Ask them for a number, an e-mail or an address.'],
	},
};
