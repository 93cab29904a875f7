import { expect, test } from 'vitest';
import { isRefusal } from '#server/kernel/refusal.ts';
import { expectCode, expectDone, expectRefused, onTheWay, refusedBy, tryService } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { type Client, request, walk, walkStep } from '../support/path.ts';

const server = await testServer();
const web = await webApp(server);
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });

const versions = async (path: HttpPath, { dossier }: Client, person: string) =>
	Object.fromEntries(
		Object.entries((await path.factsOf(dossier)).dossier.of(person).consent.sent).map(([k, v]) => [k, v.version]),
	);
const sign = async (
	path: HttpPath,
	client: Client,
	index = 0,
	actor = client.persons[index]?.actor ?? path.practitioner.actor,
) => {
	const person = client.persons[index]?.id ?? '';
	return path.attempt(actor, client.dossier, 'consent.record', {
		person,
		documents: await versions(path, client, person),
		means: 'signature',
	});
};

test('[qc-2.01-b] a consent without a capacity assessment is refused; "not able" needs a representative with proof of authority', async () => {
	const { client, person } = await onTheWay(qc, ['capacity', 'consent']);
	expectRefused(await sign(qc, client), 'qc-2.01-b');
	await qc.does(qc.practitioner.actor, client.dossier, 'capacity.assess', {
		person,
		result: 'notAble',
		basis: 'Ne retient pas ce qui est dit.',
	});
	expectRefused(await sign(qc, client), 'qc-2.01-b');
	const tutor = {
		id: qc.world.newId(),
		name: 'Lise Roy',
		language: 'fr',
		roles: ['representative'],
		contact: { voiceMail: false, text: false, othersMayKnow: false, callFirst: false },
	};
	await qc.does(qc.practitioner.actor, client.dossier, 'person.add', tutor);
	await qc.does(qc.practitioner.actor, client.dossier, 'representative.name', {
		of: person,
		by: tutor.id,
		authority: 'tutor',
		proofSeen: true,
	});
	expectCode(await sign(qc, client), 'consent.needsRepresentative');
	const account = await qc.newAccount('client', 'Lise Roy');
	const { asSystem } = await import('#server/app/practices.ts');
	await asSystem(qc.world, qc.practice.id, client.dossier, 'person.link', { person: tutor.id, account });
	expectDone(await sign(qc, client, 0, { account, assurance: 'code' }));
});

test('[qc-2.03-a] a person who needs an oral adaptation is not asked to sign before it was made', async () => {
	const { client, person } = await onTheWay(qc, ['needs', 'consent']);
	expectRefused(await sign(qc, client), 'qc-2.03-a');
	await qc.does(qc.practitioner.actor, client.dossier, 'information.adapt', {
		person,
		language: 'es',
		variant: 'easyRead',
	});
	expectRefused(await sign(qc, client), 'qc-2.03-a');
	await qc.does(qc.practitioner.actor, client.dossier, 'information.adapt', {
		person,
		language: 'es',
		variant: 'oral',
		adaptation: 'Expliqué en espagnol avec une interprète.',
	});
	expectDone(await sign(qc, client));
});

test('[qc-2.03-b] there is no path to sign without having been offered a question; one that waits keeps it unsigned', async () => {
	const { client, person, actor } = await onTheWay(qc, ['questions', 'consent']);
	expectRefused(await sign(qc, client), 'qc-2.03-b');
	await qc.does(actor, client.dossier, 'question.ask', {
		person,
		document: 'services',
		clause: 'limits',
		text: 'Qui peut lire mon dossier ?',
	});
	expectRefused(await sign(qc, client), 'qc-2.03-b');
	const asked = Object.keys((await qc.factsOf(client.dossier)).dossier.of(person).consent.questions)[0];
	await qc.does(qc.practitioner.actor, client.dossier, 'question.answer', {
		person,
		id: asked,
		text: 'Moi seulement.',
		orally: true,
	});
	await qc.does(actor, client.dossier, 'question.settle', { person, id: asked, means: 'signature' });
	expectDone(await sign(qc, client));
});

test('[qc-2.07-d] after a failed telling, only a conversation and a second one open the signature', async () => {
	const { client, person, actor } = await onTheWay(qc, ['teachBack', 'consent']);
	expectRefused(await sign(qc, client), 'qc-2.07-d');
	await qc.does(actor, client.dossier, 'teachBack.record', {
		person,
		clause: 'limits',
		understood: false,
		inConversation: false,
		words: 'Vous direz tout à ma mère.',
	});
	expectRefused(await sign(qc, client), 'qc-2.07-d');
	expect(
		isRefusal(
			await qc.attempt(actor, client.dossier, 'teachBack.record', {
				person,
				clause: 'limits',
				understood: true,
				inConversation: true,
			}),
		),
	).toBe(true);
	await qc.does(qc.practitioner.actor, client.dossier, 'teachBack.record', {
		person,
		clause: 'limits',
		understood: true,
		inConversation: true,
	});
	expectDone(await sign(qc, client));
});

