import { withName } from '#server/app/line.ts';
import { listDossiers } from '#server/app/lists.ts';
import { signedIn } from '#server/app/view.ts';
import { aroundFacts, orderOf } from '#server/app/views/portal-order.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { LayoutServerLoad } from './$types';

/** Who is here, which files are theirs, and the regulator of the profession: on every page. */
export const load: LayoutServerLoad = async (event) => {
	const { session, practice } = signedIn(event);
	withName(event, session);
	const { lang, app, practice: here } = event.locals;
	const { dossier, person } = event.params;
	const files =
		dossier === undefined
			? (await listDossiers(app.world, practice, session.account, 'person')).map((d) => d.id)
			: [dossier];
	const facts = await aroundFacts(event);
	const order = facts && orderOf(facts, dayOf(app.world.now()), lang);
	const [only] = files.length === 1 ? files : [];
	return {
		me: session.name,
		demo: here?.demo === true,
		site: facts?.practice.practice.profile?.senderName,
		files,
		...(only && { place: `/${lang}/portal/${only}${person ? `/${person}` : ''}` }),
		...(order && { order }),
	};
};
