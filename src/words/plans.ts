import { catalog } from './i18n.ts';

/** The two plans of each person: hard times, and a line that drops. */
export const planWords = catalog(
	{
		title: 'Plans',
		now: 'Faites ces deux plans avec la personne, puis remettez-les-lui.',
		emergency: 'Si ça va très mal',
		failure: 'Si la ligne coupe',
		notGiven: 'Pas encore remis.',
		prefilled: 'Rempli à partir de ce qui est connu\u00a0: relisez et corrigez avec la personne.',
		field: (f: string) =>
			({
				where: 'Où elle se trouve d’habitude, et les secours de cet endroit',
				call: 'Qui appeler, dans quel ordre',
				near: 'Qui, près d’elle, peut venir (et qui ne pas appeler)',
				helps: 'Ce qui l’aide quand ça va mal',
				wait: 'Ce que chacun fait d’abord',
				number: 'Qui appelle, à quel numéro',
				after: 'Si personne ne répond',
			})[f] ?? f,
		line: ({ name, number }: { name: string; number: string }) => `${name}\u00a0: ${number}`,
		startTown: 'Ville à confirmer à chaque rencontre',
		startEmergency: (number: string) => `Secours\u00a0: ${number}`,
		startWait: (minutes: number) =>
			`Chacun reste où il est et attend ${minutes} minutes. La page cherche à revenir seule.`,
		startCallsPractice: (phone: string) => `Votre intervenante ou intervenant vous appelle au ${phone}.`,
		startCallsPracticeUnknown: 'Votre intervenante ou intervenant vous appelle au numéro que vous donnez en arrivant.',
		startCallsClient: (number: string) => `Vous appelez le ${number}.`,
		startThen: (number: string) =>
			`Nous vous écrivons dans votre espace pour trouver un autre moment. Notre numéro\u00a0: ${number}.`,
		theirNumber: 'Son numéro\u00a0:',
		verified: 'vérifié',
		unverified: 'non vérifié',
		verifyGo: 'Vérifier ce numéro',
		version: ({ n, date }: { n: number; date: string }) => `Version ${n}, écrite le ${date}.`,
		had: ({ way, date }: { way: string; date: string }) =>
			({
				portal: `La personne l’a ouverte dans son espace le ${date}.`,
				post: `Envoyée par la poste le ${date}.`,
				voice: `Lue de vive voix le ${date}.`,
				inPerson: `Remise en personne le ${date}.`,
			})[way] ?? date,
		hadNot:
			'La personne n’a pas encore cette version\u00a0: elle doit l’ouvrir dans son espace, ou la recevoir autrement.',
		way: 'Comment elle la reçoit',
		ways: (w: string) =>
			({
				portal: 'Dans son espace (elle l’a quand elle l’ouvre)',
				post: 'Par la poste',
				voice: 'Lue de vive voix',
				inPerson: 'En personne',
			})[w] ?? w,
		deliver: 'Dire comment elle l’a reçue',
		deliverSave: 'Noter la remise',
		delivered: 'Remise notée.',
		give: 'Remettre ce plan',
		giveAgain: 'Remettre de nouveau',
		given: 'Plan remis. La personne le voit dans son espace et à l’écran si la ligne coupe.',
	},
	{
		title: 'Plans',
		now: 'Make these two plans with the person, then hand them over.',
		emergency: 'If things go very badly',
		failure: 'If the line drops',
		notGiven: 'Not handed over yet.',
		prefilled: 'Filled in from what is known: read over and correct it with the person.',
		field: (f) =>
			({
				where: 'Where they usually are, and the emergency services there',
				call: 'Whom to call, in which order',
				near: 'Who near them can come (and whom not to call)',
				helps: 'What helps when things go badly',
				wait: 'What each one does first',
				number: 'Who calls, at which number',
				after: 'If nobody answers',
			})[f] ?? f,
		line: ({ name, number }) => `${name}: ${number}`,
		startTown: 'Town to be confirmed at each meeting',
		startEmergency: (number) => `Emergency: ${number}`,
		startWait: (minutes) =>
			`Each one stays where they are and waits ${minutes} minutes. The page tries to come back by itself.`,
		startCallsPractice: (phone) => `Your practitioner calls you at ${phone}.`,
		startCallsPracticeUnknown: 'Your practitioner calls you at the number you give when you arrive.',
		startCallsClient: (number) => `You call ${number}.`,
		startThen: (number) => `We write in your space to find another time. Our number: ${number}.`,
		theirNumber: 'Their number:',
		verified: 'verified',
		unverified: 'not verified',
		verifyGo: 'Verify this number',
		version: ({ n, date }) => `Version ${n}, written on ${date}.`,
		had: ({ way, date }) =>
			({
				portal: `The person opened it in their space on ${date}.`,
				post: `Sent by post on ${date}.`,
				voice: `Read aloud on ${date}.`,
				inPerson: `Handed over in person on ${date}.`,
			})[way] ?? date,
		hadNot: 'The person does not have this version yet: they need to open it in their space, or get it another way.',
		way: 'How they get it',
		ways: (w) =>
			({
				portal: 'In their space (they have it once they open it)',
				post: 'By post',
				voice: 'Read aloud',
				inPerson: 'In person',
			})[w] ?? w,
		deliver: 'Say how they got it',
		deliverSave: 'Note the handover',
		delivered: 'Handover noted.',
		give: 'Hand over this plan',
		giveAgain: 'Hand over again',
		given: 'Plan handed over. The person sees it in their space, and on the screen if the line drops.',
	},
);
