import { catalog } from './i18n.ts';

/** What each person agreed to, written down by the practitioner when it is said aloud or on paper. */
export const officeConsentWords = catalog(
	{
		title: 'Consentements',
		now: 'Chaque personne consent pour elle-même\u00a0: dans son espace, de vive voix ou sur papier.',
		inForce: ({ date, means }: { date: string; means: string }) => `En vigueur depuis le ${date} (${means}).`,
		byRepresentative: 'Donné par la personne qui la représente.',
		withdrawn: (date: string) => `Retiré le ${date}. Un nouveau consentement peut être donné.`,
		none: 'Pas encore donné.',
		covers: 'Il porte sur ces textes\u00a0:',
		version: ({ title, n }: { title: string; n: number }) => `${title} (version ${n})`,
		record: 'Noter un consentement',
		recordAgain: 'Noter un nouveau consentement',
		recordHint: 'Il porte sur ce qui a été expliqué à cette personne, dans ces versions\u00a0:',
		nothingExplained: 'Aucun document n’a encore été expliqué à cette personne.',
		nothingExplainedGo: 'Aller à l’entrevue initiale',
		portal: 'Cette personne peut aussi signer elle-même dans son espace en ligne.',
		onPaper: 'Remettre sur papier, verser une feuille signée',
		represented: (list: string) => `Représentée par\u00a0: ${list}.`,
		by: 'Qui consent\u00a0?',
		representative: (names: string) => `${names}, qui la représente`,
		means: 'Comment\u00a0?',
		meansIs: (m: string) =>
			({ oral: 'de vive voix', paper: 'sur papier, signé', signature: 'signé dans son espace' })[m] ?? m,
		witness: 'Témoin',
		witnessHint: 'Si quelqu’un a entendu ou vu ce consentement.',
		save: 'Noter ce consentement',
		saved: 'Consentement noté. La personne en est avertie.',
		withdraw: 'Retirer le consentement',
		withdrawHint: 'Il se retire aussi simplement qu’il se donne. Voici ce que cela change, dès maintenant\u00a0:',
		effectAppointments: (n: number) =>
			n === 0
				? 'Aucun rendez-vous de service n’est à annuler.'
				: n === 1
					? 'Un rendez-vous de service sera annulé.'
					: `${n} rendez-vous de service seront annulés.`,
		effectSessions: (n: number) =>
			n === 0
				? 'Aucune nouvelle séance ne pourra commencer.'
				: 'La séance en cours n’est pas coupée\u00a0: vous êtes tous deux avertis, et vous la fermez en douceur.',
		effectRecord: 'Ce qui est déjà au dossier y reste.',
		withdrawReason: 'Ce que la personne a dit',
		withdrawDo: 'Noter le retrait',
		withdrawDone: 'Retrait noté.',
		notices: 'Les avis lus ensemble',
		noticesHint: 'Cochez ceux que la personne vient de lire ou d’entendre, et de comprendre.',
		noticeName: (n: string) =>
			({
				'channelRisks.video': 'Risques de la vidéo',
				'channelRisks.internet': 'Risques d’Internet et du courriel',
				'channelRisks.text': 'Risques des textos',
				multiParty: 'La discrétion des autres participants ne peut pas être promise',
				thirdParties: 'Les tiers qui voient quelque chose',
				thirdPartyMessaging: 'Textos et messageries d’autres entreprises\u00a0: peu protégés',
				communications: 'Quand, comment et pourquoi on s’écrit',
				noRepublish: 'Ce qu’on ne publie pas, et ce qui reste libre',
			})[n] ?? n,
		noticeOn: (date: string) => `lu le ${date}`,
		noticeSave: 'Noter ces avis',
		noticesSaved: 'Avis notés.',
		noticesDone: 'Tous les avis ont été lus.',
		channels: 'Les moyens de se joindre',
		channelsHint: 'Chaque moyen se convient à part, et se retire à part.',
		channelName: (c: string) =>
			({
				video: 'Vidéo',
				telephone: 'Téléphone',
				chat: 'Clavardage',
				portal: 'Messages dans l’espace',
				email: 'Courriel',
				textMessage: 'Texto',
				voiceMail: 'Message vocal',
			})[c] ?? c,
		channelState: (s: string) => ({ on: 'convenu', off: 'retiré', never: 'pas convenu' })[s] ?? s,
		agree: 'La personne accepte',
		withdrawChannel: 'La personne ne veut plus',
		channelMeans: 'De vive voix ou sur papier\u00a0?',
		channelSaved: 'C’est noté.',
		openQuestions: (n: number) => (n === 1 ? 'Une question attend encore.' : `${n} questions attendent encore.`),
		openQuestionsGo: 'Voir les questions',
		next: 'Passer aux plans',
	},
	{
		title: 'Consents',
		now: 'Each person consents for themself: in their space, aloud or on paper.',
		inForce: ({ date, means }) => `In force since ${date} (${means}).`,
		byRepresentative: 'Given by the person who represents them.',
		withdrawn: (date) => `Withdrawn on ${date}. A new consent can be given.`,
		none: 'Not given yet.',
		covers: 'It covers these texts:',
		version: ({ title, n }) => `${title} (version ${n})`,
		record: 'Note a consent',
		recordAgain: 'Note a new consent',
		recordHint: 'It covers what was explained to this person, in these versions:',
		nothingExplained: 'No document was explained to this person yet.',
		nothingExplainedGo: 'Go to the initial interview',
		portal: 'This person may also sign by themself in their online space.',
		onPaper: 'Hand over on paper, put a signed sheet on file',
		represented: (list) => `Represented by: ${list}.`,
		by: 'Who consents?',
		representative: (names) => `${names}, who represents them`,
		means: 'How?',
		meansIs: (m) => ({ oral: 'aloud', paper: 'on paper, signed', signature: 'signed in their space' })[m] ?? m,
		witness: 'Witness',
		witnessHint: 'If someone heard or saw this consent.',
		save: 'Note this consent',
		saved: 'Consent noted. The person is told.',
		withdraw: 'Withdraw consent',
		withdrawHint: 'It is withdrawn as simply as it is given. This is what it changes, from now on:',
		effectAppointments: (n) =>
			n === 0
				? 'No service appointment is to be cancelled.'
				: n === 1
					? 'One service appointment will be cancelled.'
					: `${n} service appointments will be cancelled.`,
		effectSessions: (n) =>
			n === 0
				? 'No new session will be able to start.'
				: 'The session under way is not cut: you are both told, and you close it gently.',
		effectRecord: 'What is already in the file stays there.',
		withdrawReason: 'What the person said',
		withdrawDo: 'Note the withdrawal',
		withdrawDone: 'Withdrawal noted.',
		notices: 'Notices read together',
		noticesHint: 'Tick those the person has just read or heard, and understood.',
		noticeName: (n) =>
			({
				'channelRisks.video': 'Risks of video',
				'channelRisks.internet': 'Risks of the Internet and e-mail',
				'channelRisks.text': 'Risks of texting',
				multiParty: 'The discretion of other participants cannot be promised',
				thirdParties: 'The third parties who see something',
				thirdPartyMessaging: 'Texts and other firms’ messaging: poorly protected',
				communications: 'When, how and why we write to each other',
				noRepublish: 'What one does not publish, and what stays free',
			})[n] ?? n,
		noticeOn: (date) => `read on ${date}`,
		noticeSave: 'Note these notices',
		noticesSaved: 'Notices noted.',
		noticesDone: 'All notices were read.',
		channels: 'Ways to reach each other',
		channelsHint: 'Each way is agreed on apart, and withdrawn apart.',
		channelName: (c) =>
			({
				video: 'Video',
				telephone: 'Telephone',
				chat: 'Chat',
				portal: 'Messages in the space',
				email: 'E-mail',
				textMessage: 'Text',
				voiceMail: 'Voice mail',
			})[c] ?? c,
		channelState: (s) => ({ on: 'agreed', off: 'withdrawn', never: 'not agreed' })[s] ?? s,
		agree: 'The person agrees',
		withdrawChannel: 'The person no longer wants it',
		channelMeans: 'Aloud or on paper?',
		channelSaved: 'Noted.',
		openQuestions: (n) => (n === 1 ? 'One question is still waiting.' : `${n} questions are still waiting.`),
		openQuestionsGo: 'See the questions',
		next: 'Go on to the plans',
	},
);
