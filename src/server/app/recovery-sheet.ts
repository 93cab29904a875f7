import { randomInt } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import QRCode from 'qrcode';
import { HOUR, type Instant } from '#server/kernel/time.ts';
import { makeSheet, plainGroup } from '#server/platform/backup/sheet.ts';
import { inPractice } from '#server/platform/database.ts';
import { openJson, sealJson } from '#server/platform/seal.ts';

/** A sheet as it is shown once, to be printed. */
export interface ShownSheet {
	readonly groups: readonly string[];
	readonly qr: string;
	/** Which two groups are typed back, counted from 1. */
	readonly ask: readonly number[];
	/** What the page brings back: sealed by the house, and kept nowhere. */
	readonly token: string;
}

/** What the house must know when the two groups come back. */
interface Waiting {
	readonly id: string;
	readonly publicKey: string;
	readonly ask: readonly number[];
	readonly groups: readonly string[];
	readonly until: Instant;
}

type Local = Pick<RequestEvent, 'locals'>;

const contextOf = ({ locals }: Local): string => `sheet|${locals.practice?.id}|${locals.session?.account}`;

/** Make a sheet and show it; nothing is in force until somebody proves that it was printed. */
export async function showSheet(event: Local): Promise<ShownSheet> {
	const { app, practice } = event.locals;
	const { world } = app;
	const { groups, publicKey } = makeSheet();
	const first = randomInt(groups.length);
	const ask = [first, (first + 1 + randomInt(groups.length - 1)) % groups.length].sort((a, b) => a - b);
	const waiting: Waiting = {
		id: world.newId(),
		publicKey,
		ask: ask.map((n) => n + 1),
		groups: ask.map((n) => groups[n] ?? ''),
		until: world.now() + HOUR,
	};
	const id = practice?.id ?? '';
	const key = await inPractice(world.db, id, (tx) => world.keyring.current(tx, id, id, 'pending'));
	const token = `${key.id}.${sealJson(key.key, contextOf(event), waiting).toString('base64url')}`;
	const qr = await QRCode.toString(groups.join(' '), { type: 'svg', margin: 2 });
	return { groups, qr, ask: waiting.ask, token };
}

/** What was typed back: the sheet, when both groups are as printed; else which ones are asked for; nothing when it is too late. */
export async function readBack(
	event: Local,
	token: string,
	typed: readonly string[],
): Promise<
	| { readonly is: 'printed'; readonly id: string; readonly publicKey: string }
	| { readonly is: 'wrong'; readonly ask: readonly number[] }
	| { readonly is: 'gone' }
> {
	const waiting = await opened(event, token);
	if (!waiting || waiting.until < event.locals.app.world.now()) return { is: 'gone' };
	const { id, publicKey, ask, groups } = waiting;
	const isSame = groups.every((group, n) => plainGroup(typed[n] ?? '') === group);
	return isSame ? { is: 'printed', id, publicKey } : { is: 'wrong', ask };
}

async function opened(event: Local, token: string): Promise<Waiting | undefined> {
	const { app, practice } = event.locals;
	const [, keyId = '', sealed = ''] = /^([0-9a-f-]{36})\.([\w-]+)$/.exec(token) ?? [];
	if (!sealed || !practice) return undefined;
	const { world } = app;
	try {
		const key = await inPractice(world.db, practice.id, (tx) => world.keyring.byId(tx, practice.id, keyId));
		return key && openJson<Waiting>(key, contextOf(event), Buffer.from(sealed, 'base64url'));
	} catch {
		return undefined; // another person's, another practice's, or nothing of ours
	}
}
