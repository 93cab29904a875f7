import type { RequestEvent } from '@sveltejs/kit';
import { askContactCode, checkContactCode } from '#server/app/contact-code.ts';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { bodyAt } from '#server/app/views/bodies.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import type { SafeContact } from '#server/capabilities/intake/facts.ts';
import { codesHere, visitorOf } from '../../../../sign-in/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** How it is safe to reach this person, and whom to call if something happens. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'contact');
	const { contact, verified, emergencyContact } = open.own.intake;
	const bodies = await open.bodies([emergencyContact?.seq]);
	const emergency = bodyAt<{ name: string; phone: string; relation: string }>(
		bodies,
		emergencyContact?.seq,
		'emergencyContact.set',
	);
	return {
		frame: frameOf(open),
		contact: contact && withoutEvidence(contact),
		verified: Object.keys(verified),
		...(emergency && { emergency: { name: emergency.name, phone: emergency.phone, relation: emergency.relation } }),
		codes: codesHere(event),
		state: await formState(event),
	};
};

const withoutEvidence = ({ evidence: _, ...said }: SafeContact & { readonly evidence: unknown }): SafeContact => said;

const ticks = ['voiceMail', 'text', 'othersMayKnow', 'callFirst'];

/** A box that is not ticked says no. */
const withNo = ({ contact, ...typed }: Record<string, unknown>): unknown => ({
	...typed,
	contact: { ...Object.fromEntries(ticks.map((t) => [t, false])), ...(contact as object | undefined) },
});

/** The person this page is about. */
async function readPerson(event: RequestEvent) {
	const open = await openPortal(event, 'contact');
	return { open, person: open.who.id, from: visitorOf(event) };
}

export const actions = {
	askCode: askContactCode(readPerson),
	code: checkContactCode(readPerson),
	save: attempt('contact.set', { journal: thisDossier, input: withNo }),
	emergency: attempt('emergencyContact.set', { journal: thisDossier }),
} satisfies Actions;
