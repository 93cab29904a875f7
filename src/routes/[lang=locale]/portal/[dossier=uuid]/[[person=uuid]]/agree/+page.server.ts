import type { RequestEvent } from '@sveltejs/kit';
import { territoryOf } from '#server/app/documents.ts';
import { attempt, formState, send, thisDossier } from '#server/app/http.ts';
import { refusedPoints } from '#server/app/views/answers.ts';
import { frameOf, type OpenPortal, openPortal } from '#server/app/views/portal.ts';
import {
	type AgreeStep,
	agreeSteps,
	notices,
	ownWords,
	quotedTexts,
	saidBack,
	standingOf,
} from '#server/app/views/portal-agree.ts';
import { shownChannels } from '#server/app/views/portal-means.ts';
import { askedQuestions, handedDocuments } from '#server/app/views/portal-reading.ts';
import type { Actions, PageServerLoad } from './$types';

const isStep = (text: string | null): text is AgreeStep => agreeSteps.includes(text as AgreeStep);

/** Other ways of getting help where the person is: what is offered to somebody who does not sign. */
function elsewhere({ facts, lang }: OpenPortal): readonly string[] {
	const place = territoryOf(
		facts.dossier.joint.place.home?.territory ?? facts.practitioner.practitioner.profile?.territory,
	);
	return (facts.practice.practice.terms?.alternatives[place] ?? []).map((a) => a[lang]);
}

/** Where this person stands before signing, and everything that the steps show. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'agree');
	const { versions, ...standing } = standingOf(open);
	const asked = event.url.searchParams.get('step');
	const texts = await quotedTexts(open);
	const told = ownWords(texts);
	const { needs, teachBack } = open.own.consent;
	return {
		frame: frameOf(open),
		standing,
		step: isStep(asked) ? asked : standing.step,
		documents: handedDocuments(open.own.consent, open.lang).map(({ key, title, version, sentAt, explained }) => ({
			key,
			title,
			version,
			sentAt,
			explained,
			first: open.own.consent.sent[key]?.clauses[0] ?? '',
		})),
		questions: (await askedQuestions(open)).filter((q) => !q.settled),
		channels: shownChannels(open.own, open.facts, texts.get('services')),
		notices: notices(open, texts),
		...(told && { told }),
		toldBack: Object.keys(teachBack).length > 0,
		language: open.who.language,
		...(needs && { variant: needs.variant }),
		refused: (await refusedPoints(open.own.consent, open.bodies, open.lang)).filter(
			({ document }) => versions[document] !== undefined,
		),
		elsewhere: elsewhere(open),
		state: await formState(event),
	};
};

/** Same page, next step: what was just done shows which. */
const again = (_: unknown, { url }: Pick<RequestEvent, 'url'>): string => url.pathname;
const atMeans = (_: unknown, { url }: Pick<RequestEvent, 'url'>): string => `${url.pathname}?step=means`;

/** `notice@version`, as the page showed it. */
const noticesRead = (read: unknown): Record<string, number> =>
	Object.fromEntries(
		(Array.isArray(read) ? read : []).map((text) => {
			const [notice = '', version = ''] = String(text).split('@');
			return [notice, Number(version)];
		}),
	);

/** One button says two things that the record keeps apart: the risk was read, and the means is agreed to. */
async function agreeing({ risk, ...input }: Record<string, unknown>, event: RequestEvent): Promise<unknown> {
	if (typeof risk === 'string') {
		const { locals } = event;
		const read = { person: input.person, notices: noticesRead([risk]), means: input.means };
		await send(event, {
			id: locals.app.world.newId(),
			act: 'notice.acknowledge',
			journal: thisDossier(event),
			input: read,
		});
	}
	return input;
}

/** Consent is to exactly what was handed, and only the versions that were explained pass. */
async function consenting(input: Record<string, unknown>, event: RequestEvent): Promise<unknown> {
	return { ...input, documents: standingOf(await openPortal(event, 'agree')).versions };
}

export const actions = {
	adapt: attempt('information.adapt', { journal: thisDossier, next: again }),
	offer: attempt('questions.offer', { journal: thisDossier, next: again }),
	settle: attempt('question.settle', { journal: thisDossier, next: again }),
	channel: attempt('channel.agree', { journal: thisDossier, input: agreeing, next: atMeans }),
	stop: attempt('channel.withdraw', { journal: thisDossier, next: atMeans }),
	notices: attempt('notice.acknowledge', {
		journal: thisDossier,
		input: ({ read, ...input }) => ({ ...input, notices: noticesRead(read) }),
		next: again,
	}),
	words: attempt('teachBack.record', { journal: thisDossier, input: saidBack, next: again }),
	part: attempt('question.ask', {
		journal: thisDossier,
		input: ({ about, ...input }) => {
			const [document = '', clause = ''] = String(about ?? '').split('.');
			return { ...input, document, clause };
		},
		next: again,
	}),
	give: attempt('consent.record', {
		journal: thisDossier,
		input: consenting,
		next: (_, { url }) => url.pathname.replace(/agree$/, 'signed'),
	}),
} satisfies Actions;
