import { tellFile, writeFiles } from './support/files.ts';
import { type Load, load } from './support/load.ts';
import { median } from './support/measure.ts';
import { type Bench, ratioAtLeast, row } from './support/row.ts';
import { openRunning } from './support/running.ts';

const CALLERS = 8;

/** Pages a second and the slowest hundredth, with a year of history, beside an almost empty page of the same process. */
export const page: Bench = async (effort) => {
	const running = await openRunning();
	const { path, web } = running;
	const told = await tellFile(path);
	const [client] = told.client.persons;
	if (!client) throw new Error('nobody');
	const account = await web.clientAccount('Camille Roy', 'camille@example.org');
	const ids = { [client.actor.account ?? '']: account };
	const copies = Array.from({ length: effort.short ? 2 : 24 }, (_, slot) => ({
		weeks: effort.short ? 2 : 52,
		slot,
		...(slot === 0 && { ids }),
	}));
	const [file] = await writeFiles(path.world, path, told, copies);
	const office = await running.cookieOf(path.practitioner.actor);
	const portal = await web.cookie(account, 'code');
	const pages = {
		empty: { path: '/fr/calendar', cookie: '' },
		today: { path: '/fr/office', cookie: office },
		dossier: { path: `/fr/office/clients/${file?.id}`, cookie: office },
		home: { path: '/fr/portal', cookie: portal },
	};
	const many = { callers: CALLERS, calls: effort.short ? 10 : 400 };
	const ask = ({ path: at, cookie }: (typeof pages)[keyof typeof pages]) =>
		load(many, () => ({ origin: web.origin, path: at, headers: { accept: 'text/html', ...(cookie && { cookie }) } }));
	const found = new Map<string, Load[]>();
	for (let round = -1; round < effort.rounds; round++)
		for (const [name, one] of Object.entries(pages)) {
			const loaded = await ask(one);
			if (round >= 0) found.set(name, [...(found.get(name) ?? []), loaded]);
		}
	await running.stop();
	const of = (name: string, field: keyof Load) => median((found.get(name) ?? []).map((one) => one[field]));
	return ['today', 'dossier', 'home'].map((name) =>
		row(
			effort,
			{
				name: `page.${name}`,
				value: of(name, 'perSecond'),
				reference: of('empty', 'perSecond'),
				unit: '/s',
				note: `${CALLERS} at once over HTTP, signed in, ${copies.length} files of a year (a reading is written down once in ten minutes); p99 ${of(name, 'p99').toFixed(0)} ms, p50 ${of(name, 'p50').toFixed(0)} ms; reference: the almost empty page of the quick exit, p99 ${of('empty', 'p99').toFixed(0)} ms`,
			},
			ratioAtLeast(0.35),
		),
	);
};
