import { lea, marie, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { LeavingEntry, TransferEntry } from './transfer/facts.ts';

type Any = TransferEntry | LeavingEntry;
type Lines = { readonly [K in Any['kind']]: readonly Extract<Any, { kind: K }>['data'][] };

const hash = 'a'.repeat(64);
const key = 'k'.repeat(43);
const leaving = { digest: hash, seq: 12, head: hash, parts: ['joint', lea.person] };
const header = { at: 1, attempt: uid(3), journal: uid(4), key: uid(5), part: 'joint', practice: uid(6), seq: 1 };
const taker = {
	to: 'Ève Tremblay',
	profession: 'Travailleuse sociale',
	address: '12, rue du Quai',
	phone: '418 555-0177',
};

/** Files that change hands: what a fold must understand for ever. */
export const transferSamples: Lines = {
	'record.transferred': [
		{ id: uid(94), basis: 'authorised', to: 'Le Quai', persons: [lea.person], leaving, box: key, sign: key },
		{ id: uid(95), basis: 'law', reference: 'C-26', to: 'Le Quai', persons: [], leaving, box: key, sign: key },
	],
	'transfer.confirmed': [{ id: uid(94), at: 5 }],
	'transfer.ended': [{ id: uid(95), reason: said }],
	'record.received': [
		{
			by: marie,
			from: { practice: uid(6), name: 'Le Quai', journal: uid(4), sign: key },
			leaving,
			windows: 1,
			width: 1,
		},
	],
	'record.linesReceived': [{ lines: [{ header, sealed: 'AAAA', hash }], keys: { [uid(5)]: key } }],
	'cession.declared': [{ ...taker, id: uid(96), on: '2026-12-20', agreedOn: '2026-11-01' }],
	'cession.noticed': [{ id: uid(96), on: '2026-11-02', how: 'Courriel' }],
	'cession.cancelled': [{ id: uid(96) }],
	'succession.named': [{ ...taker, id: uid(97), agreedOn: '2026-11-01', approvals: 2 }],
	'succession.approved': [{ id: uid(97), by: uid(2), proof: said }],
	'succession.opened': [{ id: uid(97) }],
	'succession.withdrawn': [{ id: uid(97) }],
};
