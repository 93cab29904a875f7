import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { contactsIn, isContact, unsaidOf } from '#server/app/views/contacts.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { walkBack } from '#server/app/views/lines.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { contactKinds, contactsAbout, contactsWith } from '#server/capabilities/contacts/facts.ts';
import { beneficiaries, present } from '#server/kernel/dossier.ts';
import type { Actions, PageServerLoad } from './$types';

const SHOWN = 25;

/** Contacts of every kind: those noted in one press, and those that wrote themselves. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'contacts');
	const { facts, world, practice, id, parts } = file;
	const { dossier } = facts.dossier.joint;
	const before = Number(event.url.searchParams.get('before')) || undefined;
	const back = await walkBack(world, {
		practice,
		dossier: id,
		parts,
		before,
		enough: (found) => found.filter(isContact).length > SHOWN,
	});
	const all = contactsIn(back.entries, facts);
	const [only, ...others] = beneficiaries(dossier);
	const asked = present(dossier).find((p) => p.id === event.url.searchParams.get('with'));
	return {
		quick: { with: contactsWith.filter((k) => k !== 'visit'), about: contactsAbout },
		kinds: contactKinds,
		persons: present(dossier).map(({ id, name }) => ({ id, name })),
		/** With whom one press notes it: the one person served, or the one that was chosen. */
		chosen: asked?.id ?? (others.length === 0 ? only?.id : undefined),
		unsaid: unsaidOf(facts, file.now),
		contacts: all.slice(0, SHOWN),
		older: all.length > SHOWN ? all[SHOWN - 1]?.seq : back.before,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	log: attempt('contact.log', { journal: thisDossier }),
	correct: attempt('contact.correct', { journal: thisDossier }),
};
