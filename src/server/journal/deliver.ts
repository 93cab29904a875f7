import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { DAY, HOUR, type Instant, MINUTE } from '#server/kernel/time.ts';
import { type CalendarFile, calendarFile } from '#server/platform/calendar.ts';
import { inPractice } from '#server/platform/database.ts';
import type { Log } from '#server/platform/log.ts';
import { isMailError, type Mail } from '#server/platform/mail.ts';
import { calendarTitle, hasCalendar, isCode, isTemplate, senderName } from '#words/mail.ts';
import { type House, localeOf, type OutboxState, render } from './outbox.ts';
import type { Outgoing } from './world.ts';

/** By what messages leave, and where their links lead. */
export interface PostOffice {
	readonly mail: Mail;
	/** Scheme, host and port at which that practice's people sign in. */
	readonly originOf: (practice: string) => string | Promise<string>;
	readonly log: Log;
	/** Says that the house is closing: what is being sent is given up and stays waiting. */
	readonly closing?: AbortSignal;
}

/** A row that was taken for one try. */
export interface Taken {
	readonly practice: string;
	readonly id: string;
	/** This try among them: a late one finds another number. */
	readonly tries: number;
	readonly createdAt: Instant;
	/** Absent when it can no longer be opened. */
	readonly body: Outgoing | undefined;
}

/** With the waits below, two days. */
const TRIES = 20;
const waitAfter = (tries: number): number => Math.min(MINUTE * 2 ** (tries - 1), 4 * HOUR);
const GOOD_FOR = 7 * DAY;

/** Try once to deliver a message, and write down how it went; answers its new state. */
export async function deliver(world: House, office: PostOffice, taken: Taken): Promise<OutboxState> {
	const state = await send(world, office, taken);
	// The database may be away for a moment: said too late, what was sent would be sent again.
	for (const wait of [100, 1000, 5000, 15_000]) {
		try {
			await settle(world, taken, state);
			return state;
		} catch {
			await sleep(wait, undefined, office.closing && { signal: office.closing }).catch(() => undefined);
		}
	}
	await settle(world, taken, state);
	return state;
}

async function send(world: House, { mail, originOf, log, closing }: PostOffice, taken: Taken): Promise<OutboxState> {
	const { practice, id, tries, body } = taken;
	const told = { practice, tries, ...(body && { template: body.template }) };
	const letter = body && render(body, await originOf(practice));
	const state = !letter ? 'failed' : world.now() > goodUntil(body, taken.createdAt) ? 'expired' : 'waiting';
	if (!body || !letter || state !== 'waiting') {
		log.warn('mail.gaveUp', { ...told, state });
		return state;
	}
	const calendar = calendarOf(body, mail.from, world.now());
	try {
		await mail.send(
			{ id, to: body.to, senderName: senderName(body.values), ...letter, ...(calendar && { calendar }) },
			closing,
		);
		log.info('mail.sent', told);
		return 'sent';
	} catch (error) {
		const next = isMailError(error) && error.refused ? 'refused' : tries < TRIES ? 'waiting' : 'failed';
		log.error(next === 'waiting' ? 'mail.waits' : 'mail.gaveUp', error, { ...told, state: next });
		return next;
	}
}

const goodUntil = ({ template, values }: Outgoing, createdAt: Instant): Instant =>
	createdAt + (isCode(template) ? Number(values.minutes) * MINUTE : GOOD_FOR);

function calendarOf(body: Outgoing, from: string, stamp: Instant): CalendarFile | undefined {
	const { template, values, to } = body;
	if (!isTemplate(template) || !hasCalendar(template, values)) return undefined;
	const status = template === 'appointmentCancelled' ? 'cancelled' : 'confirmed';
	const when = { start: Number(values.starts), end: Number(values.ends), sequence: Number(values.sequence ?? 0) };
	return calendarFile({
		...when,
		uid: String(values.uid),
		status,
		title: calendarTitle(localeOf(body)),
		stamp,
		from,
		to,
	});
}

/** What was sent stays sent, whoever else is trying; a try that failed says so only while it is the last one. */
const settle = (world: House, { practice, id, tries, body }: Taken, state: OutboxState): Promise<unknown> =>
	inPractice(world.db, practice, async (tx) => {
		const mine = state === 'sent' ? sql`true` : sql`tries = ${tries}`;
		if (state === 'waiting') {
			return sql`update outbox set not_before = ${world.now() + waitAfter(tries)}
				where practice_id = ${practice} and id = ${id} and state = 'waiting' and ${mine}`.execute(tx);
		}
		if (body?.secret)
			return sql`delete from outbox where practice_id = ${practice} and id = ${id} and ${mine}`.execute(tx);
		return sql`update outbox set state = ${state}, done_at = ${world.now()}
			where practice_id = ${practice} and id = ${id} and state = 'waiting' and ${mine}`.execute(tx);
	});
