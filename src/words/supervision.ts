import { catalog } from './i18n.ts';

interface Who {
	readonly name: string;
}

/** Notes that two people answer for. */
export const supervisionWords = catalog(
	{
		toSign: 'Notes à contresigner',
		toAnswer: 'Notes renvoyées avec une remarque',
		waiting: 'Notes qui attendent une contresignature',
		waits: ({ name }: Who) => `Attend d’être contresignée par ${name}.`,
		back: ({ name }: Who) => `Renvoyée par ${name}\u00a0: répondez par un ajout.`,
		signedAfter: ({ name, when }: { name: string; when: string }) => `Contresignée par ${name}, ${when}`,
		remark: ({ name, when }: { name: string; when: string }) => `Remarque de ${name}, ${when}`,
		sign: 'Contresigner',
		signHint: 'Vous signez après son auteur. La note et ses ajouts restent tels quels.',
		sendBack: 'Renvoyer avec une remarque',
		remarkText: 'Ce qui est à revoir',
		sendBackGo: 'Renvoyer',
		sentBack: 'La note est renvoyée.',
		signed: 'La note est contresignée.',
		by: ({ name }: Who) => `Ses notes sont contresignées par ${name}.`,
		name: 'Faire contresigner ses notes',
		who: 'Qui les contresigne',
		nameGo: 'Noter',
		end: 'Ne plus faire contresigner ses notes',
	},
	{
		toSign: 'Notes to countersign',
		toAnswer: 'Notes sent back with a remark',
		waiting: 'Notes that wait to be countersigned',
		waits: ({ name }) => `Waits to be countersigned by ${name}.`,
		back: ({ name }) => `Sent back by ${name}: answer with an addition.`,
		signedAfter: ({ name, when }) => `Countersigned by ${name}, ${when}`,
		remark: ({ name, when }) => `Remark of ${name}, ${when}`,
		sign: 'Countersign',
		signHint: 'You sign after its author. The note and its additions stay as they are.',
		sendBack: 'Send back with a remark',
		remarkText: 'What is to be looked at again',
		sendBackGo: 'Send back',
		sentBack: 'The note is sent back.',
		signed: 'The note is countersigned.',
		by: ({ name }) => `Their notes are countersigned by ${name}.`,
		name: 'Have their notes countersigned',
		who: 'Who countersigns them',
		nameGo: 'Note it',
		end: 'No longer have their notes countersigned',
	},
);
