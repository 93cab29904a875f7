import { expect, test } from 'vitest';
import { DAY } from '#server/kernel/time.ts';
import { expectCode, expectDone, expectRefused, onTheWay, refusedBy } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { type Client, openSession, type Path, startSession } from '../support/path.ts';

const server = await testServer();
const web = await webApp(server);
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });

const start = (path: Path, { dossier }: Client, id: string) =>
	path.attempt(path.practitioner.actor, dossier, 'session.start', { id });
/** Somebody who said, at the door, that they are in another place. */
async function arriveFrom(path: HttpPath, client: Client, territory: string, purpose = 'service'): Promise<string> {
	const id = await openSession(path, client, { purpose });
	const [p] = client.persons;
	await path.does(p?.actor ?? path.practitioner.actor, client.dossier, 'arrival.declare', {
		person: p?.id,
		session: id,
		place: 'new',
		territory,
		town: 'Ottawa',
		alone: 'yes',
	});
	await path.does(path.practitioner.actor, client.dossier, 'session.admit', { id, person: p?.id });
	return id;
}
const check = (more: object = {}) => ({
	territory: 'ON',
	sheetOf: '2026-11-01',
	rulesRead: true,
	orderRulesRead: true,
	privacyRead: true,
	authorisation: { kind: 'exemption', source: 'Lettre' },
	until: '2027-11-01',
	...more,
});

test('[qc-1.09-b] a client who is today in a territory that was not checked: refused, with the safety session still open', async () => {
	const own = await openHttpPath(web);
	const { client } = await onTheWay(own);
	const id = await arriveFrom(own, client, 'ON');
	expectRefused(await start(own, client, id), 'qc-1.09-b');
	expectDone(await start(own, client, await arriveFrom(own, client, 'ON', 'safety')));
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', check());
	expectDone(await start(own, client, await arriveFrom(own, client, 'ON')));
});

test('[qc-3.03-b] the client moved: the next session needs that place’s privacy law, with the safety session still open', async () => {
	const own = await openHttpPath(web);
	const { client } = await onTheWay(own);
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', check({ privacyRead: false }));
	expect(refusedBy(await start(own, client, await arriveFrom(own, client, 'ON')))).toEqual(['qc-3.03-b']);
	expectDone(await start(own, client, await arriveFrom(own, client, 'ON', 'safety')));
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', check());
	expectDone(await start(own, client, await arriveFrom(own, client, 'ON')));
});

test('[nb-4-a] a first service with the client in another province and no check is refused; with one it is allowed until it expires', async () => {
	const own = await openHttpPath(web, { province: 'NB' });
	const { client } = await onTheWay(own);
	expectRefused(await start(own, client, await arriveFrom(own, client, 'ON')), 'nb-4-a');
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', check());
	expectDone(await start(own, client, await arriveFrom(own, client, 'ON')));
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', check({ until: '2026-01-01' }));
	expectRefused(await start(own, client, await arriveFrom(own, client, 'ON')), 'nb-4-a');
});

test('[nb-4-e] registration required there and none held: refused; a temporary permit allows it until its end', async () => {
	const own = await openHttpPath(web, { province: 'NB' });
	const { client } = await onTheWay(own);
	await own.does(
		own.practitioner.actor,
		own.practitioner.journal,
		'territory.check',
		check({ authorisation: { kind: 'permit' } }),
	);
	expect(refusedBy(await start(own, client, await arriveFrom(own, client, 'ON')))).toEqual(['nb-4-e']);
	const permit = {
		id: own.world.newId(),
		territory: 'ON',
		regulator: 'OCSWSSW',
		number: 'E-1',
		from: '2026-10-01',
		until: '2027-10-01',
	};
	await own.does(own.practitioner.actor, own.practitioner.journal, 'permit.record', permit);
	expectDone(await start(own, client, await arriveFrom(own, client, 'ON')));
	await own.does(own.practitioner.actor, own.practitioner.journal, 'permit.end', {
		id: permit.id,
		until: '2026-10-02',
	});
	expectRefused(await start(own, client, await arriveFrom(own, client, 'ON')), 'nb-4-e');
});

test('[def-nb-technology] a tool absent from the inventory: the session goes on with a signed reason; a plain telephone is listed', async () => {
	const { client, person } = await onTheWay(nb);
	const id = await openSession(nb, client, { tool: nb.world.newId() });
	await nb.does(nb.practitioner.actor, client.dossier, 'session.admit', { id, person });
	expect(refusedBy(await start(nb, client, id))).toEqual(['def-nb-technology']);
	await nb.does(nb.practitioner.actor, client.dossier, 'duty.waive', {
		duty: 'def-nb-technology',
		reason: 'Panne ici, un autre outil pour aujourd’hui.',
		until: nb.world.now() + DAY,
	});
	expectDone(await start(nb, client, id));
	const other = await onTheWay(nb);
	const call = await openSession(nb, other.client, { mode: 'telephone', tool: 'téléphone' });
	await nb.does(nb.practitioner.actor, other.client.dossier, 'session.admit', { id: call, person: other.person });
	expectDone(await start(nb, other.client, call));
});

