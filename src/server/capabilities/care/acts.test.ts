import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, noe, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type CareEntry, type CareFacts, careFold } from './facts.ts';

const { given } = bench<CareFacts, CareEntry>(careFold);
const person = lea.person;

describe('[qc-1.03-b] culture, context and language', () => {
	const context = { person, culture: 'née ici', context: 'garde partagée', language: 'en', interpreter: 'needed' };
	test('are assessed for one person, in their own part', () => {
		expect(given().when(acts.assessContext, context)).toEqual({
			did: [{ kind: 'context.assessed', part: person, data: context }],
		});
	});
	test('are kept as what changes the service: an interpreter, and the language of what is sent', () => {
		const line = { kind: 'context.assessed', part: person, data: context } as const;
		const { facts } = given(line as never);
		expect(facts.of(person).context).toMatchObject({ interpreter: 'needed', language: 'en' });
		expect(facts.of(noe.person).context).toBeUndefined();
		expect(JSON.stringify(facts.of(person))).not.toContain('garde');
	});
	test('are about a person of the file, and say whether somebody interprets', () => {
		expect(given().when(acts.assessContext, { ...context, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.assessContext, { ...context, interpreter: 'maybe', culture: ' ' })).toEqual({
			wrong: { interpreter: 'field.choice', culture: 'field.required' },
		});
	});
});

describe('[qc-2.08-g] a talk alone about safety', () => {
	const talk = { person, held: 'yes', together: 'notOk' } as const;
	test('stands in that person’s own part alone', () => {
		expect(given().when(acts.recordSafetyTalk, { ...talk, note: 'elle a peur' })).toEqual({
			did: [{ kind: 'safetyTalk.recorded', part: person, data: { ...talk, note: 'elle a peur' } }],
		});
		const { facts } = given({ kind: 'safetyTalk.recorded', part: person, data: talk });
		expect(facts.of(person).safetyTalk).toMatchObject({ together: 'notOk' });
		expect(facts.joint).toEqual(careFold.none);
		expect(facts.of(noe.person)).toEqual(careFold.none);
	});
	test('is with somebody of the file, and says its answer', () => {
		expect(given().when(acts.recordSafetyTalk, { ...talk, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.recordSafetyTalk, { person })).toEqual({
			wrong: { held: 'field.choice', together: 'field.choice' },
		});
	});
});

describe('[nb-intro-e] an instrument', () => {
	const use = { person, name: 'Échelle', summary: 'score moyen' };
	test('is used with one person, from the list or by its name', () => {
		expect(given().when(acts.useInstrument, use)).toEqual({
			did: [{ kind: 'instrument.used', part: person, data: use }],
		});
		const listed = { ...use, instrument: uid(35) };
		expect(given().when(acts.useInstrument, listed)).toEqual({
			did: [{ kind: 'instrument.used', part: person, data: listed }],
		});
		expect(given().asks(acts.useInstrument, listed).focus).toEqual({ person, subject: uid(35) });
		expect(given().asks(acts.useInstrument, use).focus).toEqual({ person, subject: 'unlisted' });
	});
	test('has a name and a result, and is for somebody of the file', () => {
		expect(given().when(acts.useInstrument, { person, summary: 'x' })).toEqual({ refused: 'act.invalidInput' });
		expect(given().when(acts.useInstrument, { ...use, summary: '' })).toEqual({ wrong: { summary: 'field.required' } });
		expect(given().when(acts.useInstrument, { ...use, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
	});
});

describe('[nb-caution-d] somebody is not well while writing', () => {
	const flag = { id: uid(95), person, from: 'chat', session: uid(61) } as const;
	const flagged = { kind: 'distress.flagged', part: person, data: flag } as const;
	test('they say so, or the practitioner does, in their own part', () => {
		expect(given().when(acts.flagDistress, flag, byLea)).toEqual({ did: [flagged] });
		expect(given({ ...flagged, by: { as: 'client' } }).facts.of(person).distress[uid(95)]).toMatchObject({
			by: 'person',
			from: 'chat',
		});
		expect(given().when(acts.flagDistress, { ...flag, from: 'pigeon' })).toEqual({ wrong: { from: 'field.choice' } });
	});
	test('one goes on by telephone, video or in person; or says why not', () => {
		const answer = { person, flag: uid(95), to: 'telephone' } as const;
		expect(given(flagged).when(acts.escalateContact, answer)).toEqual({
			did: [{ kind: 'contact.escalated', part: person, data: { ...answer, from: 'chat' } }],
		});
		expect(given(flagged).when(acts.escalateContact, { ...answer, to: 'none' })).toEqual({
			refused: 'distress.reasonMissing',
		});
		expect(given().when(acts.escalateContact, answer)).toEqual({ refused: 'distress.unknown' });
		expect(given(flagged).when(acts.escalateContact, { ...answer, to: 'letter' })).toEqual({
			wrong: { to: 'field.choice' },
		});
	});
	test('what has no answer is never dropped, whatever comes after', () => {
		const many = Array.from({ length: 9 }, (_, i) => ({ ...flagged, data: { ...flag, id: uid(200 + i) } }));
		const { distress } = given(flagged, ...many).facts.of(person);
		expect(Object.keys(distress)).toHaveLength(10);
	});
});
