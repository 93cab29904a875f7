import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { formNamed, sends, type Typed } from '../support/drive.ts';
import { inEnglish, languageOf } from '../support/hands.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { agrees, asks, assesses, books, claims, informs, invites, opens, reads, signs } from '../support/journey.ts';
import { arrive, saidOn, seeOneAnother, tryDevices } from '../support/meeting.ts';

/*
 * The way in for each kind of client, from the request to a first service, through the pages. Each way is said no to at
 * least twice, and mended from the refusal itself.
 */
const server = await testServer();
const web = await webApp(server);
const wide = { viewport: { width: 1280, height: 900 }, permissions: ['camera', 'microphone'] };
const phone = { viewport: { width: 390, height: 844 }, permissions: ['camera', 'microphone'] };
const idIn = (address: string): string => address.split('/').at(-1) ?? '';
const inDays = (days: number): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T14:30`;

const officeOf = async (path: HttpPath): Promise<Page> => (await path.browse(path.practitioner.actor, wide)).newPage();
const someone = async (path: HttpPath): Promise<Page> => (await path.browse(undefined, phone)).newPage();
const close = (...pages: readonly Page[]) => Promise.all(pages.map((p) => p.context().close()));

/** Send a form that is refused, and follow the one way on that the refusal names. */
async function refusedAt(page: Page, form: string, typed: Typed = {}): Promise<void> {
	await sends(page, form, typed);
	await page.locator('[data-refusal]').waitFor();
	await page.locator('[data-refusal] a[href*="for="]').first().click();
	await page.waitForURL(/[?&]for=/);
}

/** The form that was refused is there again, as it was typed: it is sent once more. */
async function backTo(page: Page, form: string): Promise<void> {
	await page.waitForURL(/[?&]resume=/);
	await formNamed(page, form).waitFor({ state: 'attached' });
}

/** Accepting is refused until relations were declared, conflicts looked for and decided on: mended from each refusal. */
async function acceptsAfterMending(office: Page, file: string): Promise<void> {
	await office.goto(`${file}/decision`);
	await refusedAt(office, 'accept');
	await sends(office, 'relation', { link: 'none', 'communityConsidered:b': true, decision: 'proceed' });
	await backTo(office, 'accept');
	await refusedAt(office, 'accept');
	await sends(office, 'search');
	await backTo(office, 'accept');
	await refusedAt(office, 'accept');
	await sends(office, 'decide', { decision: 'none', reason: 'Aucun autre dossier ne les nomme.' });
	await backTo(office, 'accept');
	await sends(office, 'accept');
	await expect.poll(() => formNamed(office, 'accept').count()).toBe(0);
}

interface Walked {
	readonly office: Page;
	readonly sides: readonly Page[];
	readonly persons: readonly string[];
	readonly file: string;
	readonly dossier: string;
}

interface Way {
	readonly names: readonly string[];
	readonly who: string;
	/** Their birth dates, where they are not adults. */
	readonly born?: readonly (string | undefined)[];
	readonly english?: true;
	/** Who does not sign in the portal before the meeting. */
	readonly unsigned?: readonly number[];
}

/** Asked, invited, informed, assessed, accepted after two refusals; each agrees in their own space. */
async function comesIn(path: HttpPath, { names, who, born = [], english, unsigned = [] }: Way): Promise<Walked> {
	const speaks = (page: Page) => (english ? inEnglish(page) : page);
	const office = speaks(await officeOf(path));
	const sides: Page[] = [];
	for (const _ of names) sides.push(speaks(await someone(path)));
	await asks(sides[0] as Page, names, who);
	const { file, invitations } = await invites(office, names.join(', '));
	const dossier = idIn(file);
	const persons = invitations.map((i) => i.person);
	for (const [i, invitation] of invitations.entries()) {
		await claims(sides[i] as Page, invitation);
		await informs(office, file, invitation.person, { birthDate: born[i] });
		await reads(sides[i] as Page, dossier);
	}
	await assesses(office, file, persons);
	await acceptsAfterMending(office, file);
	for (const [i, side] of sides.entries()) if (!unsigned.includes(i)) await agrees(side, dossier);
	return { office, sides, persons, file, dossier };
}

/** Everyone arrives, is let in, and sees the others; it ends, and the note is signed. */
async function meetsAll({ office, sides, persons, file }: Walked, room: string): Promise<void> {
	for (const side of sides) {
		await side.goto(room.replace(/^\/(fr|en)/, `/${languageOf(side)}`));
		const devices = side.getByRole('button', { name: saidOn(side).room.devicesOpen });
		const here = side.getByRole('button', { name: saidOn(side).arrival.here });
		// The devices come with the page's script: either is waited for, since only one of them will be shown.
		await devices.or(here).filter({ visible: true }).first().waitFor();
		if (!(await devices.isVisible())) await arrive(side);
		await tryDevices(side);
	}
	await tryDevices(office);
	for (const person of persons.slice(0, -1))
		if (await formNamed(office, `admit:${person}`).count()) await sends(office, `admit:${person}`);
	await office.getByRole('button', { name: saidOn(office).session.admitStart }).click();
	await seeOneAnother([office, ...sides]);
	await office.getByRole('button', { name: saidOn(office).session.endGo, exact: true }).click();
	await office.waitForURL(/\/notes/);
	await signs(office, room, persons);
	expect(file).toContain('/office/clients/');
}

test('an adult', { timeout: 180_000 }, async () => {
	const path = await openHttpPath(web);
	const walked = await comesIn(path, { names: ['Camille Roy'], who: 'me' });
	await books(walked.office, walked.file, inDays(3));
	await meetsAll(walked, await opens(walked.office, walked.file));
	await close(walked.office, ...walked.sides);
});

test('a couple in two places, in English', { timeout: 240_000 }, async () => {
	const path = await openHttpPath(web);
	const walked = await comesIn(path, { names: ['Dominique Gagnon', 'Alix Morin'], who: 'couple', english: true });
	await books(walked.office, walked.file, inDays(3), walked.persons);
	await meetsAll(walked, await opens(walked.office, walked.file));
	await close(walked.office, ...walked.sides);
});

test('a family with a 15-year-old, who decides alone and whose own words a parent never sees', {
	timeout: 240_000,
}, async () => {
	const path = await openHttpPath(web);
	const young = new Date(Date.now() - 15.5 * 365.25 * 86_400_000).toISOString().slice(0, 10);
	const walked = await comesIn(path, {
		names: ['Mélanie Roy', 'Zoé Roy'],
		who: 'family',
		born: [undefined, young],
		unsigned: [1],
	});
	const { office, sides, persons, file, dossier } = walked;
	const [parent, zoe] = sides as [Page, Page];
	const [mother, daughter] = persons as [string, string];

	// Named as her parent, Mélanie may no longer answer for her: at 14 that ended.
	await office.goto(`${file}/persons`);
	await sends(office, 'represent', {
		of: daughter,
		by: mother,
		authority: 'parentalAuthority',
		'proofSeen:b': true,
		'reads:b': 'true',
	});
	await office.getByText('a pris fin le').first().waitFor();
	expect((await parent.goto(`/fr/portal/${dossier}/${daughter}/file`))?.status()).toBe(404);

	await zoe.goto(`/fr/portal/${dossier}/messages`);
	await sends(zoe, 'send', { purpose: 'care', to: daughter, body: 'Ne le dites pas à maman.' });
	for (const place of ['messages', 'file', 'file/opened'])
		expect(await (await parent.goto(`/fr/portal/${dossier}/${place}`))?.text()).not.toContain('Ne le dites pas');

	// She has not agreed yet: she waits at the door, and says yes aloud.
	await books(office, file, inDays(3), persons);
	const room = await opens(office, file);
	await zoe.goto(room);
	await arrive(zoe);
	await formNamed(office, `admit:${daughter}`).waitFor({ state: 'attached', timeout: 20_000 });
	await agrees(zoe, dossier, { sign: false });
	await office.reload();
	await refusedAt(office, `admit:${daughter}`);
	await sends(office, `record:${daughter}`, { means: 'oral' });
	await backTo(office, `admit:${daughter}`);
	await meetsAll(walked, room);
	await close(office, ...sides);
});

test('a group: four in the room', { timeout: 280_000 }, async () => {
	const path = await openHttpPath(web);
	const office = await officeOf(path);
	const first = await someone(path);
	await asks(first, ['Noa Côté'], 'group');
	const { file } = await invites(office, 'Noa Côté');
	const dossier = idIn(file);
	await office.goto(`${file}/persons`);
	for (const name of ['Sacha Leblanc', 'Lou Bernier'])
		await sends(office, 'add', {
			'persons.0.name': name,
			'persons.0.roles[]': ['beneficiary'],
			'persons.0.contact.phone': '418-555-0177',
		});
	const { invitations } = await invites(office, 'Noa Côté');
	const sides = [first, await someone(path), await someone(path)];
	for (const [i, invitation] of invitations.entries()) {
		await claims(sides[i] as Page, invitation);
		await informs(office, file, invitation.person);
		await reads(sides[i] as Page, dossier);
	}
	const persons = invitations.map((i) => i.person);
	await assesses(office, file, persons);
	await acceptsAfterMending(office, file);
	for (const side of sides) await agrees(side, dossier);
	await books(office, file, inDays(3), persons);
	await meetsAll({ office, sides, persons, file, dossier }, await opens(office, file));
	await close(office, ...sides);
});

test('somebody without e-mail or smartphone: a telephone, a sheet of paper, no account', {
	timeout: 180_000,
}, async () => {
	const path = await openHttpPath(web);
	const office = await officeOf(path);
	await office.goto('/fr/office/clients/new');
	await sends(office, 'send', {
		via: 'phone',
		kind: 'person',
		reason: 'Deuil de sa sœur.',
		prefers: 'either',
		'persons.0.name': 'Rose Lavoie',
		'persons.0.contact.phone': '418-555-0177',
	});
	await office.waitForURL(/\/office\/clients\/[0-9a-f-]{36}$/);
	const file = new URL(office.url()).pathname;
	const { joint } = (await path.factsOf({ kind: 'dossier', id: idIn(file) })).dossier;
	const [person = ''] = Object.keys(joint.dossier.persons);
	await office.goto(`${file}/persons`);
	await sends(office, 'home', { territory: 'QC' });
	await informs(office, file, person);
	await office.goto(`${file}/papers`);
	await sends(office, `post:${person}`, { means: 'posted' });
	await office.goto(`${file}/interview`);
	await sends(office, `offer:${person}`);
	await sends(office, `teachBack:${person}.limits`, { 'understood:b': 'true' });
	await assesses(office, file, [person]);
	await acceptsAfterMending(office, file);

	// On the telephone: she has not agreed yet, says yes aloud before a witness, and the meeting begins.
	await office.goto(`${file}/consent`);
	await sends(office, `notices:${person}`, { 'keys[]': true, means: 'oral' });
	await sends(office, `agree:${person}.telephone`, { means: 'oral' });
	await office.goto(`${file}/appointments`);
	await sends(office, 'now', {
		purpose: 'service',
		by: await office.locator('input[name="by"][value^="telephone:"]').first().inputValue(),
	});
	await office.waitForURL(/\/room\//);
	const room = new URL(office.url()).pathname;
	await sends(office, `arrive:${person}-new`, { territory: 'QC', town: 'Rimouski', alone: 'yes' });
	await refusedAt(office, `admit:${person}`);
	await sends(office, `record:${person}`, { means: 'oral', language: 'fr', witness: 'Luc Roy' });
	await backTo(office, `admit:${person}`);
	await office.getByRole('button', { name: saidOn(office).session.admitStart }).click();
	await office.getByRole('button', { name: saidOn(office).session.endGo, exact: true }).click();
	await office.waitForURL(/\/notes/);
	await signs(office, room, [person]);
	const after = (await path.factsOf({ kind: 'dossier', id: idIn(file) })).dossier.joint;
	expect(after.sessions.firstService).toBeDefined();
	expect(after.dossier.persons[person]?.account).toBeUndefined();
	await close(office);
});

test('an anonymous caller: no name, the limits first, a room in writing, consent said there', {
	timeout: 240_000,
}, async () => {
	const path = await openHttpPath(web);
	const office = await officeOf(path);
	const caller = await someone(path);
	await office.goto('/fr/office/practice/line');
	await sends(office, 'approve', {
		reason: 'Au village, demander un nom ferait taire la personne.',
		'limits.fr': 'La nuit, personne ne répond.',
		'limits.en': 'Nobody answers at night.',
		'hours.fr': 'le soir, de 18 h à 21 h',
		'hours.en': 'evenings, 6 to 9',
		practitioner: path.practitioner.account,
	});
	await caller.goto('/fr/line');
	await caller.locator('input[name="band"][value="adult"]').check({ force: true });
	await caller.locator('input[name="read"]').check({ force: true });
	await caller.locator('form[action="?/begin"] button').click();
	await caller.waitForURL(/\/line\/here/);

	await office.goto('/fr/office/clients');
	await office.locator('main h2 a[href*="/office/clients/"]').first().click();
	await office.waitForURL(/\/office\/clients\/[0-9a-f-]{36}$/);
	const file = new URL(office.url()).pathname;
	const dossier = { kind: 'dossier', id: idIn(file) } as const;
	const [person = ''] = Object.keys((await path.factsOf(dossier)).dossier.joint.dossier.persons);
	const opens = async (purpose: string) => {
		await office.goto(`${file}/appointments`);
		const by = await office.locator('input[name="by"][value^="chat:"]').first().inputValue();
		await sends(office, 'now', { purpose, by });
		await office.waitForURL(/\/room\//);
		return new URL(office.url()).pathname;
	};
	const comes = async (room: string) => {
		await caller.goto('/fr/line/here');
		await caller.locator(`a[href="${room}"]`).click();
		await caller.waitForURL(/\/room\//);
		await sends(caller, `arrive:${person}-withheld`, { alone: 'notSaid' });
	};

	// First in writing, to know one another: who she is stays hers.
	const interview = await opens('initialInterview');
	await comes(interview);
	await formNamed(office, `admit:${person}`).waitFor({ state: 'attached', timeout: 20_000 });
	await office.getByRole('button', { name: saidOn(office).session.admitStart }).click();
	await office.getByRole('button', { name: saidOn(office).session.endGo, exact: true }).click();
	await office.waitForURL(/\/notes/);

	await informs(office, file, person, { nameless: true });
	await sends(office, `offer:${person}`);
	await sends(office, `teachBack:${person}.limits`, { 'understood:b': 'true' });
	await sends(office, `discussion:${person}`, { 'risks:b': true, 'benefits:b': true, 'voluntary:b': true });
	await assesses(office, file, [person]);
	await acceptsAfterMending(office, file);
	await office.goto(`${file}/plans`);
	for (const plan of ['emergency', 'failure']) await sends(office, `give:${person}.${plan}`, { channel: 'voice' });
	await office.goto(`${file}/consent`);
	await sends(office, `notices:${person}`, { 'keys[]': true, means: 'oral' });
	await sends(office, `agree:${person}.chat`, { means: 'oral' });

	const service = await opens('service');
	await comes(service);
	await formNamed(office, `admit:${person}`).waitFor({ state: 'attached', timeout: 20_000 });
	await refusedAt(office, `admit:${person}`);
	await sends(office, `record:${person}`, { means: 'oral', language: 'fr' });
	await backTo(office, `admit:${person}`);
	await office.getByRole('button', { name: saidOn(office).session.admitStart }).click();
	await expect
		.poll(async () => (await path.factsOf(dossier)).dossier.joint.sessions.firstService !== undefined)
		.toBe(true);
	expect((await path.factsOf(dossier)).dossier.joint.dossier.anonymous).toBe(true);
	await close(office, caller);
});
