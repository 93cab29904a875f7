import { expect, test } from 'vitest';
import { DAY } from '#server/kernel/time.ts';
import { bench, lea, NOON, noe, stranger } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type ClosingEntry, type ClosingFacts, closingFold } from './facts.ts';

const { given } = bench<ClosingFacts, ClosingEntry>(closingFold);
const accepted = { kind: 'client.accepted', data: {} } as const;
const closed = { kind: 'dossier.closed', data: { reason: 'Buts atteints.' }, at: NOON - DAY } as const;
const body = { reason: 'Conflits', work: 'Six rencontres', state: 'Plus calmes' };
const happened = { met: '6' };
const summary = { kind: 'closing.summarised', data: { body, happened } } as const;

test('a summary is signed while the work ends; after its end, it says when it had ended', () => {
	expect(given(accepted).when(acts.signSummary, { body, happened })).toEqual({ did: [summary] });
	expect(given(accepted, closed).when(acts.signSummary, { body, happened })).toEqual({
		did: [{ kind: 'closing.summarised', data: { body, happened, closedAt: NOON - DAY } }],
	});
});
test('there is none for a request, nor without its words', () => {
	expect(given().when(acts.signSummary, { body, happened })).toEqual({ refused: 'client.notAccepted' });
	expect(given(accepted).when(acts.signSummary, { body: { reason: 'Conflits' }, happened })).toEqual({
		wrong: { 'body.work': 'field.text', 'body.state': 'field.text' },
	});
});
test('it is given to each who wants it; a space that does not exist receives nothing', () => {
	const give = { person: lea.person, means: 'portal' } as const;
	expect(given(accepted).when(acts.giveSummary, give)).toEqual({ refused: 'closing.none' });
	const there = given(accepted, summary);
	expect(there.when(acts.giveSummary, give)).toEqual({ did: [{ kind: 'closing.given', data: give }] });
	expect(there.when(acts.giveSummary, { ...give, person: noe.person })).toEqual({ refused: 'copy.noSpace' });
	expect(there.when(acts.giveSummary, { ...give, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
	expect(there.when(acts.giveSummary, { ...give, means: 'fax' })).toEqual({ wrong: { means: 'field.choice' } });
});
test('a second summary is a second version, that nobody was given yet', () => {
	const again = given(
		accepted,
		summary,
		{ kind: 'closing.given', data: { person: lea.person, means: 'handed' } },
		summary,
	);
	expect(again.facts.joint).toMatchObject({ summary: { version: 2 }, given: {} });
});
