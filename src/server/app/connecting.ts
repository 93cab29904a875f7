import { newToken, tokenHash } from '#server/capabilities/accounts/secrets.ts';
import type { Connection, Opened } from '#server/capabilities/disclosure/connection-facts.ts';
import { leavingBy } from '#server/capabilities/disclosure/connections.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { noteAccess } from '#server/journal/access.ts';
import type { World } from '#server/journal/world.ts';
import { isId } from '#server/kernel/journal.ts';
import { dayOf } from '#server/kernel/time.ts';
import { countOneMore } from './counted.ts';
import { factsOf } from './facts.ts';
import { bodiesOf, bodyAt } from './views/bodies.ts';

const digestOf = (token: string): string => tokenHash(token).toString('hex');

/** A secret for one file, and the digest of it that is kept. */
export function newConnection(dossier: string): { readonly token: string; readonly digest: string } {
	const token = `${dossier}.${newToken()}`;
	return { token, digest: digestOf(token) };
}

/** Every connection of a file, wherever it stands, with the person in whose part it does. */
export const connectionsOf = ({ dossier }: Facts) =>
	[undefined, ...Object.keys(dossier.joint.dossier.persons)].flatMap((person) => {
		const { connections } = (person === undefined ? dossier.joint : dossier.of(person)).connections;
		return Object.entries(connections).map(([id, one]) => ({ id, person, ...one }));
	});

/** What somebody who shows a secret may read, now. */
export interface Reading {
	readonly dossier: string;
	readonly facts: Facts;
	readonly connection: Connection;
}

interface Shown {
	readonly practice: string;
	readonly token: string;
	/** What is asked for, in one word: it is written down. */
	readonly what: string;
}

/**
 * Look at a secret: whose file it opens, and whether the gate of every disclosure would let it pass today. Written in the
 * access log before anything is answered; 401: no such secret, or its time is over; 403: its ground no longer holds.
 */
export async function readingBy(world: World<Facts>, { practice, token, what }: Shown): Promise<Reading | 401 | 403> {
	const [dossier = ''] = token.split('.');
	const found = isId(dossier) ? await factsOf(world, practice, { kind: 'dossier', id: dossier }) : undefined;
	const now = world.now();
	const digest = digestOf(token);
	const one = found && connectionsOf(found.facts).find((c) => c.digest === digest);
	if (!found || !one) {
		// Of nobody: counted and not written, or anybody could fill the log.
		await countOneMore(world, practice, 'connection');
		return 401;
	}
	const isOver = one.closed !== undefined || dayOf(now) > one.until;
	const answer = isOver ? 401 : (await holds(world, { practice, dossier, facts: found.facts, one })) ? 200 : 403;
	await noteAccess(world, practice, {
		at: now,
		account: one.by,
		what: answer === 200 ? `read connection.${what}` : 'refused connection',
		outcome: answer === 200 ? 'done' : String(answer),
		subject: { journal: dossier, parts: one.parts },
	});
	return answer === 200 ? { dossier, facts: found.facts, connection: one } : answer;
}

interface Held {
	readonly practice: string;
	readonly dossier: string;
	readonly facts: Facts;
	readonly one: Connection;
}

/** Does the ground on which it was opened still hold: the agreement was not taken back, the person did not leave? */
async function holds(world: World<Facts>, { practice, dossier, facts, one }: Held): Promise<boolean> {
	const { seq } = one.evidence;
	const parts = ['joint', ...Object.keys(facts.dossier.joint.dossier.persons)];
	const bodies = await bodiesOf(world, { practice, dossier, parts, seqs: [seq] });
	const opened = bodyAt<Opened>(bodies, seq, 'connection.opened');
	if (!opened) return false;
	return world.model.gate(['record.disclose'], facts, { now: world.now(), focus: leavingBy(opened) }).length === 0;
}
