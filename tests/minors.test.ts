import { expect, test } from 'vitest';
import { asSystem } from '#server/app/practices.ts';
import type { Actor } from '#server/kernel/act.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { expectCode, expectDone, expectRefused } from './support/duties.ts';
import { testServer } from './support/index.ts';
import {
	type Client,
	openPath,
	openSession,
	type Path,
	request,
	startSession,
	walk,
	walkStep,
} from './support/path.ts';

const server = await testServer();
const qc = await openPath(server);
const nb = await openPath(server, { province: 'NB' });

/** The day on which somebody who is `years` old in `days` days was born. */
const bornFor = ({ world }: Path, years: number, days: number): string =>
	Temporal.PlainDate.from(dayOf(world.now() + days * DAY))
		.subtract({ years })
		.toString();

interface Young {
	readonly client: Client;
	readonly child: string;
	readonly childActor: Actor;
	readonly parent: string;
	readonly parentActor: Actor;
}

/** A young person who receives the service, and a parent who answers for them. */
async function withParent(path: Path, birthDate: string, authority = 'parentalAuthority'): Promise<Young> {
	const { practitioner, world, practice } = path;
	const client = await request(path, { names: ['Léo Roy'] });
	const [who] = client.persons;
	if (!who) throw new Error('nobody');
	const parent = world.newId();
	const contact = { voiceMail: false, text: false, othersMayKnow: false, callFirst: false };
	const added = { id: parent, name: 'Mélanie Roy', language: 'fr', roles: ['representative'], contact };
	await path.does(practitioner.actor, client.dossier, 'person.add', added);
	const account = await path.newAccount('client', 'Mélanie Roy');
	await asSystem(world, practice.id, client.dossier, 'person.link', { person: parent, account });
	await walk(path, client, { without: ['age', 'consent'] });
	await path.does(practitioner.actor, client.dossier, 'age.record', { person: who.id, birthDate });
	await path.does(practitioner.actor, client.dossier, 'representative.name', {
		of: who.id,
		by: parent,
		authority,
		proofSeen: true,
	});
	return { client, child: who.id, childActor: who.actor, parent, parentActor: { account, assurance: 'code' } };
}

const signs = async (path: Path, { client, child }: Young, by: Actor) => {
	const { consent } = (await path.factsOf(client.dossier)).dossier.of(child);
	const documents = Object.fromEntries(Object.entries(consent.sent).map(([k, v]) => [k, v.version]));
	return path.attempt(by, client.dossier, 'consent.record', { person: child, documents, means: 'signature' });
};

test('a birthday during a session: it goes on; the next one asks for the young person’s own word, and the parent’s no longer counts', async () => {
	const young = await withParent(qc, bornFor(qc, 14, 1));
	const { client, child, childActor, parentActor } = young;
	expectDone(await signs(qc, young, parentActor));
	const running = await openSession(qc, client);
	await startSession(qc, client, running);
	qc.clock.advance(2 * DAY);
	expect((await qc.factsOf(client.dossier)).dossier.joint.sessions.open[running]?.closingAsked).toBeUndefined();
	await qc.does(qc.practitioner.actor, client.dossier, 'session.end', { id: running });
	const next = await openSession(qc, client);
	const admit = () => qc.attempt(qc.practitioner.actor, client.dossier, 'session.admit', { id: next, person: child });
	expectRefused(await admit(), 'qc-2.01-c');
	expectCode(await signs(qc, young, parentActor), 'act.notForThem');
	expectDone(await signs(qc, young, childActor));
	expectDone(await admit());
	expectDone(await qc.attempt(qc.practitioner.actor, client.dossier, 'session.start', { id: next }));
});

test('a parent named for somebody who may already decide alone answers for nobody', async () => {
	const young = await withParent(qc, bornFor(qc, 15, -30));
	const [representation] = (await qc.factsOf(young.client.dossier)).dossier.joint.dossier.representations;
	expect(representation?.until).toBeLessThan(qc.world.now());
	expectCode(await signs(qc, young, young.parentActor), 'act.notForThem');
	expectDone(await signs(qc, young, young.childActor));
});

