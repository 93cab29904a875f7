import { expect, test } from 'vitest';
import { publication } from '#server/app/documents.ts';
import { DAY, dayOf, HOUR } from '#server/kernel/time.ts';
import { expectCode } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { mailOf } from '../support/mailbox.ts';
import { reader } from '../support/no-script.ts';
import { type Client, openSession, type Path, request, startSession, walk, walkStep } from '../support/path.ts';
import { longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const { actor, account } = path.practitioner;
const { open, send } = reader(path, actor);
const file = ({ dossier }: Pick<Client, 'dossier'>, place: string) => `/fr/office/clients/${dossier.id}/${place}`;

const noContact = { phone: '418-555-0188', voiceMail: false, text: false, othersMayKnow: false, callFirst: false };

/** The practice writes its rule on the page of its services, and publishes it with its fees. */
async function writesItsRule(hours: string) {
	const written = await send(await open('/fr/office/practice/terms'), 'describe', {
		'missed.hours:n': hours,
		'missed.amount:c': '60,00',
		'missed.late.minutes:n': '20',
		'missed.late.amount:c': '30',
	});
	expect(written.text).toContain('C’est gardé.');
	const input = publication(await path.factsOf(path.practice), 'services', dayOf(path.world.now()));
	await path.does(actor, path.practice, 'policy.publish', { ...input, material: false });
}

/** Somebody walked to their consent some days ago; a meeting an hour ago, or to come. */
async function meets(name: string, { at = -HOUR, days = 3 }: { readonly at?: number; readonly days?: number } = {}) {
	const past: Path = longAgo(path, days);
	const client = await request(past, { names: [name] });
	await walk(past, client);
	const [person] = client.persons;
	if (!person) throw new Error('nobody');
	const id = path.world.newId();
	const startsAt = path.world.now() + at;
	await past.does(actor, client.dossier, 'appointment.book', {
		id,
		purpose: 'service',
		mode: 'video',
		persons: [person.id],
		practitioner: account,
		startsAt,
		endsAt: startsAt + HOUR / 2,
		zone: 'America/Toronto',
	});
	return { client, person, id, page: file(client, 'appointments') };
}

const beforeTheRule = await meets('Albert Avant', { at: -3 * HOUR });
await writesItsRule('24');

test('the rule is read with the fees, in the words of the published version, and what never counts is said', async () => {
	const { client, person } = await meets('Berthe Lecture', { days: 0, at: 30 * DAY });
	const read = await reader(path, person.actor).open(`/fr/portal/${client.dossier.id}/read/services`);
	for (const said of ['au moins 24 heures avant', '60,00 $', '20 minutes de retard', 'ne comptent jamais'])
		expect(read.text.replaceAll('\u00a0', ' ')).toContain(said);
});

test('who had not agreed to it in writing before the meeting is asked for nothing: refused, with the way to ask next time', async () => {
	const { client, person, id, page } = beforeTheRule;
	const missed = await send(await open(page), `miss:${id}`, { how: 'missed' });
	expect(missed.text).toContain('rien ne peut être demandé');
	expect(missed.html).toContain(file(client, 'package'));
	const outcome = await path.attempt(actor, client.dossier, 'missedFee.apply', {
		appointment: id,
		payer: person.id,
		noGrace: true,
	});
	expectCode(outcome, 'missedFee.notAgreed');
	expect((await path.factsOf(client.dossier)).dossier.of(person.id).missed.owed).toEqual([]);
});

/** The package and the consent as they stand with the rule, given so many days before now. */
const agreed = (name: string, at: number) => meets(name, { at, days: 0 });

test('who agreed to it may be asked: the amount stands in the payer’s own part, in no mail, and nobody else reads it', async () => {
	const mail = await mailOf(path, 'carla@');
	const { client, person, id, page } = await agreed('Carla Absente', 2 * HOUR);
	const before = (await mail.after(3)).length;
	// Called off by telephone two hours before: later than the rule allows.
	const cancelled = await send(await open(page), `cancel:${id}`, { asked: 'person' });
	expect(cancelled.text).toContain('La règle acceptée par écrit peut s’appliquer.');
	expect(cancelled.text).toContain('au moins 24 heures avant');
	expect((await open('/fr/office')).text).toContain('suite à décider');
	const untold = await send(cancelled, `apply:${id}`, {});
	expect(untold.status).toBe(422);
	const asked = await send(untold, `apply:${id}`, { 'noGrace:b': 'true' });
	expect(asked.text).toContain('La règle est appliquée.');
	const own = reader(path, person.actor);
	expect((await own.open('/fr/portal')).text).toContain('Montants demandés');
	expect((await own.open(`/fr/portal/${client.dossier.id}/file`)).text.replaceAll('\u00a0', ' ')).toContain('60,00 $');
	const { joint, of } = (await path.factsOf(client.dossier)).dossier;
	expect(of(person.id).missed.owed).toMatchObject([{ amount: 6000, how: 'cancelledLate' }]);
	expect(joint.missed.owed).toEqual([]);
	for (const { email } of (await mail.after(before + 1)).slice(before))
		expect(`${email.subject} ${email.text}`).not.toMatch(/\b60\b|\$|montant/i);
	expectCode(
		await path.attempt(actor, client.dossier, 'missedFee.apply', { appointment: id, payer: person.id, noGrace: true }),
		'missedFee.answered',
	);
});

test('called off in time, or by the practice, nothing is looked at', async () => {
	const inTime = await agreed('Denis Prévoyant', 30 * HOUR);
	const page = await send(await open(inTime.page), `cancel:${inTime.id}`, { asked: 'person' });
	expect(page.text).not.toContain('peut s’appliquer');
	const ours = await agreed('Élise Reportée', 4 * HOUR);
	const other = await send(await open(ours.page), `cancel:${ours.id}`, { asked: 'practice' });
	expect(other.text).not.toContain('peut s’appliquer');
	for (const { client, id, person } of [inTime, ours])
		expectCode(
			await path.attempt(actor, client.dossier, 'missedFee.apply', {
				appointment: id,
				payer: person.id,
				noGrace: true,
			}),
			'missedFee.unknown',
		);
});

test('a crisis never lets it apply, even when it comes to light afterwards; and it may be let go without saying why', async () => {
	const { client, person, id, page } = await agreed('Fatou Débordée', 6 * HOUR);
	await path.does(actor, client.dossier, 'appointment.cancel', { id, asked: 'person' });
	expect((await open(page)).text).toContain('peut s’appliquer');
	await path.does(actor, client.dossier, 'distress.flag', {
		person: person.id,
		id: path.world.newId(),
		from: 'telephone',
	});
	expect((await open(page)).text).toContain('La règle ne s’applique pas');
	expectCode(
		await path.attempt(actor, client.dossier, 'missedFee.apply', { appointment: id, payer: person.id, noGrace: true }),
		'missedFee.never',
	);
	const kind = await agreed('Gaston Grippé', 8 * HOUR);
	await path.does(actor, kind.client.dossier, 'appointment.cancel', { id: kind.id, asked: 'person' });
	const let_ = await send(await open(kind.page), `letGo:${kind.id}`, { why: 'grace' });
	expect(let_.text).toContain('Rien n’est demandé.');
	expect((await path.factsOf(kind.client.dossier)).dossier.of(kind.person.id).missed.owed).toEqual([]);
});

test('late counts from so many minutes; a line that was lost never counts', async () => {
	const onTime = await meets('Karim Tardif');
	const page = await send(await open(onTime.page), `miss:${onTime.id}`, { how: 'late', 'lateBy:n': '10' });
	expect(page.text).not.toContain('peut s’appliquer');
	const late = await meets('Lou Retard', { at: -2 * HOUR });
	const noted = await send(await open(late.page), `miss:${late.id}`, { how: 'late', 'lateBy:n': '25' });
	expect(noted.text.replaceAll('\u00a0', ' ')).toContain('Demander 30,00 $');

	const cut = await meets('Maya Coupée', { at: -4 * HOUR });
	const session = await openSession(path, cut.client, { appointment: cut.id });
	await startSession(path, cut.client, session);
	const lost = { id: session, cause: 'network', side: 'client', fallback: 'rebook' };
	await path.does(actor, cut.client.dossier, 'session.interrupt', lost);
	const missed = await send(await open(cut.page), `miss:${cut.id}`, { how: 'missed' });
	expect(missed.text).toContain('La règle ne s’applique pas');
	expectCode(
		await path.attempt(actor, cut.client.dossier, 'missedFee.apply', {
			appointment: cut.id,
			payer: cut.person.id,
			noGrace: true,
		}),
		'missedFee.never',
	);
});

test('who pays is asked only if they agreed too, and sees what they owe; the others see no amount', async () => {
	const { client, person, id } = await agreed('Hugo Payé', 10 * HOUR);
	const payer = path.world.newId();
	const added = { id: payer, name: 'Irène Paie', language: 'fr', roles: ['payer'], contact: noContact };
	await path.does(actor, client.dossier, 'person.add', added);
	const other = await agreed('Jules Autre', 12 * HOUR);
	await path.does(actor, other.client.dossier, 'person.add', { ...added, id: path.world.newId() });
	await path.does(actor, other.client.dossier, 'appointment.cancel', { id: other.id, asked: 'person' });
	const { missed } = (await path.factsOf(other.client.dossier)).dossier.joint;
	expect(missed.weighed[0]?.persons).toEqual([other.person.id]);
	// On paper, with the practitioner: a payer needs no space to agree.
	for (const step of [
		'package',
		'explain',
		'age',
		'capacity',
		'discussion',
		'needs',
		'questions',
		'teachBack',
	] as const)
		await walkStep(path, { dossier: client.dossier, persons: [{ id: payer, actor }] }, step);
	const { sent } = (await path.factsOf(client.dossier)).dossier.of(payer).consent;
	await path.does(actor, client.dossier, 'consent.record', {
		person: payer,
		documents: Object.fromEntries(Object.entries(sent).map(([key, { version }]) => [key, version])),
		means: 'paper',
		by: 'self',
		witness: 'Ève Tremblay',
	});
	await path.does(actor, client.dossier, 'appointment.cancel', { id, asked: 'person' });
	const page = await open(file(client, 'appointments'));
	const asked = await send(page, `apply:${id}`, { 'noGrace:b': 'true' });
	expect(asked.text).toContain('La règle est appliquée.');
	const { of } = (await path.factsOf(client.dossier)).dossier;
	expect(of(payer).missed.owed).toMatchObject([{ amount: 6000 }]);
	expect(of(person.id).missed.owed).toEqual([]);
	const own = await reader(path, person.actor).open(`/fr/portal/${client.dossier.id}/file`);
	expect(own.text).not.toContain('Montants demandés');
	expect(own.text).not.toMatch(/60,00/);
});
