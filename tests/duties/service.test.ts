import { expect, test } from 'vitest';
import { packageFor } from '#server/app/documents.ts';
import { dayOf } from '#server/kernel/time.ts';
import { expectDone, expectRefused, onTheWay, refusedBy, refusedThenMended, tryService } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { openPath, openSession, request, startSession, walk, walkStep } from '../support/path.ts';

const server = await testServer();
const web = await webApp(server);
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });

test('[qc-2.01-a] without consent a service is refused, an initial interview is not, and consent opens the service', async () => {
	const { client } = await onTheWay(qc, ['consent']);
	expectRefused(await tryService(qc, client), 'qc-2.01-a');
	expectDone(await tryService(qc, client, { purpose: 'initialInterview' }));
	await walkStep(qc, client, 'consent');
	expectDone(await tryService(qc, client));
});

test('[nb-6-j] without consent the first service is refused; withdrawn, new ones stop at once and the one that runs is not cut', async () => {
	const { client, person, actor } = await onTheWay(nb, ['consent']);
	expectRefused(await tryService(nb, client), 'nb-6-j');
	await walkStep(nb, client, 'consent');
	const running = await openSession(nb, client);
	await startSession(nb, client, running);
	await nb.does(actor, client.dossier, 'consent.withdraw', { person, means: 'signature' });
	const open = (await nb.factsOf(client.dossier)).dossier.joint.sessions.open[running];
	expect(open?.state).toBe('started');
	expect(open?.closingAsked).toBeDefined();
	expectRefused(await tryService(nb, client), 'nb-6-j');
	await nb.does(nb.practitioner.actor, client.dossier, 'session.end', { id: running });
});

test('[qc-2.01-c] a partner who did not sign is held in the waiting room, the other can be seen alone', async () => {
	const client = await request(qc, { names: ['Camille Roy', 'Dominique Gagnon'], kind: 'couple' });
	await walk(qc, client, { without: ['consent'] });
	const [one, two] = client.persons;
	const versions = Object.fromEntries(
		Object.entries((await qc.factsOf(client.dossier)).dossier.of(one?.id ?? '').consent.sent).map(([k, v]) => [
			k,
			v.version,
		]),
	);
	await qc.does(one?.actor ?? ({} as never), client.dossier, 'consent.record', {
		person: one?.id,
		documents: versions,
		means: 'signature',
	});
	const id = await openSession(qc, client);
	expectRefused(
		await qc.attempt(qc.practitioner.actor, client.dossier, 'session.admit', { id, person: two?.id }),
		'qc-2.01-c',
	);
	expectDone(await qc.attempt(qc.practitioner.actor, client.dossier, 'session.admit', { id, person: one?.id }));
	expect((await qc.factsOf(client.dossier)).dossier.joint.sessions.open[id]?.admitted).toEqual([one?.id]);
});

test('[qc-3.07] who has not read that the others’ discretion cannot be promised is held; one alone is never asked', async () => {
	const couple = await onTheWay(qc, [], ['Alix Morin', 'Sacha Côté']);
	const added = {
		id: qc.world.newId(),
		name: 'Noa Côté',
		language: 'fr',
		roles: ['beneficiary'],
		contact: { voiceMail: false, text: false, othersMayKnow: false, callFirst: false },
	};
	await qc.does(qc.practitioner.actor, couple.client.dossier, 'person.add', added);
	const withNew = { dossier: couple.client.dossier, persons: [{ id: added.id, actor: qc.practitioner.actor }] };
	const id = await openSession(qc, withNew);
	expectRefused(
		await qc.attempt(qc.practitioner.actor, withNew.dossier, 'session.admit', { id, person: added.id }),
		'qc-3.07',
	);
	const alone = await onTheWay(qc, ['notices', 'channels']);
	await qc.does(alone.actor, alone.client.dossier, 'notice.acknowledge', {
		person: alone.person,
		notices: { 'channelRisks.video': 1 },
		means: 'signature',
	});
	expectDone(await tryService(qc, alone.client));
});

