import type { Heard } from '../persons.ts';
import type { Note } from '../sessions.ts';

/** What Geneviève heard of Maude. */
export const maudeHeard = (birthDate: string): Heard => ({
	age: { birthDate },
	identity: 'healthCard',
	capacity: { result: 'able', basis: 'Pose ses questions, comprend que Daniel consent pour lui-même.' },
	needs: { variant: 'standard' },
	discussion: 'Elle craint que l’écran rende les disputes plus sèches. Nous convenons d’un signe pour faire une pause.',
	ownWords: {
		risks: 'Que la ligne lâche en pleine dispute, et qu’on se retrouve chacun devant un écran noir.',
		limits: 'Vous gardez ça pour vous, sauf s’il y a un danger grave ou que la loi vous oblige à parler.',
	},
	answers: {
		techHabits: 'Parle à Daniel par vidéo presque chaque soir.',
		relevance: 'À quatre heures de route l’un de l’autre : sans la vidéo, il n’y aurait pas de rencontre à deux.',
		intellectual: 'Rien à signaler.',
		emotional: 'Peut se fermer quand le ton monte; sait le dire après coup.',
		physical: 'Rien à signaler.',
		clinical: 'Pas de suivi en cours, pas de violence ni de peur à la maison, demandé séparément.',
		experience: 'À l’aise.',
		disability: 'Aucune.',
		language: 'Français; suit bien l’anglais de Daniel.',
		culture: 'Deux familles, deux façons de fêter : ils y tiennent tous les deux.',
		safety: 'Sa sœur habite la même rue, à Lévis.',
	},
	plan: {
		near: 'Sa sœur, Anne-Sophie, 418-555-0142.',
		helps: 'Aller marcher au bord du fleuve, remettre la discussion au lendemain.',
	},
});

/** What she heard of Daniel. */
export const danielHeard = (birthDate: string): Heard => ({
	age: { birthDate },
	identity: 'drivingLicence',
	capacity: {
		result: 'able',
		basis: 'Comprend l’entente en anglais, décide pour lui-même, distingue sa part de celle de Maude.',
	},
	needs: { variant: 'standard' },
	discussion: 'Il se demandait si ce qu’il dit seul serait répété. La question est posée et répondue.',
	ownWords: {
		risks: 'We could be cut off, I could miss half of it with my ear, and somebody could walk in on me.',
		limits:
			'What I say stays with you. You only speak up if somebody could be badly hurt, or a judge or the law says so.',
	},
	answers: {
		techHabits: 'Travaille à distance deux jours par semaine.',
		relevance: 'Passe la semaine à Fredericton : la vidéo est le seul moyen de se voir à trois.',
		intellectual: 'Rien à signaler.',
		emotional: 'Parle peu au début, puis avec franchise.',
		physical: {
			note: 'Entend moins bien de l’oreille gauche.',
			adjustment: 'Casque pour lui, et une seule personne parle à la fois.',
		},
		clinical: 'Pas de suivi en cours; aucune crainte, demandé séparément.',
		experience: 'À l’aise.',
		disability: 'Perte d’audition légère, voir plus haut.',
		language: 'Anglais; comprend le français, préfère répondre en anglais.',
		culture: 'Attaché à sa famille de la vallée du fleuve Saint-Jean.',
		safety: 'Un collègue proche habite son immeuble à Fredericton.',
	},
	plan: {
		near: 'His colleague Theo, same building, 506-555-0144.',
		helps: 'A drive, some music, calling his brother.',
	},
});

/** After the initial interview. */
export const interviewNote: Note = {
	reason: 'Entrevue initiale à trois, chacun de son côté : Lévis et Fredericton.',
	course:
		'Chacun a été vu seul un quart d’heure, puis ensemble. Ils veulent la même chose, à des rythmes différents : se retrouver sans que le dimanche soir tourne mal. Les documents sont expliqués dans la langue de chacun.',
	plan: 'Cinq à six rencontres à trois, le mercredi soir, une semaine sur deux.',
};

/** Their meetings, the oldest first. */
export const notes: readonly Note[] = [
	{
		reason: 'Le dimanche soir, minute par minute.',
		course:
			'Ils racontent le même départ et n’en gardent pas la même heure. Pour elle, tout commence quand il sort la valise; pour lui, quand elle cesse de parler.',
		plan: 'Sortir la valise à deux, le dimanche midi, et souper avant.',
	},
	{
		reason: 'Essai du souper d’avant départ.',
		course:
			'Deux départs plus doux. Le troisième, une dispute dans l’entrée, arrêtée par le signe convenu. Daniel dit en anglais ce qu’il n’arrivait pas à dire en français; Maude le laisse finir.',
		plan: 'Garder le signe. Chacun parle sa langue quand c’est difficile.',
	},
	{
		reason: 'L’argent du loyer à deux endroits.',
		course: 'Calcul fait ensemble, à l’écran. Soulagement des deux côtés : la peur était plus grosse que le montant.',
		plan: 'Un compte commun pour les trajets; en reparler dans un mois.',
	},
	{
		reason: 'Ce qui reste quand la dispute est finie.',
		course:
			'Maude nomme la solitude des mardis. Daniel ne savait pas. Il propose d’appeler le mardi midi, et pas seulement le soir.',
		plan: 'L’appel du mardi midi. Rien d’autre.',
	},
	{
		reason: 'Où vivre dans un an?',
		course:
			'Question ouverte sans qu’il faille y répondre ce soir. Chacun dit ce qu’il perdrait et ce qu’il gagnerait. Ils se quittent en se taquinant.',
		plan: 'Écrire chacun de son côté une page sur « un bon dimanche », à lire ensemble.',
	},
];
