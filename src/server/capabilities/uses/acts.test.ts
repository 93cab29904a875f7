import { describe, expect, test } from 'vitest';
import { DAY } from '#server/kernel/time.ts';
import { bench, byLea, lea, NOON, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type UseEntry, type UseFacts, useFold } from './facts.ts';

const { given } = bench<UseFacts, UseEntry>(useFold);
const { person } = lea;
const id = uid(73);
const answer = { person, id, means: 'signature' } as const;
const proposed = (until?: number) =>
	({
		kind: 'use.proposed',
		part: person,
		data: { person, id, use: 'research', scope: 'Le projet du CLSC', ...(until !== undefined && { until }) },
	}) as const;
const said = (kind: 'use.agreed' | 'use.refused' | 'use.ended') => ({ kind, part: person, data: answer }) as const;

describe('[def-nb-consent-a] a use beside the service', () => {
	const ask = { person, use: 'research', scope: 'Le projet du CLSC' };
	test('is asked apart, with its scope and its end', () => {
		const more = { ...ask, until: NOON + DAY };
		expect(given().when(acts.proposeUse, more)).toMatchObject({
			did: [{ kind: 'use.proposed', part: person, data: more }],
		});
		expect(given().when(acts.proposeUse, { ...ask, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.proposeUse, { ...ask, use: 'all' })).toEqual({ wrong: { use: 'field.choice' } });
		expect(given().when(acts.proposeUse, { ...ask, scope: '' })).toEqual({ wrong: { scope: 'field.reason' } });
	});
	test('[def-nb-client-b] reporting says what a no changes before it is asked', () => {
		const report = { ...ask, use: 'reporting' };
		expect(given().when(acts.proposeUse, report)).toEqual({ refused: 'use.consequence' });
		const told = { ...report, consequence: 'Le tribunal saura que vous ne voulez pas de rapport.' };
		expect(given().when(acts.proposeUse, told)).toMatchObject({ did: [{ data: told }] });
	});
	test('is agreed to once, while it is asked', () => {
		expect(given(proposed()).when(acts.agreeUse, answer, byLea)).toEqual({ did: [said('use.agreed')] });
		expect(given(proposed(), said('use.agreed')).when(acts.agreeUse, answer, byLea)).toEqual({
			refused: 'use.answered',
		});
		expect(given().when(acts.agreeUse, answer, byLea)).toEqual({ refused: 'use.unknown' });
		expect(given(proposed(NOON)).when(acts.agreeUse, answer, byLea)).toEqual({ refused: 'use.over' });
		expect(given().when(acts.agreeUse, { ...answer, means: 'click' }, byLea)).toEqual({
			wrong: { means: 'field.choice' },
		});
	});
	test('is refused with nothing else, and may be agreed to later', () => {
		expect(given(proposed()).when(acts.refuseUse, answer, byLea)).toEqual({ did: [said('use.refused')] });
		expect(given(proposed(), said('use.refused')).when(acts.agreeUse, answer, byLea)).toEqual({
			did: [said('use.agreed')],
		});
		expect(given(proposed(), said('use.agreed')).when(acts.refuseUse, answer, byLea)).toEqual({
			refused: 'use.answered',
		});
		expect(given().when(acts.refuseUse, answer, byLea)).toEqual({ refused: 'use.unknown' });
		expect(given().when(acts.refuseUse, { ...answer, id: 'x' }, byLea)).toEqual({ wrong: { id: 'field.id' } });
	});
	test('is taken back by one act, as it was given', () => {
		expect(given(proposed(), said('use.agreed')).when(acts.endUse, answer, byLea)).toEqual({
			did: [said('use.ended')],
		});
		expect(given(proposed()).when(acts.endUse, answer, byLea)).toEqual({ refused: 'use.notAgreed' });
		expect(given().when(acts.endUse, answer, byLea)).toEqual({ refused: 'use.unknown' });
		expect(given().when(acts.endUse, { ...answer, person: 'x' }, byLea)).toEqual({ wrong: { person: 'field.id' } });
	});
});
