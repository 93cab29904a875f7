import { describe, expect, test } from 'vitest';
import { DAY } from '#server/kernel/time.ts';
import { bench, NOON } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { countsUntil, type PolicyEntry, type PolicyFacts, policyFold } from './facts.ts';

const { given } = bench<PolicyFacts, PolicyEntry>(policyFold);

const words = {
	title: 'Vos services',
	summary: ['Nous parlons à distance.'],
	text: ['Nous parlons à distance.'],
	easy: ['On se parle de loin.'],
};
const both = { fr: words, en: words };
const adopted = (...clauses: readonly string[]) =>
	({ kind: 'policy.adopted', data: { document: 'services', clauses } }) as const;
const published = (version: number, material: boolean) =>
	({
		kind: 'policy.published',
		data: { document: 'services', version, material, states: {}, clauses: { services: both } },
	}) as const;

describe('the draft', () => {
	test('takes clauses from the library', () => {
		const input = { document: 'services', clauses: ['services', 'risks'] };
		expect(given().when(acts.adoptPolicy, input)).toEqual({ did: [{ kind: 'policy.adopted', data: input }] });
		expect(given(adopted('services', 'risks')).facts.joint.documents.services?.draft).toMatchObject({
			services: { own: false },
			risks: { own: false },
		});
	});
	test('takes no clause without a name, and no document by a name that every object has', () => {
		expect(given().when(acts.adoptPolicy, { document: 'services', clauses: [] })).toEqual({
			wrong: { clauses: 'field.required' },
		});
		expect(given().when(acts.adoptPolicy, { document: 'les services', clauses: ['risks'] })).toEqual({
			wrong: { document: 'field.choice' },
		});
		for (const document of ['constructor', 'toString', 'valueOf'])
			expect(given().when(acts.removeClause, { document, clause: 'risks' })).toEqual({
				wrong: { document: 'field.choice' },
			});
		expect(given(adopted('risks')).when(acts.removeClause, { document: 'services', clause: 'hasOwnProperty' })).toEqual(
			{ wrong: { clause: 'field.choice' } },
		);
	});
	const own = { document: 'services', clause: 'risks', fr: 'Nos risques', en: 'Our risks', omitted: [] };
	test('takes a clause in the practice’s own words', () => {
		expect(given().when(acts.writeClause, own)).toEqual({ did: [{ kind: 'clause.written', data: own }] });
		expect(given({ kind: 'clause.written', data: own }).facts.joint.documents.services?.draft.risks).toMatchObject({
			own: true,
			omitted: [],
		});
	});
	test('[qc-2.02-d] leaves a part out for a reason only', () => {
		const without = { ...own, omitted: ['risks.leaks'] };
		expect(given().when(acts.writeClause, without)).toEqual({ refused: 'clause.omissionReason' });
		const why = { ...without, reason: 'aucun écrit n’est échangé' };
		expect(given().when(acts.writeClause, why)).toEqual({ did: [{ kind: 'clause.written', data: why }] });
	});
	test('leaves nothing out when no box was ticked', () => {
		const { omitted: _, ...typed } = own;
		expect(given().when(acts.writeClause, typed)).toEqual({ did: [{ kind: 'clause.written', data: own }] });
	});
	test('is refused where it says what the running system does', () => {
		expect(given().when(acts.writeClause, { ...own, document: 'records', clause: 'storage' })).toEqual({
			refused: 'clause.bySystem',
		});
	});
	test('is written in both languages', () => {
		expect(given().when(acts.writeClause, { ...own, en: ' ' })).toEqual({ wrong: { en: 'field.required' } });
	});
	test('loses a clause that it holds, and only such a one', () => {
		const input = { document: 'services', clause: 'risks' };
		expect(given(adopted('risks')).when(acts.removeClause, input)).toEqual({
			did: [{ kind: 'clause.removed', data: input }],
		});
		expect(given(adopted('services')).when(acts.removeClause, input)).toEqual({ refused: 'clause.unknown' });
		expect(given().when(acts.removeClause, input)).toEqual({ refused: 'clause.unknown' });
		expect(
			given(adopted('services', 'risks'), { kind: 'clause.removed', data: input }).facts.joint.documents.services
				?.draft,
		).toMatchObject({ services: {} });
	});
});

