import type { DossierPart } from '#server/capabilities/index.ts';
import type { Person } from '#server/kernel/dossier.ts';
import { DAY, type Instant, startOf } from '#server/kernel/time.ts';
import { dueOrLate, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { everyone, handed, mend, norm, shown, worst } from './support.ts';

/** qc-2.03-e: what was done to inform each person stands in their file: what was handed, explained, read, asked, answered. */
export const qc203e = norm(
	'qc-2.03-e',
	[],
	everyone(({ consent }, p) => {
		const { sent, explained, acknowledged, given } = consent;
		const told = [
			...Object.values(sent).map((s) => s.evidence),
			...Object.values(explained).map((e) => e.evidence),
			...Object.values(acknowledged).map((a) => a.evidence),
		];
		return told.length > 0 ? met(...told, given?.evidence) : unmet('qc-2.03-e', mend('policy.send', p.id));
	}),
);

/** qc-5.02-c: told that what is written goes into the file, in the package or beside the first message; never a wall. */
export const qc502c = norm(
	'qc-5.02-c',
	[],
	everyone((own, p) =>
		shown(handed(own, 'records', 'commsInRecord') ?? own.record.filing, 'qc-5.02-c', mend('policy.send', p.id)),
	),
);

/** qc-5.04-a: told of the right to know what the file holds. */
export const qc504a = norm(
	'qc-5.04-a',
	[],
	everyone((own, p) => shown(handed(own, 'records', 'accessRight'), 'qc-5.04-a', mend('policy.send', p.id))),
);

/** The whole of the last day still counts, wherever the person is. */
const endOf = (due: string): Instant => startOf(due) + 2 * DAY;

/** Every request and correction of one person: answered, or due by its day. */
function answered({ record }: DossierPart, person: Person, now: Instant): readonly Verdict[] {
	const each = (
		all: readonly (readonly [string, DossierPart['record']['corrections'][string] | Asked])[],
		act: string,
	) =>
		all.map(([id, { answer, due, asked }]) => {
			if (answer) return met(asked, answer.evidence);
			const way = mend(act, person.id, id);
			return due === undefined ? unmet('qc-5.04-b', way) : dueOrLate(endOf(due), now, 'qc-5.04-b', way);
		});
	return [
		...each(Object.entries(record.requests), 'access.deliver'),
		...each(Object.entries(record.corrections), 'correction.answer'),
	];
}
type Asked = DossierPart['record']['requests'][string];

/** What is lacking in one answer, as the act found it, and in which words it is said. */
const lacks: Readonly<Record<string, string>> = {
	'access.reasonMissing': 'qc-5.04-b.reason',
	'access.copyMissing': 'qc-5.04-b.copy',
	'access.notLooked': 'qc-5.04-b.looked',
	'access.heldBack': 'qc-5.04-b.held',
	'access.nothingHeld': 'qc-5.04-b.nothing',
	'access.harmMissing': 'qc-5.04-b.harm',
};

/** qc-5.04-b: whoever asks for their record is answered within the delay of the law, with a reason for what is held back. */
export const qc504b = norm('qc-5.04-b', ['access.deliver'], ({ dossier }, { now, focus }) => {
	if (focus.subject !== undefined)
		return focus.means === undefined ? notApplicable : unmet(lacks[focus.means] ?? 'qc-5.04-b');
	// Who left keeps the right to what was written of them.
	const persons = Object.values(dossier.joint.dossier.persons);
	return worst(persons.flatMap((p) => answered(dossier.of(p.id), p, now)));
});
