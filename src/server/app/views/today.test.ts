import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#server/kernel/time.ts';
import type { Listed } from '../lists.ts';
import { askingOf } from './asking.ts';
import { dayAround, dueOf, nowOf } from './today.ts';

const brief = (more: Partial<Listed> = {}): Listed => ({
	id: 'd',
	label: 'Camille Roy',
	kind: 'person',
	state: 'accepted',
	unmet: [],
	due: [],
	questions: 0,
	notesDue: 0,
	waiting: false,
	conflict: false,
	...more,
});
const now = Date.UTC(2026, 10, 22, 14);
const meeting = (at: number) => ({ id: 'a', dossier: 'd', label: 'Alix Morin', startsAt: at, endsAt: at + HOUR });
const steps = [{ key: 'terms', done: false }] as const;
const room = (state: 'waiting' | 'started', arrived: number) => ({ session: 's', state, arrived });

describe('what comes first', () => {
	test('people before paper: who waits, then a meeting under way, then one within the hour', () => {
		const briefs = [brief({ notesDue: 2 }), brief({ label: 'Dominique', room: room('started', 1) })];
		const soon = [meeting(now + 20 * MINUTE)];
		const waits = brief({ label: 'Zoé', room: room('waiting', 1) });
		expect(nowOf({ asking: [], briefs: [...briefs, waits], meetings: soon, steps, now })).toEqual({
			is: 'waiting',
			name: 'Zoé',
		});
		expect(nowOf({ asking: [], briefs, meetings: soon, steps, now })).toEqual({ is: 'running', name: 'Dominique' });
		const [first] = briefs;
		expect(nowOf({ asking: [], briefs: first ? [first] : [], meetings: soon, steps, now })).toMatchObject({
			is: 'meeting',
		});
	});
	test('an open room where nobody came is not somebody who waits', () => {
		expect(
			nowOf({ asking: [], briefs: [brief({ waiting: true, room: room('waiting', 0) })], meetings: [], steps: [], now }),
		).toEqual({
			is: 'nothing',
		});
	});
	test('then whoever asked for a first meeting and was not answered, the one who waits longest first', () => {
		const briefs = [
			brief({ notesDue: 2 }),
			brief({ label: 'Paul', asks: now - HOUR }),
			brief({ label: 'Joanne', asks: now - 2 * HOUR }),
		];
		const day = { asking: askingOf(briefs), briefs, steps, now };
		expect(nowOf({ ...day, meetings: [meeting(now + 3 * HOUR)] })).toEqual({ is: 'asks', name: 'Joanne', count: 2 });
		expect(nowOf({ ...day, meetings: [meeting(now + 20 * MINUTE)] })).toMatchObject({ is: 'meeting' });
	});
	test('then notes, questions, the next step, and a meeting later in the day', () => {
		const later = [meeting(now + 3 * HOUR)];
		const asked = { meetings: later, steps, now };
		expect(nowOf({ asking: [], ...asked, briefs: [brief({ notesDue: 2, questions: 1 })] })).toEqual({
			is: 'notes',
			count: 2,
		});
		expect(nowOf({ asking: [], ...asked, briefs: [brief({ questions: 1 })] })).toEqual({ is: 'questions', count: 1 });
		expect(nowOf({ asking: [], ...asked, briefs: [brief()] })).toEqual({ is: 'step', step: 'terms' });
		expect(nowOf({ asking: [], ...asked, steps: [], briefs: [brief()] })).toMatchObject({
			is: 'meeting',
			name: 'Alix Morin',
		});
		expect(nowOf({ asking: [], briefs: [], meetings: [meeting(now - HOUR)], steps: [], now })).toEqual({
			is: 'nothing',
		});
	});
});

test('a day is the practitioner’s own, also when clocks change', () => {
	const { from, to } = dayAround(Date.parse('2026-11-01T12:00:00-05:00'), 'America/Toronto');
	expect(new Date(from).toISOString()).toBe('2026-11-01T04:00:00.000Z');
	expect(to - from).toBe(25 * HOUR);
	expect(dayAround(Date.parse('2026-11-22T03:30:00Z'), 'America/Moncton').to).toBe(Date.parse('2026-11-22T04:00:00Z'));
});

test('what is due is one short list, the nearest first', () => {
	const many = Array.from({ length: 20 }, (_, i) =>
		brief({ id: String(i), due: [['qc-2.08-0b', now + (20 - i) * HOUR]] }),
	);
	const list = dueOf(many, { lang: 'fr', now });
	expect(list).toHaveLength(12);
	expect(list[0]).toMatchObject({ dossier: '19', by: now + HOUR });
	expect(list[0]?.words.length).toBeGreaterThan(10);
});

test('a wait is due for a look a week before its day, and until somebody looks', () => {
	const waits = (reviewOn: string) =>
		dueOf([brief({ id: 'a', waits: { since: '2026-10-01', level: 'usual', modes: [], reviewOn } })], {
			lang: 'fr',
			now: Date.parse('2026-11-22T12:00:00Z'),
		});
	expect(waits('2026-12-22')).toEqual([]);
	expect(waits('2026-11-28')).toMatchObject([{ dossier: 'a', place: 'waiting', words: 'Revoir l’attente.' }]);
	expect(waits('2026-11-01')).toMatchObject([{ by: Date.parse('2026-11-01T12:00:00Z') }]);
});
