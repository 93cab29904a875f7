import type { RequestEvent } from '@sveltejs/kit';
import { territoryOf } from '#server/app/documents.ts';
import { attempt, thisDossier } from '#server/app/http.ts';
import { awayNow } from '#server/app/views/absences.ts';
import type { OpenPortal } from '#server/app/views/portal.ts';
import { oneself, readersOf } from '#server/app/views/portal-messages.ts';
import { present } from '#server/kernel/dossier.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { allForClient } from '#server/law/look-up.ts';

/** Numbers to call instead of waiting for an answer: those of the place where the person usually is. */
export function crisisLines({ facts, own, lang, today }: OpenPortal) {
	const place =
		own.identity.lastPlace?.territory ??
		facts.dossier.joint.place.home?.territory ??
		facts.practitioner.practitioner.profile?.territory;
	return allForClient('helpLine', territoryOf(place), today)
		.slice(0, 4)
		.map(({ key, name, number, dial, hours }) => ({
			key,
			name: name[lang],
			number,
			dial,
			...(hours && { hours: hours[lang] }),
		}));
}

/** What is said beside every message before it is sent. */
export function composing(open: OpenPortal) {
	const { terms } = open.facts.practice.practice;
	const me = oneself(open);
	const away = awayNow(open.facts, open.now, open.lang);
	return {
		crisis: crisisLines(open),
		...(away && { away }),
		...(terms && { hours: terms.hours[open.lang], within: terms.replyWithin }),
		// Who does not share the joint part writes from their own.
		...(!open.parts.includes(JOINT) && { only: me.id }),
		...(open.parts.includes(JOINT) &&
			present(open.facts.dossier.joint.dossier).length > 1 && {
				choice: { me: me.id, alone: readersOf(open, me.id), together: readersOf(open, JOINT) },
			}),
	};
}

/** Everything about a message that is sent from a client's page, once: the channel is this space, and it says it was handed. */
export const writing = attempt('message.send', {
	journal: thisDossier,
	input: ({ to, ...typed }) => ({
		...typed,
		channel: 'portal',
		...(typeof to === 'string' && to !== JOINT && { person: to }),
	}),
	next: ({ entries }, { url }: RequestEvent) => {
		const thread = (entries[0]?.data as { readonly thread: string } | undefined)?.thread ?? '';
		const base = url.pathname.replace(/\/messages\/.*$/, '/messages');
		return `${base}/${thread}?sent#sent`;
	},
});
