import { expect } from 'vitest';
import type { Done } from '#server/journal/perform.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import type { HttpPath } from './http-path.ts';
import { type Client, openSession, request, type Step, startSession, walk, walkStep } from './path.ts';

/** The duties that said no; none when it was done. */
export const refusedBy = (outcome: Done | Refusal): readonly string[] =>
	isRefusal(outcome) ? outcome.duties.map((d) => d.duty) : [];

/** It was refused, and this duty is named. */
export const expectRefused = (outcome: Done | Refusal, duty: string): void =>
	expect(refusedBy(outcome)).toContain(duty);

/** It was refused by our own rule, whose text has this key. */
export const expectCode = (outcome: Done | Refusal, code: string): void =>
	expect(isRefusal(outcome) && outcome.code).toBe(code);

/** It was done. */
export const expectDone = (outcome: Done | Refusal): void => {
	if (isRefusal(outcome))
		throw new Error(`refused: ${outcome.code} ${refusedBy(outcome).join(' ')} ${JSON.stringify(outcome.fields ?? {})}`);
};

/** A client on the way to a first service, and the first person's id and actor at hand. */
export interface OnTheWay {
	readonly client: Client;
	readonly person: string;
	readonly actor: Client['persons'][number]['actor'];
}

/** Walk everything but some steps. */
export async function onTheWay(
	path: HttpPath,
	without: readonly Step[] = [],
	names: readonly string[] = ['Camille Roy'],
): Promise<OnTheWay> {
	const client = await request(path, { names, kind: names.length > 1 ? 'couple' : 'person' });
	await walk(path, client, { without });
	const [first] = client.persons;
	if (!first) throw new Error('nobody');
	return { client, person: first.id, actor: first.actor };
}

/** Try to start a session of purpose *service*, as the practitioner: everyone who may is let in first. */
export async function tryService(
	path: HttpPath,
	client: Client,
	options: Parameters<typeof openSession>[2] = {},
): Promise<Done | Refusal> {
	const id = await openSession(path, client, options);
	for (const p of client.persons)
		await path.attempt(path.practitioner.actor, client.dossier, 'session.admit', { id, person: p.id });
	return path.attempt(path.practitioner.actor, client.dossier, 'session.start', { id });
}

/**
 * The shape of most duties of `service.start`: without one step the service is refused and the duty is named; the step
 * is done; the same service starts.
 */
export async function refusedThenMended(
	path: HttpPath,
	duty: string,
	steps: readonly Step[],
	mendBy: readonly Step[] = steps,
): Promise<void> {
	const { client } = await onTheWay(path, steps);
	const session = await openSession(path, client);
	expectRefused(await path.attempt(path.practitioner.actor, client.dossier, 'session.start', { id: session }), duty);
	for (const step of mendBy) await walkStep(path, client, step);
	await startSession(path, client, session);
}
