import { catalog } from './i18n.ts';

/** A client who is in another place than the practitioner: what that changes, read before they are let in. */
export const placeNoticeWords = catalog(
	{
		title: (place: string) => `Le service peut être réputé rendu ${place}`,
		why: (name: string, place: string) =>
			`${name} est ${place}, et vous êtes ailleurs. Par endroits, c’est là où est le client que le service compte comme donné\u00a0: ses règles s’ajoutent aux vôtres.`,
		authorisation: (kind: string) =>
			({
				required: 'Il faut une autorisation de cet endroit.',
				exempt: 'Une exemption est prévue.',
				unknown: 'On ne sait pas s’il faut une autorisation.',
			})[kind] ?? kind,
		regulator: (name: string) => `Organisme\u00a0: ${name}`,
		noSheet: 'Aucune fiche pour cet endroit\u00a0: cherchez ses règles, puis notez ce que vous avez lu.',
		clocks: 'Cet endroit vit à deux heures\u00a0: convenez de l’heure de sa ville.',
		sheet: 'Voir les règles de ce lieu',
		readOn: (when: string) => `Vous avez lu cet avis le ${when}.`,
		read: 'J’ai lu cet avis',
		done: 'Votre lecture est notée.',
	},
	{
		title: (place) => `The service may be deemed given ${place}`,
		why: (name, place) =>
			`${name} is ${place}, and you are elsewhere. In some places, the service counts as given where the client is: its rules add to yours.`,
		authorisation: (kind) =>
			({
				required: 'An authorisation from this place is needed.',
				exempt: 'An exemption is provided for.',
				unknown: 'It is not known whether an authorisation is needed.',
			})[kind] ?? kind,
		regulator: (name) => `Regulator: ${name}`,
		noSheet: 'No sheet for this place: look for its rules, then note what you read.',
		clocks: 'This place lives by two clocks: agree on the hour of their town.',
		sheet: 'See the rules of that place',
		readOn: (when) => `You read this notice on ${when}.`,
		read: 'I have read this notice',
		done: 'Your reading is noted.',
	},
);

/** The rules of two places at once. */
export const bothPlacesWords = catalog(
	{
		title: 'Les règles des deux endroits',
		why: 'Les deux s’appliquent. Là où elles parlent de la même chose, la plus exigeante l’emporte.',
		places: (mine: string, theirs: string) => `Vous\u00a0: ${mine} · La personne\u00a0: ${theirs}`,
		age: (age: number, place: string) => `Pour consentir sans parent ni tuteur\u00a0: ${age} ans (${place})`,
		keep: (years: number, place: string) => `Garder le dossier au moins ${years} ans (${place})`,
		law: (name: string, place: string) => `Vie privée\u00a0: ${name} (${place})`,
		child: (name: string, place: string) => `Enfant en danger\u00a0: ${name} (${place})`,
		sheet: (title: string, place: string) => `${title} (${place})`,
	},
	{
		title: 'The rules of both places',
		why: 'Both apply. Where they speak of the same thing, the stricter one wins.',
		places: (mine, theirs) => `You: ${mine} · The person: ${theirs}`,
		age: (age, place) => `To consent without parent or guardian: ${age} years old (${place})`,
		keep: (years, place) => `Keep the file at least ${years} years (${place})`,
		law: (name, place) => `Privacy: ${name} (${place})`,
		child: (name, place) => `Child in danger: ${name} (${place})`,
		sheet: (title, place) => `${title} (${place})`,
	},
);
