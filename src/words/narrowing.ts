import { catalog } from './i18n.ts';

/** What a line is about: the filters of the timeline and of the search. */
export const familyWords = catalog(
	{
		notes: 'Notes',
		messages: 'Messages',
		contacts: 'Contacts',
		meetings: 'Rendez-vous et séances',
		consents: 'Information et consentement',
		assessment: 'Évaluation, sécurité et plans',
		papers: 'Papiers',
		access: 'Accès et communications',
		file: 'Dossier et personnes',
	},
	{
		notes: 'Notes',
		messages: 'Messages',
		contacts: 'Contacts',
		meetings: 'Appointments and sessions',
		consents: 'Information and consent',
		assessment: 'Assessment, safety and plans',
		papers: 'Papers',
		access: 'Access and disclosures',
		file: 'File and persons',
	},
);

/** Showing a part of the lines only: in a file’s timeline and in what a search found. */
export const narrowingWords = catalog(
	{
		narrow: 'Préciser',
		kind: 'Genre d’entrée',
		anyKind: 'Tous les genres',
		from: 'À partir du',
		until: 'Jusqu’au',
		part: 'Partie du dossier',
		show: 'Montrer',
		all: 'Tout montrer',
		none: 'Rien de tel dans ce dossier.',
		noneYet: 'Rien de tel dans les entrées regardées. Il y en a d’autres avant.',
		further: 'Regarder plus loin',
		isNew: 'nouveau',
		since: (when: string) => `Depuis votre dernière visite, ${when}`,
		newest: (n: number) => (n === 1 ? 'Une nouvelle entrée' : `${n} nouvelles entrées`),
		atLeast: (n: number) => `Au moins ${n} nouvelles entrées`,
		inTimeline: 'Les voir dans la chronologie',
	},
	{
		narrow: 'Narrow down',
		kind: 'Kind of entry',
		anyKind: 'All kinds',
		from: 'From',
		until: 'Until',
		part: 'Part of the file',
		show: 'Show',
		all: 'Show everything',
		none: 'Nothing of the kind in this file.',
		noneYet: 'Nothing of the kind in the entries looked at. There are others before them.',
		further: 'Look further back',
		isNew: 'new',
		since: (when) => `Since your last visit, ${when}`,
		newest: (n) => (n === 1 ? 'One new entry' : `${n} new entries`),
		atLeast: (n) => `At least ${n} new entries`,
		inTimeline: 'See them in the timeline',
	},
);