test('[qc-2.03-c] one unanswered question refuses the first service; answered and confirmed, it starts', async () => {
	const { client, person, actor } = await onTheWay(qc);
	const asked = await qc.does(actor, client.dossier, 'question.ask', {
		person,
		document: 'services',
		clause: 'fees',
		text: 'Et si j’annule ?',
	});
	expect(asked.entries[0]?.kind).toBe('question.asked');
	expectRefused(await tryService(qc, client), 'qc-2.03-c');
	const id = Object.keys((await qc.factsOf(client.dossier)).dossier.of(person).consent.questions)[0];
	await qc.does(qc.practitioner.actor, client.dossier, 'question.answer', {
		person,
		id,
		text: 'Rien n’est dû avec un jour d’avis.',
		orally: false,
	});
	expectRefused(await tryService(qc, client), 'qc-2.03-c');
	await qc.does(actor, client.dossier, 'question.settle', { person, id, means: 'signature' });
	expectDone(await tryService(qc, client));
});

test('[qc-2.04-a] identity not checked refuses the first service; a document seen on camera opens it, and no image is kept', async () => {
	await refusedThenMended(qc, 'qc-2.04-a', ['identity']);
});

test('[nb-5-b] identity neither checked nor waived with a reason refuses the first service', async () => {
	const { client, person } = await onTheWay(nb, ['identity']);
	expectRefused(await tryService(nb, client), 'nb-5-b');
	await nb.does(nb.practitioner.actor, client.dossier, 'identity.waive', {
		person,
		reason: 'Connue depuis dix ans au village.',
	});
	expectDone(await tryService(nb, client));
});

test('[qc-2.04-c] not verified for a reason: refused until the limits are told, by voice if need be', async () => {
	const { client, person } = await onTheWay(qc, ['identity']);
	await qc.does(qc.practitioner.actor, client.dossier, 'identity.waive', {
		person,
		reason: 'Aucune pièce sous la main.',
	});
	expectRefused(await tryService(qc, client), 'qc-2.04-c');
	await qc.does(qc.practitioner.actor, client.dossier, 'limits.tell', { person, means: 'voice' });
	expectDone(await tryService(qc, client));
});

test('[qc-2.04-b] admitted only with a place, a withheld one with its territory, or a signed reason; the person is told of no refusal', async () => {
	const { client, person, actor } = await onTheWay(qc);
	const id = qc.world.newId();
	const tool = Object.values((await qc.factsOf(qc.practice)).practice.practice.tools)[0]?.id;
	await qc.does(qc.practitioner.actor, client.dossier, 'session.open', {
		id,
		purpose: 'service',
		mode: 'video',
		tool,
		persons: [person],
	});
	const admit = () => qc.attempt(qc.practitioner.actor, client.dossier, 'session.admit', { id, person });
	expectRefused(await admit(), 'qc-2.04-b');
	await qc.does(actor, client.dossier, 'arrival.declare', {
		person,
		session: id,
		place: 'unanswered',
		alone: 'notSaid',
	});
	expectRefused(await admit(), 'qc-2.04-b');
	await qc.does(actor, client.dossier, 'arrival.declare', {
		person,
		session: id,
		place: 'withheld',
		territory: 'QC',
		alone: 'notSaid',
	});
	expectDone(await admit());
	const other = await onTheWay(qc);
	const next = qc.world.newId();
	await qc.does(qc.practitioner.actor, other.client.dossier, 'session.open', {
		id: next,
		purpose: 'service',
		mode: 'video',
		tool,
		persons: [other.person],
	});
	await qc.does(qc.practitioner.actor, other.client.dossier, 'place.waive', {
		person: other.person,
		session: next,
		reason: 'Ne veut pas le dire devant son conjoint.',
	});
	expectDone(
		await qc.attempt(qc.practitioner.actor, other.client.dossier, 'session.admit', { id: next, person: other.person }),
	);
});

