import { lineField, reasonField, type TogetherReason, togetherField } from '#server/kernel/field.ts';
import type { Focus } from '#server/kernel/norm.ts';

/** What a booking may say of who meets: an interpreter, or why none (qc-1.03-b); why together all the same (qc-2.08-g). */
export const meetingFields = {
	interpreter: lineField.optional(),
	noInterpreter: reasonField.optional(),
	togetherBecause: togetherField.optional(),
};

interface Said {
	readonly interpreter?: string | undefined;
	readonly noInterpreter?: string | undefined;
	readonly togetherBecause?: TogetherReason | undefined;
}

/** Who would meet, as the duties look at it. */
export const meetingOf = ({
	persons,
	interpreter,
	noInterpreter,
	togetherBecause,
}: Said & { readonly persons: readonly string[] }): NonNullable<Focus['meeting']> => ({
	persons,
	interpreted: (interpreter ?? noInterpreter) !== undefined,
	anyway: togetherBecause !== undefined,
});

/** The same, as its line keeps it: what was not said is not there. */
export const keptOf = ({ interpreter, noInterpreter, togetherBecause }: Said) => ({
	...(interpreter !== undefined && { interpreter }),
	...(noInterpreter !== undefined && { noInterpreter }),
	...(togetherBecause !== undefined && { togetherBecause }),
});
