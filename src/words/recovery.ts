import { catalog } from './i18n.ts';

/** Letting somebody back in who lost every way in: recognise them first, then a link and a code as for an invitation. */
export const recovery = catalog(
	{
		title: 'Redonner l’accès',
		why: 'Pour quelqu’un qui n’arrive plus à entrer. Son accès d’avant se ferme quand le nouveau lien a servi.',
		check: 'Comment l’avez-vous reconnu ou reconnue\u00a0?',
		inPerson: 'En personne, ou par l’image',
		knownVoice: 'Au téléphone, à une voix que je connais',
		sharedKnowledge: 'Par ce que cette seule personne peut savoir',
		callBack:
			'On vous a téléphoné\u00a0? Rappelez d’abord au numéro que vous connaissez\u00a0: n’importe qui peut se dire elle.',
		reason: 'Pourquoi',
		reasonHint: 'Par exemple\u00a0: téléphone perdu, adresse de courriel fermée.',
		submit: 'Préparer le lien',
		ready: ({ name }: { name: string }) => `Le nouvel accès de ${name} est prêt.`,
		closed: 'Cette personne a fermé son espace. Une nouvelle invitation lui en ouvre un autre.',
		colleague: 'Cette personne travaille ici\u00a0: la personne responsable du cabinet peut lui redonner son accès.',
	},
	{
		title: 'Give access back',
		why: 'For someone who can no longer get in. Their access of before closes once the new link was used.',
		check: 'How did you recognise them?',
		inPerson: 'In person, or on camera',
		knownVoice: 'By phone, by a voice that I know',
		sharedKnowledge: 'By what only this person can know',
		callBack: 'Did someone phone you? First call back at the number that you know: anyone can say they are them.',
		reason: 'Why',
		reasonHint: 'For instance: phone lost, e-mail address closed.',
		submit: 'Prepare the link',
		ready: ({ name }) => `The new access of ${name} is ready.`,
		closed: 'This person closed their space. A new invitation opens another one for them.',
		colleague: 'This person works here: the person in charge of the practice can give them their access back.',
	},
);
