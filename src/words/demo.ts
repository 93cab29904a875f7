import { catalog } from './i18n.ts';

/** The first page of the demonstration: who one may be, what to try, how to begin again. */
export const demoWords = catalog(
	{
		title: 'Visiter la démonstration',
		now: 'Choisissez qui vous êtes. Vous pourrez changer de personne quand vous voudrez.',
		invented: 'Ce cabinet et ces personnes sont inventés. Rien n’en sort\u00a0: ni courriel, ni appel.',
		shared:
			'D’autres personnes peuvent visiter en même temps que vous. N’y écrivez rien de vrai sur vous ni sur quelqu’un.',
		members: 'Qui travaille ici',
		clients: 'Qui vient chercher de l’aide',
		enter: ({ name }: { name: string }) => `Entrer comme ${name}`,
		who: ({ door }: { door: string }) =>
			({
				genevieve: 'Travailleuse sociale au Québec, responsable du cabinet',
				rachel: 'Travailleuse sociale au Nouveau-Brunswick, en anglais et en français',
				ines: 'Réceptionniste',
				sophie: 'Une adulte, suivie depuis quatre mois',
				zoe: 'Quinze ans, suivie avec sa mère',
				daniel: 'En couple à distance, de langue anglaise',
			})[door] ?? '',
		tryThis: ({ door }: { door: string }) =>
			({
				genevieve:
					'Ouvrez la salle du rendez-vous d’aujourd’hui, ou signez la note qui attend depuis la dernière rencontre.',
				rachel: 'Répondez à la demande reçue aujourd’hui, ou voyez comment on reçoit quelqu’un qui est en Ontario.',
				ines: 'Voyez l’agenda de tout le monde, et cherchez un mot clinique\u00a0: il n’y en a pas.',
				sophie: 'Arrivez à votre rencontre d’aujourd’hui, ou regardez qui a ouvert votre dossier.',
				zoe: 'Voyez ce que votre mère peut lire, et ce qu’elle ne peut pas lire.',
				daniel: 'Relisez la question que vous avez posée seul\u00a0: votre conjointe ne la voit pas.',
			})[door] ?? '',
		tour: 'Une vraie rencontre en trois minutes',
		tourWhy: 'Il faut deux fenêtres qui ne partagent rien\u00a0: deux navigateurs, ou une fenêtre privée.',
		steps: ({ n }: { n: number }) =>
			[
				'Ici, entrez comme Geneviève. Dans le dossier de Sophie, ouvrez la salle du rendez-vous d’aujourd’hui.',
				'Dans une fenêtre privée, revenez à cette adresse et entrez comme Sophie. Sa page l’invite à la rencontre\u00a0: dites où vous êtes.',
				'De retour chez Geneviève, lisez ce que Sophie a dit, faites-la entrer, puis commencez.',
				'Des deux côtés, lisez les six mêmes mots à voix haute\u00a0: personne n’écoute entre vous. À la fin, signez la note.',
			][n] ?? '',
		address: 'Adresse à ouvrir dans l’autre fenêtre\u00a0:',
		alone: 'Vous n’avez qu’une fenêtre\u00a0?',
		aloneWhy: 'Faites venir Sophie à la porte, puis entrez comme Geneviève\u00a0: elle vous attendra.',
		bring: 'Faire venir Sophie',
		brought: 'Sophie attend à la porte. Entrez comme Geneviève pour la faire entrer.',
		notBrought:
			'Sophie n’a pas pu venir\u00a0: quelque chose a été changé dans son dossier. Remettez la démonstration à neuf.',
		renew: 'Remettre à neuf',
		renewTitle: 'Tout recommencer',
		renewWhy:
			'Ce que les visiteurs ont fait est effacé pour de bon, et l’histoire est racontée de nouveau, à partir d’aujourd’hui. Les autres cabinets ne sont pas touchés.',
		since: ({ when }: { when: string }) => `Préparée le ${when}.`,
		stale: ({ when }: { when: string }) =>
			`Cette démonstration a été préparée le ${when}\u00a0: le rendez-vous «\u00a0d’aujourd’hui\u00a0» est passé. Remettez-la à neuf, au bas de la page.`,
		gone: 'Cette personne n’est plus là\u00a0: un visiteur a fermé son compte ou changé son courriel. Remettez la démonstration à neuf.',
		signedIn: ({ name }: { name: string }) => `Vous êtes ${name} en ce moment.`,
		goBack: 'Y retourner',
		preparing: 'On prépare la démonstration…',
		preparingNow: 'Quelques secondes encore. La page avance toute seule.',
		chapter: ({ n }: { n: number }) =>
			[
				'On ouvre le cabinet et on publie ses documents.',
				'On raconte quatre mois de rencontres avec une adulte.',
				'On écrit le dossier d’un couple qui vit à deux endroits.',
				'On écrit celui d’une mère et de sa fille de quinze ans.',
				'On écrit celui d’un homme que sa fille représente.',
				'On écrit celui d’une femme qui voyage en Ontario.',
				'On écrit celui d’une personne qui appelle sans donner son nom.',
				'On reçoit la demande d’aujourd’hui, et on vérifie tout.',
			][n] ?? '',
		leave: 'Vous pouvez quitter cette page\u00a0: le travail continue.',
		failed: 'La démonstration n’a pas pu être préparée',
		failedNow: 'Ce n’est pas votre faute. Réessayez dans une minute.',
		again: 'Réessayer',
	},
	{
		title: 'Visit the demonstration',
		now: 'Choose who you are. You can become somebody else whenever you like.',
		invented: 'This practice and these people are made up. Nothing leaves it: no e-mail, no call.',
		shared: 'Others may be visiting at the same time as you. Write nothing true here about yourself or anyone.',
		members: 'Who works here',
		clients: 'Who comes for help',
		enter: ({ name }) => `Enter as ${name}`,
		who: ({ door }) =>
			({
				genevieve: 'Social worker in Québec, who runs the practice',
				rachel: 'Social worker in New Brunswick, in English and French',
				ines: 'Receptionist',
				sophie: 'An adult who has been coming for four months (in French)',
				zoe: 'Fifteen, comes with her mother (in French)',
				daniel: 'Half of a couple living in two places',
			})[door] ?? '',
		tryThis: ({ door }) =>
			({
				genevieve: 'Open the room of today’s appointment, or sign the note that has waited since the last meeting.',
				rachel: 'Answer the request that came today, or see how somebody who is in Ontario is met.',
				ines: 'See everyone’s appointments, and look for a clinical word: there is none.',
				sophie: 'Come to today’s meeting, or see who opened your file.',
				zoe: 'See what your mother can read, and what she cannot.',
				daniel: 'Read again the question you asked on your own: your partner does not see it.',
			})[door] ?? '',
		tour: 'A real meeting in three minutes',
		tourWhy: 'You need two windows that share nothing: two browsers, or a private window.',
		steps: ({ n }) =>
			[
				'Here, enter as Geneviève. In Sophie’s file, open the room of today’s appointment.',
				'In a private window, come back to this address and enter as Sophie. Her page invites her to the meeting: say where you are.',
				'Back as Geneviève, read what Sophie said, let her in, then start.',
				'On both sides, read the same six words aloud: nobody is listening in between. At the end, sign the note.',
			][n] ?? '',
		address: 'Address to open in the other window:',
		alone: 'Only one window?',
		aloneWhy: 'Bring Sophie to the door, then enter as Geneviève: she will be waiting for you.',
		bring: 'Bring Sophie',
		brought: 'Sophie is at the door. Enter as Geneviève to let her in.',
		notBrought: 'Sophie could not come: something was changed in her file. Start the demonstration anew.',
		renew: 'Start anew',
		renewTitle: 'Begin all over again',
		renewWhy:
			'What visitors did is erased for good, and the story is told again, counted from today. Other practices are not touched.',
		since: ({ when }) => `Prepared on ${when}.`,
		stale: ({ when }) =>
			`This demonstration was prepared on ${when}: “today’s” appointment is in the past. Start it anew, at the bottom of the page.`,
		gone: 'This person is no longer here: a visitor closed their account or changed their e-mail. Start the demonstration anew.',
		signedIn: ({ name }) => `You are ${name} right now.`,
		goBack: 'Go back there',
		preparing: 'Preparing the demonstration…',
		preparingNow: 'A few seconds more. The page moves on by itself.',
		chapter: ({ n }) =>
			[
				'Opening the practice and publishing its documents.',
				'Telling four months of meetings with an adult.',
				'Writing the file of a couple who live in two places.',
				'Writing that of a mother and her fifteen-year-old daughter.',
				'Writing that of a man whose daughter represents him.',
				'Writing that of a woman who travels to Ontario.',
				'Writing that of somebody who calls without a name.',
				'Receiving today’s request, and checking everything.',
			][n] ?? '',
		leave: 'You can leave this page: the work goes on.',
		failed: 'The demonstration could not be prepared',
		failedNow: 'It is not your fault. Try again in a minute.',
		again: 'Try again',
	},
);

/** How many steps of the tour, and how many parts of the story are told while one waits. */
export const TOUR_STEPS = 4;
export const CHAPTERS = 8;
