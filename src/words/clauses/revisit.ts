import type { ClauseKey, DocumentKey } from './documents.ts';

/** What may bring one back to a consent (qc-2.03-d). */
export const reviewTriggers = ['periodic', 'mode', 'thirdParty', 'policy', 'participant', 'purpose'] as const;
/** One of those reasons. */
export type ReviewTrigger = (typeof reviewTriggers)[number];

type Points = readonly `${DocumentKey}.${ClauseKey}`[];

/** The clauses that speak of a means; changing to a means that has none asks for nothing again. */
const ofMode: Readonly<Record<string, Points>> = {
	video: ['services.channelRisks', 'services.deviceRisks', 'plans.interruption'],
	chat: ['services.channelRisks', 'services.deviceRisks', 'communications.emergency', 'plans.interruption'],
	message: ['services.channelRisks', 'communications.between', 'communications.emergency'],
};

const of: Readonly<Record<Exclude<ReviewTrigger, 'mode'>, Points>> = {
	periodic: ['services.risks', 'services.limits', 'services.fees', 'communications.emergency', 'records.retention'],
	thirdParty: ['services.thirdParties'],
	policy: ['services.services', 'confidentiality.agreement'],
	participant: ['services.multiParty', 'confidentiality.agreement', 'services.limits'],
	purpose: ['services.services', 'services.benefits', 'services.risks'],
};

/** The clauses to read again for that reason, as `document.clause`; `mode`: the means one changes to. */
export const pointsOf = (trigger: ReviewTrigger, mode?: string): readonly string[] =>
	trigger === 'mode' ? (ofMode[mode ?? ''] ?? []) : of[trigger];
