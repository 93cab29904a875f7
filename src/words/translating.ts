import { catalog } from './i18n.ts';

interface Named {
	/** A language, as the reader of the page calls it. */
	readonly language: string;
}

/** A text in a further language: to read, and to give to be read. */
export const translatingWords = catalog(
	{
		choose: 'Lire dans une autre langue',
		binds: ({ language }: Named) =>
			`Le texte en ${language} est celui qui compte. Cette traduction vous aide à le lire.`,
		bindingText: ({ language }: Named) => `Le texte qui compte, en ${language}`,
		notThis: ({ language }: Named) => `Ce point n’est pas traduit. Le voici en ${language}.`,
		readIn: ({ language }: Named) => `lu en ${language}`,
		others: 'Autres langues',
		count: (n: number) => (n === 0 ? '' : n === 1 ? '1 texte' : `${n} textes`),
		why: 'Une personne lit la clause dans sa langue. Le français et l’anglais restent ce qui compte.',
		language: 'Langue',
		titleLabel: 'Titre, dans cette langue',
		body: 'Texte, dans cette langue',
		bodyHint: 'Une ligne vide sépare deux paragraphes.',
		translatedBy: 'Qui a traduit',
		reviewedBy: 'Qui a relu',
		reviewedByHint: 'Une autre personne qui lit cette langue.',
		save: 'Offrir cette traduction',
		saved: 'La traduction est offerte à la lecture.',
		of: (n: number) => `rend la version ${n}`,
		by: 'Traduit par',
		again: 'Relu par',
		stale: 'Le texte a changé depuis. Cette traduction n’est plus offerte.',
		remove: 'Ne plus l’offrir',
		removed: 'Elle n’est plus offerte.',
		publishFirst: 'Publiez d’abord cette clause\u00a0: une traduction rend un texte publié.',
	},
	{
		choose: 'Read in another language',
		binds: ({ language }) => `The text in ${language} is the one that counts. This translation helps you read it.`,
		bindingText: ({ language }) => `The text that counts, in ${language}`,
		notThis: ({ language }) => `This point is not translated. Here it is in ${language}.`,
		readIn: ({ language }) => `read in ${language}`,
		others: 'Other languages',
		count: (n) => (n === 0 ? '' : n === 1 ? '1 text' : `${n} texts`),
		why: 'A person reads the clause in their own language. French and English remain what counts.',
		language: 'Language',
		titleLabel: 'Title, in this language',
		body: 'Text, in this language',
		bodyHint: 'An empty line parts two paragraphs.',
		translatedBy: 'Who translated it',
		reviewedBy: 'Who read it again',
		reviewedByHint: 'Somebody else who reads this language.',
		save: 'Offer this translation',
		saved: 'The translation is offered to readers.',
		of: (n) => `renders version ${n}`,
		by: 'Translated by',
		again: 'Read again by',
		stale: 'The text has changed since. This translation is no longer offered.',
		remove: 'Offer it no longer',
		removed: 'It is no longer offered.',
		publishFirst: 'Publish this clause first: a translation renders a published text.',
	},
);
