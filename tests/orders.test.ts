import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readEntries } from '#server/journal/read.ts';
import { partsOf } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { testServer } from './support/index.ts';
import {
	type Client,
	inDays,
	openPath,
	openSession,
	type Path,
	request,
	type Step,
	steps,
	walkStep,
} from './support/path.ts';

const server = await testServer();

/** What is done next: a step of the path, or something that gets in its way. */
type Move = Step | `${'withdraw' | 'ask' | 'book' | 'sign' | 'open'}:${number}` | 'startAll';

/** The same path, where a no is an answer like another. */
const whateverItSays = (path: Path): Path => ({
	...path,
	does: async (by, journal, act, input) => {
		const outcome = await path.attempt(by, journal, act, input);
		return isRefusal(outcome) ? { entries: [], repeated: false } : outcome;
	},
});

async function move(path: Path, client: Client, what: Move, n: number): Promise<void> {
	const [verb = '', which] = what.split(':');
	const person = client.persons[Number(which) % client.persons.length] ?? client.persons[0];
	if (!person) throw new Error('nobody');
	const { dossier } = client;
	const by = path.practitioner.actor;
	if (verb === 'withdraw')
		return void (await path.does(person.actor, dossier, 'consent.withdraw', { person: person.id, means: 'signature' }));
	if (verb === 'ask')
		return void (await path.does(person.actor, dossier, 'question.ask', {
			person: person.id,
			document: 'services',
			clause: 'fees',
			text: 'Et si j’annule ?',
		}));
	if (verb === 'sign') return walkStep(path, { dossier, persons: [person] }, 'consent');
	if (verb === 'book')
		return void (await path.does(by, dossier, 'appointment.book', {
			id: path.world.newId(),
			purpose: 'service',
			mode: 'video',
			persons: [person.id],
			practitioner: path.practitioner.account,
			...inDays(path.world, 1 + n),
		}));
	if (verb === 'open' || verb === 'startAll') {
		const persons = verb === 'open' ? [person] : client.persons;
		const id = await openSession(path, { dossier, persons });
		for (const p of persons) await path.does(by, dossier, 'session.admit', { id, person: p.id });
		return void (await path.does(by, dossier, 'session.start', { id }));
	}
	return walkStep(path, client, what as Step);
}

const disturbances = fc.oneof(
	fc.constantFrom<Move>(
		'withdraw:0',
		'withdraw:1',
		'ask:0',
		'book:0',
		'book:1',
		'sign:0',
		'sign:1',
		'open:0',
		'open:1',
	),
	fc.constant<Move>('startAll'),
);
/** Either the path in its order with some steps left out, or its steps in any order; and things that get in between. */
const orders = fc
	.tuple(
		fc.oneof(
			fc.subarray([...steps], { minLength: steps.length - 2 }),
			fc.shuffledSubarray([...steps], { minLength: steps.length - 3 }),
		),
		fc.array(fc.tuple(fc.nat(steps.length), disturbances), { maxLength: 8 }),
	)
	.map(([path, between]) => {
		const moves: Move[] = [...path, 'open:0', 'startAll', 'withdraw:0', 'open:0', 'startAll', 'sign:0', 'startAll'];
		for (const [at, what] of between) moves.splice(at, 0, what);
		return moves;
	});

const has = (lines: readonly Entry[], kind: string, where: (data: Record<string, unknown>) => boolean = () => true) =>
	lines.some((e) => e.kind === kind && where(e.data as Record<string, unknown>));

