import { lea, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { RecordEntry } from './record/facts.ts';

const person = lea.person;
const of = { person, id: uid(78) };
const about = { person, id: uid(79) };
type Lines = {
	readonly [K in RecordEntry['kind']]: readonly Extract<RecordEntry, { kind: K }>['data'][];
};

/** A believable line of every kind of what somebody asks of their record. */
export const recordSamples: Lines = {
	'access.requested': [{ ...of, asks: 'copy', received: '2026-11-22', means: 'oral', words: said }],
	'access.clocked': [{ ...of, due: '2026-12-22', territory: 'QC', days: 30, count: 'calendar' }],
	'access.looked': [
		{ ...of, lines: [3, 4], as: 'leaves' },
		{ ...of, lines: [5], as: 'words', ground: 'thirdParty', passages: [said] },
	],
	'access.delivered': [
		{
			...of,
			answer: 'partly',
			way: 'space',
			ground: 'thirdParty',
			reason: said,
			harm: 'lessened',
			care: said,
			copy: { upTo: 9, lines: 8, joint: true, hash: '0'.repeat(64) },
			held: [{ line: 5, as: 'words', ground: 'thirdParty', seq: 8 }],
		},
	],
	'correction.asked': [
		{ ...about, asks: 'version', received: '2026-11-22', means: 'signature', statement: said, line: 3 },
	],
	'correction.answered': [{ ...about, answer: 'noted', reason: said }],
	'filing.told': [{ person }],
};
