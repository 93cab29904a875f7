import type { Note } from '../sessions.ts';

/** What Geneviève wrote after the initial interview with Sophie. */
export const interviewNote: Note = {
	reason: 'Entrevue initiale : retour au travail difficile après un arrêt de quatre mois.',
	course:
		'Elle explique clairement ce qu’elle cherche : tenir dans la durée sans y laisser ses soirées. Les documents sont revus ensemble. Elle redit dans ses mots les limites du secret et sait qui appeler la nuit.',
	plan: 'Rencontres chaque semaine par vidéo, le mardi matin. Revoir ensemble dans trois mois si cette forme convient toujours.',
};

/** The sixteen notes of Sophie's follow-up, the oldest first. */
export const notes: readonly Note[] = [
	{
		reason: 'Première rencontre : comprendre où la journée bascule.',
		course:
			'Les matins vont bien, tout se resserre après 15 h. Nous dessinons une journée type. Elle remarque d’elle-même qu’elle ne s’arrête jamais pour manger.',
		plan: 'Noter, trois soirs cette semaine, l’heure où la fatigue arrive et ce qui précède.',
	},
	{
		reason: 'Relecture de ses trois soirs.',
		course:
			'Deux fois sur trois, la bascule suit une réunion ajoutée à la dernière minute. Elle se dit étonnée : elle croyait que c’était « elle, le problème ».',
		plan: 'Choisir une réunion à refuser ou à raccourcir, et préparer la phrase pour le dire.',
	},
	{
		reason: 'Le sommeil.',
		course:
			'Elle s’endort vite mais se réveille à 4 h avec la liste du lendemain en tête. Elle essaie d’écrire cette liste à 16 h 30, avant de partir.',
		plan: 'Liste à 16 h 30 tous les jours; pas d’écran de travail après souper.',
	},
	{
		reason: 'Une réunion raccourcie, et la suite.',
		course:
			'Elle a demandé que la réunion du jeudi finisse à 15 h. Personne n’a protesté. Elle dort mieux deux nuits sur trois. Elle en rit : « c’était juste ça ».',
		plan: 'Garder la liste de 16 h 30. Parler de la place du dîner la prochaine fois.',
	},
	{
		reason: 'Le dîner, et la peur d’être vue à ne rien faire.',
		course:
			'Sa mère tenait un commerce où l’on mangeait debout. Elle fait le lien elle-même. Elle a mangé assise deux fois, dehors, sans que rien n’arrive.',
		plan: 'Trois dîners assis, dont un avec une collègue.',
	},
	{
		reason: 'Semaine difficile : un deuil dans l’équipe.',
		course:
			'Elle a porté le chagrin des autres toute la semaine. Nous cherchons ce qui lui revient et ce qui revient à l’employeur. Aucune idée noire; elle en parle sans détour.',
		plan: 'Demander à la direction qui prend le relais pour l’équipe. Se rappeler le plan écrit ensemble.',
	},
	{
		reason: 'Suite de la semaine difficile.',
		course:
			'La ligne a coupé au bout de vingt minutes : une panne d’électricité chez elle. Nous avons fini par téléphone, comme convenu. La direction a offert un service d’aide à l’équipe.',
		plan: 'Continuer par vidéo. Vérifier ensemble la pile de son modem.',
	},
	{
		reason: 'Ce qui va mieux.',
		course:
			'Elle compte neuf bonnes journées sur dix. Elle hésite à le dire, « de peur que ça parte ». Nous restons un moment là-dessus.',
		plan: 'Écrire ce qui l’aide, pour les jours où ça ira moins bien.',
	},
	{
		reason: 'Après deux semaines sans rencontre.',
		course:
			'Les vacances se sont bien passées; le retour aussi, à sa surprise. Elle a gardé ses dîners. Une nuit blanche, la veille du retour, sans suite.',
		plan: 'Nommer les signes qui annoncent une mauvaise passe.',
	},
	{
		reason: 'Les signes avant-coureurs.',
		course:
			'Elle en trouve quatre : sauter un repas, répondre aux courriels le soir, annuler une amie, dormir moins de six heures. Elle veut les montrer à sa conjointe.',
		plan: 'Faire lire la liste à sa conjointe, si elle en a envie.',
	},
	{
		reason: 'La liste partagée.',
		course:
			'Sa conjointe a ajouté un cinquième signe : « quand tu dis que tout va bien trop vite ». Elles en ont ri, puis pleuré un peu. Bon moment.',
		plan: 'Rien de neuf cette semaine : laisser reposer.',
	},
	{
		reason: 'Revoir la forme du service, comme prévu au départ.',
		course:
			'Trois mois de rencontres par vidéo. Elle trouve que cela lui convient : pas de route, et elle parle plus librement de chez elle. Une seule coupure en trois mois. Rien n’indique qu’il faille se voir au bureau.',
		plan: 'Continuer par vidéo chaque semaine, puis espacer. En reparler dans trois mois ou avant, si elle le souhaite.',
	},
	{
		reason: 'L’évaluation annuelle au travail.',
		course:
			'Elle s’y est préparée seule. Elle a dit à son supérieur qu’elle partirait à 16 h 30. Elle s’attendait à une remarque; il a noté l’heure.',
		plan: 'Observer ce qu’elle fait de ces soirées retrouvées.',
	},
	{
		reason: 'Une rechute d’une journée.',
		course:
			'Trois signes sur cinq mercredi. Elle les a vus, a soupé chez son amie et s’est couchée tôt. Le lendemain allait. C’est elle qui conclut : « j’ai un plancher, maintenant ».',
		plan: 'Espacer bientôt; choisir ensemble le moment.',
	},
	{
		reason: 'Se voir moins souvent.',
		course:
			'Elle propose de passer aux deux semaines dès le mois prochain. Nous regardons ce qui pourrait la faire revenir plus tôt, et comment le dire simplement.',
		plan: 'Encore deux rencontres rapprochées, puis aux deux semaines.',
	},
	{
		reason: 'Préparer la suite.',
		course:
			'Semaine ordinaire, et c’est bien ainsi. Elle a repris la chorale. Elle veut garder une rencontre pour relire toute la liste et décider du rythme.',
		plan: 'Prochaine rencontre : relire la liste, fixer le rythme.',
	},
];
