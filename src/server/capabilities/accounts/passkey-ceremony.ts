import {
	type AuthenticationResponseJSON,
	generateAuthenticationOptions,
	generateRegistrationOptions,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON,
	type RegistrationResponseJSON,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { MINUTE } from '#server/kernel/time.ts';
import type { Place } from './place.ts';

/** Where a passkey is made and shown: the address bar of the practice. */
export interface Site {
	readonly origin: string;
	readonly host: string;
}

/** The site of a request. */
export const siteOf = (url: URL): Site => ({ origin: url.origin, host: url.hostname });

/** What a challenge was given for; an answer to one opens nothing else. */
export type CeremonyPurpose = 'signIn' | 'confirm' | 'add' | 'claim';

/** What is sealed of a passkey. */
export interface StoredPasskey {
	readonly publicKey: string;
	readonly madeOn: string | undefined;
}

const LASTS = 5 * MINUTE;
/** EdDSA, ECDSA and RSA: what authenticators know today. */
const ALGORITHMS = [-8, -7, -257];
const bytes = z
	.string()
	.max(20_000)
	.regex(/^[\w-]+$/);
const common = {
	id: bytes.max(1400),
	rawId: bytes,
	type: z.literal('public-key'),
	clientExtensionResults: z.looseObject({}),
};
const registration = z.looseObject({
	...common,
	response: z.looseObject({ clientDataJSON: bytes, attestationObject: bytes }),
});
const assertion = z.looseObject({
	...common,
	response: z.looseObject({
		clientDataJSON: bytes,
		authenticatorData: bytes,
		signature: bytes,
		userHandle: bytes.optional(),
	}),
});

/** Remember a challenge for five minutes, once. */
async function remember(at: Place, challenge: string, purpose: CeremonyPurpose, account: string | null): Promise<void> {
	await at.tx
		.insertInto('passkey_challenge')
		.values({ practice_id: at.practice, challenge, purpose, account_id: account, expires_at: at.now + LASTS })
		.execute();
}

interface Newcomer {
	readonly account: string;
	readonly name: string;
	readonly known: readonly string[];
	readonly purpose: 'add' | 'claim';
}

/** What the browser needs to make a passkey: kept on the device, with the person verified, found without a name. */
export async function creationOptions(
	at: Place,
	site: Site,
	{ account, name, known, purpose }: Newcomer,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
	const options = await generateRegistrationOptions({
		rpName: 'Balise',
		rpID: site.host,
		userName: name,
		userDisplayName: name,
		userID: handleOf(account),
		attestationType: 'none',
		supportedAlgorithmIDs: ALGORITHMS,
		timeout: LASTS,
		excludeCredentials: known.map((id) => ({ id })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	});
	await remember(at, options.challenge, purpose, account);
	return options;
}

/** What the browser needs to show a passkey. */
export async function requestOptions(
	at: Place,
	site: Site,
	{ purpose, account }: { readonly purpose: 'signIn' | 'confirm'; readonly account: string | null },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
	const options = await generateAuthenticationOptions({
		rpID: site.host,
		userVerification: 'required',
		timeout: LASTS,
	});
	await remember(at, options.challenge, purpose, account);
	return options;
}

/** The account's id as the authenticator keeps it. */
const handleOf = (account: string): Uint8Array<ArrayBuffer> => Uint8Array.fromHex(account.replaceAll('-', ''));

/** Use a challenge up: whose it was, or undefined when it is not ours, is used, or is old. */
async function spend(
	at: Place,
	clientData: string,
	purpose: CeremonyPurpose,
): Promise<{ readonly challenge: string; readonly account: string | null } | undefined> {
	const challenge = challengeIn(clientData);
	if (challenge === undefined) return undefined;
	const row = await at.tx
		.deleteFrom('passkey_challenge')
		.where('practice_id', '=', at.practice)
		.where('challenge', '=', challenge)
		.where('purpose', '=', purpose)
		.where('expires_at', '>', at.now)
		.returning('account_id')
		.executeTakeFirst();
	return row && { challenge, account: row.account_id };
}

function challengeIn(clientData: string): string | undefined {
	try {
		const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString()) as { challenge?: unknown };
		return typeof challenge === 'string' && /^[\w-]{16,200}$/.test(challenge) ? challenge : undefined;
	} catch {
		return undefined;
	}
}

/** A passkey that was made: for which account, and what to keep of it. */
export interface MadePasskey {
	readonly account: string;
	readonly id: string;
	readonly counter: number;
	readonly publicKey: string;
}

/** Look at a passkey that was just made; undefined when anything about it is not right. */
export async function readCreation(
	at: Place,
	site: Site,
	given: { readonly purpose: 'add' | 'claim'; readonly response: unknown },
): Promise<MadePasskey | undefined> {
	const parsed = registration.safeParse(given.response);
	if (!parsed.success) return undefined;
	const spent = await spend(at, parsed.data.response.clientDataJSON, given.purpose);
	if (!spent?.account) return undefined;
	const verified = await verifyRegistrationResponse({
		response: parsed.data as unknown as RegistrationResponseJSON,
		expectedChallenge: spent.challenge,
		expectedOrigin: site.origin,
		expectedRPID: site.host,
		requireUserVerification: true,
		supportedAlgorithmIDs: ALGORITHMS,
	}).catch(() => undefined); // what a browser sends may be anything: the library throws, nothing of ours does here
	if (!verified?.verified || !verified.registrationInfo) return undefined;
	const { id, publicKey, counter } = verified.registrationInfo.credential;
	return { account: spent.account, id, counter, publicKey: Buffer.from(publicKey).toString('base64url') };
}

/** Look at a passkey that was shown; answers whose it is. */
export async function readAssertion(
	at: Place,
	site: Site,
	given: { readonly purpose: 'signIn' | 'confirm'; readonly response: unknown; readonly account?: string },
): Promise<{ readonly account: string } | undefined> {
	const parsed = assertion.safeParse(given.response);
	if (!parsed.success) return undefined;
	const { id, response } = parsed.data;
	const spent = await spend(at, response.clientDataJSON, given.purpose);
	const row = await at.tx
		.selectFrom('passkey')
		.selectAll()
		.where('practice_id', '=', at.practice)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	if (
		!spent ||
		!row ||
		(given.account !== undefined && (given.account !== row.account_id || spent.account !== given.account))
	)
		return undefined;
	if (
		response.userHandle !== undefined &&
		!Buffer.from(response.userHandle, 'base64url').equals(handleOf(row.account_id))
	)
		return undefined;
	const { publicKey } = await at.open<StoredPasskey>(`passkey|${id}`, row);
	const verified = await verifyAuthenticationResponse({
		response: parsed.data as unknown as AuthenticationResponseJSON,
		expectedChallenge: spent.challenge,
		expectedOrigin: site.origin,
		expectedRPID: site.host,
		requireUserVerification: true,
		credential: { id, publicKey: Uint8Array.fromBase64(publicKey, { alphabet: 'base64url' }), counter: row.counter },
	}).catch(() => undefined);
	if (!verified?.verified) return undefined;
	const { newCounter } = verified.authenticationInfo;
	await at.tx
		.updateTable('passkey')
		.set({ counter: newCounter, used_at: at.now })
		.where('practice_id', '=', at.practice)
		.where('id', '=', id)
		.execute();
	return { account: row.account_id };
}