test('[qc-annex-no-cyberintervention] a social network is refused as the tool of a session only while its assessment is missing or negative', async () => {
	const { client, person } = await onTheWay(qc);
	const tool = qc.world.newId();
	await qc.does(qc.practitioner.actor, qc.practice, 'tool.register', {
		id: tool,
		name: 'Réseau social',
		channel: 'chat',
		socialNetwork: true,
	});
	const id = await openSession(qc, client, { tool });
	await qc.does(qc.practitioner.actor, client.dossier, 'session.admit', { id, person });
	expectRefused(await start(qc, client, id), 'qc-annex-no-cyberintervention');
	await qc.does(qc.practitioner.actor, qc.practice, 'tool.assess', {
		id: tool,
		confidentiality: false,
		norms: true,
		reason: 'Tout est lu par le réseau.',
	});
	expectRefused(await start(qc, client, id), 'qc-annex-no-cyberintervention');
	await qc.does(qc.practitioner.actor, client.dossier, 'message.log', {
		person,
		channel: 'chat',
		body: 'A écrit sur le réseau hier.',
		on: '2026-11-21',
	});
	await qc.does(qc.practitioner.actor, qc.practice, 'tool.assess', {
		id: tool,
		confidentiality: true,
		norms: true,
		reason: 'Espace chiffré, réservé.',
	});
	expectDone(await start(qc, client, id));
});

const note = (path: Path, session: string, more: object = {}) => ({
	session,
	body: { reason: 'Suite', course: 'A parlé de sa semaine.', plan: 'Se revoir mardi.' },
	happened: {},
	attests: [],
	sources: [],
	authors: [path.practitioner.account],
	...more,
});
async function endedSession(path: Path, client: Client, mode = 'video'): Promise<string> {
	const id = await openSession(path, client, { mode });
	await startSession(path, client, id);
	await path.does(path.practitioner.actor, client.dossier, 'session.end', { id });
	return id;
}
const sign = (path: Path, client: Client, input: object) =>
	path.attempt(path.practitioner.actor, client.dossier, 'note.sign', input);

test('[qc-3.05-c] the first session’s note attests the confidentiality agreement, or is refused', async () => {
	const { client, person } = await onTheWay(qc);
	const id = await endedSession(qc, client);
	expect(refusedBy(await sign(qc, client, note(qc, id)))).toEqual(['qc-3.05-c']);
	expectDone(await sign(qc, client, note(qc, id, { attests: [person] })));
	expectDone(await sign(qc, client, note(qc, await endedSession(qc, client))));
});

test('[qc-2.08-0b] "does this form still suit?" may stay blank, until the review interval or a trigger asks for it', async () => {
	const path = qc;
	const { client } = await onTheWay(path);
	const attests = client.persons.map((p) => p.id);
	expectDone(await sign(path, client, note(path, await endedSession(path, client), { attests })));
	const id = await openSession(path, client);
	for (let n = 0; n < 3; n++)
		await path.does(path.practitioner.actor, client.dossier, 'session.interrupt', {
			id,
			cause: 'network',
			side: 'client',
			fallback: 'reconnect',
		});
	await startSession(path, client, id);
	await path.does(path.practitioner.actor, client.dossier, 'session.end', { id });
	expectRefused(await sign(path, client, note(path, id)), 'qc-2.08-0b');
	expectRefused(await sign(path, client, note(path, id, { stillFits: 'deferred' })), 'qc-2.08-0b');
	expectDone(
		await sign(path, client, note(path, id, { stillFits: 'deferred', deferredBecause: 'À revoir avec elle mardi.' })),
	);
});

test('[qc-2.08-0b] the note of an interview held before any decision is not asked whether the form still suits', async () => {
	const { client } = await onTheWay(qc, [
		'assessment',
		'relation',
		'conflict',
		'accept',
		'plans',
		'notices',
		'channels',
		'consent',
	]);
	const id = await openSession(qc, client, { purpose: 'initialInterview' });
	await startSession(qc, client, id);
	await qc.does(qc.practitioner.actor, client.dossier, 'session.end', { id });
	expect(refusedBy(await sign(qc, client, note(qc, id)))).not.toContain('qc-2.08-0b');
});

test('[qc-6.04-a] signing alone what a colleague wrote is refused; the author stays attached', async () => {
	const { client, person } = await onTheWay(qc);
	const id = await endedSession(qc, client);
	const colleague = qc.world.newId();
	expect(refusedBy(await sign(qc, client, note(qc, id, { attests: [person], sources: [colleague] })))).toEqual([
		'qc-6.04-a',
	]);
	expectDone(
		await sign(
			qc,
			client,
			note(qc, id, { attests: [person], sources: [colleague], authors: [qc.practitioner.account, colleague] }),
		),
	);
});