test('[qc-2.07-d] a signed reason given for one partner passes for that partner alone', async () => {
	const { client, person } = await onTheWay(qc, ['teachBack', 'consent'], ['Dominique Gagnon', 'Alix Morin']);
	expectRefused(await sign(qc, client), 'qc-2.07-d');
	await qc.does(qc.practitioner.actor, client.dossier, 'duty.waive', {
		duty: 'qc-2.07-d',
		reason: 'Vient de le redire au téléphone, ne veut pas recommencer.',
		person,
	});
	expectDone(await sign(qc, client));
	expectRefused(await sign(qc, client, 1), 'qc-2.07-d');
});

test('[qc-2.08-a] signed below the age of their territory: refused until a person with authority consents for them', async () => {
	const { client, person } = await onTheWay(qc, ['age', 'consent']);
	expectRefused(await sign(qc, client), 'qc-2.08-a');
	await qc.does(qc.practitioner.actor, client.dossier, 'age.record', { person, birthDate: '2014-05-06' });
	expectRefused(await sign(qc, client), 'qc-2.08-a');
	await qc.does(qc.practitioner.actor, client.dossier, 'age.record', { person, birthDate: '2011-05-06' });
	expectDone(await sign(qc, client));
});

test('[def-nb-consent-b] a signature without a talk about risks and benefits does not count', async () => {
	const { client, person } = await onTheWay(nb, ['discussion', 'consent']);
	expectRefused(await sign(nb, client), 'def-nb-consent-b');
	await nb.does(nb.practitioner.actor, client.dossier, 'discussion.record', {
		person,
		risks: true,
		benefits: true,
		voluntary: true,
	});
	expectDone(await sign(nb, client));
});

test('[qc-2.02-e] with no other way of getting help in the client’s territory, the package cannot be sent', async () => {
	const { client, person } = await onTheWay(qc, ['package', 'explain', 'consent']);
	const { packageFor } = await import('#server/app/documents.ts');
	const sent = packageFor(await qc.factsOf(client.dossier), person, '2026-11-22');
	expectRefused(
		await qc.attempt(qc.practitioner.actor, client.dossier, 'policy.send', { ...sent, territory: 'MB' }),
		'qc-2.02-e',
	);
	expectDone(await qc.attempt(qc.practitioner.actor, client.dossier, 'policy.send', sent));
});

test('[qc-3.05-a] a practice without a confidentiality agreement cannot send a package', async () => {
	const bare = await openHttpPath(web, { bare: true });
	const { someTerms } = await import('../support/path.ts');
	await bare.does(bare.practitioner.actor, bare.practice, 'service.describe', someTerms);
	const client = await request(bare);
	const sent = {
		person: client.persons[0]?.id,
		language: 'fr',
		territory: 'QC',
		documents: { services: 1 },
		texts: { services: {} },
	};
	expectRefused(await bare.attempt(bare.practitioner.actor, client.dossier, 'policy.send', sent), 'qc-3.05-a');
	const { makeReady } = await import('../support/path.ts');
	await makeReady(bare, 'QC');
	expectDone(await bare.attempt(bare.practitioner.actor, client.dossier, 'policy.send', sent));
});

test('[qc-2.09-e2] every person is handed how to complain to the Order; without it the first service is refused', async () => {
	const { client } = await onTheWay(qc, ['package', 'explain', 'consent']);
	expect(refusedBy(await tryService(qc, client))).toContain('qc-2.09-e2');
	for (const step of ['package', 'explain', 'consent'] as const) await walkStep(qc, client, step);
	expectDone(await tryService(qc, client));
});

test('a person never signs for another, and a stranger never signs at all', async () => {
	const client = await request(qc, { names: ['Camille Roy', 'Dominique Gagnon'], kind: 'couple' });
	await walk(qc, client, { without: ['consent'] });
	expectCode(await sign(qc, client, 0, client.persons[1]?.actor), 'act.notForThem');
	expectCode(
		await sign(qc, client, 0, { account: await qc.newAccount('client', 'Alix Morin'), assurance: 'passkey' }),
		'act.notYourDossier',
	);
});
