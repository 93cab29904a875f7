import { describe, expect, test } from 'vitest';
import { DAY } from '#server/kernel/time.ts';
import { bench, NOON, uid } from '../acts.harness.ts';
import { cancelAbsence, setAbsence } from './absences.ts';
import { absenceAt, type PractitionerEntry, type PractitionerFacts, practitionerFold } from './facts.ts';

const { given } = bench<PractitionerFacts, PractitionerEntry>(practitionerFold);

const days = {
	id: uid(51),
	from: NOON + DAY,
	until: NOON + 8 * DAY,
	notice: { fr: 'En vacances.', en: 'On holiday.' },
};
const cover = { name: 'Luc Roy', phone: '418 555-0100' };
const away = { kind: 'absence.set', data: { ...days, cover } } as const;

describe('an absence', () => {
	test('[qc-4.04-c] is set with who covers, or with the word that nobody does', () => {
		expect(given().when(setAbsence, { ...days, cover })).toEqual({ did: [away] });
		expect(given().when(setAbsence, { ...days, noCover: true })).toEqual({
			did: [{ kind: 'absence.set', data: { ...days, noCover: true } }],
		});
		expect(given().when(setAbsence, { ...days, cover, noCover: true })).toEqual({ refused: 'absence.both' });
	});
	test('[qc-4.04-c] is judged on who covers', () => {
		const focus = (more: object) => given().asks(setAbsence, { ...days, ...more }).focus;
		expect(focus({ cover })).toEqual({ means: 'cover' });
		expect(focus({ noCover: true })).toEqual({ means: 'noCover' });
		expect(focus({})).toEqual({ means: 'nothing' });
	});
	test('is for days to come, each once', () => {
		expect(given().when(setAbsence, { ...days, cover, from: NOON - 3 * DAY, until: NOON - DAY })).toEqual({
			refused: 'absence.past',
		});
		expect(given(away).when(setAbsence, { ...days, id: uid(53), cover })).toEqual({ refused: 'absence.overlap' });
		expect(given().when(setAbsence, { ...days, cover, until: days.from })).toEqual({
			wrong: { until: 'field.endBeforeStart' },
		});
		expect(given().when(setAbsence, { ...days, cover, notice: { fr: ' ', en: 'x' } })).toEqual({
			wrong: { 'notice.fr': 'field.required' },
		});
	});
	test('holds from its first instant, and no longer at its last', () => {
		const { joint } = given(away).facts;
		expect(absenceAt(joint, days.from)?.cover).toEqual(cover);
		expect(absenceAt(joint, days.from - 1)).toBeUndefined();
		expect(absenceAt(joint, days.until)).toBeUndefined();
	});
	test('is cancelled, if it was set', () => {
		expect(given(away).when(cancelAbsence, { id: uid(51) })).toEqual({
			did: [{ kind: 'absence.cancelled', data: { id: uid(51) } }],
		});
		expect(given().when(cancelAbsence, { id: uid(51) })).toEqual({ refused: 'absence.unknown' });
		const { joint } = given(away, { kind: 'absence.cancelled', data: { id: uid(51) } }).facts;
		expect(absenceAt(joint, days.from)).toBeUndefined();
	});
});
