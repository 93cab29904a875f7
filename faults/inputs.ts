import fc from 'fast-check';
import { sql } from 'kysely';
import { acts } from '#server/capabilities/index.ts';
import type { AnyAct } from '#server/kernel/act.ts';
import { inPractice } from '#server/platform/database.ts';
import { ask } from '../tests/support/ask.ts';
import { type HttpPath, openHttpPath, webApp } from '../tests/support/http-path.ts';
import { type Client, request, walk } from '../tests/support/path.ts';
import { addressOf, allRoutes } from '../tests/support/routes.ts';
import type { TestServer } from '../tests/support/server.ts';

const nasty = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.constantFrom(
		'\0',
		'\u202e',
		"'; drop table entry; --",
		'<script>alert(1)</script>',
		'=1+1',
		'../../etc/passwd',
		'%00',
		'\ud800',
		'x'.repeat(30_000),
	),
	fc.double(),
	fc.integer(),
	fc.boolean(),
	fc.constant(null),
	fc.array(fc.anything({ maxDepth: 2 }), { maxLength: 5 }),
	fc.dictionary(fc.string(), fc.anything({ maxDepth: 2 }), { maxKeys: 5 }),
	fc.constant(JSON.parse(`${'['.repeat(400)}${']'.repeat(400)}`) as unknown),
);

/** The fields an act asks for, so that bad values reach its schema and not only its door. */
const fieldsOf = (act: AnyAct): readonly string[] =>
	Object.keys((act.input as unknown as { shape?: object; def?: { in?: { shape?: object } } }).shape ?? {});

const badInput = (act: AnyAct) =>
	fc.oneof(
		nasty,
		fc.record(Object.fromEntries(fieldsOf(act).map((f) => [f, fc.oneof(nasty, fc.uuid())])), { requiredKeys: [] }),
		fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'id', 'person'), nasty),
	);

/** How much is tried: `rounds` inputs for each act, as many for each route. */
export interface Effort {
	readonly rounds: number;
	readonly seed: number;
}

/** What was tried. */
export interface Tried {
	readonly acts: number;
	readonly routes: number;
}

const count = async (path: HttpPath): Promise<string> =>
	JSON.stringify(
		await inPractice(
			path.world.db,
			path.practice.id,
			async (tx) =>
				(await sql`select id, seq from journal where practice_id = ${path.practice.id} order by id`.execute(tx)).rows,
		),
	);

/** Send generated bad input to every act and every route; throws on an answer ≥ 500, or when anything was written. */
export async function tryBadInputs(server: TestServer, effort: Effort): Promise<Tried> {
	const path = await openHttpPath(await webApp(server));
	const client = await request(path);
	await walk(path, client);
	const before = await count(path);
	const sent = await throughActs(path, client, effort);
	const after = await count(path);
	if (before !== after) throw new Error(`something was written: ${before} → ${after}`);
	// Forms of acts that ask for nothing are rightly done, whatever else is posted with them: only their answers are looked at.
	return { acts: sent, routes: await throughRoutes(path, client, effort) };
}

async function throughActs(path: HttpPath, client: Client, { rounds, seed }: Effort): Promise<number> {
	const cookie = await path.web.forPractice(path.practice.id).cookie(path.practitioner.account);
	const headers = { 'content-type': 'application/json', origin: path.origin, cookie };
	const journals = { dossier: client.dossier, practice: path.practice, practitioner: path.practitioner.journal };
	let tried = 0;
	for (const { act } of Object.values(acts).filter(({ act }) => !act.creates)) {
		for (const input of fc.sample(badInput(act), { numRuns: rounds, seed })) {
			// What happens to be readable is not bad input.
			if (act.input.safeParse(JSON.parse(JSON.stringify(input) ?? 'null')).success) continue;
			const body = JSON.stringify({
				id: path.world.newId(),
				act: act.name,
				journal: journals[act.on],
				input: input ?? null,
			});
			const { status, text } = await ask(path.origin, '/api/acts', { method: 'POST', headers, body });
			if (status < 400 || status >= 500)
				throw new Error(`${act.name} answered ${status} to ${body.slice(0, 300)}: ${text.slice(0, 200)}`);
			tried += 1;
		}
	}
	return tried;
}

const bodies: readonly (readonly [type: string, body: string])[] = [
	['application/x-www-form-urlencoded', 'person=%00&_attempt=x&__proto__.a=1&constructor.b=2&a.b.c.d=%FF'],
	['application/x-www-form-urlencoded', '&&&=&%zz=%zz'],
	['application/json', '{"id":'],
	['application/json', '[]'],
	['text/plain', 'x'],
	['multipart/form-data; boundary=x', '--x\r\nbroken'],
	['', ''],
];

async function throughRoutes(path: HttpPath, client: Client, { rounds, seed }: Effort): Promise<number> {
	const cookies = [
		await path.web.forPractice(path.practice.id).cookie(path.practitioner.account),
		await path.web.forPractice(path.practice.id).cookie(client.persons[0]?.actor.account ?? '', 'code'),
		'',
	];
	const values = fc.sample(
		fc.oneof(fc.constantFrom('%00', '..%2f..', '%E0%A4%A', 'x'.repeat(3000), '-1', 'null', '%20'), fc.uuid()),
		{ numRuns: rounds, seed },
	);
	let tried = 0;
	for (const route of allRoutes().filter((r) => !/events$|changes$|claim|sign-in|account|demo/.test(r.pattern))) {
		for (const cookie of cookies) {
			const real = addressOf(route.pattern, {
				lang: 'fr',
				dossier: client.dossier.id,
				session: path.world.newId(),
				document: 'services',
				person: client.persons[0]?.id ?? '',
				duty: 'qc-2.01-a',
			});
			const bad = values.map((value) =>
				addressOf(route.pattern, {
					lang: 'fr',
					dossier: value,
					session: value,
					document: value,
					person: value,
					duty: value,
					token: value,
				}),
			);
			const gets = [...bad, `${real}?resume=%00&for=${'x'.repeat(500)}&q=${'%F0'.repeat(5)}`];
			for (const address of gets) tried += await check(path, 'GET', address, { cookie });
			const names = ['default', ...route.actions].map((a) => (a === 'default' ? real : `${real}?/${a}`));
			for (const address of names)
				for (const [type, body] of bodies)
					tried += await check(path, 'POST', address, { cookie, origin: path.origin, 'content-type': type }, body);
			for (const method of ['PUT', 'DELETE', 'PATCH'])
				tried += await check(path, method, real, { cookie, origin: path.origin }, 'x');
			tried += await check(
				path,
				'POST',
				`${real}?/accept`,
				{ cookie, origin: 'https://ailleurs.example', 'content-type': 'application/x-www-form-urlencoded' },
				'a=1',
			);
		}
	}
	return tried;
}

async function check(
	path: HttpPath,
	method: string,
	address: string,
	headers: Readonly<Record<string, string>>,
	body?: string,
): Promise<number> {
	const { status, text } = await ask(path.origin, address, { method, headers, ...(body !== undefined && { body }) });
	if (status >= 500) throw new Error(`${method} ${address} answered ${status}: ${text.slice(0, 300)}`);
	return 1;
}
