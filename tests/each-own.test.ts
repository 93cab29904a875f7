import { expect, test } from 'vitest';
import { asSystem } from '#server/app/practices.ts';
import type { PersonRole } from '#server/kernel/dossier.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { DAY, HOUR } from '#server/kernel/time.ts';
import { openHttpPath, webApp } from './support/http-path.ts';
import { testServer } from './support/index.ts';
import { type Client, openSession, walk } from './support/path.ts';
import { addressOf, allRoutes } from './support/routes.ts';

const server = await testServer();
const web = await webApp(server);
const path = await openHttpPath(web);
const { world, practitioner, practice } = path;
const eve = practitioner.actor;

/** A small generator that answers the same every time: what fails can be run again. */
function dice(seed: number) {
	let state = seed >>> 0;
	const next = () => {
		state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
		return state / 2 ** 32;
	};
	return { below: (n: number) => Math.floor(next() * n), chance: (p: number) => next() < p };
}

const kinds = ['person', 'couple', 'family', 'family', 'group', 'group'] as const;
const others: readonly (readonly PersonRole[])[] = [['payer'], ['requester'], ['representative']];

interface Generated extends Client {
	/** Words that only these persons may ever see: word → persons. */
	readonly secrets: ReadonlyMap<string, readonly string[]>;
}

let words = 0;
/** A word found nowhere else. */
const secret = () => `zq${(++words).toString(36)}xv${(words * 7919).toString(36)}`;

/** A file of one to six persons, each with an account, some of whom only pay, ask or represent. */
async function someFile(seed: number): Promise<Generated> {
	const { below, chance } = dice(seed);
	const count = 1 + (seed % 6);
	const dossier = { kind: 'dossier', id: world.newId() } as const;
	const persons = Array.from({ length: count }, (_, i) => ({
		id: world.newId(),
		name: `Personne ${i}`,
		language: i % 2 ? 'en' : 'fr',
		roles:
			i > 0 && i === count - 1 && chance(0.6) ? others[below(others.length)] : (['requester', 'beneficiary'] as const),
		contact: { voiceMail: false, text: false, othersMayKnow: false, callFirst: false },
	}));
	await path.does(eve, dossier, 'request.receive', {
		practitioner: practitioner.account,
		kind: kinds[count - 1],
		label: 'Dossier',
		anonymous: false,
		persons,
		via: 'phone',
		reason: 'Une demande',
		prefers: 'remote',
		territory: 'QC',
	});
	const linked = [];
	for (const { id, name } of persons) {
		const account = await path.newAccount('client', `${name} ${seed}`);
		await asSystem(world, practice.id, dossier, 'person.link', { person: id, account });
		linked.push({ id, actor: { account, assurance: 'code' as const } });
	}
	const served = linked.filter((_, i) => persons[i]?.roles?.includes('beneficiary'));
	await walk(path, { dossier, persons: served });
	const secrets = new Map<string, readonly string[]>();
	const told = (...who: readonly string[]): string => {
		const word = secret();
		secrets.set(word, who);
		return word;
	};
	for (const p of linked) await ownWords({ dossier, person: p, told });
	await together({ dossier, persons: served, told });
	if (count > 3 && served.length > 2 && chance(0.5))
		await path.does(eve, dossier, 'person.leave', { person: served.at(-1)?.id });
	return { dossier, persons: linked, secrets };
}

interface Telling {
	readonly dossier: Client['dossier'];
	readonly told: (...who: readonly string[]) => string;
}

/** Everything that is written about one person alone, by them or by the practitioner. */
async function ownWords({
	dossier,
	person,
	told,
}: Telling & { readonly person: Client['persons'][number] }): Promise<void> {
	const { id, actor } = person;
	const mine = () => told(id);
	const tries: readonly (readonly [typeof eve, string, object])[] = [
		[
			actor,
			'contact.set',
			{
				person: id,
				contact: {
					address: mine(),
					hours: mine(),
					voiceMail: false,
					text: false,
					othersMayKnow: false,
					callFirst: true,
				},
			},
		],
		[actor, 'emergencyContact.set', { person: id, name: mine(), phone: '418-555-0100', relation: mine() }],
		[actor, 'question.ask', { person: id, document: 'services', clause: 'fees', text: mine() }],
		[actor, 'message.send', { thread: world.newId(), person: id, purpose: 'care', channel: 'portal', body: mine() }],
		[eve, 'message.send', { thread: world.newId(), person: id, purpose: 'safety', channel: 'portal', body: mine() }],
		[eve, 'message.log', { person: id, channel: 'textMessage', body: mine(), on: '2026-11-02' }],
		[eve, 'person.callBack', { person: id, outcome: 'reached', note: mine() }],
		[eve, 'capacity.assess', { person: id, result: 'able', basis: mine() }],
		[eve, 'discussion.record', { person: id, risks: true, benefits: true, voluntary: true, note: mine() }],
		[eve, 'information.adapt', { person: id, language: 'fr', variant: 'oral', adaptation: mine() }],
		[eve, 'teachBack.record', { person: id, clause: 'limits', understood: true, inConversation: true, words: mine() }],
		[
			eve,
			'suitability.answer',
			{ person: id, question: 'clinical', finding: 'adapt', note: mine(), adjustment: mine() },
		],
		[eve, 'identity.waive', { person: id, reason: mine() }],
		[eve, 'plan.give', { person: id, plan: 'emergency', details: { steps: mine() } }],
		[actor, 'consent.withdraw', { person: id, means: 'signature', reason: mine() }],
	];
	for (const [by, act, input] of tries) await path.attempt(by, dossier, act, input);
	const { consent } = (await path.factsOf(dossier)).dossier.of(id);
	for (const question of Object.keys(consent.questions))
		await path.attempt(eve, dossier, 'question.answer', { person: id, id: question, text: mine(), orally: false });
}

