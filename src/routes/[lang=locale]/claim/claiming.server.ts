import { type RequestEvent, redirect } from '@sveltejs/kit';
import { sendAsSystem } from '#server/app/http.ts';
import {
	type Claimed,
	type Claiming,
	dropCookie,
	jarOf,
	markLinked,
	readCookie,
	setSessionCookie,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { homeOf, practiceOf, visitorOf } from '../sign-in/door.server.ts';

/** The link of the address and the ticket of this browser. */
export const claimingOf = (event: RequestEvent): Claiming => ({
	token: event.params.token ?? '',
	ticket: readCookie(jarOf(event), 'ticket'),
	from: visitorOf(event),
});

/**
 * Tell the journal who somebody is, by the invitation's own id, so that it is said once. What is refused, or cut short,
 * stays in the list of claims to link.
 */
async function link(
	event: RequestEvent,
	{ invitation, account, name, dossier, person, roles }: Claimed,
): Promise<void> {
	const sent = dossier
		? ({ act: 'person.link', journal: { kind: 'dossier', id: dossier }, input: { person, account } } as const)
		: ({
				act: 'member.join',
				journal: { kind: 'practice', id: practiceOf(event) },
				input: { account, name, roles },
			} as const);
	if (!dossier && !roles) return;
	const told = await sendAsSystem(event, { id: invitation, ...sent });
	if (!isRefusal(told)) await markLinked(event.locals.app.world, practiceOf(event), invitation);
}

/** It is claimed: the journal is told, then the person is in, or goes where their factor is asked for or made. */
export async function finish(event: RequestEvent, claimed: Claimed): Promise<never> {
	await link(event, claimed);
	const jar = jarOf(event);
	dropCookie(jar, 'ticket');
	dropCookie(jar, 'code');
	const { lang, session } = event.locals;
	if (!claimed.opened) redirect(303, session ? homeOf(lang, session.kind) : `/${lang}/sign-in?claimed`);
	setSessionCookie(jar, claimed.opened);
	const { kind, assurance } = claimed.opened.session;
	redirect(303, assurance === 'none' ? `/${lang}/account/factors` : homeOf(lang, kind));
}
