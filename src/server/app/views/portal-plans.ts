import { bodyAt } from './bodies.ts';
import type { OpenPortal } from './portal.ts';

/** The words of each plan of this person, with its version. */
export async function planTexts({ own, bodies }: OpenPortal) {
	const { plans, copies } = own.consent;
	const opened = await bodies(Object.values(plans).map((p) => p.seq));
	return (['emergency', 'failure'] as const).flatMap((plan) => {
		const proof = plans[plan];
		if (!proof) return [];
		const said = bodyAt<{ details: Readonly<Record<string, string>> }>(opened, proof.seq, 'plan.given');
		return [{ plan, at: proof.at, version: copies[plan]?.version ?? 1, lines: Object.values(said?.details ?? {}) }];
	});
}
