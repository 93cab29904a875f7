import { expect, test } from 'vitest';
import {
	type Dossier,
	type DossierEntry,
	foldDossier,
	leftPersonsOf,
	noDossier,
	type PersonRole,
	reachOf,
	readingReachOf,
	shares,
} from './dossier.ts';
import type { Draft, Entry } from './entry.ts';
import { JOINT } from './journal.ts';

const NOW = Date.UTC(2026, 10, 22);
const fold = (...lines: readonly Draft<DossierEntry>[]): Dossier =>
	lines.reduce(
		(d, line, seq) =>
			foldDossier(d, { ...line, part: JOINT, seq, at: NOW - 1000 + seq, by: { as: 'practitioner' } } as Entry),
		noDossier,
	);
const opened = { kind: 'dossier.opened', data: { kind: 'family', label: 'Roy', practitioner: 'eve' } } as const;
const added = (id: string, ...roles: readonly PersonRole[]) =>
	({ kind: 'person.added', data: { id, name: id, language: 'fr', roles } }) as const;
const linked = (id: string) => ({ kind: 'person.linked', data: { id, account: `${id}@` } }) as const;
const named = (of: string, by: string, more: object = {}) =>
	({ kind: 'representative.named', data: { of, by, authority: 'tutor', proofSeen: true, ...more } }) as const;

test('who receives the service reaches what is shared and their own, never another’s', () => {
	const d = fold(opened, added('ana', 'beneficiary'), added('bob', 'beneficiary'), linked('ana'), linked('bob'));
	expect(reachOf(d, 'ana@', [], NOW)).toEqual([JOINT, 'ana']);
	expect(reachOf(d, 'bob@', [], NOW)).toEqual([JOINT, 'bob']);
	expect(reachOf(d, 'eve', ['practitioner'], NOW)).toEqual([JOINT, 'ana', 'bob']);
	expect(reachOf(d, 'eve', [], NOW)).toBeUndefined();
	expect(reachOf(d, 'eve', ['receptionist'], NOW)).toBe('desk');
});

test('who asked for somebody else, or pays, reaches their own part alone', () => {
	const d = fold(opened, added('ana', 'beneficiary'), added('agency', 'requester', 'payer'), linked('agency'));
	expect(reachOf(d, 'agency@', [], NOW)).toEqual(['agency']);
	expect(Object.values(d.persons).map((p) => shares(d, p, NOW))).toEqual([true, false]);
});

test('who represents reads for the person, or signs without reading, while it lasts', () => {
	const base = [opened, added('zoe', 'beneficiary'), added('mum', 'representative'), linked('mum')] as const;
	expect(reachOf(fold(...base, named('zoe', 'mum')), 'mum@', [], NOW)).toEqual([JOINT, 'mum', 'zoe']);
	expect(reachOf(fold(...base, named('zoe', 'mum', { reads: false })), 'mum@', [], NOW)).toEqual(['mum']);
	const bounded = fold(...base, named('zoe', 'mum'), {
		kind: 'representative.bounded',
		data: { of: 'zoe', by: 'mum', until: NOW },
	});
	expect(reachOf(bounded, 'mum@', [], NOW - 1)).toEqual([JOINT, 'mum', 'zoe']);
	expect(reachOf(bounded, 'mum@', [], NOW)).toEqual(['mum']);
});

test('who left reads their own part, writes nothing, and shares nothing', () => {
	const d = fold(opened, added('ana', 'beneficiary'), linked('ana'), { kind: 'person.left', data: { id: 'ana' } });
	expect(reachOf(d, 'ana@', [], NOW)).toBeUndefined();
	expect(readingReachOf(d, 'ana@', [], NOW)).toEqual(['ana']);
	expect(leftPersonsOf(d, 'ana@').map((p) => p.id)).toEqual(['ana']);
	expect(readingReachOf(d, 'someone', [], NOW)).toBeUndefined();
});
