import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type IdentityEntry, type IdentityFacts, identityFold } from './facts.ts';

const { given } = bench<IdentityFacts, IdentityEntry>(identityFold);
const person = lea.person;
const session = uid(61);

describe('who the person is', () => {
	test('[qc-2.04-a] is seen on a document, of which the kind alone is kept', () => {
		const data = { person, document: 'healthCard', how: 'video' };
		expect(given().when(acts.checkIdentity, data)).toEqual({ did: [{ kind: 'identity.checked', part: person, data }] });
		const more = { ...data, number: 'LEAX 1234 5678', image: 'data:image/png;base64,AAAA' };
		expect(given().when(acts.checkIdentity, more)).toEqual({ did: [{ kind: 'identity.checked', part: person, data }] });
		expect(given().when(acts.checkIdentity, { ...data, document: 'selfie' })).toEqual({
			wrong: { document: 'field.choice' },
		});
	});
	test('may stay unknown for a reason', () => {
		const data = { person, reason: 'ligne anonyme' };
		expect(given().when(acts.waiveIdentity, data)).toEqual({ did: [{ kind: 'identity.waived', part: person, data }] });
		expect(given().when(acts.waiveIdentity, { person, reason: '' })).toEqual({ wrong: { reason: 'field.reason' } });
	});
	test('[qc-2.04-c] when unknown, the limits are told, by one means or another', () => {
		const data = { person, means: 'voice' };
		expect(given().when(acts.tellLimits, data)).toEqual({ did: [{ kind: 'limits.told', part: person, data }] });
		expect(given().when(acts.tellLimits, { person, means: 'dream' })).toEqual({ wrong: { means: 'field.choice' } });
	});
	test('an agreed word is never kept', () => {
		expect(given().when(acts.agreeCodeWord, { person, word: 'coquelicot' })).toEqual({
			did: [{ kind: 'codeWord.agreed', part: person, data: { person } }],
		});
		expect(given().when(acts.agreeCodeWord, { person: 'Léa' })).toEqual({ wrong: { person: 'field.id' } });
	});
});

describe('who the person is, later', () => {
	const agreed = { kind: 'codeWord.agreed', part: person, data: { person } } as const;
	test('[qc-2.04-a] is known by the word that was agreed: heard or not, never written', () => {
		const data = { person, session, heard: true };
		expect(given(agreed).when(acts.hearCodeWord, { ...data, word: 'coquelicot' })).toEqual({
			did: [{ kind: 'codeWord.heard', part: person, data }],
		});
		expect(given().when(acts.hearCodeWord, data)).toEqual({ refused: 'codeWord.notAgreed' });
		expect(given(agreed).when(acts.hearCodeWord, { person, session })).toEqual({ wrong: { heard: 'field.required' } });
		expect(given(agreed, { kind: 'codeWord.heard', part: person, data }).facts.of(person).heard).toMatchObject({
			session,
			same: true,
		});
	});
	const nameless = {
		kind: 'dossier.opened',
		data: { kind: 'person', label: 'Rivière bleue', practitioner: uid(1), anonymous: true },
	} as const;
	test('[nb-5-i] is theirs to say when no name was asked', () => {
		const data = { person, name: 'Léa Roy' };
		expect(given(nameless).when(acts.comeForward, data, byLea)).toEqual({
			did: [{ kind: 'dossier.cameForward', data }],
		});
		expect(given().when(acts.comeForward, data, byLea)).toEqual({ refused: 'identity.known' });
		expect(given(nameless).when(acts.comeForward, { person, name: ' ' }, byLea)).toEqual({
			wrong: { name: 'field.required' },
		});
	});
});

