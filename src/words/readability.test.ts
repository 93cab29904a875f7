import { describe, expect, test } from 'vitest';
import { easeOf, readingEase, syllablesEn, syllablesFr } from './readability.ts';

describe('French syllables as they are said', () => {
	const known: Readonly<Record<string, number>> = {
		le: 1,
		vous: 1,
		nous: 1,
		oui: 1,
		eau: 1,
		vie: 1,
		année: 2,
		aide: 1,
		table: 1,
		porte: 1,
		portes: 1,
		quatre: 1,
		que: 1,
		question: 2,
		guerre: 1,
		client: 2,
		prière: 2,
		ouvrier: 3,
		créer: 2,
		réel: 2,
		vidéo: 3,
		théâtre: 2,
		essayer: 3,
		moyen: 2,
		haïr: 2,
		parlaient: 2,
		moment: 2,
		dossier: 2,
		téléphone: 3,
		confidentialité: 6,
		renseignements: 4,
		œuvre: 1,
		travailleuse: 3,
		famille: 2,
		feuille: 1,
		'aujourd’hui': 3,
		'l’ordre': 1,
		'qu’il': 1,
		rencontre: 2,
		consentement: 4,
		urgence: 2,
		idées: 2,
		'911': 3,
	};
	test.each(Object.entries(known))('%s', (word, syllables) => expect(syllablesFr(word)).toBe(syllables));
});

describe('English syllables as they are said', () => {
	const known: Readonly<Record<string, number>> = {
		the: 1,
		you: 1,
		we: 1,
		be: 1,
		life: 1,
		help: 1,
		asked: 1,
		wanted: 2,
		needed: 2,
		boxes: 2,
		services: 3,
		names: 1,
		table: 2,
		people: 2,
		social: 2,
		worker: 2,
		client: 2,
		science: 2,
		situation: 4,
		quiet: 2,
		being: 2,
		trying: 2,
		video: 3,
		telephone: 3,
		confidential: 4,
		information: 4,
		emergency: 4,
		message: 2,
		agree: 2,
		record: 2,
		here: 1,
		because: 2,
		someone: 2,
		danger: 2,
		file: 1,
		files: 1,
		used: 1,
	};
	test.each(Object.entries(known))('%s', (word, syllables) => expect(syllablesEn(word)).toBe(syllables));
});

describe('the score', () => {
	test('is Kandel and Moles’s in French: 5 words, 6 syllables, 1 sentence', () => {
		expect(readingEase('Le chat dort au salon.', 'fr')).toBeCloseTo(207 - 1.015 * 5 - 73.6 * (6 / 5), 6);
	});
	test('is Flesch’s in English: 6 words, 6 syllables, 1 sentence', () => {
		expect(readingEase('The cat sat on the mat.', 'en')).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 6);
	});
	test('a lawyer’s sentence is hard, a friend’s is easy, in both languages', () => {
		const lawyer =
			'Nonobstant toute disposition contraire, la communication de renseignements personnels demeure subordonnée à l’obtention préalable d’une autorisation expresse de la personne concernée ou de son représentant dûment mandaté.';
		expect(readingEase(lawyer, 'fr')).toBeLessThan(20);
		expect(readingEase('Rien ne sort sans votre accord. Vous pouvez dire non.', 'fr')).toBeGreaterThan(80);
		expect(
			readingEase(
				'Notwithstanding any provision to the contrary, communication of personal information remains conditional upon prior authorisation.',
				'en',
			),
		).toBeLessThan(10);
		expect(readingEase('Nothing leaves here without your yes. You can say no.', 'en')).toBeGreaterThan(80);
	});
	test('each line of a list is a sentence; addresses are not read', () => {
		expect(readingEase('une porte\nune table\nune vie', 'fr')).toBeGreaterThan(
			readingEase('une porte une table une vie', 'fr'),
		);
		expect(readingEase('Écrivez ici. renseignements.generaux@exemple.org', 'fr')).toBe(
			readingEase('Écrivez ici.', 'fr'),
		);
	});
	test('is shown as a whole number from 0 to 100', () => {
		expect(easeOf('Le chat dort au salon.', 'fr')).toBe(100);
		expect(easeOf('Nonobstant l’inconstitutionnalité.', 'fr')).toBe(0);
	});
	test('an empty text cannot pass for a hard one', () => expect(readingEase('', 'fr')).toBe(100));
});
