import { perform } from '#server/journal/perform.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { DAY } from '#server/kernel/time.ts';
import type { HttpPath } from './http-path.ts';
import type { Shown } from './no-script.ts';
import type { Path } from './path.ts';

/** The duties that a board says are missing, or due. */
export function lackingIn({ html }: Shown): readonly string[] {
	const [, after = ''] = html.split(/class="stack missing[^"]*"/);
	const [missing = ''] = after.split('<h2');
	return [...missing.matchAll(/class="duty[^"]*" href="[^"]*\/norms\/([^"]+)"/g)].map((m) => m[1] ?? '');
}

/** The same practice, some days ago: what is done through it was done then. */
export function longAgo(path: HttpPath, days: number): Path {
	const world = { ...path.world, now: () => path.world.now() - days * DAY };
	const attempt: Path['attempt'] = (actor, journal, act, input, more = {}) =>
		perform(world, {
			id: more.id ?? world.newId(),
			practice: path.practice.id,
			journal,
			act,
			actor,
			input,
			...(more.safetyFirst && { safetyFirst: more.safetyFirst }),
		});
	const does: Path['does'] = async (actor, journal, act, input) => {
		const outcome = await attempt(actor, journal, act, input);
		if (isRefusal(outcome)) throw new Error(`${act}: ${outcome.code} ${outcome.duties.map((d) => d.why).join(' ')}`);
		return outcome;
	};
	return { ...path, world, attempt, does };
}
