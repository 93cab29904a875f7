import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import type { Draft } from '#server/kernel/entry.ts';
import { dayField, idField, lineField, personField, textField } from '#server/kernel/field.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import type { LoanEntry, LoanFacts } from './facts.ts';

const act = actsOn<LoanFacts, LoanEntry>('dossier');
const own = actsOn<LoanFacts, LoanEntry>('practitioner');

const MOST = 10;
const lent = z.object({
	id: idField,
	what: lineField,
	from: dayField,
	until: dayField,
	/** Who answers for it: an account of the practice. */
	answers: idField,
	terms: textField,
	agreed: z.literal(true, 'field.required'),
});
const lost = z.object({ id: idField, how: z.enum(['lost', 'stolen'], 'field.choice'), note: textField.optional() });
const ended = z.object({
	id: idField,
	outcome: z.enum(['returned', 'settled'], 'field.choice'),
	wiped: z.boolean('field.choice'),
	checked: z.boolean('field.choice'),
	note: textField.optional(),
});
const endsAfter = { path: ['until'], message: 'field.endBeforeStart' };
const inOrder = ({ from, until }: { readonly from: string; readonly until: string }): boolean => from <= until;

type Drafts = readonly Draft<LoanEntry>[] | Refusal;
/** Whose it is: a person of the dossier, in their own part, or nobody but the journal's owner. */
type Whose = { readonly person: string } | undefined;
const noted = (note: string | undefined) => note !== undefined && { note };
const inPart = (whose: Whose) => whose && { part: whose.person };

function make({ out }: LoanFacts, { agreed: _, ...data }: z.infer<typeof lent>, whose?: Whose): Drafts {
	if (out[data.id]) return refuse('loan.known');
	if (Object.keys(out).length >= MOST) return refuse('loan.many');
	return [{ kind: 'loan.made', ...inPart(whose), data: { ...data, ...whose } }];
}

function lose({ out }: LoanFacts, { note, ...data }: z.infer<typeof lost>, whose?: Whose): Drafts {
	if (!out[data.id] || out[data.id]?.lost) return refuse('loan.unknown');
	return [{ kind: 'loan.lost', ...inPart(whose), data: { ...data, ...whose, ...noted(note) } }];
}

/** Given back: wiped and checked; or lost, and what was done about it. */
function end({ out }: LoanFacts, { wiped, checked, note, ...data }: z.infer<typeof ended>, whose?: Whose): Drafts {
	const loan = out[data.id];
	if (!loan) return refuse('loan.unknown');
	if (data.outcome === 'returned' && !(wiped && checked)) return refuse('loan.notWiped');
	if (data.outcome === 'settled' && !(loan.lost && note)) return refuse('loan.notSettled');
	const seen = data.outcome === 'returned' && { wiped, checked };
	return [{ kind: 'loan.ended', ...inPart(whose), data: { ...data, ...whose, ...seen, ...noted(note) } }];
}

/** A device is lent to somebody who receives the service, on words they agreed to (qc-intro-a). */
export const makeLoan = act({
	name: 'loan.make',
	who: ['practitioner'],
	input: lent.extend({ person: personField }).refine(inOrder, endsAfter),
	decide: (mine, { person, ...data }, { dossier }) =>
		dossier.persons[person] ? make(mine.of(person), data, { person }) : refuse('act.noSuchPerson'),
});

/** It is lost or stolen: said at once, by whoever has it or for them. */
export const reportLoan = act({
	name: 'loan.report',
	who: ['client', 'representative', 'practitioner'],
	speaksFor: ({ person }) => person,
	means: () => 'oral',
	input: lost.extend({ person: personField }),
	decide: (mine, { person, ...data }) => lose(mine.of(person), data, { person }),
});

/** It came back, wiped and checked; or its loss was dealt with. */
export const endLoan = act({
	name: 'loan.end',
	who: ['practitioner'],
	input: ended.extend({ person: personField }),
	decide: (mine, { person, ...data }) => end(mine.of(person), data, { person }),
});

/** A device is lent to somebody who works here (nb-6-l). */
export const lendEquipment = own({
	name: 'equipment.lend',
	who: ['owner'],
	input: lent.refine(inOrder, endsAfter),
	decide: (mine, data) => make(mine.joint, data),
});

/** Somebody who works here says that what they were lent is lost or stolen. */
export const reportEquipment = own({
	name: 'equipment.report',
	who: ['practitioner', 'owner'],
	input: lost,
	decide: (mine, data) => lose(mine.joint, data),
});

/** What a colleague was lent came back, or its loss was dealt with. */
export const endEquipment = own({
	name: 'equipment.end',
	who: ['owner'],
	input: ended,
	decide: (mine, data) => end(mine.joint, data),
});
