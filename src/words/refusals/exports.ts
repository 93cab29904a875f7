import type { Sayings } from './saying.ts';

/** What is asked of a copy of the file, by duty. */
export const exportWhys: Sayings = {
	'nb-intro-d': {
		fr: [
			'une copie du dossier attend de vos nouvelles',
			'Dites si elle est détruite, ou jusqu’à quand vous la gardez.',
		],
		en: ['a copy of the file waits to hear from you', 'Say if it is destroyed, or until when you keep it.'],
	},
};

/** Why a copy cannot be made or noted so. */
export const exportCodes: Sayings = {
	'export.part': {
		fr: ['une de ces parties n’est pas à vous', 'Une copie ne contient que ce que vous pouvez lire.'],
		en: ['one of these parts is not yours', 'A copy holds only what you may read.'],
	},
	'export.recallDay': {
		fr: ['cette date est déjà passée', 'Choisissez un jour à venir\u00a0: on vous demandera alors où est la copie.'],
		en: ['this day has already passed', 'Choose a day to come: you will then be asked where the copy is.'],
	},
	'connection.part': {
		fr: ['une de ces personnes n’est pas dans ce dossier', 'On n’ouvre à la lecture que ce que vous pouvez lire.'],
		en: ['one of these persons is not in this file', 'Only what you may read can be opened to others.'],
	},
	'connection.until': {
		fr: ['ce dernier jour est déjà passé', 'Choisissez aujourd’hui ou un jour à venir.'],
		en: ['this last day has already passed', 'Choose today or a day to come.'],
	},
	'connection.unknown': {
		fr: ['cette lecture est déjà fermée', 'Il n’y a plus rien à faire : rechargez la page.'],
		en: ['this reading is already closed', 'There is no more to do: reload the page.'],
	},
	'export.unknown': {
		fr: ['cette copie n’est plus dehors', 'Elle a déjà été dite détruite\u00a0: rechargez la page.'],
		en: ['this copy is no longer outside', 'It was already said to be destroyed: reload the page.'],
	},
	'export.day': {
		fr: ['ce jour ne convient pas', 'Choisissez un jour entre celui de la copie et aujourd’hui.'],
		en: ['this day does not fit', 'Choose a day between that of the copy and today.'],
	},
};
