import type { Clause } from './clause.ts';

/** How those who work here are protected: threats, being recorded, one's home address (nb-2-e, nb-intro-b). For the practice itself. */
export const staffSafety: Clause = {
	fr: () => ({
		title: 'Protéger les personnes qui travaillent ici',
		summary: [
			'Une menace se dit et se note le jour même.',
			'Personne n’enregistre en cachette.',
			'Votre adresse reste à vous.',
			'On peut finir une rencontre pour se protéger.',
		],
		text: [
			'Travailler à distance ne met pas à l’abri. Voici ce que nous faisons, et ce que chaque personne peut attendre de nous.',
			'Vous pouvez finir une rencontre si vous avez peur. Dites-le à la personne, donnez-lui les numéros d’aide, puis raccrochez. Personne ici ne vous le reprochera.',
		],
		parts: [
			{
				key: 'staffSafety.threats',
				title: 'Les menaces',
				text: [
					'Une menace, une insulte grave ou un geste qui fait peur se dit le jour même à qui dirige. On le note au dossier, en mots simples. On décide à deux de la suite : continuer, changer de forme, passer la main ou appeler la police.',
				],
			},
			{
				key: 'staffSafety.recording',
				title: 'Être enregistré',
				text: [
					'Personne n’enregistre une rencontre sans l’accord de tous. Quelqu’un pourrait le faire quand même. Parlez donc toujours comme si on pouvait vous entendre. Si vous l’apprenez, dites-le, puis voyez en équipe quoi faire.',
				],
			},
			{
				key: 'staffSafety.homeAddress',
				title: 'L’adresse de la maison',
				text: [
					'Ne donnez jamais l’adresse de votre maison, ni votre numéro à vous. L’adresse du bureau paraît partout. À l’écran, on ne voit rien qui dise où vous habitez. Le lien vidéo passe par un relais quand il y en a un.',
				],
			},
		],
		easy: [
			'On vous menace ? Dites-le le jour même.',
			'Personne n’enregistre en cachette.',
			'Ne donnez pas votre adresse.',
			'Vous avez peur ? Vous pouvez finir.',
		],
	}),
	en: () => ({
		title: 'Protecting those who work here',
		summary: [
			'A threat is told and noted the same day.',
			'No one records in secret.',
			'Your home address stays yours.',
			'You may end a meeting to protect yourself.',
		],
		text: [
			'Working at a distance does not keep us out of harm. Here is what we do, and what each person can count on.',
			'You may end a meeting if you are afraid. Say so, give the help numbers, then hang up. No one here will blame you for it.',
		],
		parts: [
			{
				key: 'staffSafety.threats',
				title: 'Threats',
				text: [
					'A threat, a grave insult or an act that frightens you is told to whoever leads here, the same day. It goes into the file, in plain words. Two of us choose what comes next: go on, meet another way, hand over or call the police.',
				],
			},
			{
				key: 'staffSafety.recording',
				title: 'Being recorded',
				text: [
					'No one records a meeting unless all agree. Someone might do it all the same. So speak as if you could be heard. If you learn of it, say so, then look at it with the team.',
				],
			},
			{
				key: 'staffSafety.homeAddress',
				title: 'Your home address',
				text: [
					'Never give your home address or your own number. The office address is the one that shows. Let nothing on the screen say where you live. Video goes through a relay where there is one.',
				],
			},
		],
		easy: [
			'Did someone threaten you? Say so the same day.',
			'No one records in secret.',
			'Do not give your home address.',
			'Are you afraid? You may end it.',
		],
	}),
};

/** What an employer or a practice asks of those who work at a distance (nb-2-e, nb-intro-b). */
export const workplaceRules: Clause = {
	fr: () => ({
		title: 'Travailler à distance, ici',
		summary: [
			'Un lieu où personne n’entend.',
			'Un appareil à jour, avec un mot de passe.',
			'Chaque façon de faire a sa forme à distance.',
			'Ces règles sont relues chaque année.',
		],
		text: [
			'Vous travaillez d’un lieu où personne n’entend ni ne voit. L’appareil est à jour, protégé par un mot de passe, et il se ferme seul. Personne d’autre ne s’en sert pour ce travail.',
			'Chaque façon de faire que nous suivons dit comment elle se fait à distance. Si ce n’est pas écrit, on ne s’en sert pas à distance.',
			'Si les règles de votre employeur et celles de votre profession ne disent pas la même chose, suivez les plus sévères. Puis dites-le à qui dirige.',
			'Nous relisons ces règles chaque année, et après tout incident.',
		],
		easy: [
			'Travaillez là où personne n’entend.',
			'Gardez votre appareil à jour.',
			'En cas de doute, la règle la plus sévère.',
		],
	}),
	en: () => ({
		title: 'Working at a distance, here',
		summary: [
			'A place where no one can hear.',
			'A device that is up to date, with a password.',
			'Each way of working says how it is done remotely.',
			'These rules are read again each year.',
		],
		text: [
			'You work from a place where no one hears or sees. The device is up to date, has a password and locks by itself. No one else uses it for this work.',
			'Each way of working that we follow says how it is done at a distance. If that is not written, we do not use it at a distance.',
			'If the rules of your employer and those of your profession do not say the same thing, follow the stricter. Then tell whoever leads here.',
			'We read these rules again each year, and after anything goes wrong.',
		],
		easy: ['Work where no one can hear.', 'Keep your device up to date.', 'In doubt, the stricter rule.'],
	}),
};
