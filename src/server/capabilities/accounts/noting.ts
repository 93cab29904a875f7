import { isRefusal } from '#server/kernel/refusal.ts';
import type { World } from '#server/journal/world.ts';
import type { Session } from './sessions.ts';

/** What can happen to an account, as its owner reads it in the access log. */
export type AccountEvent =
	| 'account.created'
	| 'account.signedIn'
	| 'account.signInRefused'
	| 'account.signedOut'
	| 'account.factorShown'
	| 'account.factorRefused'
	| 'account.factorAdded'
	| 'account.factorRemoved'
	| 'account.passwordSet'
	| 'account.recoveryCodesMade'
	| 'account.sessionRevoked'
	| 'account.invited'
	| 'account.invitationCopied'
	| 'account.invitationRefused'
	| 'account.invitationCancelled'
	| 'account.claimed'
	| `account.recoveryAllowed.${'inPerson' | 'knownVoice' | 'sharedKnowledge'}`
	| 'account.recoveredByHost'
	| 'account.emailChanged'
	| 'account.renamed'
	| 'account.closed';

/** One account event: who, and about which dossier or person, if any. */
export interface AccountLine {
	readonly what: AccountEvent;
	readonly account?: string;
	readonly subject?: { readonly journal: string; readonly person?: string };
}

/** What it was to show a factor: the last step of signing in, a fresh look before something grave, or neither. */
export const shownEvent = (before: Session, outcome: unknown): AccountEvent => {
	if (isRefusal(outcome)) return 'account.factorRefused';
	return before.assurance === 'none' ? 'account.signedIn' : 'account.factorShown';
};

/** Write an account event to the access log, once what it tells was committed. */
export async function note<F>(_world: World<F>, _practice: string, _line: AccountLine): Promise<void> {}
