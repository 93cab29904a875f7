import { catalog } from './i18n.ts';

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
		allThere: 'Tout le monde est déjà sur la liste.',
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
		gone: 'Dossier détruit depuis',
		caution: (key: string) =>
			({
				unsafe:
					'Écrire à cette personne pourrait la mettre en danger. Pas de lettre, pas de courriel. Parlez-en d’abord à son intervenante ou intervenant\u00a0: de vive voix, à un moment sûr.',
				othersMustNotKnow: 'Les autres à cette adresse ne doivent pas savoir. Une lettre peut être ouverte par eux.',
				noVoiceMail: 'Aucun message sur la boîte vocale.',
				callFirst: 'Appelez d’abord.',
				noMail: 'Elle ne veut pas de courriel.',
			})[key] ?? key,
		tellThem: 'L’aviser',
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
		allThere: 'Everyone is on the list already.',
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
		gone: 'File destroyed since',
		caution: (key) =>
			({
				unsafe:
					'Writing to this person could put them in danger. No letter, no e-mail. First speak with their practitioner: by voice, at a safe moment.',
				othersMustNotKnow: 'Others at this address must not know. They may open a letter.',
				noVoiceMail: 'No message on the voice mail.',
				callFirst: 'Call first.',
				noMail: 'They want no e-mail.',
			})[key] ?? key,
		tellThem: 'Tell them',
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
