import { inForce, openQuestions } from '#server/capabilities/consent/facts.ts';
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import { beneficiaries, type Person, representativesOf } from '#server/kernel/dossier.ts';
import type { Instant } from '#server/kernel/time.ts';
import { namesOf } from '../conflicts.ts';
import { packageDocuments } from '../documents.ts';
import { stillToAnswer } from './assessment.ts';

/** Of whom a step of the path is asked: `own` is that person's part, or the joint one. */
export interface Ask {
	readonly own: DossierPart;
	readonly person: Person;
	readonly facts: Facts;
	readonly now: Instant;
}

/** Whether the record shows a thing. */
export type Shows = (ask: Ask) => boolean;

const joint = ({ facts }: Ask): DossierPart => facts.dossier.joint;

export const wantsCall: Shows = ({ own }) => own.intake.contact?.callFirst === true;
export const wasCalled: Shows = ({ own }) => own.intake.calledBack !== undefined;
export const wasToldOfTechnology: Shows = ({ own }) => own.intake.techInfo !== undefined;
export const prefersInPerson: Shows = (ask) => joint(ask).intake.request?.prefers === 'inPerson';
export const wasOfferedInPerson: Shows = (ask) => joint(ask).intake.inPerson !== undefined;
export const hasHome: Shows = (ask) => joint(ask).place.home !== undefined;
export const isNamed: Shows = (ask) => !joint(ask).dossier.anonymous;

/** Invited, or served without an account: by voice, on paper. */
export const wasInvited: Shows = ({ own, person }) =>
	person.account !== undefined || own.intake.invited !== undefined || Object.keys(own.consent.sent).length > 0;

/** Was this person handed what is published today? A consent in force is not undone by a later version. */
export const hasPackage: Shows = ({ own, facts }) => {
	if (inForce(own.consent)) return true;
	const published = packageDocuments.flatMap((key) => {
		const version = facts.practice.policies.documents[key]?.published?.version;
		return version === undefined ? [] : [[key, version] as const];
	});
	return published.length > 0 && published.every(([key, version]) => own.consent.sent[key]?.version === version);
};

/** The initial interview was agreed on, held, or has begun some other way. */
export const hasInterview: Shows = (ask) => {
	const { scheduling, sessions, dossier } = joint(ask);
	const agreed = Object.values(scheduling.appointments).some(
		(a) => a.purpose === 'initialInterview' && a.state !== 'cancelled',
	);
	const begun = beneficiaries(dossier).some((p) => {
		const { consent, identity } = ask.facts.dossier.of(p.id);
		return identity.checked ?? identity.waived ?? consent.capacity ?? Object.values(consent.explained)[0];
	});
	return agreed || begun || sessions.count > 0 || Object.keys(sessions.open).length > 0;
};

export const wasExplained: Shows = ({ own: { consent } }) =>
	inForce(consent) || Object.entries(consent.sent).every(([key, s]) => consent.explained[key]?.version === s.version);
export const isIdentified: Shows = ({ own: { identity } }) => (identity.checked ?? identity.waived) !== undefined;
export const isUnidentified: Shows = ({ own: { identity } }) => !identity.checked && identity.waived !== undefined;
export const wasToldLimits: Shows = ({ own }) => own.identity.limitsTold !== undefined;
export const hasAge: Shows = ({ own }) => own.suitability.age !== undefined;
export const hasCapacity: Shows = ({ own }) => own.consent.capacity !== undefined;
export const cannotAlone: Shows = ({ own }) => own.consent.capacity?.result === 'notAble';
export const isRepresented: Shows = ({ person, facts, now }) =>
	representativesOf(facts.dossier.joint.dossier, person.id, now).some((r) => r.proofSeen);
export const hasNeeds: Shows = ({ own }) => own.consent.needs !== undefined;
export const wasDiscussed: Shows = ({ own: { consent } }) =>
	consent.discussion?.risks === true && consent.discussion.benefits && consent.discussion.voluntary;
export const wasOfferedQuestions: Shows = ({ own: { consent } }) =>
	consent.questionsOffered !== undefined || Object.keys(consent.questions).length > 0;
export const hasQuestions: Shows = ({ own }) => openQuestions(own.consent).length > 0;
export const isUnderstood: Shows = ({ own }) => {
	const told = Object.values(own.consent.teachBack);
	return told.length > 0 && told.every((t) => t.understood);
};

export const isDecided: Shows = (ask) => joint(ask).suitability.decision !== undefined;
export const isAssessed: Shows = (ask) => isDecided(ask) || stillToAnswer(ask.own, ask.facts).length === 0;
export const hasRelation: Shows = (ask) => joint(ask).boundaries.relation !== undefined;
/** The search covers the names that are in the file now. */
export const isSearched: Shows = (ask) => {
	const { searched } = joint(ask).boundaries;
	return searched !== undefined && namesOf(ask.facts).length <= searched.persons;
};
export const isConflictDecided: Shows = (ask) => joint(ask).boundaries.conflict !== undefined;

/** Something was decided against this service, here or now: somebody able to help is named before the answer. */
export const isAgainst: Shows = (ask) => {
	const { suitability, boundaries } = joint(ask);
	const { decision } = suitability;
	const unfit = decision !== undefined && (decision.fit === 'no' || !decision.interventionFits || !decision.meansFit);
	return unfit || boundaries.relation?.decision === 'refer' || boundaries.conflict?.decision === 'conflict';
};
export const wasReferred: Shows = (ask) => joint(ask).intake.referral !== undefined;
export const isAccepted: Shows = (ask) => joint(ask).dossier.state === 'accepted';

export const hasPlans: Shows = ({ own: { consent } }) =>
	(consent.plans.emergency && consent.plans.failure) !== undefined;
export const areSeveral: Shows = (ask) => beneficiaries(joint(ask).dossier).length > 1;
export const wasToldOfOthers: Shows = ({ own }) => own.consent.acknowledged.multiParty !== undefined;
export const hasChannel: Shows = ({ own }) => Object.values(own.consent.channels).some((c) => c.on);
export const hasConsent: Shows = ({ own }) => inForce(own.consent);
export const hasService: Shows = (ask) => {
	const { sessions, scheduling } = joint(ask);
	const booked = Object.values(scheduling.appointments).some((a) => a.purpose === 'service' && a.state === 'booked');
	return booked || sessions.firstService !== undefined;
};
/** What always has something left to do while it is asked. */
export const never: Shows = () => false;
