import type { RequestEvent } from '@sveltejs/kit';
import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { affecting } from '#server/app/incidents.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openIncidentPage } from '#server/app/views/incident-open.ts';
import { type Asked, filesOf, peopleOfFile, searchLog } from '#server/app/views/incident-search.ts';
import { accountsOf } from '#server/capabilities/accounts/index.ts';
import { keyOf } from '#server/capabilities/incidents/facts.ts';
import { DAY } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** What the address asks of the access log: days as the practice counts them; nothing until it asks. */
function askedIn({ url }: RequestEvent, zone: string): Asked | undefined {
	const [from, until, file] = ['from', 'until', 'file'].map((name) => url.searchParams.get(name)) as (string | null)[];
	if (!isDay(from ?? null) || !isDay(until ?? null)) return undefined;
	const begins = (day: string): number => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
	try {
		return {
			accounts: url.searchParams.getAll('account').filter(isId),
			from: begins(from as string),
			until: begins(until as string) + DAY - 1,
			...(file && isId(file) && { file }),
		};
	} catch {
		return undefined;
	}
}

/** Find who is concerned by an incident: from the access log, or by hand. */
export const load: PageServerLoad = async (event) => {
	const { facts, incident, world, practice, note } = await openIncidentPage(event, 'incident.who');
	const zone = homeZone(facts);
	const asked = askedIn(event, zone);
	const found = asked ? await searchLog(world, practice, asked) : [];
	const one = event.url.searchParams.get('one');
	const byHand = one && isId(one) ? await peopleOfFile(world, practice, one) : [];
	await note([...found, ...byHand].map((f) => f.dossier));
	const known = new Set(incident.people.map(keyOf));
	const withState = <T extends { readonly dossier: string; readonly person: string }>(f: T) => ({
		...f,
		already: known.has(keyOf(f)),
	});
	const members = [...(await accountsOf(world, practice)).values()].filter((a) => a.kind === 'member');
	return {
		id: incident.id,
		exercise: incident.exercise,
		members: members.map(({ id, name }) => ({ id, name })),
		files: await filesOf(world, practice),
		span: {
			from: event.url.searchParams.get('from') ?? incident.from,
			until: event.url.searchParams.get('until') ?? incident.until ?? incident.awareOn,
		},
		asked,
		found: found.map(withState),
		one,
		byHand: byHand.map(withState),
		state: await formState(event),
	};
};

export const actions: Actions = {
	affect: attempt('incident.affect', {
		journal: thisPractice,
		input: affecting,
		next: (_, { url }) => `${url.pathname.replace(/\/who$/, '')}#people`,
	}),
};
