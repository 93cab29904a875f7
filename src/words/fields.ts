import { catalog, type Locale } from './i18n.ts';

const words = catalog(
	{
		'field.id': 'Ce choix n’est plus valable. Rechargez la page, puis choisissez de nouveau.',
		'field.instant': 'Donnez une date et une heure.',
		'field.day': 'Donnez une date complète\u00a0: année, mois et jour.',
		'field.line': 'Écrivez une courte réponse ici.',
		'field.text': 'Écrivez votre réponse ici.',
		'field.required': 'Une réponse est nécessaire ici.',
		'field.tooLong': 'Ce texte est trop long. Gardez l’essentiel.',
		'field.tooMany': 'Il y en a trop. Gardez l’essentiel.',
		'field.control': 'Un signe caché s’est glissé ici. Tapez la réponse de nouveau.',
		'field.reason': 'Dites pourquoi, en quelques mots.',
		'field.choice': 'Choisissez une des réponses.',
		'field.email': 'Écrivez le courriel en entier, par exemple nom@exemple.ca.',
		'field.phone': 'Écrivez le numéro au complet, par exemple 506\u00a0555-0123.',
		'field.url': 'Écrivez l’adresse du site en entier, par exemple https://exemple.ca.',
		'field.territory': 'Choisissez une province, un territoire ou un pays.',
		'field.number': 'Écrivez un nombre, ni trop petit ni trop grand.',
		'field.time': 'Écrivez l’heure comme ceci\u00a0: 09:00.',
		'field.address': 'Ce n’est pas une adresse de réception. Copiez la ligne en entier.',
		'field.numbers': 'Ces nombres ne vont pas avec cette adresse. Ne transférez rien : rappelez l’autre cabinet.',
		'field.endBeforeStart': 'La fin doit venir après le début.',
		'message.purpose': 'Dites pourquoi vous écrivez.',
		'request.oneWay': 'Donnez au moins un moyen de vous joindre : ce téléphone ou un courriel.',
	},
	{
		'field.id': 'This choice is no longer valid. Reload the page, then choose again.',
		'field.instant': 'Give a date and a time.',
		'field.day': 'Give a full date: year, month and day.',
		'field.line': 'Write a short answer here.',
		'field.text': 'Write your answer here.',
		'field.required': 'An answer is needed here.',
		'field.tooLong': 'This text is too long. Keep the main points.',
		'field.tooMany': 'There are too many. Keep the main ones.',
		'field.control': 'A hidden character slipped in here. Type the answer again.',
		'field.reason': 'Say why, in a few words.',
		'field.choice': 'Choose one of the answers.',
		'field.email': 'Write the whole e-mail address, for example name@example.ca.',
		'field.phone': 'Write the whole number, for example 506-555-0123.',
		'field.url': 'Write the whole web address, for example https://example.ca.',
		'field.territory': 'Choose a province, a territory or a country.',
		'field.number': 'Write a number, not too small and not too large.',
		'field.time': 'Write the time like this: 09:00.',
		'field.address': 'This is no receiving address. Copy the whole line.',
		'field.numbers': 'These numbers do not go with this address. Transfer nothing: call the other practice again.',
		'field.endBeforeStart': 'The end must come after the start.',
		'message.purpose': 'Say why you are writing.',
		'request.oneWay': 'Give at least one way to reach you: this telephone or an e-mail address.',
	},
);

/** What a schema says without words of its own is never shown as it is. */
const unreadable: Readonly<Record<Locale, string>> = {
	fr: 'Il manque une réponse ici, ou elle n’a pas pu être lue.',
	en: 'An answer is missing here, or it could not be read.',
};

/** What is wrong with one answer of a form, in a person's words; `key` is the message of its schema. */
export function fieldWords(lang: Locale, key: string): string {
	const known: Readonly<Record<string, string>> = words(lang);
	return Object.hasOwn(known, key) ? (known[key] ?? unreadable[lang]) : unreadable[lang];
}
