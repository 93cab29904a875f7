import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { representativesOf } from '#server/kernel/dossier.ts';
import {
	channelField,
	clauseTextField,
	idField,
	languageField,
	lineField,
	meansField,
	personField,
	reasonField,
	territoryField,
	textField,
} from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { furtherLanguages, readingLanguages } from '#words/languages.ts';
import { closesMeans } from './answer-facts.ts';
import { type ConsentEntry, type ConsentFacts, inForce, openQuestions, planWays, type Versions } from './facts.ts';
import { keyField as key, versionField as version } from './fields.ts';
import { coveredBy, whoSays } from './yes.ts';

const act = actsOn<ConsentFacts, ConsentEntry>('dossier');
const versions = z.record(key, version).refine((v) => Object.keys(v).length > 0, 'field.required');
const clientSide = ['client', 'representative', 'practitioner'] as const;

/** Hand a person the information package: these documents, in these versions (qc-2.02, qc-3.05-a). */
export const sendPolicy = act({
	name: 'policy.send',
	// The system hands over a minor change that the person is reading.
	who: ['practitioner', 'system'],
	input: z.object({
		person: personField,
		/** May be empty: the gate then says which document is not published. */
		documents: z.record(key, version),
		language: languageField,
		territory: territoryField,
		texts: z.record(key, z.record(key, clauseTextField)),
	}),
	focus: ({ person, territory }) => ({ person, subject: territory }),
	decide(_, data, { dossier }) {
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		const sent = Object.keys(data.documents);
		const whole = sent.length > 0 && sent.every((document) => data.texts[document]);
		return whole ? [{ kind: 'package.sent', part: data.person, data }] : refuse('consent.textMissing');
	},
});

/** The person opened a document to its end. */
export const readDocument = act({
	name: 'document.read',
	who: [...clientSide],
	input: z.object({
		person: personField,
		document: key,
		version,
		/** The further language it was read in beside the one that binds. */
		language: z.enum(furtherLanguages, 'field.choice').optional(),
	}),
	speaksFor: ({ person }) => person,
	decide: (mine, { language, ...data }) =>
		mine.of(data.person).sent[data.document]?.version === data.version
			? [{ kind: 'document.read', part: data.person, data: { ...data, ...(language !== undefined && { language }) } }]
			: refuse('consent.notSent'),
});

/** The practitioner explained a document, in the version that was sent. */
export const explainDocument = act({
	name: 'document.explain',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		documents: versions,
		means: z.enum(['video', 'telephone', 'inPerson', 'paper'], 'field.choice'),
	}),
	decide(mine, { person, documents, means }) {
		const sent = mine.of(person).sent;
		if (Object.entries(documents).some(([k, v]) => sent[k]?.version !== v)) return refuse('consent.notSent');
		return Object.entries(documents).map(([document, v]) => ({
			kind: 'document.explained' as const,
			part: person,
			data: { person, document, version: v, means },
		}));
	},
});

/** Questions were invited before signing (qc-2.03-b). */
export const offerQuestions = act({
	name: 'questions.offer',
	who: [...clientSide],
	input: z.object({ person: personField }),
	decide: (_, { person }) => [{ kind: 'questions.offered', part: person, data: { person } }],
});

/** « J’ai une question » at a clause: nothing is signed until it is answered (qc-2.03-b, 2.03-c). */
export const askQuestion = act({
	name: 'question.ask',
	who: [...clientSide],
	input: z.object({ person: personField, document: key, clause: key, text: textField }),
	speaksFor: ({ person }) => person,
	means: () => 'oral',
	decide: (_, data, { newId }) => [{ kind: 'question.asked', part: data.person, data: { ...data, id: newId() } }],
});

/** The practitioner answers, in writing or by voice (qc-2.03-c). */
export const answerQuestion = act({
	name: 'question.answer',
	who: ['practitioner'],
	input: z.object({ person: personField, id: idField, text: textField, orally: z.boolean() }),
	decide: (mine, data) =>
		mine.of(data.person).questions[data.id]
			? [{ kind: 'question.answered', part: data.person, data }]
			: refuse('question.unknown'),
});

