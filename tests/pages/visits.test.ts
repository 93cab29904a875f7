import { expect, test } from 'vitest';
import { visitsOf } from '../../src/routes/[lang=locale]/portal/[dossier=uuid]/[[person=uuid]]/file/opened/visits.ts';

const noon = Date.UTC(2026, 10, 22, 17);
const MINUTE = 60_000;
const opening = (minutes: number, name: string, place: string) => ({
	at: noon + minutes * MINUTE,
	by: name === 'me' ? ('me' as const) : { name },
	place,
});
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

test('the places one person opened one after the other are one line; an hour, a person or a day apart they are not', () => {
	const openings = [
		opening(24 * 60, 'me', 'portal'),
		opening(95, 'Ève', 'dossier'),
		opening(12, 'Inès', 'dossier'),
		opening(9, 'Ève', 'notes'),
		opening(8, 'Ève', 'dossier'),
		opening(5, 'Ève', 'notes'),
		opening(-90, 'Ève', 'board'),
	];
	expect(visitsOf(openings, dayOf)).toEqual([
		{ day: '2026-11-23', visits: [{ by: 'me', from: openings[0]?.at, to: openings[0]?.at, places: ['portal'] }] },
		{
			day: '2026-11-22',
			visits: [
				{ by: { name: 'Ève' }, from: openings[1]?.at, to: openings[1]?.at, places: ['dossier'] },
				{ by: { name: 'Inès' }, from: openings[2]?.at, to: openings[2]?.at, places: ['dossier'] },
				{ by: { name: 'Ève' }, from: openings[5]?.at, to: openings[3]?.at, places: ['notes', 'dossier'] },
				{ by: { name: 'Ève' }, from: openings[6]?.at, to: openings[6]?.at, places: ['board'] },
			],
		},
	]);
	expect(visitsOf([], dayOf)).toEqual([]);
});
