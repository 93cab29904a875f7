import type { Sayings } from './saying.ts';

/** A body says yes through a person whose authority was seen. */
export const bodyWhys: Sayings = {
	'qc-2.01-a.body': {
		fr: [
			'il reste à voir le pouvoir de qui dit oui pour cet organisme',
			'Un organisme parle par une personne\u00a0: voyez la preuve qu’elle le peut, puis notez-la.',
		],
		en: [
			'the authority of whoever says yes for this body is still to be seen',
			'A body speaks through a person: see the proof that they may, then note it.',
		],
	},
	'qc-2.01-c.body': {
		fr: [
			'qui vient pour cet organisme n’a pas encore montré son pouvoir',
			'Voyez la preuve, notez-la, puis faites entrer la personne.',
		],
		en: [
			'whoever comes for this body has not shown their authority yet',
			'See the proof, note it, then let the person in.',
		],
	},
	'nb-6-j.body': {
		fr: [
			'l’accord de cet organisme attend la preuve du pouvoir de qui le donne',
			'Demandez une lettre, une résolution ou un mandat, puis notez que vous l’avez vu.',
		],
		en: [
			'this body’s agreement waits for proof of the authority of whoever gives it',
			'Ask for a letter, a resolution or a mandate, then note that you saw it.',
		],
	},
	'qc-2.08-a.body': {
		fr: [
			'il manque une personne qui a le pouvoir de dire oui pour cet organisme',
			'Nommez-la, voyez la preuve de son pouvoir, puis notez son accord.',
		],
		en: [
			'a person with the authority to say yes for this body is missing',
			'Name them, see the proof of their authority, then note their agreement.',
		],
	},
};
