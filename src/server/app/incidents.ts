import type { RequestEvent } from '@sveltejs/kit';
import type { TellingWay, Whom } from '#server/capabilities/incidents/facts.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { rowsOf } from './terms-form.ts';
import { personIn, waysTo } from './views/incident-people.ts';

type Typed = Record<string, unknown>;

/** The incident of the address, in what every form of its pages sends. */
export const ofThis = (typed: Typed, { params }: RequestEvent): Typed => ({ ...typed, id: params.incident ?? '' });

/** A person of a file, as a form names both in one value. */
function whomFrom(text: unknown): Whom | undefined {
	const [dossier, person, ...more] = String(text).split('.');
	return dossier && person && more.length === 0 ? { dossier, person } : undefined;
}

const personOf = ({ locals }: RequestEvent, whom: Whom) =>
	personIn(locals.app.world, locals.practice?.id ?? '', whom).catch(() => undefined);

/** The people ticked, only those who are in those files. */
export async function affecting(typed: Typed, event: RequestEvent): Promise<Typed | Refusal> {
	const ticked = [typed.people ?? []].flat().flatMap((one) => whomFrom(one) ?? []);
	const people: Whom[] = [];
	for (const whom of ticked) if (await personOf(event, whom)) people.push(whom);
	if (people.length === 0) return refuse('incident.nobody');
	const found = typed.found as Typed | undefined;
	return { ...ofThis(typed, event), people, ...(found && { found: { accounts: [], ...found } }) };
}

/** What was typed for one person, once the way chosen is one that reaches them. */
export async function telling(typed: Typed, event: RequestEvent): Promise<Typed | Refusal> {
	const people = rowsOf(typed.people) as readonly (Whom & { readonly language?: string })[];
	const way = typed.way as TellingWay | undefined;
	for (const whom of people) {
		const one = await personOf(event, whom);
		const ways = one ? waysTo(one) : [];
		if (!one) return refuse('incident.notAffected');
		if (way === 'portal' && !ways.includes('portal')) return refuse('incident.noSpace');
		if (way === 'mail' && !ways.includes('mail')) return refuse('incident.noMail');
	}
	return { ...ofThis(typed, event), people };
}
