import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries, type Person, present } from '#server/kernel/dossier.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { type DutyId, dutyById } from '#server/norms/catalogue.ts';
import { ordersOf } from '#server/norms/judge.ts';
import * as shown from './shown.ts';

/** The parts of the path, as the practitioner sees where a file stands. */
export const stages = ['request', 'package', 'interview', 'assessment', 'decision', 'consent', 'service'] as const;
export type Stage = (typeof stages)[number];

/** `each`: asked once per person of that kind; `duties`: asked only where one of them binds this practitioner. */
interface Rule {
	readonly stage: Stage;
	/** The page of the file where it is done. */
	readonly place: string;
	readonly each?: 'all' | 'requester' | 'beneficiary';
	readonly duties?: readonly DutyId[];
	readonly when?: shown.Shows;
	readonly done: shown.Shows;
	/** Once the client is accepted, it is the past. */
	readonly early?: true;
}

const early = true;
const each = 'beneficiary';
const request = { stage: 'request', place: 'persons', early } as const;
const interview = { stage: 'interview', place: 'interview', each } as const;
const boundaries = { stage: 'decision', place: 'boundaries', early } as const;
const consent = { stage: 'consent', place: 'consent', each } as const;

/** From the first request to the first service, in the order one does it. */
const rules = {
	callBack: { ...request, each: 'all', when: shown.wantsCall, done: shown.wasCalled },
	reply: { ...request, each: 'requester', duties: ['nb-6-g'], done: shown.wasToldOfTechnology },
	inPerson: { ...request, place: 'referral', when: shown.prefersInPerson, done: shown.wasOfferedInPerson },
	home: { stage: 'request', place: 'persons', done: shown.hasHome },
	invite: { stage: 'package', place: 'persons', each, early, when: shown.isNamed, done: shown.wasInvited },
	package: { stage: 'package', place: 'package', each, done: shown.hasPackage },
	book: { stage: 'interview', place: 'appointments', early, done: shown.hasInterview },
	explain: { ...interview, done: shown.wasExplained },
	identity: { ...interview, duties: ['qc-2.04-a', 'nb-5-b'], done: shown.isIdentified },
	limits: { ...interview, duties: ['qc-2.04-c', 'nb-5-i'], when: shown.isUnidentified, done: shown.wasToldLimits },
	age: { ...interview, duties: ['qc-2.08-a'], done: shown.hasAge },
	capacity: { ...interview, duties: ['qc-2.01-b'], done: shown.hasCapacity },
	representative: { ...interview, place: 'persons', when: shown.cannotAlone, done: shown.isRepresented },
	needs: { ...interview, duties: ['qc-2.03-a'], done: shown.hasNeeds },
	discussion: { ...interview, duties: ['def-nb-consent-b'], done: shown.wasDiscussed },
	questions: { ...interview, duties: ['qc-2.03-b'], done: shown.wasOfferedQuestions },
	teachBack: { ...interview, duties: ['qc-2.07-d'], done: shown.isUnderstood },
	answer: { ...interview, place: 'questions', when: shown.hasQuestions, done: shown.never },
	assessment: { stage: 'assessment', place: 'assessment', each, done: shown.isAssessed },
	finalise: { stage: 'assessment', place: 'assessment', done: shown.isDecided },
	relation: { ...boundaries, duties: ['qc-4.01', 'qc-4.11'], done: shown.hasRelation },
	conflict: { ...boundaries, duties: ['qc-4.02'], done: shown.isSearched },
	conflictDecision: { ...boundaries, duties: ['qc-4.02'], done: shown.isConflictDecided },
	refer: { ...boundaries, place: 'referral', when: shown.isAgainst, done: shown.wasReferred },
	decline: { ...boundaries, place: 'decision', when: shown.isAgainst, done: shown.never },
	accept: { ...boundaries, place: 'decision', done: shown.isAccepted },
	plans: { ...consent, place: 'plans', duties: ['nb-3-h', 'nb-3-i'], done: shown.hasPlans },
	others: { ...consent, duties: ['qc-3.07'], when: shown.areSeveral, done: shown.wasToldOfOthers },
	channels: { ...consent, done: shown.hasChannel },
	consent: { ...consent, done: shown.hasConsent },
	service: { stage: 'service', place: 'appointments', done: shown.hasService },
} as const satisfies Record<string, Rule>;

/** Every step from the first request to the first service. */
export type StepKey = keyof typeof rules;

/** One step of the path: what it is, for whom, on which page, and whether the record shows it. */
export interface PathStep {
	readonly key: StepKey;
	readonly stage: Stage;
	readonly place: string;
	readonly person?: PersonId;
	readonly done: boolean;
}

function askedOf(rule: Rule, facts: Facts): readonly (Person | undefined)[] {
	const { dossier } = facts.dossier.joint;
	if (rule.each === undefined) return [undefined];
	if (rule.each === 'beneficiary') return beneficiaries(dossier);
	return present(dossier).filter((p) => rule.each === 'all' || p.roles.includes('requester'));
}

const isAsked = ({ duties, early }: Rule, facts: Facts): boolean =>
	!(early && facts.dossier.joint.dossier.state === 'accepted') &&
	(duties === undefined || duties.some((id) => ordersOf(facts).includes(dutyById(id).applies.order)));

const nobody: Person = { id: '', name: '', language: 'fr', roles: [], since: { seq: 0, at: 0 } };

/** The whole path of this file with what the record shows; only what the practitioner's own norms ask. */
export const pathOf = (facts: Facts, now: Instant): readonly PathStep[] =>
	(Object.entries(rules) as readonly (readonly [StepKey, Rule])[])
		.filter(([, rule]) => isAsked(rule, facts))
		.flatMap(([key, rule]) =>
			askedOf(rule, facts).flatMap((person) => {
				const own = person ? facts.dossier.of(person.id) : facts.dossier.joint;
				const ask: shown.Ask = { own, person: person ?? nobody, facts, now };
				if (rule.when && !rule.when(ask)) return [];
				const { stage, place } = rule;
				return [{ key, stage, place, ...(person && { person: person.id }), done: rule.done(ask) }];
			}),
		);

/** What do I do now? The first step that the record does not show; undefined when all are there, or the file has ended. */
export function nextStep(facts: Facts, now: Instant): PathStep | undefined {
	const { state } = facts.dossier.joint.dossier;
	return state === 'declined' || state === 'closed' ? undefined : pathOf(facts, now).find((step) => !step.done);
}

/** How far a file has come. Once the client is accepted it never goes back: what is asked again is a thing to do, no step. */
export function stageOf(facts: Facts, now: Instant): number {
	const next = nextStep(facts, now);
	const reached = next ? stages.indexOf(next.stage) : stages.length - 1;
	const { joint, of } = facts.dossier;
	if (joint.dossier.state !== 'accepted') return reached;
	const served = beneficiaries(joint.dossier);
	const ask = { own: joint, person: nobody, facts, now };
	const everyoneSaidYes = served.length > 0 && served.every((p) => of(p.id).consent.given !== undefined);
	const least = everyoneSaidYes || shown.hasService(ask) ? 'service' : 'consent';
	return Math.max(reached, stages.indexOf(least));
}
