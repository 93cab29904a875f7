import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { contactWords, dayWords } from '#words/contacts.ts';
import { noteWords } from '#words/notes.ts';
import { formNamed, sends } from '../support/drive.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { type Client, openSession, request, startSession, walk } from '../support/path.ts';

const path = await openHttpPath(await webApp(await testServer()));
const [note, day, contact] = [noteWords('fr'), dayWords('fr'), contactWords('fr')];

/** Somebody in care whose meeting has just ended. */
async function met(
	name: string,
): Promise<{ readonly client: Client; readonly session: string; readonly name: string }> {
	const client = await request(path, { names: [name] });
	await walk(path, client);
	const session = await openSession(path, client);
	await startSession(path, client, session);
	await path.does(path.practitioner.actor, client.dossier, 'session.end', { id: session });
	return { client, session, name };
}

const fileOf = ({ dossier }: Client): string => `/fr/office/clients/${dossier.id}`;

/** What somebody has to answer in a note beside its words: what is folded away asks for nothing. */
const inputsBeside = (page: Page, session: string): Promise<number> =>
	formNamed(page, `sign:${session}`).evaluate((form) => {
		const shown = [...form.querySelectorAll<HTMLInputElement>('input, select')].filter(
			(e) => e.type !== 'hidden' && !e.closest('details:not([open])'),
		);
		return new Set(shown.map((e) => e.name)).size;
	});

test('a day of notes: kept as they are written, also without a line; read and signed on one screen', async () => {
	const days = [await met('Camille Roy'), await met('Sacha Côté'), await met('Noé Morin')] as const;
	const [one, two, three] = days;
	const context = await path.browse(path.practitioner.actor, { viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();

	// The first note is kept a moment after it is written; then the line is cut, the tab is closed, and no word is lost.
	await page.goto(`${fileOf(one.client)}/notes`);
	expect(await inputsBeside(page, one.session)).toBeLessThanOrEqual(3);
	await page.getByLabel(note.heading('reason')).fill('Conflits à la maison.');
	await page.getByLabel(note.heading('plan')).fill('Revoir mardi.');
	await page.getByText(note.keptNow).waitFor();
	await context.setOffline(true);
	await page.getByLabel(note.heading('course')).fill('Écoute, reformulation.');
	await page.getByText(note.keptHere).waitFor();
	expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toMatch(/Écoute|Conflits/);
	await page.close();
	await context.setOffline(false);
	const later = await context.newPage();
	await later.goto(`${fileOf(one.client)}/notes`);
	await later.getByText(note.restored).waitFor();
	expect(await later.getByLabel(note.heading('course')).inputValue()).toBe('Écoute, reformulation.');
	await later.getByText(note.keptNow).waitFor();
	expect(await later.evaluate(() => localStorage.length)).toBe(0);

	// One contact, in one press from its page.
	await later.goto(`${fileOf(two.client)}/contacts`);
	await later.getByRole('button', { name: contact.kind('missedCall') }).click();
	await later.getByText(contact.logged).waitFor();

	// The day closes on one screen: what was kept is read, and signed; what it lacks is asked, and one comes back.
	await later.goto('/fr/office');
	await later.getByRole('link', { name: day.today }).click();
	await later.getByText(day.now(3)).waitFor();
	await later.getByText('Écoute, reformulation.').waitFor();
	await sends(later, `sign:${one.session}`);
	await later.getByText('Pas encore possible').waitFor();
	await later.getByRole('link', { name: day.goOn }).click();
	await later.getByRole('heading', { name: note.title, exact: true }).waitFor();
	await formNamed(later, `sign:${one.session}`).locator('input[name="attests[]"]').check();
	await later.getByRole('button', { name: note.sign }).click();
	await later.waitForURL(/\/office\/day$/);
	await later.getByText(day.now(2)).waitFor();

	// The second is written in one text, which moves under other headings without a word less.
	await later.getByRole('link', { name: day.open }).first().click();
	await later.getByLabel(note.heading('course')).fill('A parlé de son père.');
	await later.getByText(note.template, { exact: true }).first().click();
	await later.getByLabel(note.templates('free')).check();
	await later.getByRole('button', { name: note.keep }).click();
	const text = later.getByLabel(note.heading('text'), { exact: true });
	await text.waitFor();
	expect(await text.inputValue()).toContain('A parlé de son père.');
	await formNamed(later, `sign:${two.session}`).locator('input[name="attests[]"]').check();
	await later.getByRole('button', { name: note.sign }).click();
	await later.waitForURL(/\/office\/day$/);

	await later.getByRole('link', { name: day.open }).click();
	await sends(later, `sign:${three.session}`, {
		'body.reason': 'Suite.',
		'body.course': 'Calme.',
		'body.plan': 'Revoir lundi.',
		'attests[]': three.client.persons.map((p) => p.id),
	});
	await later.getByText(day.nowNone).waitFor();
	await later.getByText(day.adds).waitFor();
	await context.close();
});
