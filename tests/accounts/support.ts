import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
	type Account,
	beginTotp,
	confirmTotp,
	createAccount,
	finishTotp,
	type Jar,
	jarOf,
	type Opened,
	openSession,
	requestSignInCode,
	setPassword,
	setSessionCookie,
	signInWithCode,
	signInWithPassword,
	type Visitor,
} from '#server/capabilities/accounts/index.ts';
import { totpAt } from '#server/capabilities/accounts/totp.ts';
import { type AccessLine, batchText } from '#server/journal/access.ts';
import { perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import type { Refusal } from '#server/kernel/refusal.ts';
import { inPractice } from '#server/platform/database.ts';
import { openJson } from '#server/platform/seal.ts';
import type { Post } from '#words/mail.ts';
import { type TestHouse, type TestServer, type ToyFacts, testHouse, toyModel } from '../support/index.ts';

export type House = TestHouse<ToyFacts>;

/** Fresh practice, fresh database. */
export const freshHouse = (server: TestServer): Promise<House> => testHouse({ server, model: toyModel() });

export const PASSWORD = 'nuage vert sur la mer';
export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
export const iphone =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1';

/** Somebody at a screen. */
export const visitor = (address = '192.0.2.7', agent = firefox): Visitor => ({ address, agent });

let people = 0;
/** A member or a client with an address of their own. */
export async function person(
	house: House,
	kind: 'member' | 'client',
	practice = house.practice,
): Promise<Account & { readonly email: string }> {
	const email = `personne${++people}@exemple.example`;
	const account = granted(
		await createAccount(house.world, practice, { kind, name: 'Ève Létourneau', email, language: 'fr' }),
	);
	return { ...account, email };
}

/** The key of somebody's authenticator app, and what it shows now. */
export interface App {
	readonly key: Buffer;
	readonly code: (later?: number) => string;
}

/** The key in what a QR code says. */
export const keyIn = (uri: string): Buffer => {
	const bits = [...(new URL(uri).searchParams.get('secret') ?? '')]
		.map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
		.join('');
	return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
};

/** An app fed with the key that the page showed. */
export function appOf(house: House, uri: string): App {
	const key = keyIn(uri);
	return { key, code: (later = 0) => totpAt(key, Math.floor(house.clock.now() / 30_000) + later) };
}

/** A member who arrived, chose a password and an app, and holds ten recovery codes. */
export async function memberWithApp(house: House, practice = house.practice) {
	const account = await person(house, 'member', practice);
	const begun = granted(
		await openSession(house.world, practice, {
			account: account.id,
			assurance: 'none',
			began: 'created',
			agent: firefox,
		}),
	);
	expect(await setPassword(house.world, practice, { session: begun.session, password: PASSWORD })).toBeUndefined();
	const { uri } = granted(await beginTotp(house.world, practice, begun.session));
	const app = appOf(house, uri);
	const { opened, recoveryCodes } = granted(
		await finishTotp(house.world, practice, { session: begun.session, code: app.code(), from: visitor() }),
	);
	house.clock.advance(60_000);
	return { account, app, opened, recoveryCodes };
}

/** Password, then the app. */
export async function signIn(
	house: House,
	member: { readonly account: { readonly email: string }; readonly app: App },
	agent = firefox,
): Promise<Opened> {
	const from = visitor('192.0.2.7', agent);
	const half = granted(
		await signInWithPassword(house.world, house.practice, { email: member.account.email, password: PASSWORD, from }),
	);
	house.clock.advance(30_000);
	return granted(
		await confirmTotp(house.world, house.practice, { session: half.session, code: member.app.code(), from }),
	);
}

/** A client, signed in by a code. */
export async function signedClient(house: House) {
	const { world, practice } = house;
	const account = await person(house, 'client');
	const from = visitor('192.0.2.8');
	const { id } = granted(await requestSignInCode(world, practice, { email: account.email, language: 'fr', from }));
	const code = await codeFor(house, account.email);
	return { account, opened: granted(await signInWithCode(world, practice, { id, code, from })) };
}

/** A browser's cookies. */
export function browser(address = 'http://localhost:3000/fr'): Jar & { readonly held: Map<string, string> } {
	const held = new Map<string, string>();
	const cookies = {
		get: (name: string) => held.get(name),
		set: (name: string, value: string) => void held.set(name, value),
		delete: (name: string) => void held.delete(name),
	};
	return { ...jarOf({ cookies, url: new URL(address) }), held };
}

/** A browser that holds this session. */
export function browserOf(opened: Opened): Jar {
	const jar = browser();
	setSessionCookie(jar, opened);
	return jar;
}

/** A practice and the world it is in. */
interface Place<F> {
	readonly world: World<F>;
	readonly practice: string;
}

/** Every letter that waits in the outbox, opened. */
export const letters = <F>({ world, practice }: Place<F>): Promise<readonly Post[]> =>
	inPractice(world.db, practice, async (tx) => {
		const rows = await tx.selectFrom('outbox').selectAll().where('practice_id', '=', practice).orderBy('seq').execute();
		return Promise.all(
			rows.map(async (row) => {
				const key = await world.keyring.byId(tx, practice, row.key_id);
				if (!key) throw new Error('no key');
				return openJson<Post>(key, `outbox|${practice}|${row.id}`, row.sealed);
			}),
		);
	});

/** Every line of the access log, opened, oldest first. */
export const logged = (house: House, practice = house.practice): Promise<readonly AccessLine[]> =>
	inPractice(house.world.db, practice, async (tx) => {
		const rows = await tx
			.selectFrom('access_batch')
			.selectAll()
			.where('practice_id', '=', practice)
			.orderBy('seq')
			.execute();
		const batches = await Promise.all(
			rows.map(async ({ seq, at, key_id, sealed }) => {
				const key = await house.world.keyring.byId(tx, practice, key_id);
				if (!key) throw new Error('no key');
				return openJson<readonly AccessLine[]>(key, batchText({ practice, batch: seq, key: key_id, at }), sealed);
			}),
		);
		return batches.flat();
	});

/** The code of the last letter to an address. */
export async function codeFor<F>(house: Place<F>, email: string): Promise<string> {
	const letter = (await letters(house)).findLast(({ to, template }) => to === email && template === 'signInCode');
	return String(letter?.values.code);
}

/** What was granted; fails on a refusal. */
export function granted<T extends object>(answer: T): Exclude<T, Refusal> {
	if ('refused' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`);
	return answer as Exclude<T, Refusal>;
}

/** The code of a refusal; fails on anything else. */
export const codeOf = (answer: Refusal | object | undefined): string => {
	if (answer === undefined || !('refused' in answer)) throw new Error(`not refused: ${JSON.stringify(answer)}`);
	return answer.code;
};

/** Another six digits than these. */
export const wrong = (digits: string): string =>
	String((Number(digits.replace(/\D/g, '')) + 1) % 1_000_000).padStart(6, '0');

/** Open the practice's journal with this account as its owner. */
export async function makeOwner(house: House, account: string, practice = house.practice): Promise<void> {
	granted(
		await perform(house.world, {
			id: randomUUID(),
			practice,
			journal: { kind: 'practice', id: practice },
			act: 'practice.open',
			actor: { assurance: 'none', system: true },
			input: { owner: account },
		}),
	);
}
