import { noteAccess } from '#server/journal/access.ts';
import type { World } from '#server/journal/world.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import type { Session } from './sessions.ts';

/** What can happen to an account, as the access log says it. */
export type AccountEvent =
	| 'account.created'
	| 'account.signedIn'
	| 'account.signedOut'
	| 'account.factorShown'
	| 'account.factorAdded'
	| 'account.factorRemoved'
	| 'account.passwordSet'
	| 'account.recoveryCodesMade'
	| 'account.lockedOut'
	| 'account.sessionRevoked'
	| 'account.deviceAttested'
	| 'account.deviceRevoked'
	| 'account.invited'
	| 'account.invitationCopied'
	| 'account.invitationCancelled'
	| 'account.claimed'
	| `account.recoveryAllowed.${'inPerson' | 'knownVoice' | 'sharedKnowledge'}`
	| 'account.recoveredByHost'
	| 'account.emailChanged'
	| 'account.renamed'
	| 'account.closed'
	| `refused account.${'signIn' | 'factor' | 'invitation' | 'password' | 'session' | 'device'}`;

/** One account event: whose, and about which dossier or person, if any. */
export interface AccountLine {
	readonly what: AccountEvent;
	readonly account?: string;
	readonly subject?: { readonly journal: string; readonly person?: string };
	readonly refusal?: Refusal;
	readonly why?: SessionRefused;
}

/** Write an account event to the access log, once what it tells was committed and before anybody is answered. */
export const note = <F>(world: World<F>, practice: string, { refusal, why, ...line }: AccountLine): Promise<void> =>
	noteAccess(world, practice, { ...line, at: world.now(), outcome: refusal?.code ?? why ?? 'done' });

/** Why a session that was presented opens nothing: told to its owner by the register, never to whoever presents it. */
export type SessionRefused = 'otherDevice' | 'sessionRevoked' | 'secondFactorMissing' | 'deviceUnlocked';

/** Write that a factor was shown: the last step of signing in, or a fresh look before something grave; or that it was refused. */
export function noteShown<F>(
	world: World<F>,
	practice: string,
	session: Session,
	answer: object | Refusal,
): Promise<void> {
	const { account } = session;
	if (isRefusal(answer)) return note(world, practice, { what: 'refused account.factor', account, refusal: answer });
	return note(world, practice, {
		what: session.assurance === 'none' ? 'account.signedIn' : 'account.factorShown',
		account,
	});
}
