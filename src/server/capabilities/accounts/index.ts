export { type Account, accountByEmail, accountOf, accountsOf, createAccount } from './account.ts';
export { beginAnonymous, endAnonymity, returnAnonymous } from './anonymous.ts';
export { changeProfile, closeAccount, confirmEmailChange, requestEmailChange } from './changes.ts';
export {
	type Claimed,
	type Claiming,
	claimWithCode,
	claimWithPasskey,
	claimWithSession,
	passkeyToClaim,
	requestClaimCode,
	viewClaim,
} from './claim.ts';
export { claimsToLink, markLinked } from './claim-links.ts';
export { readContactCode, sendContactCode } from './contact-codes.ts';
export * from './cookies.ts';
export { attestDevice, listDevices, revokeDevice } from './devices.ts';
export { type Factors, factorsOf, removePassword, setPassword } from './factors.ts';
export { lookAtInvitation, openInvitation, waitingInvitation } from './invitation-door.ts';
export {
	cancelInvitation,
	copyInvitation,
	type Invitation,
	type InvitationView,
	type InvitedTo,
	invitationsTo,
	invite,
} from './invitations.ts';
export { CODE_MINUTES } from './messages.ts';
export { note as noteAccount } from './noting.ts';
export { type Site, siteOf } from './passkey-ceremony.ts';
export {
	addPasskey,
	confirmPasskey,
	listPasskeys,
	type Passkey,
	passkeyToAdd,
	passkeyToConfirm,
	removePasskey,
} from './passkeys.ts';
export { signInPolicy } from './policy.ts';
export { allowRecovery, type IdentityCheck, recoverByHost } from './recovery.ts';
export { newRecoveryCodes } from './recovery-codes.ts';
export { accountRegister } from './register.ts';
export {
	beginTotp,
	confirmRecoveryCode,
	confirmTotp,
	finishTotp,
	pendingTotp,
	type SetUp,
} from './second-factor.ts';
export { listSessions, revokeOtherSessions, revokeSession, signOut } from './session-list.ts';
export { keepSession, type Opened, openSession, requireFresh, type Session } from './sessions.ts';
export {
	confirmCode,
	passkeyToSignIn,
	requestConfirmCode,
	requestSignInCode,
	signInWithCode,
	signInWithPasskey,
	signInWithPassword,
} from './sign-in.ts';
export { sweepAccounts } from './sweep.ts';
export type { Visitor } from './throttle.ts';
