import { error } from '@sveltejs/kit';
import { territoryOf } from '#server/app/documents.ts';
import { attempt, type FormState, formState, thisPractice } from '#server/app/http.ts';
import { findPending } from '#server/app/pending.ts';
import { publicationNow } from '#server/app/publishing.ts';
import { openPractice } from '#server/app/view.ts';
import { consequencesOf } from '#server/app/views/answers.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { clausesOf, documentState, lackOfFacts, onOffer, policyWords } from '#server/app/views/policies.ts';
import { translationsOf } from '#server/app/views/translations.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { answerableParts } from '#words/clauses/consequences.ts';
import { type DocumentKey, documentKeys, documentOf } from '#words/clauses/documents.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const keyOf = ({ params }: Pick<RequestEvent, 'params'>): DocumentKey => {
	const found = documentKeys.find((key) => key === params.document);
	if (!found) error(404);
	return found;
};

/** One document, clause by clause: what would be published, which duties ask for it, what is missing to write it. */
export const load: PageServerLoad = async (event) => {
	const key = keyOf(event);
	const { facts, roles } = await openPractice(event, 'policies');
	const { app, lang, practice: row } = event.locals;
	const [practice, now] = [row?.id ?? '', app.world.now()];
	const words = await policyWords(app.world, practice, facts, [key]);
	const state = await formState(event);
	const looking = { world: app.world, practice, facts, words, lang };
	const { changed, ...document } = await documentState(looking, key);
	return {
		document: { ...document, changed: changed.length },
		clauses: clausesOf(looking, key, dayOf(now)),
		translations: await translationsOf({ world: app.world, practice, facts }, key),
		consequences: await consequencesHere({ world: app.world, practice, facts }, key),
		territory: territoryOf(facts.practice.practice.profile?.territory),
		onOffer: onOffer(facts, key, dayOf(now)),
		wasMaterial: (facts.practice.policies.documents[key]?.materialVersion ?? 0) > 0,
		lack: lackOfFacts(facts, dayOf(now)),
		mayWrite: roles.some((role) => role === 'owner' || role === 'practitioner' || role === 'privacyOfficer'),
		mayWaive: roles.includes('owner'),
		waiveUntil: dayOf(now + 90 * DAY),
		zone: homeZone(facts),
		state,
		stay: await hasMoreToDo(event, state),
	};
};

/** What follows a no to each clause of a document, in both languages, as a person would read it. */
async function consequencesHere(asking: Omit<Parameters<typeof consequencesOf>[0], 'lang'>, key: DocumentKey) {
	const [fr, en] = [
		await consequencesOf({ ...asking, lang: 'fr' }, [key]),
		await consequencesOf({ ...asking, lang: 'en' }, [key]),
	];
	const points = documentOf(key).clauses.flatMap((clause) => {
		const parts = answerableParts(clause);
		return parts.length > 0 ? parts : [clause];
	});
	return points.map((point) => ({ point, fr: fr(key, point), en: en(key, point) }));
}

/** What waits elsewhere wants this document published: adding a clause is only half of it. Our own forms want no more. */
async function hasMoreToDo({ locals }: RequestEvent, { mending }: FormState): Promise<boolean> {
	const { app, practice, session } = locals;
	const waiting =
		mending && practice && session && (await findPending(app.world, practice.id, session.account, mending));
	return !!waiting && !waiting.path.includes('/practice/policies');
}

/** The day after which a reason no longer holds, as an instant. */
const endOf = (day: unknown): number => Date.parse(`${String(day)}T23:59:59Z`);

const ofThisDocument = (typed: Record<string, unknown>, event: object) => ({
	...typed,
	document: keyOf(event as RequestEvent),
});

export const actions: Actions = {
	adopt: attempt('policy.adopt', {
		journal: thisPractice,
		input: ofThisDocument,
	}),
	write: attempt('clause.write', {
		journal: thisPractice,
		input: ofThisDocument,
	}),
	remove: attempt('clause.remove', {
		journal: thisPractice,
		input: ofThisDocument,
	}),
	publish: attempt('policy.publish', {
		journal: thisPractice,
		input: async ({ material, graceDays, reviewOn }, event) => ({
			...(await publicationNow(event, keyOf(event as RequestEvent))),
			material,
			graceDays,
			reviewOn,
		}),
	}),
	review: attempt('policy.review', {
		journal: thisPractice,
		input: ofThisDocument,
	}),
	translate: attempt('translation.add', {
		journal: thisPractice,
		input: ofThisDocument,
	}),
	untranslate: attempt('translation.remove', {
		journal: thisPractice,
		input: ofThisDocument,
	}),
	consequence: attempt('consequence.write', {
		journal: thisPractice,
		input: ofThisDocument,
	}),
	waive: attempt('practice.waive', {
		journal: thisPractice,
		input: ({ duty, reason, day }) => ({ duty, reason, until: endOf(day) }),
	}),
};
