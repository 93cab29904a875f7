import type { Locale } from './i18n.ts';

/** Addresses are copied, not read; a score that counted them would say nothing of the text. */
const copied = /\S+@\S+|https?:\/\/\S+|www\.\S+/g;
const word = /[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)*/gu;
/** A number is said digit by digit: telephone numbers weigh as much as they should. */
const said = (text: string): string => text.toLowerCase().replace(/\p{N}/gu, 'a ');
const groups = (text: string, vowels: RegExp): number => text.match(vowels)?.length ?? 0;

/**
 * The spoken syllables of a French word. A last mute e is not heard; a verb in -ent cannot be told from a noun and is
 * counted, so that the score errs towards "harder".
 */
export function syllablesFr(text: string): number {
	const letters = said(text)
		.replace(/qu|gu(?=[eiéèêy])/g, 'k')
		.replace(/(?<=[bcdfgptv][lr])i(?=[aeouéèêâô])/g, 'i-') // cli-ent, pri-ère
		.replace(/(?<=[aeouéèê])y(?=[aeiouéèê])/g, '-') // essa-yer
		.replace(/é(?=[aiouéèêâîô]|e(?!s?$))/g, 'é-') // cré-er
		.replace(/(?<=[aeiouéèê])(?=[ïëü])/g, '-'); // ha-ïr
	const heard = groups(letters, /[aeiouyàâäéèêëîïôöùûüœæ]+/g);
	const mute = /[^aeiouyàâäéèêëîïôöùûüœæ]es?$/.test(letters) ? 1 : 0;
	return Math.max(1, heard - mute);
}

/** The spoken syllables of an English word: its groups of vowels, less the endings that are not heard. */
export function syllablesEn(text: string): number {
	const letters = said(text)
		.replace(/(?:(?<=[^laeiouyscgxzh]|[aeiouy]l)es|(?<=[^tdaeiouy])ed|(?<=[^laeiouy]|[aeiouy]l)e)$/, '')
		.replace(/(?<=[tdsm])u(?=a)|i(?=et|at[ei]|or|ol|um)|(?<=[cl])i(?=en[tc])|e(?=o$)|[ey](?=ing)/g, '$&-');
	return Math.max(1, groups(letters, /[aeiouy]+/g));
}

const syllables: Readonly<Record<Locale, (text: string) => number>> = { fr: syllablesFr, en: syllablesEn };

/** Kandel and Moles's reading ease for French, Flesch's for English. */
const score: Readonly<Record<Locale, (wordsPerSentence: number, syllablesPerWord: number) => number>> = {
	fr: (sentence, one) => 207 - 1.015 * sentence - 73.6 * one,
	en: (sentence, one) => 206.835 - 1.015 * sentence - 84.6 * one,
};

/** How easy a text is to read, from 0 (hard) to 100 (easy); 60 is plain. A line, an item of a list, is a sentence. */
export function readingEase(text: string, locale: Locale): number {
	const read = text.replace(copied, ' ');
	const sentences = read.split(/[.!?…]+(?:\s|$)|\n+/).filter((s) => s.match(word)).length;
	const words = read.match(word) ?? [];
	if (words.length === 0) return 100;
	const sounds = words.reduce((sum, w) => sum + syllables[locale](w), 0);
	return score[locale](words.length / sentences, sounds / words.length);
}

/** The same as people are shown it: a whole number from 0 to 100. */
export const easeOf = (text: string, locale: Locale): number =>
	Math.min(100, Math.max(0, Math.round(readingEase(text, locale))));