test('the age told after the parent was named bounds what the parent may do just the same', async () => {
	const young = await withParent(qc, bornFor(qc, 10, -30));
	const until = async () =>
		(await qc.factsOf(young.client.dossier)).dossier.joint.dossier.representations[0]?.until ?? 0;
	expect(dayOf(await until())).toBe(bornFor(qc, 10 - 14, -30));
	await qc.does(qc.practitioner.actor, young.client.dossier, 'age.record', {
		person: young.child,
		birthDate: bornFor(qc, 13, -1),
	});
	expect(dayOf(await until())).toBe(bornFor(qc, 13 - 14, -1));
});

test('a representative whose authority ended: what they agreed to is asked again, of whoever answers now', async () => {
	const young = await withParent(qc, bornFor(qc, 40, -30), 'tutor');
	const { client, child, parent, parentActor } = young;
	await qc.does(qc.practitioner.actor, client.dossier, 'capacity.assess', {
		person: child,
		result: 'notAble',
		basis: 'Ne retient pas ce qui est dit.',
	});
	expectDone(await signs(qc, young, parentActor));
	const open = await openSession(qc, client);
	const admit = () => qc.attempt(qc.practitioner.actor, client.dossier, 'session.admit', { id: open, person: child });
	await qc.does(qc.practitioner.actor, client.dossier, 'representative.end', { of: child, by: parent });
	expectRefused(await admit(), 'qc-2.01-c');
	expectCode(await signs(qc, young, parentActor), 'act.notForThem');
	await qc.does(qc.practitioner.actor, client.dossier, 'representative.name', {
		of: child,
		by: parent,
		authority: 'tutor',
		proofSeen: true,
	});
	expectDone(await signs(qc, young, parentActor));
	expectDone(await admit());
});

test('in New Brunswick, under 16, nothing is refused at first contact: the judgement of capacity is what is recorded', async () => {
	const client = await request(nb, { names: ['Léa Roy'] });
	const [who] = client.persons;
	await walkStep(nb, client, 'home');
	await walkStep(nb, client, 'package');
	await nb.does(nb.practitioner.actor, client.dossier, 'age.record', {
		person: who?.id,
		birthDate: bornFor(nb, 15, -30),
	});
	const interview = await openSession(nb, client, { purpose: 'initialInterview' });
	await startSession(nb, client, interview);
	await nb.does(nb.practitioner.actor, client.dossier, 'session.end', { id: interview });
	await walk(nb, client, { without: ['age', 'home', 'package'] });
	const { consent } = (await nb.factsOf(client.dossier)).dossier.of(who?.id ?? '');
	expect(consent.capacity?.result).toBe('able');
	expect(consent.given?.by).toBe('self');
});

test('one person withdraws while the other signs: each word is kept, and the couple’s session waits for the one who withdrew', async () => {
	const client = await request(qc, { names: ['Camille Roy', 'Dominique Gagnon'], kind: 'couple' });
	await walk(qc, client);
	const [one, two] = client.persons;
	if (!one || !two) throw new Error('two persons');
	await qc.does(two.actor, client.dossier, 'consent.withdraw', { person: two.id, means: 'signature' });
	const signing = { client, child: two.id } as Young;
	const [withdrawn, signed] = await Promise.all([
		qc.attempt(one.actor, client.dossier, 'consent.withdraw', { person: one.id, means: 'signature' }),
		signs(qc, signing, two.actor),
	]);
	expectDone(withdrawn);
	expectDone(signed);
	const id = await openSession(qc, client);
	const admit = (person: string) => qc.attempt(qc.practitioner.actor, client.dossier, 'session.admit', { id, person });
	expectRefused(await admit(one.id), 'qc-2.01-c');
	expectDone(await admit(two.id));
});
