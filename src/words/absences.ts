import { catalog } from './i18n.ts';

interface When {
	readonly when: string;
}
interface Cover {
	readonly name: string;
	readonly phone: string;
}

/** Being away: how it is said ahead, and what those who write read meanwhile. */
export const absenceWords = catalog(
	{
		title: 'Mes absences',
		why: 'Qui écrit pendant ce temps lit votre avis et les numéros d’aide, tout de suite.',
		now: 'Dites quand vous partez, et qui prend le relais.',
		nowAway: ({ when }: When) => `Vous êtes en absence jusqu’au ${when}.`,
		list: 'Absences prévues',
		none: 'Aucune absence prévue.',
		span: ({ from, until }: { from: string; until: string }) => `Du ${from} au ${until}`,
		running: 'en cours',
		covers: ({ name, phone }: Cover) => `${name} prend le relais, au ${phone}.`,
		noCover: 'Personne ne prend le relais.',
		cancel: 'Retirer cette absence',
		cancelled: 'Absence retirée.',
		add: 'Prévoir une absence',
		from: 'Premier jour',
		until: 'Dernier jour',
		untilHint: 'Le lendemain, vos messages reprennent leur cours.',
		coverName: 'Qui prend le relais',
		coverPhone: 'Son téléphone',
		coverHint: 'Cette personne ne voit d’un dossier que ce qu’il faut pour aider.',
		noCoverBox: 'Personne ne prend le relais, et je le dis',
		noticeFr: 'Votre avis, en français',
		noticeEn: 'Votre avis, en anglais',
		noticeHint: 'Une ou deux phrases. Les numéros d’aide s’ajoutent seuls.',
		save: 'Garder cette absence',
		saved: 'C’est gardé. L’avis paraîtra de lui-même.',
		away: ({ name, when }: { name: string; when: string }) => `${name} est en absence jusqu’au ${when}.`,
		told: 'Avis d’absence',
		urgent: 'C’est urgent\u00a0? N’attendez pas une réponse. Appelez\u00a0:',
		today: ({ when }: When) => `Vous êtes en absence jusqu’au ${when}. Qui vous écrit en est averti tout de suite.`,
		soon: ({ when }: When) => `Votre absence commence le ${when}.`,
		see: 'Voir mes absences',
	},
	{
		title: 'My absences',
		why: 'Whoever writes meanwhile reads your notice and the help numbers at once.',
		now: 'Say when you go away, and who covers.',
		nowAway: ({ when }) => `You are away until ${when}.`,
		list: 'Absences to come',
		none: 'No absence to come.',
		span: ({ from, until }) => `From ${from} to ${until}`,
		running: 'under way',
		covers: ({ name, phone }) => `${name} covers, at ${phone}.`,
		noCover: 'No one covers.',
		cancel: 'Remove this absence',
		cancelled: 'Absence removed.',
		add: 'Plan an absence',
		from: 'First day',
		until: 'Last day',
		untilHint: 'The next day, your messages go on as usual.',
		coverName: 'Who covers',
		coverPhone: 'Their telephone',
		coverHint: 'That person sees of a file only what is needed to help.',
		noCoverBox: 'No one covers, and I say so',
		noticeFr: 'Your notice, in French',
		noticeEn: 'Your notice, in English',
		noticeHint: 'One or two sentences. The help numbers are added by themselves.',
		save: 'Keep this absence',
		saved: 'It is kept. The notice will show by itself.',
		away: ({ name, when }) => `${name} is away until ${when}.`,
		told: 'Absence notice',
		urgent: 'Is it urgent? Do not wait for an answer. Call:',
		today: ({ when }) => `You are away until ${when}. Whoever writes to you is told at once.`,
		soon: ({ when }) => `Your absence begins on ${when}.`,
		see: 'See my absences',
	},
);

/** The notice as it stands before anybody changes it. */
export const usualNotice = {
	fr: 'Je suis en absence. Je lirai vos messages à mon retour.',
	en: 'I am away. I will read your messages when I come back.',
} as const;
