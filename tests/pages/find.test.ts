import { afterEach, describe, expect, test, vi } from 'vitest';
import { tellEnded } from '#server/app/door.ts';
import { UNUSED, unlock, unlocked } from '#server/app/find/unlocked.ts';
import { openSession, type Session } from '#server/capabilities/accounts/index.ts';
import { noteAccess } from '#server/journal/access.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { DAY, dayOf, HOUR, MINUTE } from '#server/kernel/time.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { reader, type Shown } from '../support/no-script.ts';
import { type Client, request } from '../support/path.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const eve = path.practitioner.actor;
const office = reader(path, eve);
const page = '/fr/office/find';

const call = ({ dossier }: Client, text: string, persons: readonly string[] = []) =>
	path.does(eve, dossier, 'contact.log', { kind: 'call', way: 'in', text, persons });

/** Look for words as a browser without scripts does: where the files are still being opened, one goes on by the button. */
async function look(typed: Readonly<Record<string, string>>): Promise<Shown> {
	let shown = await office.send(await office.open(page), 'look', typed);
	for (let n = 0; n < 10 && shown.text.includes('s’ouvrent pour la recherche'); n++)
		shown = await office.send(shown, 'look', typed);
	return shown;
}

describe('finding', () => {
	test('shows what was found file by file, with its kind, its day and the words around, and nothing in the address', async () => {
		const client = await request(path, { names: ['Alix Morin'] });
		await call(client, 'Sa sœur aînée l’appelle chaque soir.');
		const found = await look({ q: 'SOEUR aîn' });
		expect(found.address).toBe(`${page}?/look`);
		expect(found.text).toContain('Une entrée trouvée');
		expect(found.text).toMatch(/Alix Morin .*Contact noté .*Ève Tremblay .*Sa sœur aînée l’appelle chaque soir/);
		expect(found.html.match(/<mark>[^<]+/g)).toEqual(['<mark>sœur', '<mark>aînée']);
		const [, there = ''] = /href="([^"]*\/timeline\?before=\d+#e-\d+)"/.exec(found.html) ?? [];
		const [address = '', line = ''] = there.split('#');
		expect((await office.open(address)).html).toContain(`id="${line}"`);
		expect(web.said()).not.toMatch(/s(œ|oe)ur|aînée/i);
	});

	test('helps where there is nothing, keeps what was typed, and is narrowed by kind, file and days', async () => {
		const [one, two] = [await request(path), await request(path, { names: ['Sacha Leblanc'] })];
		for (const client of [one, two]) await call(client, 'Le mot engoulevent est prononcé.');
		expect((await look({ q: 'engoulevent' })).text).toContain('2 entrées trouvées');
		const only = await look({ q: 'engoulevent', file: two.dossier.id });
		expect(only.text).toContain('Une entrée trouvée');
		expect(only.html).toMatch(/<details[^>]* open/);
		const none = await look({ q: 'engoulevent', kind: 'notes' });
		expect(none.text).toMatch(/Aucun résultat .*cherchez aussi sans ces limites/);
		expect(none.html).toContain('value="engoulevent"');
		const tomorrow = dayOf(path.world.now() + 2 * DAY);
		expect((await look({ q: 'engoulevent', from: tomorrow })).text).toContain('Aucun résultat');
		expect((await path.post(eve, `${page}?/look`, {})).text).toContain('Écrivez au moins un mot');
		expect((await look({ q: ' … ' })).text).toContain('Écrivez au moins un mot');
		expect((await look({ q: 'engoulevent', kind: 'x', file: 'y', from: '9', after: '-1' })).text).toContain(
			'2 entrées',
		);
	});

	test('is for who practises', async () => {
		const account = await path.newAccount('member', 'Lou Bernier');
		await path.does(eve, path.practice, 'member.join', { account, name: 'Lou Bernier', roles: ['receptionist'] });
		expect((await reader(path, { account, assurance: 'passkey' }).open(page)).status).toBe(404);
	});
});

