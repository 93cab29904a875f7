import { describe, expect, test } from 'vitest';
import { bench } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type PolicyEntry, type PolicyFacts, policyFold } from './facts.ts';

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
});