describe('[qc-2.04-b] where the person is', () => {
	const rimouski = { person, session, place: 'new', territory: 'QC', town: 'Rimouski', alone: 'yes' } as const;
	const arrived = (data: Extract<IdentityEntry, { kind: 'arrival.declared' }>['data']) =>
		({ kind: 'arrival.declared', part: person, data }) as const;
	test('is declared for one session, with what else the person says', () => {
		expect(given().when(acts.declareArrival, rimouski, byLea)).toEqual({ did: [arrived(rimouski)] });
		const more = { ...rimouski, address: '12, rue du Phare', callBack: '418 555-0123' };
		expect(given().when(acts.declareArrival, more, byLea)).toEqual({ did: [arrived(more)] });
	});
	test('when new, has a town and a territory', () => {
		const { town: _, ...townless } = rimouski;
		expect(given().when(acts.declareArrival, townless, byLea)).toEqual({ refused: 'arrival.placeMissing' });
		const { territory: __, ...nowhere } = rimouski;
		expect(given().when(acts.declareArrival, nowhere, byLea)).toEqual({ refused: 'arrival.placeMissing' });
	});
	test('can be the same as last time, when there was one', () => {
		const same = { person, session: uid(62), place: 'same', alone: 'notSaid' } as const;
		expect(given().when(acts.declareArrival, same, byLea)).toEqual({ refused: 'arrival.noLastPlace' });
		expect(given(arrived(rimouski)).when(acts.declareArrival, same, byLea)).toEqual({ did: [arrived(same)] });
		expect(given(arrived(rimouski), arrived(same)).facts.of(person).arrival).toMatchObject({
			session: uid(62),
			territory: 'QC',
			town: 'Rimouski',
		});
	});
	test('may be kept to oneself, and alone or not may stay unsaid', () => {
		const withheld = { person, session, place: 'withheld', alone: 'notSaid' } as const;
		expect(given().when(acts.declareArrival, withheld, byLea)).toEqual({ did: [arrived(withheld)] });
		const { facts } = given(arrived(rimouski), arrived(withheld));
		expect(facts.of(person).arrival).toMatchObject({ withheld: true });
		expect(facts.of(person).arrival).not.toHaveProperty('town');
		expect(facts.of(person).lastPlace).toEqual({ territory: 'QC', town: 'Rimouski' });
	});
	test('keeps no address and no number among the facts', () => {
		const { facts } = given(arrived({ ...rimouski, address: '12, rue du Phare', callBack: '418 555-0123' }));
		expect(JSON.stringify(facts.of(person))).not.toMatch(/Phare|0123/);
		expect(facts.of(person).arrival?.callBack).toBe(true);
	});
	test.each([
		[{ place: 'moon' }, { place: 'field.choice' }],
		[{ alone: 'maybe' }, { alone: 'field.choice' }],
		[{ territory: 'Québec' }, { territory: 'field.territory' }],
		[{ callBack: 'maman' }, { callBack: 'field.phone' }],
		[{ session: 'now' }, { session: 'field.id' }],
	])('is not declared by %j', (wrong, fields) => {
		expect(given().when(acts.declareArrival, { ...rimouski, ...wrong }, byLea)).toEqual({ wrong: fields });
	});
	test('may stay unknown for a signed reason, for that session', () => {
		const data = { person, session, reason: 'ligne coupée deux fois' };
		expect(given().when(acts.waivePlace, data)).toEqual({ did: [{ kind: 'place.waived', part: person, data }] });
		expect(given().when(acts.waivePlace, { ...data, reason: '' })).toEqual({ wrong: { reason: 'field.reason' } });
		expect(given({ kind: 'place.waived', part: person, data }).facts.of(person).arrival).toMatchObject({
			session,
			waived: true,
			alone: 'notSaid',
		});
	});
	test('a reason for another session forgets what was said for this one', () => {
		const data = { person, session: uid(62), reason: 'ligne coupée' };
		const { arrival } = given(arrived(rimouski), { kind: 'place.waived', part: person, data }).facts.of(person);
		expect(arrival).toMatchObject({ session: uid(62), waived: true });
		expect(arrival).not.toHaveProperty('town');
	});
});