test('[qc-2.08-0a] no decision on a first meeting refuses; "in person first" refuses until that meeting is recorded', async () => {
	const { client } = await onTheWay(qc, ['assessment', 'accept']);
	expectRefused(await tryService(qc, client), 'qc-2.08-0a');
	await walkStep(qc, client, 'assessment');
	await qc.does(qc.practitioner.actor, client.dossier, 'suitability.finalise', {
		fit: 'yes',
		interventionFits: true,
		meansFit: true,
		firstMeeting: 'inPerson',
		reasons: 'Mieux se connaître.',
	});
	expectRefused(await tryService(qc, client), 'qc-2.08-0a');
	const first = await openSession(qc, client, { purpose: 'initialInterview', mode: 'inPerson' });
	await startSession(qc, client, first);
	await qc.does(qc.practitioner.actor, client.dossier, 'session.end', { id: first });
	expectDone(await tryService(qc, client));
});

test('[qc-2.09-e1] the regulator notice not delivered refuses; delivered, it shows all six items from the verified directory', async () => {
	await refusedThenMended(qc, 'qc-2.09-e1', ['package', 'explain', 'consent']);
	const { client, person } = await onTheWay(qc);
	const handed = packageFor(await qc.factsOf(client.dossier), person, dayOf(qc.world.now())) as {
		texts: { regulator: { regulatorNotice: unknown } };
	};
	const notice = JSON.stringify(handed.texts.regulator.regulatorNotice);
	for (const item of [
		'Ève Tremblay',
		'TS-00000',
		'255, boulevard Crémazie',
		'514-731-3925',
		'ordre@example.org',
		'https://ordre.example',
	])
		expect(notice).toContain(item);
});

test('[qc-5.01-b] the records policy given but not explained refuses the first service; explained, it starts', async () => {
	await refusedThenMended(qc, 'qc-5.01-b', ['explain', 'consent']);
});

test('[nb-6-f] record keeping not explained refuses; explained by voice counts', async () => {
	await refusedThenMended(nb, 'nb-6-f', ['explain', 'consent']);
});

test('[nb-6-e] the package without the confidentiality clause of the client’s territory refuses the first service', async () => {
	const { client } = await onTheWay(nb);
	await nb.does(nb.practitioner.actor, client.dossier, 'home.declare', { territory: 'QC' });
	expectRefused(await tryService(nb, client), 'nb-6-e');
	await nb.does(nb.practitioner.actor, client.dossier, 'home.declare', { territory: 'NB' });
	expectDone(await tryService(nb, client));
});

test('[nb-6-m] a package without the device risk notice refuses the first service', async () => {
	const { client } = await onTheWay(nb, ['package', 'explain', 'consent']);
	for (const p of client.persons) {
		const sent = packageFor(await nb.factsOf(client.dossier), p.id, dayOf(nb.world.now())) as {
			texts: Record<string, Record<string, unknown>>;
		};
		const { deviceRisks: _, ...services } = sent.texts.services ?? {};
		await nb.does(nb.practitioner.actor, client.dossier, 'policy.send', {
			...sent,
			texts: { ...sent.texts, services },
		});
	}
	await walkStep(nb, client, 'explain');
	await walkStep(nb, client, 'consent');
	expectRefused(await tryService(nb, client), 'nb-6-m');
	for (const step of ['package', 'explain', 'consent'] as const) await walkStep(nb, client, step);
	expectDone(await tryService(nb, client));
});

test('[nb-3-h] no emergency plan refuses the first remote service; one tap away during any session', async () => {
	const { client, person } = await onTheWay(nb, ['plans']);
	expectRefused(await tryService(nb, client), 'nb-3-h');
	await nb.does(nb.practitioner.actor, client.dossier, 'plan.give', {
		person,
		plan: 'emergency',
		details: { steps: 'Appeler le service local.' },
	});
	expect(refusedBy(await tryService(nb, client))).not.toContain('nb-3-h');
});

