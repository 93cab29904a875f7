import type { Facts } from '#server/capabilities/index.ts';
import { isBroken, verifyAll } from '#server/journal/verify.ts';
import type { World } from '#server/journal/world.ts';
import { asSystem } from './practices.ts';

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
