import { catalog } from './i18n.ts';

/** The register of privacy incidents, as whoever answers for the practice keeps it. */
export const incidentWords = catalog(
	{
		title: 'Incidents de confidentialité',
		why: 'Le registre, qui est touché, qui est avisé, et l’exercice qui prépare à tout cela.',
		now: 'Quelque chose s’est perdu, a été volé ou vu\u00a0? Notez-le ici, même si cela semble petit.',
		nowOpen: (n: number) =>
			n === 1 ? 'Un incident est ouvert. Allez au bout.' : `${n} incidents sont ouverts. Allez au bout de chacun.`,
		register: 'Le registre',
		none: 'Aucun incident au registre.',
		exercises: 'Exercices',
		exercise: 'Exercice',
		exerciseNote: 'Ceci est un exercice\u00a0: rien ne sort d’ici, et le registre ne le compte pas.',
		of: (when: string) => `Incident su le ${when}`,
		exerciseOf: (when: string) => `Exercice du ${when}`,
		days: (n: number) => (n === 0 ? 'Su aujourd’hui' : n === 1 ? 'Su depuis un jour' : `Su depuis ${n} jours`),
		left: (n: number) => (n === 1 ? 'une personne à aviser' : `${n} personnes à aviser`),
		nobodyYet: 'on ne sait pas encore qui est touché',
		allTold: 'plus personne à aviser',
		tellBy: (when: string) => `À dire d’ici le ${when}`,
		late: (when: string) => `En retard\u00a0: c’était à dire d’ici le ${when}`,
		closedOn: (when: string) => `Clos le ${when}`,
		keptUntil: (when: string) => `Au registre au moins jusqu’au ${when}`,
		count: (n: number) => (n === 1 ? '1 personne touchée' : `${n} personnes touchées`),
		add: 'Noter un incident',
		addExercise: 'Faire un exercice',
		exerciseWhy: 'Même chemin, mêmes pages. Rien ne part, et personne n’est avisé pour vrai.',
		how: 'Que s’est-il passé\u00a0?',
		howIs: (how: string) =>
			({
				seen: 'Vu sans en avoir le droit',
				disclosed: 'Dit ou envoyé à qui ne devait pas l’avoir',
				lost: 'Perdu',
				stolen: 'Volé',
				destroyed: 'Détruit par accident',
			})[how] ?? how,
		data: 'Quels renseignements\u00a0?',
		dataIs: (kind: string) =>
			({
				identity: 'Noms',
				contact: 'Coordonnées',
				meetings: 'Dates des rendez-vous',
				notes: 'Notes et dossiers',
				messages: 'Messages',
				documents: 'Documents',
				payments: 'Paiements',
			})[kind] ?? kind,
		details: 'Précisions sur ces renseignements',
		circumstances: 'Les circonstances, et la cause si on la connaît',
		circumstancesHint: 'Sans nommer les clients\u00a0: la liste des personnes se fait plus loin.',
		from: 'Depuis quel jour',
		until: 'Jusqu’à quel jour',
		awareOn: 'Jour où vous l’avez su',
		open: 'Mettre au registre',
		opened: 'C’est au registre.',
		openExercise: 'Commencer l’exercice',
		describe: 'Corriger ou compléter',
		describeGo: 'Garder',
		described: 'C’est gardé.',
		when: 'Quand',
		aware: 'Su le',
		back: 'Le registre',
		backOne: 'L’incident',
		happened: 'Ce qui s’est passé',
		by: (name: string, when: string) => `${name}, le ${when}`,
	},
	{
		title: 'Privacy incidents',
		why: 'The register, who is concerned, who is told, and the exercise that prepares for it all.',
		now: 'Was something lost, stolen or seen? Note it here, even if it seems small.',
		nowOpen: (n) => (n === 1 ? 'One incident is open. See it through.' : `${n} incidents are open. See each through.`),
		register: 'The register',
		none: 'No incident in the register.',
		exercises: 'Exercises',
		exercise: 'Exercise',
		exerciseNote: 'This is an exercise: nothing leaves from here, and the register does not count it.',
		of: (when) => `Incident known on ${when}`,
		exerciseOf: (when) => `Exercise of ${when}`,
		days: (n) => (n === 0 ? 'Known today' : n === 1 ? 'Known for one day' : `Known for ${n} days`),
		left: (n) => (n === 1 ? 'one person to tell' : `${n} people to tell`),
		nobodyYet: 'it is not known yet who is concerned',
		allTold: 'nobody left to tell',
		tellBy: (when) => `To be told by ${when}`,
		late: (when) => `Overdue: it was to be told by ${when}`,
		closedOn: (when) => `Closed on ${when}`,
		keptUntil: (when) => `In the register at least until ${when}`,
		count: (n) => (n === 1 ? '1 person concerned' : `${n} people concerned`),
		add: 'Note an incident',
		addExercise: 'Do an exercise',
		exerciseWhy: 'The same way, the same pages. Nothing leaves, and nobody is really told.',
		how: 'What happened?',
		howIs: (how) =>
			({
				seen: 'Seen without the right to',
				disclosed: 'Told or sent to who should not have it',
				lost: 'Lost',
				stolen: 'Stolen',
				destroyed: 'Destroyed by accident',
			})[how] ?? how,
		data: 'Which information?',
		dataIs: (kind) =>
			({
				identity: 'Names',
				contact: 'Contact details',
				meetings: 'Dates of appointments',
				notes: 'Notes and files',
				messages: 'Messages',
				documents: 'Documents',
				payments: 'Payments',
			})[kind] ?? kind,
		details: 'More about this information',
		circumstances: 'The circumstances, and the cause if it is known',
		circumstancesHint: 'Without naming clients: the list of people is made further on.',
		from: 'Since which day',
		until: 'Until which day',
		awareOn: 'Day on which you came to know',
		open: 'Put in the register',
		opened: 'It is in the register.',
		openExercise: 'Begin the exercise',
		describe: 'Correct or complete',
		describeGo: 'Save',
		described: 'It is saved.',
		when: 'When',
		aware: 'Known on',
		back: 'The register',
		backOne: 'The incident',
		happened: 'What happened',
		by: (name, when) => `${name}, on ${when}`,
	},
);

