import { duties } from '#server/norms/catalogue.ts';
import { norms } from '#server/norms/judge.ts';

/** One test of the last report: its title carries the ids of the duties it proves, as `[qc-2.01-a]`. */
export interface ReportedTest {
	readonly title: string;
	readonly file: string;
	readonly passed: boolean;
}

/** One line of the acceptance matrix. */
export interface DutyRow {
	readonly id: string;
	readonly capability: string;
	readonly kind: string;
	/** Proved by a passing test; claimed by a function that no passing test proves; waiting for a later capability. */
	readonly state: 'proved' | 'claimed' | 'waiting';
	readonly where: readonly string[];
	readonly tests: readonly { readonly title: string; readonly passed: boolean }[];
}

const judgedBy: ReadonlySet<string> = new Set(norms.map((n) => n.duty));

/** How each duty is real, where, and which tests prove it. `sources`: text of each file of norms, by path. */
export function dutyMatrix(
	tests: readonly ReportedTest[],
	sources: Readonly<Record<string, string>>,
): readonly DutyRow[] {
	return duties.map(({ id, capability, kind }) => {
		const mine = tests.filter((t) => t.title.includes(`[${id}]`)).map(({ title, passed }) => ({ title, passed }));
		const where = Object.entries(sources)
			.filter(([, text]) => text.includes(`'${id}'`))
			.map(([path]) => path);
		const claimed = judgedBy.has(id);
		const proved = claimed && mine.length > 0 && mine.every((t) => t.passed);
		return {
			id,
			capability,
			kind,
			state: proved ? 'proved' : claimed ? 'claimed' : 'waiting',
			where: claimed ? where : [],
			tests: mine,
		};
	});
}
