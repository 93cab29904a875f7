import { namesIn } from '#server/capabilities/boundaries/facts.ts';
import type { Focus } from '#server/kernel/norm.ts';
import { dayOf } from '#server/kernel/time.ts';
import { attested, judged, met, notApplicable, unmet } from '#server/kernel/verdict.ts';
import { checkOf, elsewhere, everyone, mend, norm, noteInput, otherPlaces, outsideTheRoom, shown } from './support.ts';

/** qc-4.01: no inappropriate dual relation: a declaration; with a link, an analysis and a signed decision. */
export const qc401 = norm('qc-4.01', ['client.accept'], ({ dossier }) => {
	const { relation } = dossier.joint.boundaries;
	if (!relation) return unmet('qc-4.01', mend('relation.declare'));
	if (relation.decision === 'refer') return unmet('qc-4.01.refer', mend('referral.record'));
	return relation.link === 'none' || relation.analysed
		? judged(relation.evidence)
		: unmet('qc-4.01.analysis', mend('relation.declare'));
});

/** qc-4.02: conflicts of interest: the names were searched, and somebody decided and signed. */
export const qc402 = norm('qc-4.02', ['client.accept'], ({ dossier }) => {
	const { searched, conflict } = dossier.joint.boundaries;
	if (!searched) return unmet('qc-4.02', mend('conflict.search'));
	if (namesIn((p) => dossier.of(p).boundaries, dossier.joint.dossier).length > searched.persons)
		return unmet('qc-4.02', mend('conflict.search'));
	if (!conflict) return unmet('qc-4.02.decision', mend('conflict.decide'));
	return conflict.decision === 'conflict'
		? unmet('qc-4.02.conflict', mend('referral.record'))
		: judged(searched.evidence, conflict.evidence);
});

/** qc-4.11: as far as possible, nobody with whom one had a personal relation; else reason, safeguards and a review date. */
export const qc411 = norm('qc-4.11', ['client.accept'], ({ dossier }) => {
	const { relation } = dossier.joint.boundaries;
	if (!relation) return unmet('qc-4.11', mend('relation.declare'));
	if (relation.link !== 'personal') return judged(relation.evidence);
	const guarded = relation.analysed && relation.safeguards && relation.reviewOn !== undefined;
	return guarded ? judged(relation.evidence) : unmet('qc-4.11.personal', mend('relation.declare'));
});

/** qc-4.03-a: one writes for a professional reason, and says which. */
export const qc403a = norm(
	'qc-4.03-a',
	['message.send'],
	outsideTheRoom((_, { focus }) => {
		if (focus.subject === undefined) return met();
		return focus.purpose ? met() : unmet('qc-4.03-a', mend('message.send'));
	}),
);

/** Writings that never wait: safety, and content-free administration (CATALOGUE B15). */
const exempt = (purpose: string | undefined) =>
	purpose === 'safety' || purpose === 'administration' || purpose === 'appointment';

/** qc-4.03-b: a channel is used with the person's consent to that channel. */
export const qc403b = norm(
	'qc-4.03-b',
	['message.send'],
	outsideTheRoom(
		everyone(({ consent }, p, _, { focus }) => {
			if (focus.channel === undefined) return notApplicable;
			const on = consent.channels[focus.channel];
			if (on && !on.on) return unmet('qc-4.03-b.withdrawn', mend('channel.agree', p.id, focus.channel));
			if (on) return met(on.evidence);
			return exempt(focus.purpose) ? notApplicable : unmet('qc-4.03-b', mend('channel.agree', p.id, focus.channel));
		}),
	),
);

/** nb-2-i: when, how and why one writes, agreed in writing before the first message of care; soft. */
export const nb2i = norm(
	'nb-2-i',
	['message.send'],
	outsideTheRoom(
		everyone(({ consent }, p, _, { focus }) => {
			if (exempt(focus.purpose)) return notApplicable;
			const agreed =
				consent.acknowledged.communications ??
				(consent.given?.documents.communications ? { evidence: consent.given.evidence } : undefined);
			return shown(agreed?.evidence, 'nb-2-i', mend('notice.acknowledge', p.id, 'communications'));
		}),
	),
);

/** qc-6.04-a: nobody signs alone what somebody else wrote. */
export const qc604a = norm('qc-6.04-a', ['note.sign'], (_, { focus }) => {
	const input = noteInput(focus.means);
	return input && input.missingAuthors > 0 ? unmet('qc-6.04-a', mend('note.sign')) : met();
});

/** nb-caution-c: in writing modes, mood and distress are asked about; one asking, never a ready answer; soft. */
export const nbCautionC = norm('nb-caution-c', ['note.sign'], ({ dossier }, { focus }) => {
	const input = noteInput(focus.means);
	const written = dossier.joint.notes.due[focus.subject ?? '']?.chat === true;
	if (!written) return notApplicable;
	if (input?.mood === 'nothingObserved' || input?.mood === 'observed' || (input?.mood === 'notAsked' && input.moodNote))
		return judged();
	return unmet('nb-caution-c', mend('note.sign'));
});

/** qc-7.01-a: the order's rules on practice across borders, attested before acceptance. */
export const qc701a = norm(
	'qc-7.01-a',
	['client.accept'],
	elsewhere((territory, facts, judging) => {
		const check = checkOf(territory, facts, judging);
		return check?.orderRulesRead
			? attested(check.evidence)
			: unmet('qc-7.01-a', mend('territory.check', undefined, territory));
	}),
);