describe('publishing', () => {
	const input = { document: 'services', material: true, states: { storage: 'ici' }, clauses: { services: both } };
	test('freezes the words of the draft as the next version', () => {
		const data = {
			document: 'services',
			version: 1,
			material: true,
			states: { storage: 'ici' },
			clauses: { services: both },
			reviewOn: '2027-11-22',
		};
		expect(given(adopted('services')).when(acts.publishPolicy, input)).toEqual({
			did: [{ kind: 'policy.published', data }],
		});
		expect(given(adopted('services'), published(1, true)).when(acts.publishPolicy, input)).toEqual({
			did: [{ kind: 'policy.published', data: { ...data, version: 2 } }],
		});
	});
	test('is for a draft that holds something, and for the draft that was read', () => {
		expect(given().when(acts.publishPolicy, input)).toEqual({ refused: 'policy.noDraft' });
		expect(given(adopted('services', 'risks')).when(acts.publishPolicy, input)).toEqual({
			refused: 'policy.draftChanged',
		});
		expect(given(adopted('risks')).when(acts.publishPolicy, input)).toEqual({ refused: 'policy.draftChanged' });
	});
	test('takes whole clauses only', () => {
		const { title: _, ...untitled } = words;
		const answer = given(adopted('services')).when(acts.publishPolicy, {
			...input,
			clauses: { services: { fr: untitled, en: words } },
		});
		expect(Object.keys('wrong' in answer ? answer.wrong : {})).toEqual(['clauses.services.fr.title']);
	});
	test('is judged about that document', () => {
		expect(given().asks(acts.publishPolicy, input)).toEqual({
			gates: ['policy.publish'],
			focus: { subject: 'services' },
		});
	});
	test('remembers which of its clauses are the practice’s own words', () => {
		const own = { document: 'services', clause: 'risks', fr: 'Nos mots.', en: 'Our words.', omitted: [] };
		const wrote = { kind: 'clause.written', data: own } as const;
		const { services } = given(adopted('services'), wrote, published(1, true)).facts.joint.documents;
		expect(services?.published).toMatchObject({ clauses: ['services'], own: [] });
		const again = given(adopted('services'), { ...wrote, data: { ...own, clause: 'services' } }, published(1, true));
		expect(again.facts.joint.documents.services?.published?.own).toEqual(['services']);
	});
	test('keeps the version of the last material change: a minor one asks nobody again', () => {
		const { services } = given(adopted('services'), published(1, true), published(2, false)).facts.joint.documents;
		expect(services).toMatchObject({ materialVersion: 1, published: { version: 2, clauses: ['services'] } });
		expect(
			given(adopted('services'), published(1, false), published(2, true)).facts.joint.documents.services
				?.materialVersion,
		).toBe(2);
	});
	test('what the running system does has changed: those who agreed are asked again, whatever was ticked', () => {
		const minor = { ...input, material: false, states: { storage: 'ailleurs' } };
		expect(given(adopted('services'), published(1, false)).when(acts.publishPolicy, minor)).toMatchObject({
			did: [{ data: { version: 2, material: true } }],
		});
		expect(
			given(adopted('services'), published(1, false)).when(acts.publishPolicy, { ...minor, states: {} }),
		).toMatchObject({ did: [{ data: { version: 2, material: false } }] });
	});
	test('gives a period of grace in days, and a day on which to read it again', () => {
		const soon = { ...input, graceDays: 10, reviewOn: '2027-02-01' };
		expect(given(adopted('services')).when(acts.publishPolicy, soon)).toMatchObject({
			did: [{ data: { graceDays: 10, reviewOn: '2027-02-01' } }],
		});
		expect(given(adopted('services')).when(acts.publishPolicy, { ...input, graceDays: -1 })).toEqual({
			wrong: { graceDays: 'field.number' },
		});
		expect(given(adopted('services')).when(acts.publishPolicy, { ...input, reviewOn: '2026-11-22' })).toEqual({
			refused: 'policy.reviewPast',
		});
	});
	test('an earlier version counts until the grace of the first material change after it', () => {
		const at = NOON;
		const two = { ...published(2, true), at } as const;
		const three = { ...published(3, true), at: at + 5 * DAY } as const;
		const { services } = given(adopted('services'), published(1, true), two, published(4, false), three).facts.joint
			.documents;
		expect(countsUntil(services, 1)).toBe(at + 30 * DAY);
		expect(countsUntil(services, 2)).toBe(at + 35 * DAY);
		expect(countsUntil(services, 3)).toBeUndefined();
		expect(countsUntil(undefined, 1)).toBeUndefined();
	});
	test('[nb-2-e] remembers the parts that were left out, and its date to be read again', () => {
		const own = {
			document: 'services',
			clause: 'risks',
			fr: 'Nos mots.',
			en: 'Our words.',
			omitted: ['risks.leaks'],
			reason: 'rien n’est écrit',
		};
		const wrote = { kind: 'clause.written', data: own } as const;
		const both2 = { ...published(1, true), at: NOON };
		const whole = { ...both2, data: { ...both2.data, clauses: { risks: both } } } as const;
		expect(given(wrote, whole).facts.joint.documents.services?.published).toMatchObject({
			omitted: ['risks.leaks'],
			reviewOn: '2027-11-22',
		});
	});
});

describe('reading again', () => {
	test('[nb-2-e] a document is kept without change, to a later day', () => {
		const kept = given(adopted('services'), published(1, true));
		expect(kept.when(acts.reviewPolicy, { document: 'services' })).toEqual({
			did: [{ kind: 'policy.reviewed', data: { document: 'services', version: 1, reviewOn: '2027-11-22' } }],
		});
		expect(kept.when(acts.reviewPolicy, { document: 'services', reviewOn: '2026-01-01' })).toEqual({
			refused: 'policy.reviewPast',
		});
		expect(given(adopted('services')).when(acts.reviewPolicy, { document: 'services' })).toEqual({
			refused: 'policy.notPublished',
		});
		expect(kept.when(acts.reviewPolicy, { document: 'constructor' })).toEqual({ wrong: { document: 'field.choice' } });
	});
	test('the practice says how often: its next date follows', () => {
		const twice = { kind: 'rhythm.set', data: { of: 'policy', months: 6 } } as const;
		expect(given().when(acts.setRhythm, twice.data)).toEqual({ did: [twice] });
		expect(given().when(acts.setRhythm, { of: 'policy', months: 0 })).toEqual({ wrong: { months: 'field.number' } });
		expect(given().when(acts.setRhythm, { of: 'dreams', months: 6 })).toEqual({ wrong: { of: 'field.choice' } });
		expect(
			given(twice, adopted('services'), published(1, true)).when(acts.reviewPolicy, { document: 'services' }),
		).toMatchObject({ did: [{ data: { reviewOn: '2027-05-22' } }] });
	});
});
