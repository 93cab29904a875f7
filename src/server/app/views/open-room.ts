import { error, type RequestEvent } from '@sveltejs/kit';
import type { ConsentEntry } from '#server/capabilities/consent/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { Session } from '#server/capabilities/sessions/facts.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import { refuse, type UnmetDuty } from '#server/kernel/refusal.ts';
import { dayOf } from '#server/kernel/time.ts';
import { foresee } from '../foresee.ts';
import { presentRefusal } from '../refusals.ts';
import { openDossier } from '../view.ts';
import { meansOf } from './appointments.ts';
import { arrivalOf, atDoorView, helpForClient } from './arrivals.ts';
import { bodiesOf, bodyAt } from './bodies.ts';
import { homeZone } from './home-zone.ts';
import { linesAfter } from './lines.ts';
import { bothRules } from './places.ts';
import { practitionerName } from './portal.ts';
import { hostOf } from './practice.ts';
import {
	chatOf,
	clientView,
	cutsOf,
	doubtedIn,
	type InRoom,
	mineIn,
	type Plans,
	planForClient,
	planForPractitioner,
	sessionOf,
} from './room.ts';

/** The room's page, for whichever side stands at its door. */
export async function openRoom(event: RequestEvent) {
	const { facts, reach, session: signed } = await openDossier(event, 'room');
	const { app, practice, lang } = event.locals;
	const dossier = event.params.dossier ?? '';
	if (reach === 'desk' || !practice) error(404);
	const office = facts.dossier.joint.dossier.careTeam[signed.account] !== undefined;
	const frame = {
		dossier,
		office,
		practitioner: practitionerName(facts),
		zone: homeZone(facts),
		serverNow: app.world.now(),
	};
	const session = facts.dossier.joint.sessions.open[event.params.session ?? ''];
	if (!session) return { ...frame, is: 'closed' as const };
	const mine = mineIn(facts.dossier.joint, session, signed.account, reach);
	if (!office && mine.length === 0) error(404);
	const ask = { practice: practice.id, dossier, parts: reach };
	const lines = await linesAfter(app.world, { ...ask, after: session.opened.seq - 1 });
	const room: InRoom = { facts, session, lines, me: signed.account, lang, now: app.world.now() };
	const seqs = session.persons.flatMap((p) => Object.values(facts.dossier.of(p).consent.plans).map((e) => e?.seq));
	const plans = plansOf(facts, session, await bodiesOf(app.world, { ...ask, seqs }));
	const common = {
		...frame,
		session: sessionOf(room),
		chat: chatOf(room),
		cuts: cutsOf(room),
		doubted: doubtedIn(room),
	};
	return office
		? { ...common, is: 'office' as const, ...officeSide(room, dossier, plans) }
		: { ...common, is: 'client' as const, ...clientSide(room, mine, plans) };
}

type Plan = Extract<ConsentEntry, { kind: 'plan.given' }>['data'];

/** The words of both plans of everyone expected, as they were given. */
function plansOf(facts: Facts, session: Session, bodies: ReadonlyMap<number, Entry>): Plans {
	const linesOf = (seq: number | undefined) => Object.values(bodyAt<Plan>(bodies, seq, 'plan.given')?.details ?? {});
	return new Map(
		session.persons.map((p) => {
			const { emergency, failure } = facts.dossier.of(p).consent.plans;
			return [
				p,
				{ ...(emergency && { emergency: linesOf(emergency.seq) }), ...(failure && { failure: linesOf(failure.seq) }) },
			];
		}),
	);
}

function clientSide(room: InRoom, mine: readonly PersonId[], plans: Plans) {
	const me = clientView(room, mine);
	const place =
		mine.map((p) => arrivalOf(room, p)?.territory).find((t) => t !== undefined) ??
		room.facts.dossier.joint.place.home?.territory;
	return {
		me,
		host: hostOf(room.facts, { day: dayOf(room.now), lang: room.lang }),
		isIn: me.some((p) => p.admitted),
		plan: planForClient(room, mine, plans),
		help: helpForClient(place ?? room.facts.practitioner.practitioner.profile?.territory, dayOf(room.now)),
	};
}

function officeSide(room: InRoom, dossier: string, plans: Plans) {
	const { facts, session, lang, now } = room;
	const unmet = session.state === 'waiting' ? foresee(facts, 'session.start', { id: session.id }, now) : [];
	return {
		persons: session.persons.map((p) => atDoorView(room, p, plans.get(p)?.emergency)),
		both: bothRules(
			facts,
			session.persons.map((p) => arrivalOf(room, p)?.territory).filter((t) => t !== undefined),
			{ now, lang },
		),
		means: meansOf(facts),
		tool: session.tool,
		...(session.planned && { planned: session.planned }),
		address: facts.practitioner.practitioner.profile?.address ?? '',
		missing: byMend(unmet).map((duties) =>
			presentRefusal(refuse('act.normUnmet', duties), { lang, dossier, office: true }),
		),
		plan: planForPractitioner(room, plans),
		/** Something was passed for somebody's safety since this room was opened, and nobody looked back at it yet. */
		crisis: facts.dossier.joint.dossier.skipped.some((s) => !s.reviewed && s.evidence.seq > session.opened.seq),
	};
}

/** One line for each thing to mend, with all the duties that ask for it. */
const byMend = (unmet: readonly UnmetDuty[]): readonly (readonly UnmetDuty[])[] => [
	...Map.groupBy(unmet, (u) => JSON.stringify(u.mend ?? u.duty)).values(),
];
