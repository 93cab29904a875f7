import { lea, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { AnswerEntry } from './consent/answer-facts.ts';
import type { TogetherEntry } from './consent/together-facts.ts';
import type { PolicyEntry } from './policies/facts.ts';

type Worded = Extract<PolicyEntry, { kind: `translation.${string}` | 'consequence.written' }>;
type Texts = AnswerEntry | TogetherEntry | Worded;
type Lines = { readonly [K in Texts['kind']]: readonly Extract<Texts, { kind: K }>['data'][] };

const person = lea.person;
const id = uid(91);
const point = { person, document: 'services', version: 1, means: 'signature' } as const;

/** A believable line of everything that is done with a text clause by clause: answered, read together, translated. */
export const textSamples: Lines = {
	'clause.refused': [
		{ ...point, clause: 'channelRisks.video', closes: { channels: ['video'] }, consequence: said },
		{ ...point, clause: 'risks', closes: { remote: true }, consequence: said },
	],
	'clause.accepted': [{ ...point, clause: 'risks' }],
	'reading.begun': [{ person, id, document: 'services', version: 1, means: 'video', clause: 'services' }],
	'reading.moved': [{ person, id, clause: 'risks' }],
	'reading.ended': [
		{ person, id, document: 'services', clauses: ['services', 'risks'], whole: true, understood: true },
	],
	'translation.added': [
		{
			document: 'services',
			clause: 'risks',
			version: 1,
			territory: 'QC',
			language: 'ar',
			title: 'المخاطر',
			body: said,
			translatedBy: 'Samira Haddad',
			reviewedBy: 'Karim Nasser',
		},
	],
	'translation.removed': [{ document: 'services', clause: 'risks', language: 'ar' }],
	'consequence.written': [{ document: 'services', clause: 'risks', fr: said, en: said }],
};
