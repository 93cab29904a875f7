import type { World } from '#server/journal/world.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { factorsAt } from './factors.ts';
import { note } from './noting.ts';
import { type Place, within } from './place.ts';
import { newRecoveryCode, readRecoveryCode } from './secrets.ts';
import { requireFresh, type Session } from './sessions.ts';

const RECOVERY_CODES = 10;

/** Ten fresh codes for a paper; earlier ones end. They are shown once. */
export async function writeRecoveryCodes(at: Place, account: string): Promise<readonly string[]> {
	const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
	await at.tx
		.deleteFrom('recovery_code')
		.where('practice_id', '=', at.practice)
		.where('account_id', '=', account)
		.execute();
	for (const code of codes) {
		const hash = await recoveryHash(at, account, code);
		await at.tx
			.insertInto('recovery_code')
			.values({ practice_id: at.practice, account_id: account, hash, used_at: null })
			.execute();
	}
	return codes;
}

/** What is kept of a recovery code, however it was typed. */
export const recoveryHash = (at: Place, account: string, code: string): Promise<Buffer> =>
	at.blind(`recovery|${account}|${readRecoveryCode(code)}`);

/** Ten codes for a member who has none yet; a client gets back in by e-mail or through their practitioner. */
export async function firstRecoveryCodes(at: Place, session: Session): Promise<readonly string[]> {
	if (session.kind === 'client' || (await factorsAt(at, session.account)).recoveryCodes > 0) return [];
	return writeRecoveryCodes(at, session.account);
}

/** Print new recovery codes. */
export async function newRecoveryCodes<F>(
	world: World<F>,
	practice: string,
	session: Session,
): Promise<readonly string[] | Refusal> {
	const denied = session.kind === 'client' ? refuse('account.notForClients') : requireFresh(session, world.now());
	if (denied) return denied;
	const codes = await within(world, practice, (at) => writeRecoveryCodes(at, session.account));
	await note(world, practice, { what: 'account.recoveryCodesMade', account: session.account });
	return codes;
}
