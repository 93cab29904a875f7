import type { CareEntry } from '#server/capabilities/care/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { languageOf } from '../language.ts';
import { bodyAt } from './bodies.ts';

type Body<K extends CareEntry['kind']> = Extract<CareEntry, { kind: K }>['data'];

/** The lines whose words the assessment shows again: each person's context, and the talk with them alone. */
export const contextLines = (facts: Facts): readonly (number | undefined)[] =>
	beneficiaries(facts.dossier.joint.dossier).flatMap(({ id }) => {
		const { context, safetyTalk } = facts.dossier.of(id).care;
		return [context?.evidence.seq, safetyTalk?.evidence.seq];
	});

/** Culture, context and language of each person; and, where several are served, the talk with each one alone. */
export function contextsOf(facts: Facts, bodies: ReadonlyMap<number, Entry>) {
	const served = beneficiaries(facts.dossier.joint.dossier);
	return served.map(({ id }) => {
		const { context, safetyTalk } = facts.dossier.of(id).care;
		const said = bodyAt<Body<'context.assessed'>>(bodies, context?.evidence.seq, 'context.assessed');
		const talk = bodyAt<Body<'safetyTalk.recorded'>>(bodies, safetyTalk?.evidence.seq, 'safetyTalk.recorded');
		return {
			id,
			language: languageOf(facts, id),
			...(context && {
				context: {
					at: context.evidence.at,
					interpreter: context.interpreter,
					culture: said?.culture ?? '',
					life: said?.context ?? '',
					...(said?.spoken !== undefined && { spoken: said.spoken }),
					...(said?.adjustments !== undefined && { adjustments: said.adjustments }),
				},
			}),
			asksTalk: served.length > 1,
			...(safetyTalk && {
				talk: {
					at: safetyTalk.evidence.at,
					held: safetyTalk.held,
					together: safetyTalk.together,
					...(talk?.note !== undefined && { note: talk.note }),
				},
			}),
		};
	});
}

/** Does this person need an interpreter at every meeting? */
export const needsInterpreter = ({ dossier }: Facts, person: string): boolean =>
	dossier.of(person).care.context?.interpreter === 'needed';

/** Who needs an interpreter, by name. */
export const interpreted = (facts: Facts): readonly string[] =>
	beneficiaries(facts.dossier.joint.dossier)
		.filter(({ id }) => needsInterpreter(facts, id))
		.map(({ name }) => name);