/** qc-7.01-b: the workplace's own rule on it: allowed, by approval, or no. */
export const qc701b = norm('qc-7.01-b', ['client.accept'], (facts, { focus }) => {
	if (otherPlaces(facts, focus).length === 0) return notApplicable;
	const { crossBorder } = facts.practice.practice;
	if (!crossBorder) return unmet('qc-7.01-b', mend('workplace.rule'));
	if (crossBorder.rule === 'allowed') return met(crossBorder.evidence);
	if (crossBorder.rule === 'no') return unmet('qc-7.01-b.no', mend('referral.record'));
	return shown(facts.dossier.joint.place.crossBorderApproved, 'qc-7.01-b.approval', mend('crossBorder.approve'));
});

/** nb-4-a: the professional rules of both places. */
export const nb4a = norm(
	'nb-4-a',
	['service.start'],
	elsewhere((territory, facts, judging) => {
		const check = checkOf(territory, facts, judging);
		return check?.rulesRead && check.orderRulesRead
			? attested(check.evidence)
			: unmet('nb-4-a', mend('territory.check', undefined, territory));
	}),
);

/** nb-4-c: the regulator of that place was told of one's intention. */
export const nb4c = norm(
	'nb-4-c',
	['client.accept'],
	elsewhere((territory, { practitioner }) => {
		const told = practitioner.jurisdiction.notices[territory];
		return told ? attested(told.evidence) : unmet('nb-4-c', mend('regulator.tell', undefined, territory));
	}),
);

/** nb-4-d: the legal requirements of that place are known; a stale sheet stops new clients only. */
export const nb4d = norm(
	'nb-4-d',
	['client.accept'],
	elsewhere((territory, facts, judging) => {
		const check = checkOf(territory, facts, judging);
		return check ? attested(check.evidence) : unmet('nb-4-d', mend('territory.check', undefined, territory));
	}),
);

/** nb-4-e: registered where the client is, if that place requires it; a temporary permit counts until its end. */
export const nb4e = norm(
	'nb-4-e',
	['service.start'],
	elsewhere((territory, facts, judging) => {
		const today = dayOf(judging.now);
		const permit = facts.practitioner.practitioner.permits.find(
			(p) => p.territory === territory && p.from <= today && today < p.until,
		);
		if (permit) return met(permit.evidence);
		const check = checkOf(territory, facts, judging);
		const { authorisation } = check ?? {};
		const holds =
			authorisation &&
			authorisation.kind !== 'none' &&
			authorisation.kind !== 'permit' &&
			(authorisation.until === undefined || today < authorisation.until);
		return check && holds ? attested(check.evidence) : unmet('nb-4-e', mend('permit.record', undefined, territory));
	}),
);

/** nb-6-n: privacy law in both places; soft. */
export const nb6n = norm(
	'nb-6-n',
	['client.accept'],
	elsewhere((territory, facts, judging) => {
		const check = checkOf(territory, facts, judging);
		return check?.privacyRead
			? attested(check.evidence)
			: unmet('nb-6-n', mend('territory.check', undefined, territory));
	}),
);

const planned = (duty: 'nb-3-h' | 'nb-3-i', plan: 'emergency' | 'failure') =>
	norm(
		duty,
		['service.start'],
		everyone(({ consent }, p) => shown(consent.plans[plan], duty, mend('plan.give', p.id, plan))),
	);
/** nb-3-h: a plan for clinical emergencies, for each person. */
export const nb3h = planned('nb-3-h', 'emergency');
/** nb-3-i: a plan for technology failures; the disconnection screen shows it. */
export const nb3i = planned('nb-3-i', 'failure');

/** By which means a session is held: what is said at its start counts before what was planned. */
const meansOf = (s: { readonly id: string; readonly mode: string; readonly tool: string }, focus: Focus) =>
	focus.subject === s.id && focus.means !== undefined ? { mode: focus.channel ?? s.mode, tool: focus.means } : s;

/** def-nb-technology: every tool is on the inventory; one that is not asks for a reason; soft. A plain telephone is listed from the start. */
export const defNbTechnology = norm('def-nb-technology', ['session.start'], (facts, { focus }) => {
	const sessions = Object.values(facts.dossier.joint.sessions.open).filter(
		(s) => focus.subject === undefined || s.id === focus.subject,
	);
	const tools = Object.values(facts.practice.practice.tools);
	const unlisted = sessions
		.map((s) => meansOf(s, focus))
		.find((s) => s.mode !== 'inPerson' && s.mode !== 'telephone' && !tools.some((t) => t.id === s.tool));
	return unlisted ? unmet('def-nb-technology', mend('tool.register', undefined, unlisted.tool)) : met();
});

/** qc-annex-no-cyberintervention: a social network is a tool of service only once assessed, and found to protect. */
export const qcAnnexNoCyberintervention = norm(
	'qc-annex-no-cyberintervention',
	['session.start'],
	(facts, { focus }) => {
		const sessions = Object.values(facts.dossier.joint.sessions.open).filter(
			(s) => focus.subject === undefined || s.id === focus.subject,
		);
		const tools = facts.practice.practice.tools;
		const wrong = sessions
			.map((s) => tools[meansOf(s, focus).tool])
			.find((t) => t?.socialNetwork && !(t.assessed?.confidentiality && t.assessed.norms));
		return wrong ? unmet('qc-annex-no-cyberintervention', mend('tool.assess', undefined, wrong.id)) : met();
	},
);
