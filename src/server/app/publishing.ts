import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Facts } from '#server/capabilities/index.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import { dayOf } from '#server/kernel/time.ts';
import { type DocumentKey, documentKeys } from '#words/clauses/documents.ts';
import { publication } from './documents.ts';
import { factsOf } from './facts.ts';
import { type FormAnswer, refused, send, thisPractice } from './http.ts';
import { changedClauses, onOffer, policyWords } from './views/policies.ts';

const factsNow = async ({ locals }: RequestEvent): Promise<Facts | undefined> =>
	(
		await factsOf(
			locals.app.world,
			locals.practice?.id ?? '',
			thisPractice({ locals } as RequestEvent),
			locals.session?.account,
		)
	)?.facts;

/** The words of one document as it would be published now by whoever is signed in; undefined while nothing can be written. */
export async function publicationNow(
	event: RequestEvent,
	key: DocumentKey,
): Promise<Readonly<Record<string, unknown>> | undefined> {
	const { world } = event.locals.app;
	const facts = await factsNow(event);
	if (!facts) return undefined;
	const words = await policyWords(world, event.locals.practice?.id ?? '', facts, [key]);
	return publication(facts, key, dayOf(world.now()), words.own[key]);
}

/** What « adopt and publish all » answers: how many documents were published, and at which one it stopped. */
export interface AllAnswer extends FormAnswer {
	readonly published?: number;
	readonly stoppedAt?: DocumentKey;
}

/** Take every clause on offer and publish each document that is not up to date; stop at the first that says no. */
export async function publishAll(event: RequestEvent) {
	let published = 0;
	for (const key of documentKeys) {
		const outcome = await publishOne(event, key);
		if (outcome && isRefusal(outcome)) {
			const id = event.locals.app.world.newId();
			const answer = await refused(event, outcome, { id, values: {}, which: 'all', mending: undefined });
			return fail(answer.status, { ...answer.data, published, stoppedAt: key } satisfies AllAnswer);
		}
		if (outcome) published += 1;
	}
	return { form: 'all', done: 'policy.published', published } satisfies AllAnswer;
}

/** Adopt what is on offer and publish; nothing when the document cannot be written yet, or already says what is so. */
async function publishOne(event: RequestEvent, key: DocumentKey): Promise<true | Refusal | undefined> {
	const { world } = event.locals.app;
	const facts = await factsNow(event);
	if (!facts) return undefined;
	const clauses = onOffer(facts, key, dayOf(world.now()));
	const journal = thisPractice(event);
	const attempt = (act: string, input: unknown) => send(event, { id: world.newId(), act, journal, input });
	if (clauses.length > 0) {
		const adopted = await attempt('policy.adopt', { document: key, clauses });
		if (isRefusal(adopted)) return adopted;
	}
	const input = await publicationNow(event, key);
	if (!input || Object.keys(input.clauses as object).length === 0 || (await saysSo(event, key, input)))
		return undefined;
	const outcome = await attempt('policy.publish', { ...input, material: false });
	return isRefusal(outcome) ? outcome : true;
}

/** Is what is published already this, word for word? */
async function saysSo(
	event: RequestEvent,
	key: DocumentKey,
	input: Readonly<Record<string, unknown>>,
): Promise<boolean> {
	const facts = await factsNow(event);
	const before =
		facts && (await policyWords(event.locals.app.world, event.locals.practice?.id ?? '', facts, [key])).published[key];
	return before !== undefined && changedClauses(input.clauses as typeof before.clauses, before.clauses).length === 0;
}
