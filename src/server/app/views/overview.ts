import { inForce, openQuestions } from '#server/capabilities/consent/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';
import { keptUntil } from '#server/norms/retention.ts';
import { bodyAt } from './bodies.ts';
import { nextStep, pathOf, stageOf } from './file.ts';
import { contactOf, toldAfter } from './persons.ts';

type RequestBody = {
	readonly reason: string;
	readonly prefers: string;
	readonly via: string;
	readonly territory?: string;
	readonly availability?: string;
	readonly standing?: string;
};

/** The first request, in the words it came with. */
export function requestOf(facts: Facts, bodies: ReadonlyMap<number, Entry>) {
	const { request } = facts.dossier.joint.intake;
	const body = bodyAt<RequestBody>(bodies, request?.evidence.seq, 'request.received');
	if (!request || !body) return undefined;
	const { reason, prefers, via, territory, availability, standing } = body;
	return {
		at: request.evidence.at,
		reason,
		prefers,
		via,
		...(territory !== undefined && { territory }),
		...(availability !== undefined && { availability }),
		...(standing !== undefined && { standing }),
	};
}

/** Names and times: all that the desk is shown. */
export function deskView(facts: Facts, now: Instant) {
	const { dossier, scheduling } = facts.dossier.joint;
	return {
		names: present(dossier).map((p) => p.name),
		appointments: Object.values(scheduling.appointments)
			.filter((a) => a.state === 'booked' && a.endsAt > now)
			.sort((a, b) => a.startsAt - b.startsAt)
			.map((a) => ({ id: a.id, at: a.startsAt, zone: a.zone, mode: a.mode })),
	};
}

/** What is in force, thing by thing. */
function forceOf(facts: Facts, now: Instant) {
	const { dossier, place, suitability, boundaries } = facts.dossier.joint;
	return {
		...(place.home && { home: place.home.territory }),
		...(suitability.decision && { fit: { is: suitability.decision.fit, at: suitability.decision.evidence.at } }),
		...(boundaries.conflict && { conflict: { is: boundaries.conflict.decision, at: boundaries.conflict.evidence.at } }),
		told: present(dossier).flatMap(({ id, name }) => {
			const { toldAfter: hours } = toldAfter(facts, id);
			return hours === undefined ? [] : [{ name, hours }];
		}),
		representations: dossier.representations
			.filter((r) => r.until === undefined || now < r.until)
			.map((r) => ({
				of: dossier.persons[r.of]?.name ?? '',
				by: dossier.persons[r.by]?.name ?? '',
				authority: r.authority,
				proofSeen: r.proofSeen,
			})),
		consents: present(dossier)
			.filter((p) => p.roles.includes('beneficiary'))
			.map((p) => {
				const { consent } = facts.dossier.of(p.id);
				const state = inForce(consent)
					? ('inForce' as const)
					: consent.withdrawn
						? ('withdrawn' as const)
						: ('none' as const);
				const at = state === 'withdrawn' ? consent.withdrawn?.at : consent.given?.evidence.at;
				return {
					id: p.id,
					name: p.name,
					state,
					...(state !== 'none' && at !== undefined && { at }),
					channels: Object.entries(consent.channels).flatMap(([c, { on }]) => (on ? [c] : [])),
				};
			}),
	};
}

/** Who asked something that awaits an answer, but for the one whose answer is already the next thing to do. */
const askedBy = (facts: Facts, next: string | undefined) =>
	present(facts.dossier.joint.dossier)
		.filter((p) => p.id !== next && openQuestions(facts.dossier.of(p.id).consent).length > 0)
		.map(({ id, name }) => ({ id, name }));

/** The first page of a file: what to do now, who is there, what is in force, what was walked. */
export function overviewOf(facts: Facts, bodies: ReadonlyMap<number, Entry>, now: Instant) {
	const { dossier, suitability } = facts.dossier.joint;
	const nameOf = (id: string | undefined) => (id === undefined ? undefined : dossier.persons[id]?.name);
	const next = nextStep(facts, now);
	const name = nameOf(next?.person);
	const request = requestOf(facts, bodies);
	const until = keptUntil(facts, now);
	return {
		...(next && {
			next: {
				key: next.key,
				place: next.place,
				...(next.person !== undefined && { person: next.person }),
				...(name !== undefined && { name }),
			},
		}),
		...(until !== undefined && { keptUntil: until }),
		stage: stageOf(facts, now),
		asked: askedBy(facts, next?.key === 'answer' ? next.person : undefined),
		...deskView(facts, now),
		...(request && { request }),
		persons: present(dossier).map(({ id, name: called, roles, account }) => {
			const contact = contactOf(facts, id);
			return { id, name: called, roles, hasAccount: account !== undefined, ...(contact && { contact }) };
		}),
		force: forceOf(facts, now),
		review: suitability.triggers.map((t) => t.why),
		path: pathOf(facts, now).map(({ key, stage, done, person }) => {
			const whose = nameOf(person);
			return { key, stage, done, ...(whose !== undefined && { name: whose }) };
		}),
	};
}
