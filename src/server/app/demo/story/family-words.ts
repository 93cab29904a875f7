import type { Heard } from '../persons.ts';
import type { Note } from '../sessions.ts';

/** What Geneviève heard of Isabelle, the mother. */
export const isabelleHeard = (birthDate: string): Heard => ({
	age: { birthDate },
	identity: 'healthCard',
	capacity: { result: 'able', basis: 'Comprend que Zoé, à quinze ans, consent seule et a sa propre part du dossier.' },
	needs: { variant: 'standard' },
	discussion: 'Elle paie et accompagne, mais ne lira pas ce que Zoé confie seule. Elle le dit elle-même devant Zoé.',
	ownWords: {
		risks: 'Que ça gèle au mauvais moment, et que je ne voie pas si ma fille pleure.',
		limits: 'Vous ne me direz pas ce que Zoé vous dit, sauf si elle ou quelqu’un d’autre est en danger.',
	},
	answers: {
		techHabits: 'Se sert surtout de son téléphone.',
		relevance: 'Horaires de soir à l’hôpital : la vidéo leur donne une heure commune.',
		intellectual: 'Rien à signaler.',
		emotional: 'Fatiguée, présente.',
		physical: 'Rien à signaler.',
		clinical: 'Aucun suivi en cours.',
		experience: 'Un essai a été fait ensemble avant l’entrevue.',
		disability: 'Aucune.',
		language: 'Français.',
		culture: 'La grand-mère paternelle de Zoé vit au Sénégal; les appels du dimanche comptent.',
		safety: 'Une voisine de confiance à Québec, de garde les soirs de travail.',
	},
	plan: { near: 'La voisine, Mme Gendron, 418-555-0153.', helps: 'Parler à la voisine, sortir prendre l’air.' },
});

/** What she heard of Zoé, fifteen. */
export const zoeHeard = (birthDate: string): Heard => ({
	age: { birthDate },
	identity: 'healthCard',
	capacity: {
		result: 'able',
		basis:
			'Quinze ans : consent seule au Québec. Explique dans ses mots à quoi elle dit oui et comment elle peut dire non.',
	},
	needs: { variant: 'easyRead', adaptation: 'Version facile à lire, relue ensemble à voix haute.' },
	discussion: 'Elle veut bien venir « si c’est pas un compte rendu pour ma mère ». Elle sait qu’elle peut arrêter.',
	ownWords: {
		risks: 'Que ça plante, ou que quelqu’un lise par-dessus mon épaule.',
		limits:
			'Vous le répétez pas, sauf si je suis en danger ou que quelqu’un me fait du mal. Là, vous me le dites avant.',
	},
	answers: {
		techHabits: 'Écrit plus qu’elle ne parle; vidéo avec ses amies tous les jours.',
		relevance: 'Parle mieux de sa chambre, avec son chat, que dans un bureau.',
		intellectual: 'Rien à signaler.',
		emotional: 'Gênée au début; l’humour l’aide.',
		physical: 'Maux de ventre le lundi matin; vus par le médecin, rien de trouvé.',
		clinical: 'Pas d’idées noires, demandé franchement et sans sa mère.',
		experience: 'Très à l’aise.',
		disability: 'Aucune.',
		language: {
			note: 'Lit vite mais décroche des longs textes.',
			adjustment: 'Version facile à lire, et la possibilité d’écrire dans le clavardage.',
		},
		culture: 'Fière de ses deux familles; fatiguée qu’on lui demande d’où elle vient.',
		safety: 'Sa mère ou la voisine est dans l’appartement pendant les rencontres, dans une autre pièce.',
	},
	plan: {
		near: 'Ma mère, 418-555-0151, ou Mme Gendron à côté. Pas mon école.',
		helps: 'Mon chat, dessiner, écrire à Inaya.',
	},
});

/** After the initial interview. */
export const interviewNote: Note = {
	reason: 'Entrevue initiale avec Isabelle et Zoé, puis avec Zoé seule.',
	course:
		'Zoé manque l’école un lundi sur deux depuis quelques mois. Mère et fille veulent cesser de se parler à travers une porte. Zoé a lu la version facile et pose deux bonnes questions.',
	plan: 'Zoé seule, une semaine sur deux; une rencontre à deux au début et de temps en temps.',
};

/** Their meetings, the oldest first; `together`: with Isabelle. */
export const notes: readonly (Note & { readonly together?: true })[] = [
	{
		together: true,
		reason: 'Se parler sans la porte.',
		course:
			'Chacune dit ce qu’elle entend quand l’autre se tait. Isabelle apprend que le lundi, c’est le cours d’éducation physique. Zoé apprend que sa mère dort mal le dimanche.',
		plan: 'Le dimanche soir : un thé, dix minutes, aucune question sur l’école.',
	},
	{
		reason: 'Rencontre avec Zoé.',
		course: 'Elle choisit ce dont elle veut parler. Le contenu est gardé discret; aucun danger.',
		plan: 'Elle dessine son lundi, case par case.',
	},
	{
		reason: 'Rencontre avec Zoé.',
		course:
			'Elle montre son lundi dessiné. Nous cherchons la case la plus facile à changer. Elle décide d’en parler elle-même à l’infirmière de l’école.',
		plan: 'Elle voit l’infirmière; elle dira si elle veut que sa mère le sache.',
	},
	{
		together: true,
		reason: 'À deux : ce qui a bougé.',
		course:
			'Trois lundis sur quatre à l’école. Le thé du dimanche a tenu. Zoé dit à sa mère, de son propre chef, ce qu’elle a réglé avec l’infirmière.',
		plan: 'Continuer. Zoé décide de la date de la prochaine rencontre à deux.',
	},
	{
		reason: 'Rencontre avec Zoé.',
		course: 'Bonne semaine. Elle prépare un exposé et veut apprendre à respirer avant de parler devant la classe.',
		plan: 'S’exercer deux fois avec le chat pour public.',
	},
];
