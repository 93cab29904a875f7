import { describe, expect, test } from 'vitest';
import { bench, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import {
	type AttachedEntry,
	type AttachedFacts,
	attachedFold,
	type ProtocolEntry,
	type ProtocolFacts,
	protocolFold,
} from './facts.ts';

const practice = bench<ProtocolFacts, ProtocolEntry>(protocolFold);
const file = bench<AttachedFacts, AttachedEntry>(attachedFold);

const input = { id: uid(52), name: 'Crise', text: 'Rester en ligne.', usedRemotely: true };
const written = (version: number, more: object = {}) =>
	({ kind: 'protocol.written', data: { ...input, version, ...more } }) as const;

describe('the practice’s protocols', () => {
	test('[nb-intro-b] one is written, and written anew as its next version', () => {
		expect(practice.given().when(acts.writeProtocol, input)).toEqual({ did: [written(1)] });
		const remote = { remoteVariant: 'Demander où la personne est.' };
		expect(practice.given(written(1)).when(acts.writeProtocol, { ...input, ...remote })).toEqual({
			did: [written(2, remote)],
		});
	});
	test('[nb-intro-b] it remembers whether the remote form is there, never its words', () => {
		expect(practice.given(written(1)).facts.joint.protocols[uid(52)]).toMatchObject({ remoteVariant: false });
		const { protocols } = practice.given(written(1, { remoteVariant: 'Demander où.' })).facts.joint;
		expect(protocols[uid(52)]).toMatchObject({ usedRemotely: true, remoteVariant: true });
		expect(JSON.stringify(protocols)).not.toContain('Demander');
	});
	test('needs a name and a text', () => {
		expect(practice.given().when(acts.writeProtocol, { ...input, name: ' ', text: '' })).toEqual({
			wrong: { name: 'field.required', text: 'field.required' },
		});
	});
	test('is retired, if it is there', () => {
		expect(practice.given(written(1)).when(acts.retireProtocol, { id: uid(52) })).toEqual({
			did: [{ kind: 'protocol.retired', data: { id: uid(52) } }],
		});
		expect(practice.given().when(acts.retireProtocol, { id: uid(52) })).toEqual({ refused: 'protocol.unknown' });
		expect(
			practice.given(written(1), { kind: 'protocol.retired', data: { id: uid(52) } }).facts.joint.protocols,
		).toEqual({});
	});
});

describe('a client’s care follows a protocol', () => {
	const attach = { protocol: uid(52), name: 'Crise', version: 1, form: 'remote' } as const;
	test('[nb-intro-b] it is judged for that protocol, in that form', () => {
		expect(file.given().asks(acts.attachProtocol, attach)).toEqual({
			gates: ['protocol.attach'],
			focus: { subject: uid(52), means: 'remote' },
		});
		expect(file.given().when(acts.attachProtocol, attach)).toEqual({
			did: [{ kind: 'protocol.attached', data: attach }],
		});
		expect(file.given().when(acts.attachProtocol, { ...attach, form: 'elsewhere' })).toEqual({
			wrong: { form: 'field.choice' },
		});
	});
	test('and leaves it', () => {
		const followed = file.given({ kind: 'protocol.attached', data: attach });
		expect(followed.facts.joint.attached[uid(52)]).toMatchObject({ form: 'remote', version: 1 });
		expect(followed.when(acts.detachProtocol, { protocol: uid(52) })).toEqual({
			did: [{ kind: 'protocol.detached', data: { protocol: uid(52) } }],
		});
		expect(file.given().when(acts.detachProtocol, { protocol: uid(52) })).toEqual({ refused: 'protocol.unknown' });
	});
});
