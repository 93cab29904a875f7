import type { Facts } from '#server/capabilities/index.ts';
import { isBroken, verifyAll } from '#server/journal/verify.ts';
import type { World } from '#server/journal/world.ts';
import { DAY } from '#server/kernel/time.ts';
import { isNight } from './backups.ts';
import { factsOf } from './facts.ts';
import { asSystem } from './practices.ts';

/** How old the last look may be before the night looks again. */
const LOOK_AGAIN = 7 * DAY;

/** The round of the night: what is stored is read again once a week, without anybody asking. */
export async function verifyWhenDue(world: World<Facts>, practice: string): Promise<void> {
	if (!isNight(world.now())) return;
	const seen = await factsOf(world, practice, { kind: 'practice', id: practice });
	const last = seen?.facts.practice.integrity.last?.evidence.at ?? 0;
	if (seen && world.now() - last > LOOK_AGAIN) await verifyPractice(world, practice);
}

/** Read everything of one practice again, and write down what was found (nb-6-c). */
export async function verifyPractice(world: World<Facts>, practice: string): Promise<void> {
	const { read, findings } = await verifyAll({ db: world.db, world }, { practice });
	const broken = findings.filter(isBroken);
	const [first] = broken;
	await asSystem(world, practice, { kind: 'practice', id: practice }, 'integrity.note', {
		lines: read.lines,
		findings: broken.length,
		...(first && {
			first: {
				code: first.code,
				...(first.journal !== undefined && { journal: first.journal }),
				...(first.seq !== undefined && { seq: first.seq }),
			},
		}),
	});
}
