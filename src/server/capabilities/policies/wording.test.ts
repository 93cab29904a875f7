import { describe, expect, test } from 'vitest';
import { bench, type Past } from '../acts.harness.ts';
import { type PolicyEntry, type PolicyFacts, policyFold, rendersNow } from './facts.ts';
import * as acts from './wording.ts';

const { given } = bench<PolicyFacts, PolicyEntry>(policyFold);
const words = { title: 'Titre', summary: ['point'], text: ['texte'], easy: [] };
const both = { fr: words, en: words };
const published = (version: number, material = false): Past<PolicyEntry> => ({
	kind: 'policy.published',
	data: { document: 'services', version, material, states: {}, clauses: { risks: both, fees: both } },
});
const arabic = {
	document: 'services',
	clause: 'risks',
	version: 1,
	territory: 'QC',
	language: 'ar',
	title: 'المخاطر المحتملة',
	body: 'قد تنقطع المكالمة.\n\nقد يسمعك شخص قريب.',
	translatedBy: 'Samira Haddad',
	reviewedBy: 'Karim Nasser',
} as const;
const added = (more: object = {}): Past<PolicyEntry> =>
	({ kind: 'translation.added', data: { ...arabic, ...more } }) as Past<PolicyEntry>;

describe('a clause in a further language', () => {
	test('renders the version that is published, and says who stands behind it', () => {
		expect(given(published(1)).when(acts.addTranslation, arabic)).toEqual({
			did: [{ kind: 'translation.added', data: arabic }],
		});
	});
	test('is of a published clause, in the version that the translator had before them', () => {
		expect(given().when(acts.addTranslation, arabic)).toEqual({ refused: 'translation.notPublished' });
		expect(given(published(1)).when(acts.addTranslation, { ...arabic, clause: 'limits' })).toEqual({
			refused: 'translation.notPublished',
		});
		expect(given(published(1), published(2)).when(acts.addTranslation, arabic)).toEqual({
			refused: 'translation.otherVersion',
		});
	});
	test('is read again by somebody else', () => {
		const alone = { ...arabic, reviewedBy: 'samira haddad' };
		expect(given(published(1)).when(acts.addTranslation, alone)).toEqual({ refused: 'translation.sameReader' });
	});
	test('is in a language of the list, with a title and a text', () => {
		expect(given(published(1)).when(acts.addTranslation, { ...arabic, language: 'fr', title: '', body: '' })).toEqual({
			wrong: { language: 'field.choice', title: 'field.required', body: 'field.required' },
		});
	});
	test('a material change makes it stale, a minor one does not; a new one takes its place', () => {
		const stands = (...lines: readonly Past<PolicyEntry>[]) => {
			const { services } = given(published(1), added(), ...lines).facts.joint.documents;
			return services?.translations.map((t) => [t.version, rendersNow(services, t)]);
		};
		expect(stands(published(2))).toEqual([[1, true]]);
		expect(stands(published(2, true))).toEqual([[1, false]]);
		expect(stands(published(2, true), added({ version: 2 }))).toEqual([[2, true]]);
		expect(stands(added({ language: 'fa' }))).toEqual([
			[1, true],
			[1, true],
		]);
	});
	test('is offered no longer when somebody says so', () => {
		const { document, clause, language } = arabic;
		const it = { document, clause, language };
		expect(given(published(1), added()).when(acts.removeTranslation, it)).toEqual({
			did: [{ kind: 'translation.removed', data: it }],
		});
		expect(given(published(1)).when(acts.removeTranslation, it)).toEqual({ refused: 'translation.unknown' });
		expect(given().when(acts.removeTranslation, { ...it, language: 'xx' })).toEqual({
			wrong: { language: 'field.choice' },
		});
		const gone: Past<PolicyEntry> = { kind: 'translation.removed', data: it };
		expect(given(published(1), added(), gone).facts.joint.documents.services?.translations).toEqual([]);
	});
});

describe('what follows a no to a clause', () => {
	const own = { document: 'services', clause: 'risks', fr: 'On se voit au bureau.', en: 'We meet at the office.' };
	test('is said in the practice’s own words, for a clause or for a part that is answered on its own', () => {
		const video = { ...own, clause: 'channelRisks.video' };
		for (const written of [own, video])
			expect(given().when(acts.writeConsequence, written)).toEqual({
				did: [{ kind: 'consequence.written', data: written }],
			});
	});
	test('is of a clause that the document has, in both languages', () => {
		expect(given().when(acts.writeConsequence, { ...own, clause: 'risks.leaks' })).toEqual({
			refused: 'clause.unknown',
		});
		expect(given().when(acts.writeConsequence, { ...own, document: 'plans' })).toEqual({ refused: 'clause.unknown' });
		expect(given().when(acts.writeConsequence, { ...own, en: '' })).toEqual({ wrong: { en: 'field.required' } });
	});
});
