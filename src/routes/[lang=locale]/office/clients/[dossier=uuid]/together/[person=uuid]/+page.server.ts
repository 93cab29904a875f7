import { error } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { consequencesOf, pointsOf, refusing } from '#server/app/views/answers.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { type OpenFile, openFile } from '#server/app/views/open-file.ts';
import { togetherOf } from '#server/app/views/together.ts';
import { keepingLanguage, languageAsked, languagesFor, renderedIn } from '#server/app/views/translations.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What stands beside the clause that is read: its answers with what follows a no, and its words in a further language. */
async function besideOf(open: OpenFile, event: Pick<RequestEvent, 'params' | 'locals' | 'url' | 'request'>) {
	const { facts, world, practice } = open;
	const { consent } = facts.dossier.of(event.params.person);
	const { now } = consent.together;
	if (!now) return { points: [], languages: [] };
	const { lang } = event.locals;
	const consequence = await consequencesOf({ world, practice, facts, lang }, [now.document]);
	const rendered = await renderedIn(open, consent, { key: now.document, language: languageAsked(event) });
	return {
		points: pointsOf(consent, { document: now.document, clause: now.clause, lang }, consequence),
		languages: languagesFor(facts, consent, now.document),
		...(rendered && { rendered }),
	};
}

/** One person’s texts, read together clause by clause: on their screen, or aloud on the telephone. */
export const load: PageServerLoad = async (event) => {
	const open = await openFile(event, 'together');
	const { facts, now, bodies } = open;
	const { lang } = event.locals;
	const who = facts.dossier.joint.dossier.persons[event.params.person];
	if (!who) error(404);
	return {
		person: { id: who.id, name: who.name, hasAccount: who.account !== undefined },
		...(await togetherOf(facts, who.id, { lang, now, bodies })),
		...(await besideOf(open, event)),
		live: `/${lang}/live/${open.id}/changes`,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

const here = (_: unknown, event: Pick<RequestEvent, 'url' | 'request'>): string =>
	keepingLanguage(event, event.url.pathname, '#clause');

/** Whose texts they are is said by the address. */
const ofThisPerson = (typed: Record<string, unknown>, event: object) => ({
	...typed,
	person: (event as RequestEvent).params.person,
});

export const actions: Actions = {
	begin: attempt('reading.begin', { journal: thisDossier, input: ofThisPerson, next: here }),
	move: attempt('reading.move', { journal: thisDossier, input: ofThisPerson, next: here }),
	end: attempt('reading.end', { journal: thisDossier, input: ofThisPerson, next: (_, { url }) => url.pathname }),
	heard: attempt('teachBack.record', {
		journal: thisDossier,
		input: (typed, event) => ({ ...ofThisPerson(typed, event), inConversation: true }),
		next: here,
	}),
	yes: attempt('clause.accept', { journal: thisDossier, input: ofThisPerson, next: here }),
	no: attempt('clause.refuse', {
		journal: thisDossier,
		input: async (typed, event) => {
			const { facts, world, practice } = await openFile(event, 'together');
			return refusing({ world, practice, facts, lang: event.locals.lang }, ofThisPerson(typed, event));
		},
		next: here,
	}),
};
