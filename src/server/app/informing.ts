import type { RequestEvent } from '@sveltejs/kit';
import { isRefusal, refuse } from '#server/kernel/refusal.ts';
import { sendAsSystem, thisDossier } from './http.ts';
import { type OpenPortal, openPortal } from './views/portal.ts';
import { changesOf, packageNow } from './views/portal-changes.ts';

/** Hand over one document as it stands: what was just shown is kept in the file, word for word. */
async function hand(event: RequestEvent, open: OpenPortal, key: string) {
	const now = await packageNow(open);
	if (!now) return refuse('policy.changedSince');
	const { documents, texts } = now;
	const one = { ...now, documents: { [key]: documents[key] }, texts: { [key]: texts[key] } };
	const id = open.world.newId();
	return sendAsSystem(event, { id, act: 'policy.send', journal: thisDossier(event), input: one });
}

/**
 * Reading is what acknowledges a minor change: the document is handed over first, in the version that the page showed;
 * should it have changed again meanwhile, the page is to be read anew.
 */
export async function readingChange(typed: Record<string, unknown>, event: RequestEvent): Promise<unknown> {
	const open = await openPortal(event, 'changes');
	const change = changesOf(open.own, open.facts).find((c) => c.key === typed.document);
	if (!change || change.to !== typed.version || change.until !== undefined) return refuse('policy.changedSince');
	const handed = change.handed ? undefined : await hand(event, open, change.key);
	return handed && isRefusal(handed) ? handed : typed;
}
