import { z } from 'zod';
import rows from './catalogue.json' with { type: 'json' };
import { type DutyId, dutyIds } from './catalogue-ids.ts';

export { type DutyId, dutyIds } from './catalogue-ids.ts';

const words = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const day = z.iso.date();
const edition = z.strictObject({ document: z.enum(['OTSTCFQ', 'ATSNB']), from: day, until: day.optional() });

const duty = z.strictObject({
	id: z.enum(dutyIds),
	/** Where it stands in its document. */
	section: z.string().min(1),
	who: z.enum(['system', 'practice', 'practitioner', 'supervisor', 'colleague', 'researcher']),
	words,
	kind: z.enum(['gate', 'workflow', 'document', 'register', 'prompt', 'safeguard', 'display']),
	capability: z.string().min(1),
	moment: z.string().min(1),
	evidence: z.string().min(1),
	/** What a test must do to prove it. */
	test: z.string().min(1),
	/** Duties that say the same, or partly the same. */
	overlaps: z.array(z.enum(dutyIds)),
	strength: z.enum(['must', 'should', 'best', 'may', 'context']),
	basis: z.enum(['explicit', 'implied']),
	stages: z.array(z.string()).min(1),
	/** The acts refused while it is unmet. */
	enforced_at: z.array(z.string()),
	enforcement: z.enum(['hard', 'soft']).optional(),
	/** What software cannot show of it. */
	limit: words.optional(),
	/** Whose members it binds; `elsewhere`: also where the client is outside the practitioner's own territory. */
	applies: z.strictObject({ order: z.enum(['OTSTCFQ', 'ATSNB']), clientPlace: z.literal('elsewhere').optional() }),
	edition,
});

/** One duty of one edition of one document, in both languages, with what proves it. */
export type Duty = z.infer<typeof duty>;

/** The document a duty comes from, named after the body that adopted it. */
export type DutyDocument = Duty['edition']['document'];

/** Every duty of both documents; a row that is not well formed stops the program at start. */
export const duties: readonly Duty[] = z.array(duty).parse(rows);

/**
 * How the `from` date of each edition is known. Neither document prints the day it was adopted: the date is the
 * earliest it can have, read from what the text itself cites.
 */
export const editions: Readonly<
	Record<DutyDocument, { readonly confidence: 'notBefore'; readonly why: Duty['words'] }>
> = {
	OTSTCFQ: {
		confidence: 'notBefore',
		why: {
			fr: 'Le jour d’adoption n’y est pas écrit. Le document reproduit une autorisation du 15 décembre 2015.',
			en: 'The day of adoption is not printed. The document reproduces a permission dated 15 December 2015.',
		},
	},
	ATSNB: {
		confidence: 'notBefore',
		why: {
			fr: 'Le jour d’adoption n’y est pas écrit. Le document s’appuie sur le Code de déontologie de 2007.',
			en: 'The day of adoption is not printed. The document rests on the Code of Ethics of 2007.',
		},
	},
};

const byId: ReadonlyMap<string, Duty> = new Map(duties.map((d) => [d.id, d]));

/** The duty of that number; throws on a number that no document has. */
export function dutyById(id: DutyId | (string & {})): Duty {
	const found = byId.get(id);
	if (found === undefined) throw new Error(`No duty is numbered ${id}`);
	return found;
}

/** The duties in force on a day ('YYYY-MM-DD'): from its first day, up to but not including `until`. */
export const dutiesAt = (date: string): readonly Duty[] =>
	duties.filter(({ edition: { from, until } }) => from <= date && (until === undefined || date < until));
