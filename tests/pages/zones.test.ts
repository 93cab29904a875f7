import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { request, walk } from '../support/path.ts';
import { hides, shows, visitor, who } from './visitor.ts';

// Times are told where whoever reads them is: the practitioner's province in the office, the client's own in the portal.
const web = await webApp(await testServer());

test('a practitioner of New Brunswick sees Atlantic time; their client in Ontario sees Eastern time', async () => {
	const path = await openHttpPath(web, { province: 'NB' });
	const eve = path.practitioner.actor;
	const { seen } = visitor(path);
	await request(path, { names: ['Joanne Surette'], linked: false });
	shows(await seen(eve, '/fr/office'), '(heure de l’Atlantique)');
	const client = await request(path);
	await walk(path, client);
	const startsAt = Math.floor(path.world.now() / 3_600_000) * 3_600_000 + 50 * 3_600_000;
	await path.does(eve, client.dossier, 'appointment.book', {
		id: path.world.newId(),
		purpose: 'service',
		mode: 'video',
		persons: [client.persons[0]?.id],
		practitioner: path.practitioner.account,
		startsAt,
		endsAt: startsAt + 3_000_000,
		zone: 'America/Moncton',
	});
	await path.does(eve, client.dossier, 'home.declare', { territory: 'ON' });
	const me = who(client);
	const home = await seen(me.actor, '/fr/portal');
	shows(home, '(heure de l’Est)');
	hides(home, 'Atlantique');
	hides(await seen(eve, '/fr/office'), 'heure de l’Est');
	shows(await seen(eve, '/fr/account/devices'), '(heure de l’Atlantique)');
});

test('the account of a client names the neutral sender, as their other pages do', async () => {
	const path = await openHttpPath(web);
	const client = await request(path);
	const { text } = await path.page(who(client).actor, '/fr/account');
	const [header = ''] = text.split('<main');
	expect(header).toContain('Agenda');
	expect(header).not.toContain('Cabinet du Ruisseau');
	const member = await path.page(path.practitioner.actor, '/fr/account');
	expect(member.status).toBe(200);
	expect(member.text.split('<main')[0]).not.toContain('Agenda');
});

const filesUnder = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((f) => /\.(ts|svelte)$/.test(f) && !f.endsWith('.test.ts'))
		.map((f) => join(folder, f));

test('no page, component or view names a time zone of its own', () => {
	const files = ['src/routes', 'src/ui', 'src/server/app/views'].flatMap(filesUnder);
	expect(files.length).toBeGreaterThan(150);
	expect(files.filter((f) => /'America\/\w+'/.test(readFileSync(f, 'utf8')))).toEqual([]);
});
