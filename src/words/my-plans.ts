import { catalog } from './i18n.ts';

interface Named {
	readonly name: string;
}

/** A client's own plans, on a page that can be kept for when there is no network; and asking for help while writing. */
export const myPlans = catalog(
	{
		title: 'Mes plans',
		now: 'Voici quoi faire si ça va très mal, et si la ligne coupe.',
		none: ({ name }: Named) => `Aucun plan encore. ${name} le fera avec vous.`,
		emergency: 'Si ça va très mal',
		failure: 'Si la ligne coupe',
		version: ({ n, when }: { n: number; when: string }) => `Version ${n}, écrite le ${when}.`,
		back: 'Mon dossier',
		see: 'Voir mes plans',
		keepTitle: 'Les garder sur cet appareil',
		keep: 'Garder mes plans ici',
		kept: 'Vos plans sont gardés ici. Ils s’ouvrent même sans réseau.',
		drop: 'Ne plus les garder',
		keepText:
			'Vos plans s’ouvrent alors sans réseau, avec ce navigateur, à cette même adresse. Fermer votre session les efface d’ici.',
		keepCare: 'Quelqu’un d’autre tient parfois cet appareil\u00a0? Il pourrait les lire. Ne les gardez pas ici.',
		needHelp: 'J’ai besoin d’aide',
		needHelpText: ({ name }: Named) => `Une touche, et ${name} sait que ça ne va pas. Les autres ne le voient pas.`,
		told: ({ name }: Named) => `C’est dit. ${name} cherche à vous joindre.`,
		toldNow: 'En danger tout de suite\u00a0? N’attendez pas.',
		help: 'Trouver de l’aide maintenant',
	},
	{
		title: 'My plans',
		now: 'Here is what to do if things go very badly, and if the line drops.',
		none: ({ name }) => `No plan yet. ${name} will make it with you.`,
		emergency: 'If things go very badly',
		failure: 'If the line drops',
		version: ({ n, when }) => `Version ${n}, written on ${when}.`,
		back: 'My file',
		see: 'See my plans',
		keepTitle: 'Keep them on this device',
		keep: 'Keep my plans here',
		kept: 'Your plans are kept here. They open even with no network.',
		drop: 'Do not keep them here',
		keepText:
			'Your plans then open with no network, in this browser, at this same address. When you sign out, they are wiped from here.',
		keepCare: 'Does someone else hold this device at times? They could read them. Do not keep them here.',
		needHelp: 'I need help',
		needHelpText: ({ name }) => `One tap, and ${name} knows that you are not well. The others do not see it.`,
		told: ({ name }) => `It is said. ${name} will try to reach you.`,
		toldNow: 'In danger right now? Do not wait.',
		help: 'Find help now',
	},
);
