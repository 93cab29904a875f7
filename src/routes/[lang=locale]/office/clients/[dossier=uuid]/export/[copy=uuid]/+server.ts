import { createHash } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { attachment } from '#server/app/attachment.ts';
import { formats } from '#server/app/exporting.ts';
import { sendAsSystem, thisDossier } from '#server/app/http.ts';
import { bodyAt } from '#server/app/views/bodies.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { requireFresh } from '#server/capabilities/accounts/index.ts';
import type { Exported } from '#server/capabilities/exports/facts.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { idFrom } from '#server/platform/hash.ts';
import type { RequestHandler } from './$types';

/** The copy that was noted, to who noted it, while the factor they showed is fresh: its hash is a line before it leaves. */
export const GET: RequestHandler = async (event) => {
	const file = await openFile(event, 'export.copy');
	const { copy: id, dossier, lang } = event.params;
	const copy = file.facts.dossier.joint.exports.copies[id];
	if (!copy || copy.recalled || copy.by !== file.session.account) error(404);
	if (requireFresh(file.session, file.now)) {
		const back = `/${lang}/office/clients/${dossier}/export`;
		redirect(303, `/${lang}/account/confirm?back=${encodeURIComponent(back)}`);
	}
	const made = bodyAt<Exported>(await file.bodies([copy.evidence.seq]), copy.evidence.seq, 'record.exported');
	const { type, extension, make, left } = formats[copy.format];
	const parts = file.parts.filter((part) => made?.parts.includes(part));
	const copying = { file, parts, seq: copy.evidence.seq, lang: event.locals.lang, origin: event.url.origin };
	const bytes = await make(copying);
	// As anybody’s own tool counts it over the file that they hold.
	const hash = createHash('sha256').update(bytes).digest('hex');
	const journal = thisDossier(event);
	const input = { id, hash, bytes: bytes.length };
	if (isRefusal(await sendAsSystem(event, { id: idFrom(id, hash), act: 'export.take', journal, input }))) error(404);
	if (!copy.taken) await left?.(copying);
	return attachment(bytes, type, `${id}.${extension}`);
};
