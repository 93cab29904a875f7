import { openDossier } from '#server/app/view.ts';
import { present } from '#server/kernel/dossier.ts';
import type { LayoutServerLoad } from './$types';

/** Who this file is about: shown above every page of it. */
export const load: LayoutServerLoad = async (event) => {
	const { facts, reach } = await openDossier(event, 'dossier');
	const { dossier } = facts.dossier.joint;
	return {
		file: {
			id: event.params.dossier,
			label: dossier.label,
			kind: dossier.kind,
			state: dossier.state,
			anonymous: dossier.anonymous,
			desk: reach === 'desk',
			persons: present(dossier).map(({ id, name, language, roles, account }) => ({ id, name, language, roles, hasAccount: account !== undefined })),
		},
	};
};