/** The person says that the answer will do. */
export const settleQuestion = act({
	name: 'question.settle',
	who: [...clientSide],
	input: z.object({ person: personField, id: idField, means: meansField }),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide(mine, { person, id }) {
		const question = mine.of(person).questions[id];
		if (!question) return refuse('question.unknown');
		return question.answered
			? [{ kind: 'question.settled', part: person, data: { person, id } }]
			: refuse('question.notAnswered');
	},
});

/** Is this person able to consent, now, to this (qc-2.01-b)? A professional's judgement. */
export const assessCapacity = act({
	name: 'capacity.assess',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		result: z.enum(['able', 'notAble', 'withSupport'], 'field.choice'),
		basis: reasonField,
	}),
	decide: (_, data) => [{ kind: 'capacity.assessed', part: data.person, data }],
});

/** Risks and benefits were talked through, and the person is free to say no (def-nb-consent-a, -b). */
export const recordDiscussion = act({
	name: 'discussion.record',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		risks: z.boolean(),
		benefits: z.boolean(),
		voluntary: z.boolean(),
		note: textField.optional(),
	}),
	decide: (_, { note, ...data }) => [
		{ kind: 'discussion.held', part: data.person, data: { ...data, ...(note !== undefined && { note }) } },
	],
});

/** The language and form in which this person is informed, and what was done for it (qc-2.03-a). */
export const adaptInformation = act({
	name: 'information.adapt',
	who: [...clientSide],
	input: z.object({
		person: personField,
		language: lineField,
		variant: z.enum(['standard', 'easyRead', 'audio', 'oral'], 'field.choice'),
		adaptation: textField.optional(),
	}),
	decide: (_, { adaptation, ...data }) => [
		{
			kind: 'information.adapted',
			part: data.person,
			data: { ...data, ...(adaptation !== undefined && { adaptation }) },
		},
	],
});

/** « Redites-le dans vos mots »: what the person understood, not a test (qc-2.07-d). */
export const recordTeachBack = act({
	name: 'teachBack.record',
	who: [...clientSide],
	input: z.object({
		person: personField,
		clause: key,
		understood: z.boolean(),
		inConversation: z.boolean(),
		words: textField.optional(),
	}),
	decide(mine, { words, ...data }, { roles }) {
		const talks = roles.includes('practitioner');
		if (data.inConversation && !talks) return refuse('act.notYours');
		const before = mine.of(data.person).teachBack[data.clause];
		if (data.understood && before?.understood === false && !(talks && data.inConversation))
			return refuse('teachBack.conversation');
		return [{ kind: 'teachBack.given', part: data.person, data: { ...data, ...(words !== undefined && { words }) } }];
	},
});

/** One person agrees to exactly the versions that were explained to them (qc-2.01-a, nb-2-h). */
export const recordConsent = act({
	name: 'consent.record',
	who: [...clientSide],
	input: z.object({
		person: personField,
		documents: versions,
		means: meansField,
		/** Who said yes, when somebody else writes it down for a person who is represented. */
		by: z.enum(['self', 'representative'], 'field.choice').optional(),
		witness: lineField.optional(),
		/** The language in which it was read out, where it was given aloud (nb-2-h). */
		language: z.enum(readingLanguages, 'field.choice').optional(),
	}),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	focus: ({ person }) => ({ person }),
	decide(mine, { person, documents, means, by: said, witness, language }, { dossier, actor, newId, now }) {
		const facts = mine.of(person);
		if (openQuestions(facts).length > 0) return refuse('consent.openQuestions');
		if (Object.entries(documents as Versions).some(([k, v]) => facts.explained[k]?.version !== v))
			return refuse('consent.notTheExplainedVersion');
		const by = whoSays({ said, person, dossier, account: actor.account, now });
		if (by === undefined) return { ...refuse('act.invalidInput'), fields: { by: 'field.required' } };
		const isRepresented = representativesOf(dossier, person, now).length > 0;
		if (by === 'self' ? facts.capacity?.result === 'notAble' : !isRepresented)
			return refuse('consent.needsRepresentative');
		return [
			{
				kind: 'consent.given',
				part: person,
				data: {
					person,
					id: newId(),
					documents,
					means,
					by,
					...(witness !== undefined && { witness }),
					...(language !== undefined && { language }),
					...coveredBy(facts, documents),
				},
			},
		];
	},
});

