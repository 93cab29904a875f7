import { catalog } from './i18n.ts';

/** Serving people in other places: what is known of each, what one checked, what one wrote to its regulator. */
export const awayWords = catalog(
	{
		title: 'Ailleurs que chez moi',
		now: 'Avant de servir une personne qui est ailleurs, lisez la fiche de l’endroit et notez ce que vous avez vérifié.',
		home: (place: string) => `Votre endroit\u00a0: ${place}. Il n’y a rien à vérifier pour les personnes qui y sont.`,
		checkedUntil: (when: string) => `Vérifié, jusqu’au ${when}`,
		checkOver: (when: string) => `Vérification passée depuis le ${when}\u00a0: à refaire`,
		sheetChanged: 'La fiche a changé depuis votre lecture\u00a0: à relire',
		notChecked: 'Pas encore vérifié',
		state: 'Un État des États-Unis',
		stateHint: 'Chaque État a ses règles et ses permis.',
		stateGo: 'Ouvrir sa fiche',
		told: (when: string) => `Organisme avisé le ${when}`,
		sheet: 'Ce que dit la fiche',
		authorisation: (kind: string) =>
			({
				required: 'Il faut une autorisation de cet endroit.',
				exempt: 'Une exemption est prévue.',
				unknown: 'On ne sait pas s’il faut une autorisation.',
			})[kind] ?? kind,
		noRoute: 'Aucune voie n’est connue pour une personne autorisée au Canada seulement.',
		regulator: (name: string) => `Organisme\u00a0: ${name}`,
		laws: 'Lois sur la vie privée',
		noLaws: 'Aucune loi n’est dans les fiches\u00a0: cherchez-la avant de cocher.',
		noSheet: 'Aucune fiche pour cet endroit.',
		check: 'Noter ma vérification',
		rulesRead: 'J’ai lu les règles de cet endroit',
		orderRulesRead: 'J’ai lu ce que mon ordre ou mon association en dit',
		privacyRead: 'J’ai lu la loi sur la vie privée de cet endroit',
		right: 'À quel titre j’y exerce',
		rightIs: (kind: string) =>
			({
				permit: 'J’y ai une autorisation (notez-la aussi dans vos autorisations)',
				exemption: 'Une exemption, dont j’ai la source',
				notRequired: 'Aucune autorisation n’y est demandée',
				none: 'Je n’y ai aucun droit d’exercer',
			})[kind] ?? kind,
		source: 'Source de l’exemption',
		sourceHint: 'Lettre, page, article\u00a0: ce que vous montreriez à l’inspection.',
		rightUntil: 'Ce droit prend fin le',
		until: 'À vérifier de nouveau le',
		save: 'Signer ma vérification',
		saved: 'Votre vérification est notée.',
		tell: 'Aviser l’organisme de l’endroit',
		tellWhy: 'Voici une lettre prête. Elle ne dit rien d’une cliente ou d’un client. Envoyez-la, puis notez le jour.',
		letter: 'Lettre',
		to: 'Envoyée à',
		sentOn: 'Le',
		tellSave: 'Noter l’envoi',
		tellSaved: 'L’envoi est noté.',
		letterText: ({ name, title, regulator, number, home, place, email, phone }: LetterFacts) =>
			`Objet\u00a0: intention d’offrir des services à distance à une personne qui se trouve ${place}\n\nBonjour,\n\nJe suis ${name}, ${title}. J’exerce ${home} (${regulator}, numéro ${number}).\n\nJ’ai l’intention d’offrir des services à distance à une personne qui se trouve ${place}. Merci de me dire si une autorisation, un permis temporaire ou une assurance sont demandés, et quelles règles s’appliquent.\n\nVous pouvez me joindre\u00a0: ${email}, ${phone}.\n\nMerci,\n${name}, ${title}`,
	},
	{
		title: 'Away from home',
		now: 'Before you serve a person who is elsewhere, read that place’s sheet and note what you checked.',
		home: (place) => `Your place: ${place}. There is nothing to check for people who are there.`,
		checkedUntil: (when) => `Checked, until ${when}`,
		checkOver: (when) => `Check over since ${when}: to be done again`,
		sheetChanged: 'The sheet changed since you read it: to be read again',
		notChecked: 'Not checked yet',
		state: 'A state of the United States',
		stateHint: 'Each state has its own rules and permits.',
		stateGo: 'Open its sheet',
		told: (when) => `Regulator told on ${when}`,
		sheet: 'What the sheet says',
		authorisation: (kind) =>
			({
				required: 'An authorisation from this place is needed.',
				exempt: 'An exemption is provided for.',
				unknown: 'It is not known whether an authorisation is needed.',
			})[kind] ?? kind,
		noRoute: 'No route is known for a person registered in Canada only.',
		regulator: (name) => `Regulator: ${name}`,
		laws: 'Privacy laws',
		noLaws: 'No law is in the sheets: look for it before you tick.',
		noSheet: 'No sheet for this place.',
		check: 'Note what I checked',
		rulesRead: 'I have read the rules of this place',
		orderRulesRead: 'I have read what my order or association says of it',
		privacyRead: 'I have read the privacy law of this place',
		right: 'By which right I practise there',
		rightIs: (kind) =>
			({
				permit: 'I hold an authorisation there (note it among your permits too)',
				exemption: 'An exemption, whose source I have',
				notRequired: 'No authorisation is asked for there',
				none: 'I have no right to practise there',
			})[kind] ?? kind,
		source: 'Source of the exemption',
		sourceHint: 'Letter, page, section: what you would show at an inspection.',
		rightUntil: 'This right ends on',
		until: 'To be checked again on',
		save: 'Sign my check',
		saved: 'Your check is noted.',
		tell: 'Tell the regulator of the place',
		tellWhy: 'Here is a letter, ready. It says nothing of any client. Send it, then note the day.',
		letter: 'Letter',
		to: 'Sent to',
		sentOn: 'On',
		tellSave: 'Note that it was sent',
		tellSaved: 'The sending is noted.',
		letterText: ({ name, title, regulator, number, home, place, email, phone }) =>
			`Subject: intention to offer services at a distance to a person who is ${place}\n\nHello,\n\nI am ${name}, ${title}. I practise ${home} (${regulator}, number ${number}).\n\nI intend to offer services at a distance to a person who is ${place}. Please tell me whether an authorisation, a temporary permit or insurance is required, and which rules apply.\n\nYou can reach me at ${email} or ${phone}.\n\nThank you,\n${name}, ${title}`,
	},
);

/** What the letter to a regulator is filled with: nothing of any client. */
export interface LetterFacts {
	readonly name: string;
	readonly title: string;
	readonly regulator: string;
	readonly number: string;
	readonly home: string;
	readonly place: string;
	readonly email: string;
	readonly phone: string;
}