/** What the lines before a first service must hold for one person, read from the journal itself and not from any fold. */
function lacks(before: readonly Entry[], person: string, province: 'QC' | 'NB'): readonly string[] {
	const own = before.filter((e) => (e.data as { person?: string }).person === person);
	const last = own.filter((e) => e.kind === 'consent.given' || e.kind === 'consent.withdrawn').at(-1);
	const agreed =
		(last?.kind === 'consent.given' ? (last.data as { documents: Record<string, number> }).documents : {}) ?? {};
	const questions = own.filter((e) => e.kind === 'question.asked').map((e) => (e.data as { id: string }).id);
	const plans = ['emergency', 'failure'].filter((plan) => !has(own, 'plan.given', (d) => d.plan === plan));
	return [
		...(last?.kind === 'consent.given' ? [] : ['consent']),
		...Object.entries(agreed)
			.filter(
				([document, version]) =>
					!has(own, 'document.explained', (d) => d.document === document && d.version === version),
			)
			.map(([document]) => `explained ${document}`),
		...(has(own, 'identity.checked') || (has(own, 'identity.waived') && has(own, 'limits.told')) ? [] : ['identity']),
		...(has(own, 'document.explained', (d) => d.document === 'records') ? [] : ['records']),
		...(province === 'QC' && questions.some((id) => !has(own, 'question.settled', (d) => d.id === id))
			? ['question']
			: []),
		...(province === 'QC' && !has(before, 'suitability.finalised') ? ['assessment'] : []),
		...(province === 'NB' ? plans : []),
	];
}

const linesOf = async (path: Path, client: Client): Promise<readonly Entry[]> => {
	const { dossier } = (await path.factsOf(client.dossier)).dossier.joint;
	const { entries } = await readEntries(path.world, path.practice.id, client.dossier, {
		parts: partsOf(dossier),
		limit: 1000,
	});
	return entries;
};

const names = ['Camille Roy', 'Dominique Gagnon', 'Alix Morin'];
const tried = { started: 0, refused: 0, withdrawn: 0, closed: 0 };

describe.each(['QC', 'NB'] as const)('in any order of steps, in %s', async (province) => {
	const path = whateverItSays(await openPath(server, { province }));

	test('no service opens without what its hard duties ask, and a withdrawal closes what it must', {
		timeout: 240_000,
	}, async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 3 }), orders, async (several, moves) => {
				const client = await request(path, {
					names: names.slice(0, several),
					kind: several === 1 ? 'person' : several === 2 ? 'couple' : 'family',
				});
				let n = 0;
				for (const what of moves) {
					await move(path, client, what, n++);
					if (what.startsWith('withdraw')) await closesWhatItMust(path, client, Number(what.at(-1)));
				}
				const lines = await linesOf(path, client);
				for (const [i, e] of lines.entries()) {
					if (e.kind !== 'session.started') continue;
					const { id } = e.data as { id: string };
					const opened = lines.find((l) => l.kind === 'session.opened' && (l.data as { id: string }).id === id);
					const { persons } = (opened ?? e).data as { persons: readonly string[] };
					expect(persons.flatMap((p) => lacks(lines.slice(0, i), p, province))).toEqual([]);
				}
				tried.started += lines.filter((e) => e.kind === 'session.started').length;
				tried.refused += moves.filter((m) => m.startsWith('open') || m === 'startAll').length;
			}),
			{ numRuns: 60 },
		);
	});
});

/** After a withdrawal: no service of that person goes on unaware, none is booked, and none begins. */
async function closesWhatItMust(path: Path, client: Client, which: number): Promise<void> {
	const person = client.persons[which % client.persons.length];
	if (!person) throw new Error('nobody');
	const { dossier } = await path.factsOf(client.dossier);
	if (!dossier.of(person.id).consent.withdrawn) return;
	tried.withdrawn += 1;
	const { sessions, scheduling } = dossier.joint;
	const theirs = Object.values(sessions.open).filter((s) => s.purpose === 'service' && s.persons.includes(person.id));
	expect(theirs.filter((s) => s.state === 'started' && s.closingAsked === undefined)).toEqual([]);
	tried.closed += theirs.filter((s) => s.closingAsked).length;
	const booked = Object.values(scheduling.appointments).filter(
		(a) =>
			a.state === 'booked' && a.purpose === 'service' && a.persons.includes(person.id) && a.startsAt > path.world.now(),
	);
	expect(booked).toEqual([]);
	const id = await openSession(path, { dossier: client.dossier, persons: [person] });
	const by = path.practitioner.actor;
	expect(isRefusal(await path.attempt(by, client.dossier, 'session.start', { id }))).toBe(true);
}

afterAll(() => {
	// The orders were of every sort: some opened a service, more did not, and withdrawals found something to close.
	expect(tried.started).toBeGreaterThan(20);
	expect(tried.refused - tried.started).toBeGreaterThan(20);
	expect(tried.withdrawn).toBeGreaterThan(20);
	expect(tried.closed).toBeGreaterThan(5);
});