/** Taken back as easily as it was given; it never cuts a session that runs (nb-6-j). */
export const withdrawConsent = act({
	name: 'consent.withdraw',
	who: [...clientSide],
	safety: true,
	input: z.object({ person: personField, means: meansField, reason: textField.optional() }),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide: (mine, { person, reason }) =>
		inForce(mine.of(person))
			? [{ kind: 'consent.withdrawn', part: person, data: { person, ...(reason !== undefined && { reason }) } }]
			: refuse('consent.noneInForce'),
});

/** A notice was read or heard, and understood: risks of a channel, limits, other participants… */
export const acknowledgeNotice = act({
	name: 'notice.acknowledge',
	who: [...clientSide],
	input: z.object({
		person: personField,
		notices: z
			.record(key, z.number('field.number').int('field.number').min(0, 'field.number'))
			.refine((n) => Object.keys(n).length > 0, 'field.required'),
		means: meansField,
	}),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide: (_, { person, notices, means }) =>
		Object.entries(notices).map(([notice, v]) => ({
			kind: 'notice.acknowledged' as const,
			part: person,
			data: { person, notice, version: v, means },
		})),
});

/** The person agrees to be reached by this channel (qc-4.03-b). */
export const agreeChannel = act({
	name: 'channel.agree',
	who: [...clientSide],
	input: z.object({ person: personField, channel: channelField, means: meansField }),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	focus: ({ person, channel }) => ({ person, channel }),
	decide: (mine, data) =>
		closesMeans(mine.of(data.person), data.channel)
			? refuse('clause.closesChannel')
			: [{ kind: 'channel.agreed', part: data.person, data }],
});

/** … and no longer; it acts on what is waiting to be sent too. */
export const withdrawChannel = act({
	name: 'channel.withdraw',
	who: [...clientSide],
	input: z.object({ person: personField, channel: channelField, means: meansField }),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide: (_, { person, channel }) => [{ kind: 'channel.withdrawn', part: person, data: { person, channel } }],
});

/** The emergency plan or the failure plan, written and handed to the person (nb-3-h, nb-3-i, nb-3-j). */
export const givePlan = act({
	name: 'plan.give',
	who: ['practitioner'],
	safety: true,
	input: z.object({
		person: personField,
		plan: z.enum(['emergency', 'failure'], 'field.choice'),
		details: z.record(key, textField).refine((d) => Object.keys(d).length > 0, 'field.required'),
		/** How it reaches them; in their space, it is theirs once they have opened it. */
		channel: z.enum(planWays, 'field.choice').optional(),
	}),
	decide: (mine, { channel, ...data }) => [
		{
			kind: 'plan.given',
			part: data.person,
			data: {
				...data,
				version: (mine.of(data.person).copies[data.plan]?.version ?? 0) + 1,
				...(channel !== undefined && { channel }),
			},
		},
	],
});

/** The version in force reached the person: they opened it, or it was sent, read or handed to them (nb-3-j). */
export const deliverPlan = act({
	name: 'plan.deliver',
	who: [...clientSide],
	input: z.object({
		person: personField,
		plan: z.enum(['emergency', 'failure'], 'field.choice'),
		version,
		channel: z.enum(planWays, 'field.choice'),
	}),
	// Only the person opens their own space; how the paper or the voice reached them is the practitioner's word.
	speaksFor: ({ person, channel }) => (channel === undefined || channel === 'portal' ? person : undefined),
	decide(mine, data, { roles }) {
		const copy = mine.of(data.person).copies[data.plan];
		if (copy?.version !== data.version) return refuse('plan.notThisVersion');
		if (data.channel !== 'portal' && !roles.includes('practitioner')) return refuse('act.notYours');
		return copy.had ? [] : [{ kind: 'plan.delivered', part: data.person, data }];
	},
});
