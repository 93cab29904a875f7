import { type RequestEvent, redirect } from '@sveltejs/kit';
import type { Session } from '#server/capabilities/accounts/index.ts';
import { practiceOf } from '../sign-in/door.server.ts';

/** Whoever is signed in, and their practice. */
export function me(event: RequestEvent): { readonly session: Session; readonly practice: string } {
	const practice = practiceOf(event);
	const { session, lang } = event.locals;
	if (!session) redirect(303, `/${lang}/sign-in?back=${encodeURIComponent(event.url.pathname)}`);
	return { session, practice };
}
