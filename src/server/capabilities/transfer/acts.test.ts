import { describe, expect, test } from 'vitest';
import { bench, lea, marie, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import {
	isNamed,
	type LeavingEntry,
	type LeavingFacts,
	leavingFold,
	type TransferEntry,
	type TransferFacts,
	transferFold,
} from './facts.ts';
import * as leavings from './leaving.ts';

const { given } = bench<TransferFacts, TransferEntry>(transferFold);
const mine = bench<LeavingFacts, LeavingEntry>(leavingFold);
const hash = 'a'.repeat(64);
const key = 'k'.repeat(43);
const leaving = { digest: hash, seq: 12, head: hash, parts: ['joint', lea.person] };
const passing = { basis: 'authorised', to: 'Le Quai', leaving, box: key, sign: key, compared: true } as const;
const { compared: _, ...said } = passing;
const sent = { kind: 'record.transferred', data: { ...said, id: uid(9), persons: [lea.person] } } as const;

describe('a file that goes to another practice', () => {
	test('is noted by hashes, with whose parts go; the numbers were compared first', () => {
		expect(given().when(acts.transferRecord, passing)).toMatchObject({
			did: [{ kind: 'record.transferred', data: { leaving, persons: [lea.person], to: 'Le Quai' } }],
		});
		expect(given().when(acts.transferRecord, { ...passing, compared: false })).toEqual({
			wrong: { compared: 'field.required' },
		});
		expect(given().when(acts.transferRecord, { ...passing, box: 'short' })).toEqual({ wrong: { box: 'field.line' } });
		const other = { ...leaving, parts: [uid(77)] };
		expect(given().when(acts.transferRecord, { ...passing, leaving: other })).toEqual({ refused: 'act.noSuchPerson' });
	});
	test('waits for one receipt, or came to nothing', () => {
		const data = { id: uid(9), at: 5 };
		expect(given(sent).when(acts.confirmTransfer, data)).toEqual({ did: [{ kind: 'transfer.confirmed', data }] });
		expect(given().when(acts.confirmTransfer, data)).toEqual({ refused: 'transfer.unknown' });
		const confirmed = { kind: 'transfer.confirmed', data } as const;
		expect(given(sent, confirmed).when(acts.confirmTransfer, data)).toEqual({ refused: 'transfer.already' });
		const ended = { id: uid(9), reason: 'Jamais arrivé' };
		expect(given(sent).when(acts.endTransfer, ended)).toEqual({ did: [{ kind: 'transfer.ended', data: ended }] });
		expect(given(sent, confirmed).when(acts.endTransfer, ended)).toEqual({ refused: 'transfer.already' });
		expect(given(sent).when(acts.endTransfer, { id: uid(9), reason: '' })).toEqual({
			wrong: { reason: 'field.reason' },
		});
	});
});

describe('a file that comes', () => {
	const from = { practice: uid(6), name: 'Le Quai', journal: uid(4), sign: key };
	const stretches = [
		{ part: 'joint', lines: [], keys: {} },
		{ part: lea.person, lines: [], keys: {} },
	];
	const input = { by: marie, from, leaving, windows: 1, stretches };
	test('is kept once, each stretch in its own part', () => {
		const { did } = given().when(acts.receiveRecord, input) as { did: readonly TransferEntry[] };
		expect(did.map((e) => [e.kind, (e as { part?: string }).part])).toEqual([
			['record.received', undefined],
			['record.linesReceived', 'joint'],
			['record.linesReceived', lea.person],
		]);
		expect(did[0]?.data).toMatchObject({ windows: 1, width: 2 });
		const received = { kind: 'record.received', data: { by: marie, from, leaving, windows: 1, width: 2 } } as const;
		expect(given(received).when(acts.receiveRecord, input)).toEqual({ refused: 'transfer.already' });
		expect(given().when(acts.receiveRecord, { ...input, windows: 3 })).toEqual({ refused: 'act.invalidInput' });
		expect(given().when(acts.receiveRecord, { ...input, by: 'x' })).toEqual({ wrong: { by: 'field.id' } });
	});
});

const taker = { to: 'Ève Tremblay', profession: 'T.S.', address: '12, rue du Quai', phone: '418 555-0177' };
const signed = { ...taker, agreedOn: '2020-01-05' };

describe('who takes the files over', () => {
	const declared = { kind: 'cession.declared', data: { ...signed, id: uid(8), on: '2030-01-01' } } as const;
	test('a cession is noted once signed, its notice once sent, and it can be cancelled', () => {
		expect(mine.given().when(leavings.declareCession, { ...signed, on: '2030-01-01' })).toMatchObject({
			did: [{ kind: 'cession.declared' }],
		});
		const later = { ...signed, agreedOn: '2090-01-01', on: '2090-02-01' };
		expect(mine.given().when(leavings.declareCession, later)).toEqual({ refused: 'cession.notYetSigned' });
		expect(mine.given(declared).when(leavings.declareCession, { ...signed, on: '2030-01-01' })).toEqual({
			refused: 'cession.already',
		});
		const notice = { on: '2020-02-01', how: 'Courriel' };
		expect(mine.given().when(leavings.noticeCession, notice)).toEqual({ refused: 'cession.none' });
		expect(mine.given(declared).when(leavings.noticeCession, { ...notice, on: '2090-01-01' })).toEqual({
			refused: 'cession.notYetSent',
		});
		const noticed = { kind: 'cession.noticed', data: { ...notice, id: uid(8) } } as const;
		expect(mine.given(declared).when(leavings.noticeCession, notice)).toEqual({ did: [noticed] });
		expect(mine.given(declared, noticed).when(leavings.noticeCession, notice)).toEqual({
			refused: 'cession.alreadyNoticed',
		});
		expect(mine.given(declared).when(leavings.cancelCession, {})).toEqual({
			did: [{ kind: 'cession.cancelled', data: { id: uid(8) } }],
		});
		expect(mine.given().when(leavings.cancelCession, {})).toEqual({ refused: 'cession.none' });
	});

	const named = (approvals: number) =>
		({ kind: 'succession.named', data: { ...signed, id: uid(7), approvals } }) as const;
	const approve = { proof: 'Certificat de décès vu' };
	const by = (account: string) => ({ roles: ['owner'], actor: { account, assurance: 'passkey' } }) as const;
	test('an envelope opens with the last of those who must agree, each once, never by its own author', () => {
		expect(mine.given().when(leavings.nameSuccessor, { ...signed, approvals: 9 })).toEqual({
			wrong: { approvals: 'field.number' },
		});
		expect(mine.given().when(leavings.nameSuccessor, { ...signed, approvals: 2 })).toMatchObject({
			did: [{ kind: 'succession.named', data: { approvals: 2 } }],
		});
		const one = mine.given(named(2)).when(leavings.approveSuccession, approve, by(uid(21)));
		const approved = { kind: 'succession.approved', data: { id: uid(7), by: uid(21), ...approve } } as const;
		expect(one).toEqual({ did: [approved] });
		const again = mine.given(named(2), approved);
		expect(again.when(leavings.approveSuccession, approve, by(uid(21)))).toEqual({ refused: 'succession.sameEye' });
		expect(again.when(leavings.approveSuccession, approve, by(uid(22)))).toMatchObject({
			did: [{ kind: 'succession.approved' }, { kind: 'succession.opened', data: { id: uid(7) } }],
		});
		expect(mine.given().when(leavings.approveSuccession, approve, by(uid(21)))).toEqual({ refused: 'succession.none' });
		const open = { kind: 'succession.opened', data: { id: uid(7) } } as const;
		expect(mine.given(named(1), open).when(leavings.approveSuccession, approve, by(uid(21)))).toEqual({
			refused: 'succession.alreadyOpen',
		});
		expect(mine.given(named(1)).when(leavings.withdrawSuccessor, {})).toEqual({
			did: [{ kind: 'succession.withdrawn', data: { id: uid(7) } }],
		});
		expect(mine.given().when(leavings.withdrawSuccessor, {})).toEqual({ refused: 'succession.none' });
	});
});

test('a name is the same name without its capitals and accents', () => {
	expect(isNamed('Ève Tremblay ', 'eve tremblay')).toBe(true);
	expect(isNamed('Ève Tremblay', 'Ève Trembley')).toBe(false);
});