/** Meetings of one, of some, of all: what is written there is of those who were in it. */
async function together({ dossier, persons, told }: Telling & Pick<Client, 'persons'>): Promise<void> {
	const groups = [...persons.map((p) => [p]), persons.slice(0, 2), persons];
	for (const [n, group] of groups.entries()) {
		const ids = group.map((p) => p.id);
		const id = await openSession(path, { dossier, persons: group }, { purpose: 'initialInterview' });
		const town = { place: 'new', territory: 'QC', alone: 'notSaid' };
		for (const p of group) {
			await path.does(p.actor, dossier, 'arrival.declare', {
				person: p.id,
				session: id,
				...town,
				town: told(p.id),
				address: told(p.id),
			});
			await path.does(eve, dossier, 'session.admit', { id, person: p.id });
		}
		await path.does(eve, dossier, 'session.start', { id });
		for (const by of [eve, ...group.map((p) => p.actor)])
			await path.does(by, dossier, 'message.send', { thread: id, session: id, channel: 'chat', body: told(...ids) });
		await path.does(eve, dossier, 'session.end', { id, agreed: told(...ids) });
		await path.attempt(eve, dossier, 'appointment.book', {
			id: world.newId(),
			purpose: 'initialInterview',
			mode: 'video',
			persons: ids,
			practitioner: practitioner.account,
			startsAt: world.now() + (n + 1) * DAY,
			endsAt: world.now() + (n + 1) * DAY + HOUR,
			zone: 'America/Toronto',
		});
	}
	const open = await openSession(path, { dossier, persons: persons.slice(0, 1) }, { purpose: 'initialInterview' });
	const [first] = persons;
	if (first)
		await path.attempt(first.actor, dossier, 'message.send', {
			thread: open,
			session: open,
			channel: 'chat',
			body: told(first.id),
		});
}

const pages = allRoutes().filter((r) => r.page && /\/(portal|room|account)\b/.test(r.pattern));

/** Every page that a client has, filled in with what this file holds, each person and each conversation tried. */
async function everythingShownTo(
	{ dossier, persons }: Client,
	actor: Client['persons'][number]['actor'],
): Promise<string> {
	const facts = await path.factsOf(dossier);
	const { joint } = facts.dossier;
	const threads = [joint, ...persons.map((p) => facts.dossier.of(p.id))].flatMap((part) =>
		Object.keys(part.messages.threads),
	);
	const sessions = Object.keys(joint.sessions.open);
	const seen: string[] = [];
	for (const { pattern } of pages)
		for (const person of pattern.includes('[[person') ? ['', ...persons.map((p) => p.id)] : [''])
			for (const thread of pattern.includes('[thread') ? threads : ['x'])
				for (const session of pattern.includes('[session') ? sessions : ['x']) {
					const plain = pattern.replace('/[[person=uuid]]', person && `/${person}`);
					const values = { lang: 'fr', dossier: dossier.id, thread, session, document: 'services', token: 'x' };
					const { status, text } = await path.page(actor, addressOf(plain, values));
					expect(status, plain).toBeLessThan(500);
					seen.push(text);
				}
	return seen.join('\n');
}

test('each person’s pages hold nothing that concerns somebody else, in files of one to six persons', {
	timeout: 300_000,
}, async () => {
	expect(pages.length).toBeGreaterThan(15);
	let own = 0;
	for (const seed of [6, 1, 3, 5]) {
		const file = await someFile(seed);
		for (const { id, actor } of file.persons) {
			const all = await everythingShownTo(file, actor);
			const found = [...file.secrets].filter(([word]) => all.includes(word));
			expect(
				found.filter(([, who]) => !who.includes(id)).map(([word]) => word),
				`file ${seed}`,
			).toEqual([]);
			own += found.length;
		}
	}
	// They do see their own words: the pages were read, not refused.
	expect(own).toBeGreaterThan(60);
});

test('a line of another’s part is no more written than read', async () => {
	const file = await someFile(5);
	const [one, two] = file.persons;
	const answer = await path.attempt(one?.actor ?? eve, file.dossier, 'message.send', {
		thread: world.newId(),
		person: two?.id,
		purpose: 'care',
		channel: 'portal',
		body: 'x',
	});
	expect(isRefusal(answer) && answer.code).toBe('act.notForThem');
});
