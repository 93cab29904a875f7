import type { Facts } from '#server/capabilities/index.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { ClauseWords } from '#server/kernel/field.ts';
import { type DocumentKey, documentKeys, documentOf } from '#words/clauses/documents.ts';
import type { Locale } from '#words/i18n.ts';
import { bodyAt } from './bodies.ts';

const asked = (facts: Facts) =>
	present(facts.dossier.joint.dossier).map((person) => {
		const { questions, sent } = facts.dossier.of(person.id).consent;
		return { person, questions: Object.entries(questions), sent };
	});

/** The lines whose words the page shows: questions, answers, and the clauses they are about. */
export const questionLines = (facts: Facts): readonly (number | undefined)[] =>
	asked(facts).flatMap(({ questions, sent }) => [
		...questions.flatMap(([, q]) => [q.asked.seq, q.answered?.seq]),
		...Object.values(sent).map((s) => s.evidence.seq),
	]);

type Sent = { readonly texts: Readonly<Record<string, Readonly<Record<string, ClauseWords>>>> };

/** Each person's questions, those without an answer first, and the clauses a new one may be about. */
export const questionsOf = (facts: Facts, bodies: ReadonlyMap<number, Entry>, lang: Locale) =>
	asked(facts).map(({ person, questions, sent }) => {
		const texts = (key: string) => bodyAt<Sent>(bodies, sent[key]?.evidence.seq, 'package.sent')?.texts[key] ?? {};
		const clauses = documentKeys
			.filter((key) => sent[key])
			.flatMap((key) =>
				Object.entries(texts(key)).map(([clause, words]) => ({
					value: `${key}.${clause}`,
					label: `${documentOf(key).titles[lang]} · ${words.title}`,
				})),
			);
		const rows = questions.map(([id, q]) => {
			const answer = bodyAt<{ text: string; orally: boolean }>(bodies, q.answered?.seq, 'question.answered');
			return {
				id,
				about: documentOf(q.document as DocumentKey).titles[lang],
				clause: texts(q.document)[q.clause]?.title ?? q.clause,
				text: bodyAt<{ text: string }>(bodies, q.asked.seq, 'question.asked')?.text ?? '',
				askedAt: q.asked.at,
				...(answer && { answer: answer.text, orally: answer.orally }),
				state: q.settled ? ('settled' as const) : q.answered ? ('answered' as const) : ('asked' as const),
			};
		});
		const rank = { asked: 0, answered: 1, settled: 2 };
		return {
			id: person.id,
			name: person.name,
			clauses,
			questions: rows.sort((a, b) => rank[a.state] - rank[b.state] || b.askedAt - a.askedAt),
		};
	});