/** Who is concerned, how they are found, and how each is told. */
export const affectedWords = catalog(
	{
		title: 'Qui est touché, et qui est avisé',
		nobody: 'Personne encore. Cherchez dans les accès aux dossiers.',
		find: 'Trouver qui est touché',
		findNow: 'Choisissez qui a ouvert, et de quand à quand. Le registre des accès dit quels dossiers ont été ouverts.',
		who: 'Qui a ouvert',
		whoHint: 'Rien de coché\u00a0: tout le monde.',
		from: 'Du',
		until: 'Au',
		file: 'Un seul dossier',
		anyFile: 'Tous les dossiers',
		search: 'Chercher',
		found: (n: number) =>
			n === 0
				? 'Aucun dossier ouvert ainsi à ce moment-là.'
				: n === 1
					? 'Une personne est touchée.'
					: `${n} personnes sont touchées.`,
		openings: (n: number) => (n === 1 ? 'une ouverture' : `${n} ouvertures`),
		already: 'déjà sur la liste',
		add: 'Ajouter les personnes cochées',
		added: 'C’est sur la liste.',
		byHand: 'Ajouter autrement',
		byHandWhy: 'Quand rien n’a été ouvert ici\u00a0: un papier perdu, un message envoyé à quelqu’un d’autre.',
		fileOf: 'De quel dossier',
		seeFile: 'Voir les personnes de ce dossier',
		reason: 'Pourquoi',
		people: 'Qui',
		done: 'Revenir à l’incident',
		state: (way: string, when: string) =>
			`${
				{
					portal: 'Avis dans son espace',
					mail: 'Avis dans son espace, et courriel qui dit qu’un message attend',
					letter: 'Lettre partie',
					telephone: 'Dit au téléphone',
					inPerson: 'Dit de vive voix',
				}[way] ?? way
			}, le ${when}`,
		openedOn: (when: string) => `Ouvert par la personne le ${when}`,
		notOpened: 'Pas encore ouvert',
		untoldIs: (why: string) =>
			({
				unsafe: 'Non avisée\u00a0: lui écrire la mettrait en danger',
				deceased: 'Non avisée\u00a0: décédée',
				untraceable: 'Non avisée\u00a0: introuvable',
			})[why] ?? why,
		toTell: 'À aviser',
		caution: (key: string) =>
			({
				unsafe:
					'Écrire à cette personne pourrait la mettre en danger. Pas de lettre, pas de courriel. Parlez-en d’abord à son intervenante ou intervenant\u00a0: de vive voix, à un moment sûr.',
				othersMustNotKnow: 'Les autres à cette adresse ne doivent pas savoir. Une lettre peut être ouverte par eux.',
				noVoiceMail: 'Aucun message sur la boîte vocale.',
				callFirst: 'Appelez d’abord.',
				noMail: 'Elle ne veut pas de courriel.',
			})[key] ?? key,
		draft: 'L’avis préparé',
		draftHint: 'Relisez, changez ce qu’il faut. C’est dans sa langue.',
		way: 'Comment le lui dire',
		wayIs: (way: string) =>
			({
				portal: 'Dans son espace seulement',
				mail: 'Dans son espace, avec un courriel qui dit seulement qu’un message attend',
				letter: 'Par lettre',
				telephone: 'Au téléphone',
				inPerson: 'De vive voix, à une rencontre',
			})[way] ?? way,
		letterHint: 'Imprimez-la d’abord, puis notez le jour où elle part.',
		on: 'Quel jour',
		spoke: 'De vive voix\u00a0: qui a parlé, et à quelle heure',
		tell: 'Noter que c’est dit',
		tellExercise: 'Noter (exercice, rien ne part)',
		told: 'C’est noté.',
		leave: 'Ne pas l’aviser',
		leaveWhy: 'Cela se signe, avec la raison. Le registre la garde.',
		why: 'Pourquoi',
		whyIs: (why: string) =>
			({
				unsafe: 'Lui écrire la mettrait en danger',
				deceased: 'La personne est décédée',
				untraceable: 'On ne la trouve pas',
			})[why] ?? why,
		leaveReason: 'Ce que vous savez, et ce que vous avez essayé',
		leaveGo: 'Signer',
		spare: 'Retirer de la liste',
		spareWhy: 'Seulement si ses renseignements n’ont pas été touchés.',
		spareGo: 'Retirer',
		letters: 'Imprimer les lettres',
		lettersNow: (n: number) =>
			n === 0
				? 'Aucune lettre à imprimer.'
				: n === 1
					? 'Une lettre, prête à imprimer.'
					: `${n} lettres, prêtes à imprimer.`,
		heldBack: (n: number) =>
			n === 1
				? 'Une lettre n’est pas ici\u00a0: écrire à cette personne pourrait la mettre en danger. Choisissez la voix.'
				: `${n} lettres ne sont pas ici\u00a0: écrire à ces personnes pourrait les mettre en danger. Choisissez la voix.`,
	},
	{
		title: 'Who is concerned, and who is told',
		nobody: 'Nobody yet. Look in the log of openings.',
		find: 'Find who is concerned',
		findNow: 'Choose who opened, and from when to when. The access log says which files were opened.',
		who: 'Who opened',
		whoHint: 'Nothing ticked: everyone.',
		from: 'From',
		until: 'Until',
		file: 'One file only',
		anyFile: 'All files',
		search: 'Look',
		found: (n) =>
			n === 0
				? 'No file was opened so at that time.'
				: n === 1
					? 'One person is concerned.'
					: `${n} people are concerned.`,
		openings: (n) => (n === 1 ? 'one opening' : `${n} openings`),
		already: 'already on the list',
		add: 'Add those ticked',
		added: 'It is on the list.',
		byHand: 'Add another way',
		byHandWhy: 'When nothing was opened here: a paper lost, a message sent to someone else.',
		fileOf: 'Of which file',
		seeFile: 'See the people of this file',
		reason: 'Why',
		people: 'Who',
		done: 'Back to the incident',
		state: (way, when) =>
			`${
				{
					portal: 'Notice in their space',
					mail: 'Notice in their space, and an e-mail that says a message waits',
					letter: 'Letter sent',
					telephone: 'Told by telephone',
					inPerson: 'Told in person',
				}[way] ?? way
			}, on ${when}`,
		openedOn: (when) => `Opened by the person on ${when}`,
		notOpened: 'Not opened yet',
		untoldIs: (why) =>
			({
				unsafe: 'Not told: writing would put them in danger',
				deceased: 'Not told: deceased',
				untraceable: 'Not told: nowhere to be found',
			})[why] ?? why,
		toTell: 'To be told',
		caution: (key) =>
			({
				unsafe:
					'Writing to this person could put them in danger. No letter, no e-mail. First speak with their practitioner: by voice, at a safe moment.',
				othersMustNotKnow: 'Others at this address must not know. They may open a letter.',
				noVoiceMail: 'No message on the voice mail.',
				callFirst: 'Call first.',
				noMail: 'They want no e-mail.',
			})[key] ?? key,
		draft: 'The notice as drafted',
		draftHint: 'Read it again, change what is needed. It is in their language.',
		way: 'How to tell them',
		wayIs: (way) =>
			({
				portal: 'In their space only',
				mail: 'In their space, with an e-mail that only says that a message waits',
				letter: 'By letter',
				telephone: 'By telephone',
				inPerson: 'By voice, at a meeting',
			})[way] ?? way,
		letterHint: 'Print it first, then note the day it leaves.',
		on: 'Which day',
		spoke: 'By voice: who spoke, and at what time',
		tell: 'Note that it was told',
		tellExercise: 'Note (exercise, nothing leaves)',
		told: 'It is noted.',
		leave: 'Do not tell them',
		leaveWhy: 'This is signed, with the reason. The register keeps it.',
		why: 'Why',
		whyIs: (why) =>
			({
				unsafe: 'Writing would put them in danger',
				deceased: 'The person has died',
				untraceable: 'They cannot be found',
			})[why] ?? why,
		leaveReason: 'What you know, and what you tried',
		leaveGo: 'Sign',
		spare: 'Take off the list',
		spareWhy: 'Only if their information was not touched.',
		spareGo: 'Take off',
		letters: 'Print the letters',
		lettersNow: (n) =>
			n === 0 ? 'No letter to print.' : n === 1 ? 'One letter, ready to print.' : `${n} letters, ready to print.`,
		heldBack: (n) =>
			n === 1
				? 'One letter is not here: writing to this person could put them in danger. Choose a voice.'
				: `${n} letters are not here: writing to these people could put them in danger. Choose a voice.`,
	},
);