test('[nb-caution-c] after a chat, mood and distress are asked about once; "nothing observed" or a signed reason passes', async () => {
	const { client } = await onTheWay(nb);
	const id = await endedSession(nb, client, 'chat');
	expect(refusedBy(await sign(nb, client, note(nb, id)))).toEqual(['nb-caution-c']);
	expectRefused(await sign(nb, client, note(nb, id, { mood: 'notAsked' })), 'nb-caution-c');
	expectDone(await sign(nb, client, note(nb, id, { mood: 'nothingObserved' })));
	expectDone(await sign(nb, client, note(nb, await endedSession(nb, client))));
});

test('a signed note is never edited: a correction is an addendum, and only to a note', async () => {
	const { client, person } = await onTheWay(qc);
	const id = await endedSession(qc, client);
	const signed = await qc.does(qc.practitioner.actor, client.dossier, 'note.sign', note(qc, id, { attests: [person] }));
	expectCode(await sign(qc, client, note(qc, id)), 'note.notDue');
	expectDone(
		await qc.attempt(qc.practitioner.actor, client.dossier, 'note.amend', {
			note: signed.entries[0]?.seq,
			text: 'Lire « jeudi ».',
		}),
	);
	expectCode(
		await qc.attempt(qc.practitioner.actor, client.dossier, 'note.amend', { note: 1, text: 'Lire « jeudi ».' }),
		'note.unknown',
	);
});

const write = (path: HttpPath, client: Client, more: object = {}) =>
	path.attempt(path.practitioner.actor, client.dossier, 'message.send', {
		thread: path.world.newId(),
		purpose: 'care',
		channel: 'portal',
		body: 'Comment allez-vous ?',
		...more,
	});

test('[qc-4.03-a] a new thread without a purpose is refused; there is no other purpose, and no broadcast', async () => {
	const { client, person } = await onTheWay(qc);
	expectRefused(await write(qc, client, { purpose: undefined, person }), 'qc-4.03-a');
	expectCode(await write(qc, client, { purpose: 'marketing', person }), 'act.invalidInput');
	expectDone(await write(qc, client, { person }));
});

test('[qc-4.03-b] a channel that the person took back is refused; agreed again it is open', async () => {
	const { client, person, actor } = await onTheWay(qc);
	expectDone(await write(qc, client, { person }));
	await qc.does(actor, client.dossier, 'channel.withdraw', { person, channel: 'portal', means: 'signature' });
	expectRefused(await write(qc, client, { person }), 'qc-4.03-b');
	await qc.does(actor, client.dossier, 'channel.agree', { person, channel: 'portal', means: 'signature' });
	expectDone(await write(qc, client, { person }));
});

test('[qc-3.09-a] after a text message came in, the next answer waits for the notice on such messages', async () => {
	const { client, person, actor } = await onTheWay(qc, ['notices', 'channels']);
	await qc.does(actor, client.dossier, 'notice.acknowledge', {
		person,
		notices: { 'channelRisks.internet': 1 },
		means: 'signature',
	});
	await qc.does(actor, client.dossier, 'channel.agree', { person, channel: 'portal', means: 'signature' });
	expectDone(await write(qc, client, { person }));
	await qc.does(qc.practitioner.actor, client.dossier, 'message.log', {
		person,
		channel: 'textMessage',
		body: 'Peux-tu m’appeler',
		on: '2026-11-21',
	});
	expectRefused(await write(qc, client, { person }), 'qc-3.09-a');
	await qc.does(actor, client.dossier, 'notice.acknowledge', {
		person,
		notices: { thirdPartyMessaging: 1 },
		means: 'signature',
	});
	expectDone(await write(qc, client, { person }));
});

test('[qc-3.10-a] words never travel by e-mail or text: such a message is refused, and nothing is written', async () => {
	const { client, person } = await onTheWay(qc);
	const before = (await qc.factsOf(client.dossier)).dossier.of(person).messages;
	expectRefused(await write(qc, client, { person, channel: 'email' }), 'qc-3.10-a');
	expectRefused(await write(qc, client, { person, channel: 'textMessage' }), 'qc-3.10-a');
	expect((await qc.factsOf(client.dossier)).dossier.of(person).messages).toEqual(before);
});

test('[nb-2-i] the first message of care waits for the agreement on messages, or a reason; safety never waits', async () => {
	const { client, person, actor } = await onTheWay(nb, ['consent']);
	expect(refusedBy(await write(nb, client, { person }))).toEqual(['nb-2-i']);
	expectDone(await write(nb, client, { person, purpose: 'safety' }));
	await nb.does(actor, client.dossier, 'notice.acknowledge', {
		person,
		notices: { communications: 1 },
		means: 'signature',
	});
	expectDone(await write(nb, client, { person }));
	const other = await onTheWay(nb, ['consent']);
	await nb.does(nb.practitioner.actor, other.client.dossier, 'duty.waive', {
		duty: 'nb-2-i',
		reason: 'Urgent, entente à signer mardi.',
		person: other.person,
	});
	expectDone(await write(nb, other.client, { person: other.person }));
});
