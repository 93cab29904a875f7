import { inForce } from '#server/capabilities/consent/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { Appointment } from '#server/capabilities/scheduling/facts.ts';
import { beneficiaries, type Person, present, responsibleOf } from '#server/kernel/dossier.ts';
import type { Mode } from '#server/kernel/field.ts';
import type { Instant } from '#server/kernel/time.ts';
import { otherPlaces } from '#server/norms/support.ts';
import type { Locale } from '#words/i18n.ts';
import { territoryOf } from '../documents.ts';
import { needsInterpreter } from './context.ts';
import { homeZone } from './home-zone.ts';
import { missedShown } from './missed.ts';
import { placeNoticeOf } from './places.ts';
import { placeKey } from './waiting-list.ts';

const nameOf = (facts: Facts, person: string): string => facts.dossier.joint.dossier.persons[person]?.name ?? '';

/** One appointment, as whoever books it must know it; the desk is given names and times. */
function shown(facts: Facts, a: Appointment, desk: boolean) {
	const times = {
		id: a.id,
		startsAt: a.startsAt,
		endsAt: a.endsAt,
		zone: a.zone,
		names: a.persons.map((p) => nameOf(facts, p)),
	};
	if (desk) return times;
	const open = Object.values(facts.dossier.joint.sessions.open).find((s) => s.appointment === a.id)?.id;
	return {
		...times,
		purpose: a.purpose,
		mode: a.mode,
		persons: a.persons,
		...(open !== undefined && { session: open }),
		lacksInterpreter: !a.interpreted && a.persons.some((p) => needsInterpreter(facts, p)),
	};
}

/** What is agreed and what was, and what it takes to book, move or open. */
export function appointmentsOf(
	facts: Facts,
	{ now, desk, lang }: { readonly now: Instant; readonly desk: boolean; readonly lang: Locale },
) {
	const { dossier, scheduling, sessions } = facts.dossier.joint;
	const all = Object.values(scheduling.appointments);
	const coming = all.filter((a) => a.state === 'booked' && a.endsAt > now).sort((a, b) => a.startsAt - b.startsAt);
	const past = all.filter((a) => a.state !== 'booked' || a.endsAt <= now).sort((a, b) => b.startsAt - a.startsAt);
	return {
		zone: homeZone(facts),
		coming: coming.map((a) => shown(facts, a, desk)),
		past: past.map((a) => ({
			...shown(facts, a, desk),
			cancelled: a.state === 'cancelled',
			missed: a.state === 'missed',
			open: a.state === 'booked',
			/** Called off before its hour: somebody who waits could have it. */
			...(a.state === 'cancelled' &&
				a.startsAt > now && {
					freed: placeKey({ practitioner: a.practitioner, startsAt: a.startsAt, endsAt: a.endsAt }),
				}),
			...(!desk && { weighed: missedShown(facts, a.id, lang) }),
		})),
		written: agreesInWriting(facts),
		persons: invited(facts).map(({ id, name }) => ({ id, name })),
		practitioner: responsibleOf(dossier) ?? '',
		office: facts.practitioner.practitioner.profile?.office === true,
		...(!desk && {
			open: Object.values(sessions.open).map((s) => ({
				id: s.id,
				purpose: s.purpose,
				mode: s.mode,
				started: s.state === 'started',
				names: s.persons.map((p) => nameOf(facts, p)),
				at: s.startedAt ?? s.opened.at,
			})),
			means: meansOf(facts),
			notices: invited(facts).flatMap(({ id }) =>
				otherPlaces(facts, { person: id }).map((t) =>
					placeNoticeOf(facts, { person: id, territory: territoryOf(t) }, { now, lang }),
				),
			),
		}),
	};
}

/** Everyone served gave an agreement in writing: only then may what it says of absences be applied. */
const agreesInWriting = (facts: Facts): boolean =>
	invited(facts).every(({ id }) => {
		const { consent } = facts.dossier.of(id);
		return consent.given !== undefined && inForce(consent) && consent.given.documents.services !== undefined;
	});

/** Who receives the service; where nobody does yet, whoever is in the file. */
function invited({ dossier }: Facts): readonly Person[] {
	const served = beneficiaries(dossier.joint.dossier);
	return served.length > 0 ? served : present(dossier.joint.dossier);
}

const byMeans: readonly Mode[] = ['video', 'telephone', 'chat'];

/** By which means one may meet here: in person, and on each of the practice's own tools. */
export function meansOf({
	practice,
}: Facts): readonly { readonly mode: Mode; readonly tool: string; readonly name: string }[] {
	const tools = Object.values(practice.practice.tools);
	const remote = byMeans.flatMap((mode) =>
		tools.filter((t) => t.channel === mode).map((t) => ({ mode, tool: t.id, name: t.name })),
	);
	return [...remote, { mode: 'inPerson', tool: 'inPerson', name: '' }];
}

/** « video:<tool> », as the form sends it, in two; a tool that is not listed is sent by its name. */
export function modeAndTool(by: unknown, other: unknown): { readonly mode: string; readonly tool: string } {
	const [mode = '', tool = ''] = typeof by === 'string' ? by.split(':') : [];
	return { mode, tool: tool === 'other' && typeof other === 'string' ? other : tool };
}

/** The tool on which a booked meeting is opened: the first of its means on the list. */
export const toolFor = (facts: Facts, mode: string): string =>
	meansOf(facts).find((m) => m.mode === mode)?.tool ?? mode;