test('[nb-3-i] no failure plan for that client refuses the first remote service', async () => {
	const { client, person } = await onTheWay(nb, ['plans']);
	await nb.does(nb.practitioner.actor, client.dossier, 'plan.give', {
		person,
		plan: 'emergency',
		details: { steps: 'Appeler le service local.' },
	});
	expect(refusedBy(await tryService(nb, client))).toEqual(['nb-3-i']);
	await nb.does(nb.practitioner.actor, client.dossier, 'plan.give', {
		person,
		plan: 'failure',
		details: { steps: 'On vous appelle après cinq minutes.' },
	});
	expectDone(await tryService(nb, client));
});

test('[qc-3.01] video for somebody who has not read its dangers is refused; each family of channels has its own text', async () => {
	const { client, person, actor } = await onTheWay(qc, ['notices', 'channels']);
	expectRefused(
		await qc.attempt(actor, client.dossier, 'channel.agree', { person, channel: 'textMessage', means: 'signature' }),
		'qc-3.01',
	);
	expectRefused(await tryService(qc, client), 'qc-3.01');
	await qc.does(actor, client.dossier, 'notice.acknowledge', {
		person,
		notices: { 'channelRisks.text': 1 },
		means: 'signature',
	});
	expectDone(
		await qc.attempt(actor, client.dossier, 'channel.agree', { person, channel: 'textMessage', means: 'signature' }),
	);
	expectRefused(await tryService(qc, client), 'qc-3.01');
	await qc.does(actor, client.dossier, 'notice.acknowledge', {
		person,
		notices: { 'channelRisks.video': 1 },
		means: 'signature',
	});
	expectDone(await tryService(qc, client));
});

test('[qc-2.02-g] a new third party is told of before it is used: until then the service is refused', async () => {
	const own = await openHttpPath(web);
	const { client, person, actor } = await onTheWay(own, ['notices', 'channels']);
	await own.does(actor, client.dossier, 'notice.acknowledge', {
		person,
		notices: { 'channelRisks.video': 1 },
		means: 'signature',
	});
	const added = {
		id: own.world.newId(),
		name: 'Textos du Fleuve',
		purpose: { fr: 'envoie nos textos', en: 'sends our texts' },
		shared: { fr: 'votre numéro', en: 'your number' },
	};
	await own.does(own.practitioner.actor, own.practice, 'thirdParty.add', added);
	expectRefused(await tryService(own, client), 'qc-2.02-g');
	const version = (await own.factsOf(own.practice)).practice.practice.thirdPartiesVersion;
	await own.does(actor, client.dossier, 'notice.acknowledge', {
		person,
		notices: { thirdParties: version },
		means: 'signature',
	});
	expectDone(await tryService(own, client));
});

test('[def-qc-regulated] from the permit’s last day on, new services are refused with the reason; a safety session is not', async () => {
	const path = await openPath(server);
	const client = await request(path);
	await walk(path, client);
	const facts = await path.factsOf(path.practitioner.journal);
	const permit = facts.practitioner.practitioner.permits[0];
	await path.does(path.practitioner.actor, path.practitioner.journal, 'permit.end', {
		id: permit?.id,
		until: dayOf(path.world.now()),
	});
	const refused = await openSession(path, client);
	expectRefused(
		await path.attempt(path.practitioner.actor, client.dossier, 'session.start', { id: refused }),
		'def-qc-regulated',
	);
	const safety = await openSession(path, client, { purpose: 'safety' });
	await path.does(path.practitioner.actor, client.dossier, 'session.admit', {
		id: safety,
		person: client.persons[0]?.id,
	});
	expectDone(await path.attempt(path.practitioner.actor, client.dossier, 'session.start', { id: safety }));
	await path.does(path.practitioner.actor, path.practitioner.journal, 'permit.record', {
		id: path.world.newId(),
		territory: 'QC',
		regulator: 'OTSTCFQ',
		number: 'TS-1',
		from: '2026-04-01',
		until: '2028-04-01',
	});
	const again = await openSession(path, client);
	await path.does(path.practitioner.actor, client.dossier, 'session.admit', {
		id: again,
		person: client.persons[0]?.id,
	});
	expectDone(await path.attempt(path.practitioner.actor, client.dossier, 'session.start', { id: again }));
});
