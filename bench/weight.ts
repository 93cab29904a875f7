import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openSession, request, startSession, walk } from '../tests/support/path.ts';
import { atMost, type Bench, type Effort, type Row, row } from './support/row.ts';
import { openRunning } from './support/running.ts';

interface Weight {
	readonly all: number;
	readonly scripts: number;
	readonly files: number;
	readonly packed: string;
}

const QUIET = 2000;
const counted = new Set(['Script', 'Stylesheet', 'Font']);

/** What a first visit receives, as the browser's own network panel counts it: scripts, styles and fonts on the wire. */
async function weigh(page: Page, address: string): Promise<Weight> {
	const panel = await page.context().newCDPSession(page);
	const asked = new Map<string, { readonly type: string; readonly packed: string }>();
	const sizes: { readonly type: string; readonly bytes: number; readonly packed: string }[] = [];
	await panel.send('Network.enable');
	await panel.send('Network.setCacheDisabled', { cacheDisabled: true });
	// This machine counts as a safe place, where Chromium also takes brotli: the goals are for gzip.
	await panel.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } });
	panel.on('Network.responseReceived', ({ requestId, type, response }) => {
		const packed =
			Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1] ?? 'as it is';
		asked.set(requestId, { type, packed });
	});
	panel.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const known = asked.get(requestId);
		if (known && counted.has(known.type)) sizes.push({ ...known, bytes: encodedDataLength });
	});
	const answer = await page.goto(address);
	if (answer?.status() !== 200 || new URL(page.url()).pathname !== address)
		throw new Error(`${address} answered ${answer?.status()} at ${page.url()}`);
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	// What scripts ask for once they run; a stream of events never ends, so that idleness cannot be waited for.
	await sleep(QUIET);
	const sum = (of: typeof sizes) => of.reduce((total, { bytes }) => total + bytes, 0) / 1000;
	const packings = Map.groupBy(sizes, ({ packed }) => packed);
	return {
		all: sum(sizes),
		scripts: sum(sizes.filter(({ type }) => type === 'Script')),
		files: sizes.length,
		packed: [...packings].map(([packed, list]) => `${list.length} ${packed}`).join(', '),
	};
}

const rowsOf = (
	effort: Effort,
	name: string,
	{ all, scripts, files, packed }: Weight,
	most: number,
	mostScripts?: number,
): readonly Row[] => {
	const note = `${files} files on the wire with their headers (${packed}), nothing cached`;
	return [
		row(
			effort,
			{ name: `weight.${name}`, value: all, unit: 'kB', note: `JavaScript, CSS and fonts: ${note}` },
			atMost(most),
		),
		...(mostScripts === undefined
			? []
			: [
					row(
						effort,
						{ name: `weight.${name}-js`, value: scripts, unit: 'kB', note: `of which JavaScript` },
						atMost(mostScripts),
					),
				]),
	];
};

/** JavaScript, CSS and fonts that a first visit costs, place by place. */
export const weight: Bench = async (effort) => {
	const running = await openRunning();
	const { path, web } = running;
	const client = await request(path);
	await walk(path, client);
	const session = await openSession(path, client);
	await startSession(path, client, session);
	const person = client.persons[0]?.actor.account;
	const places = [
		{ name: 'public', at: '/fr', as: undefined, most: 90, mostScripts: 45 },
		{ name: 'portal', at: '/fr/portal', as: person, most: 90, mostScripts: 45 },
		{ name: 'office', at: '/fr/office', as: path.practitioner.account, most: 160, mostScripts: undefined },
		{ name: 'room', at: `/fr/room/${client.dossier.id}/${session}`, as: person, most: 110, mostScripts: undefined },
	];
	const rows: Row[] = [];
	for (const { name, at, as, most, mostScripts } of places) {
		const context = await web.as(as);
		rows.push(...rowsOf(effort, name, await weigh(await context.newPage(), at), most, mostScripts));
		await context.close();
	}
	await running.stop();
	return rows;
};
