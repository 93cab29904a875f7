import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import { type Question, questions } from '#server/capabilities/suitability/facts.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { type DutyId, dutyById } from '#server/norms/catalogue.ts';
import { ordersOf } from '#server/norms/judge.ts';
import { bodyAt } from './bodies.ts';

/** The duty that asks each question; the form shows its number. */
export const dutyOf: Readonly<Record<Question, DutyId>> = {
	techHabits: 'qc-1.03-a',
	relevance: 'qc-2.07-b',
	intellectual: 'qc-2.07-c',
	emotional: 'qc-2.07-c',
	physical: 'qc-2.07-c',
	clinical: 'qc-2.08-b',
	experience: 'qc-2.08-c',
	disability: 'qc-2.08-d',
	language: 'qc-2.08-e',
	culture: 'qc-2.08-f',
	safety: 'qc-2.08-g',
};

/** The questions that this practitioner's norms ask and that have no answer yet; a new town asks for safety again. */
export const stillToAnswer = ({ suitability, identity }: DossierPart, facts: Facts): readonly Question[] =>
	questions.filter((q) => {
		if (!ordersOf(facts).includes(dutyById(dutyOf[q]).applies.order)) return false;
		const answer = suitability.answers[q];
		const town = identity.lastPlace?.town;
		return !answer || (q === 'safety' && town !== undefined && answer.town !== undefined && town !== answer.town);
	});

/** What was found on one question, with its words. */
interface Answered {
	readonly question: Question;
	readonly duty: DutyId;
	readonly asked: boolean;
	readonly finding?: string;
	readonly note?: string;
	readonly adjustment?: string;
	readonly town?: string;
	readonly at?: number;
	/** They have what it takes: a device that the practice lends. */
	readonly lent?: { readonly what: string; readonly until: string };
}

type AnswerBody = { readonly note: string; readonly adjustment?: string; readonly town?: string };
const words = (body: AnswerBody | undefined) =>
	body && {
		note: body.note,
		...(body.adjustment !== undefined && { adjustment: body.adjustment }),
		...(body.town !== undefined && { town: body.town }),
	};

/** The lines whose words the form shows again. */
export const assessmentLines = (facts: Facts): readonly (number | undefined)[] => [
	...beneficiaries(facts.dossier.joint.dossier).flatMap((p) =>
		Object.values(facts.dossier.of(p.id).suitability.answers).map((a) => a?.evidence.seq),
	),
	facts.dossier.joint.suitability.decision?.evidence.seq,
];

/** The form of each person, question by question, and the decision; it shows, it never decides. */
export function assessmentOf(facts: Facts, bodies: ReadonlyMap<number, Entry>) {
	const { suitability, dossier } = facts.dossier.joint;
	const persons = beneficiaries(dossier).map(({ id, name }) => {
		const own = facts.dossier.of(id);
		const open = stillToAnswer(own, facts);
		const lent = Object.values(own.loans.out).find((loan) => loan.lost === undefined);
		const answers = questions.map((question): Answered => {
			const answer = own.suitability.answers[question];
			const body = bodyAt<AnswerBody>(bodies, answer?.evidence.seq, 'suitability.answered');
			return {
				question,
				duty: dutyOf[question],
				asked: open.includes(question),
				...(answer && { finding: answer.finding, at: answer.evidence.at }),
				...words(body),
				...(question === 'experience' && lent && { lent: { what: lent.what, until: lent.until } }),
			};
		});
		return {
			id,
			name,
			answers,
			remaining: open.length,
			obstacles: answers.filter((a) => a.finding === 'obstacle').map((a) => a.question),
			adapted: answers.filter((a) => a.finding === 'adapt').map((a) => a.question),
		};
	});
	const { decision, review, triggers } = suitability;
	return {
		persons,
		...(decision && {
			decision: {
				fit: decision.fit,
				interventionFits: decision.interventionFits,
				meansFit: decision.meansFit,
				firstMeeting: decision.firstMeeting,
				at: decision.evidence.at,
				reasons: bodyAt<{ reasons: string }>(bodies, decision.evidence.seq, 'suitability.finalised')?.reasons ?? '',
			},
		}),
		...(review && { review: { stillFits: review.stillFits, at: review.evidence.at } }),
		triggers: triggers.map((t) => ({ why: t.why, at: t.evidence.at })),
	};
}
