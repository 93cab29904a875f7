import { findPending } from '#server/app/pending.ts';
import { openDossier } from '#server/app/view.ts';
import { present } from '#server/kernel/dossier.ts';
import type { LayoutServerLoad } from './$types';

/** Who this file is about: shown above every page of it; and the form that waits while something is mended here. */
export const load: LayoutServerLoad = async (event) => {
	const { facts, reach, session } = await openDossier(event, 'dossier');
	const { dossier } = facts.dossier.joint;
	const { app, practice } = event.locals;
	const mending = event.url.searchParams.get('for');
	const pending = mending && practice ? await findPending(app.world, practice.id, session.account, mending) : undefined;
	return {
		...(pending && { waiting: `${pending.path}?resume=${mending}` }),
		file: {
			id: event.params.dossier,
			label: dossier.label,
			kind: dossier.kind,
			state: dossier.state,
			anonymous: dossier.anonymous,
			desk: reach === 'desk',
			/** Pages that are there only when something happened: somebody was not well, safety came first. */
			...(reach !== 'desk' && {
				distress: present(dossier).some((p) => Object.keys(facts.dossier.of(p.id).care.distress).length > 0),
				safety: dossier.skipped.length > 0,
				received: facts.dossier.joint.transfer.received !== undefined,
			}),
			persons: present(dossier).map(({ id, name, language, roles, account }) => ({
				id,
				name,
				language,
				roles,
				hasAccount: account !== undefined,
			})),
		},
	};
};