describe('what is unlocked', () => {
	const begin = async (): Promise<{ session: Session; token: string }> => {
		const given = { account: eve.account ?? '', assurance: 'passkey', began: 'created', agent: 'Firefox' } as const;
		const opened = await openSession(path.world, path.practice.id, given);
		if (isRefusal(opened)) throw new Error(opened.code);
		return opened;
	};
	afterEach(() => void vi.useRealTimers());

	test('is dropped when its session ends, in another process too', async () => {
		const { session } = await begin();
		const caseload = unlock(web.app, path.practice.id, session);
		await caseload.ready;
		expect(unlock(web.app, path.practice.id, session)).toBe(caseload);
		await tellEnded(web.app, path.practice.id, [session.id]);
		await vi.waitFor(() => expect(unlocked(web.app, session)).toBeUndefined());
		await expect(caseload.find({ match: '"a"*', limit: 1 })).rejects.toThrow('ended');
	});

	test('is dropped when nobody looks for anything any more', async () => {
		const { session } = await begin();
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		let late = 0;
		const app = { ...web.app, world: { ...web.app.world, now: () => web.app.world.now() + late } };
		await unlock(app, path.practice.id, session).ready;
		late = UNUSED / 2;
		vi.advanceTimersByTime(MINUTE);
		expect(unlocked(app, session)).toBeDefined();
		late += UNUSED;
		vi.advanceTimersByTime(MINUTE);
		vi.useRealTimers();
		await vi.waitFor(() => expect(unlocked(web.app, session)).toBeUndefined());
	});
});

describe('the timeline', () => {
	test('shows one kind of entry, one part, some days; its address holds codes and days alone', async () => {
		const couple = await request(path, { names: ['Dominique Gagnon', 'Camille Roy'], kind: 'couple' });
		const own = couple.persons[0]?.id ?? '';
		await call(couple, 'Pour les deux.');
		await call(couple, 'Pour une seule.', [own]);
		const at = `/fr/office/clients/${couple.dossier.id}/timeline`;
		const all = await office.open(at);
		expect(all.text).toContain('Dossier ouvert');
		const contacts = await office.open(`${at}?kind=contacts`);
		expect(contacts.text).toMatch(/Pour une seule.* Pour les deux|Pour les deux.* Pour une seule/);
		expect(contacts.text).not.toContain('Dossier ouvert');
		expect((await office.open(`${at}?kind=contacts&part=${own}`)).text).not.toContain('Pour les deux');
		const today = dayOf(path.world.now() - 5 * HOUR);
		expect((await office.open(`${at}?kind=contacts&from=${today}&until=${today}`)).text).toContain('Pour les deux');
		// What is printed says whose file it is, and that only some of it is shown.
		const printed = /<p class="on-paper[^>]*>([^<]*)/;
		expect(printed.exec(all.html)?.[1]).toBe('Dominique Gagnon et Camille Roy');
		expect(printed.exec(contacts.html)?.[1]).toBe('Dominique Gagnon et Camille Roy · Contacts');
		const before = await office.open(`${at}?until=2020-01-01`);
		expect(before.text).toContain('Rien de tel dans ce dossier');
		expect(before.html).toContain('value="2020-01-01"');
		expect((await office.open(`${at}?kind=x&from=y&part=z&until=2026-99-99`)).text).toContain('Dossier ouvert');
	});

	test('tells and marks what others wrote since the last visit, which the access log knows; never what one wrote oneself', async () => {
		const client = await request(path, { names: ['Noa Pelletier'] });
		const at = `/fr/office/clients/${client.dossier.id}`;
		const subject = { journal: client.dossier.id };
		const visit = { at: path.world.now() - 2 * HOUR, account: eve.account ?? '', outcome: 'done', subject };
		await noteAccess(path.world, path.practice.id, [
			{ ...visit, what: 'read overview' },
			// A line that a search showed is no visit, nor is somebody else’s.
			{ ...visit, what: 'read find', at: visit.at + HOUR },
			{ ...visit, what: 'read overview', account: path.world.newId(), at: visit.at + HOUR },
		]);
		await call(client, 'Appelé pour confirmer.');
		await path.does(client.persons[0]?.actor ?? eve, client.dossier, 'help.ask', {
			person: client.persons[0]?.id,
			about: 'device',
			phone: '418-555-0199',
		});
		const overview = await office.open(at);
		const other = await request(path);
		expect((await office.open(`/fr/office/clients/${other.dossier.id}`)).text).not.toContain('dernière visite');
		expect(overview.text).toMatch(/nouvelles? entrées? .*Depuis votre dernière visite/);
		expect(overview.html).toMatch(/<a href="[^"]*\/timeline#e-\d+">Demande d’aide pour se connecter<\/a>/);
		expect(overview.html).not.toMatch(/<a href="[^"]*\/timeline#e-\d+">Contact noté<\/a>/);
		const { html } = await office.open(`${at}/timeline`);
		const moments = html.split('<li class="moment').filter((moment) => moment.includes('<mark'));
		expect(moments.some((moment) => moment.includes('Demande d’aide pour se connecter'))).toBe(true);
		expect(moments.some((moment) => moment.includes('Contact noté'))).toBe(false);
	});
});
