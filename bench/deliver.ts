import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { room } from '#words/room.ts';
import { quantile } from './support/measure.ts';
import { join, type Meeting, openMeeting, toTheDoor } from './support/meeting.ts';
import { type Bench, overAtMost, row } from './support/row.ts';
import { openRunning } from './support/running.ts';

const words = room('fr');
const chat = (page: Page) => page.getByRole('button', { name: words.chat });

/** In the page: when each message first stood in the conversation, and when the server had taken each that was sent. */
function watchChat(): void {
	const now = () => performance.timeOrigin + performance.now();
	const seen = new Map<string, number>();
	const taken: number[] = [];
	Object.assign(window, { seen, taken });
	new MutationObserver(() => {
		for (const line of document.querySelectorAll('.line:not(.mine) .text'))
			if (!seen.has(line.textContent ?? '')) seen.set(line.textContent ?? '', now());
	}).observe(document, { childList: true, subtree: true, characterData: true });
	const asked = window.fetch;
	window.fetch = async (...given) => {
		const answer = await asked(...given);
		if (String(given[0]).endsWith('/api/acts')) taken.push(now());
		return answer;
	};
}

interface Watching {
	readonly seen: ReadonlyMap<string, number>;
	readonly taken: readonly number[];
}

/** One message written by the practitioner: from the server's word that it has it to the client's page showing it. */
async function ours({ office, client }: Meeting, text: string): Promise<number> {
	await office.getByLabel(words.chatLabel).fill(text);
	await office.getByRole('button', { name: words.chatSend }).click();
	await client.waitForFunction((text) => (window as unknown as Watching).seen.has(text), text, { timeout: 20_000 });
	const shown = await client.evaluate((text) => (window as unknown as Watching).seen.get(text), text);
	await office.waitForFunction((text) => (window as unknown as Watching).taken.length > 0 && text !== '', text);
	const taken = await office.evaluate(() => (window as unknown as { taken: number[] }).taken.splice(0).at(-1));
	return (shown ?? Number.NaN) - (taken ?? Number.NaN);
}

/** A bare echo: what is posted is sent to whoever listens, and nothing else is done. */
async function openEcho(page: Page) {
	const listeners = new Set<ServerResponse>();
	const server = createServer((asked, answer) => {
		answer.setHeader('Access-Control-Allow-Origin', '*');
		if (asked.method === 'POST') {
			const parts: Buffer[] = [];
			asked.on('data', (part: Buffer) => parts.push(part));
			asked.on('end', () => {
				for (const listener of listeners) listener.write(`data: ${Buffer.concat(parts)}\n\n`);
				answer.end();
			});
		} else if (asked.url === '/events') {
			answer.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('retry: 500\n\n');
			listeners.add(answer);
		} else {
			answer.setHeader('Content-Type', 'text/html').end('<!doctype html><title>echo</title><p></p>');
		}
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	await page.goto(url);
	await page.evaluate(
		() =>
			new Promise((opened) => {
				const stream = new EventSource('/events');
				stream.onopen = opened;
				stream.onmessage = ({ data }) => document.querySelector('p')?.append(data);
			}),
	);
	const echo = (text: string) =>
		page.evaluate(async (text) => {
			const place = document.querySelector('p') as HTMLElement;
			const shown = new Promise<number>((resolve) =>
				new MutationObserver(() => place.textContent.includes(text) && resolve(performance.now())).observe(place, {
					childList: true,
					characterData: true,
					subtree: true,
				}),
			);
			await fetch('/', { method: 'POST', body: text });
			const taken = performance.now();
			return (await shown) - taken;
		}, text);
	const close = () => {
		server.closeAllConnections();
		server.close();
	};
	return { echo, close };
}

/** Words in a meeting: from the answer that the file has them to their showing in the other's browser. */
export const deliver: Bench = async (effort) => {
	const running = await openRunning();
	const meeting = await openMeeting(running);
	const { office, client, address } = meeting;
	for (const page of [office, client]) {
		await page.addInitScript(watchChat);
		await toTheDoor(page, address);
		await join(page);
		await chat(page).click();
	}
	await office.locator('ul.tiles li').nth(1).waitFor();
	const bare = await openEcho(await (await running.web.as()).newPage());
	const found = { ours: [] as number[], echo: [] as number[] };
	for (let n = -3; n < effort.rounds * (effort.short ? 2 : 10); n++) {
		const reference = await bare.echo(`mot ${n + 10}.`);
		const value = await ours(meeting, `Phrase ${n + 10}.`);
		if (n >= 0) found.echo.push(reference);
		if (n >= 0) found.ours.push(value);
	}
	bare.close();
	await meeting.close();
	await running.stop();
	const note = `p95 of ${found.ours.length} messages in the room of a meeting with picture and voice; p50 ${quantile(found.ours, 0.5).toFixed(0)} ms; reference: a bare echo by server-sent events, p50 ${quantile(found.echo, 0.5).toFixed(0)} ms (negative: shown before the sender had its answer)`;
	return [
		row(
			effort,
			{ name: 'deliver', value: quantile(found.ours, 0.95), reference: quantile(found.echo, 0.95), unit: 'ms', note },
			overAtMost(60),
		),
	];
};
