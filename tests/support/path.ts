import { availableClauses, publication } from '#server/app/documents.ts';
import { factsOf } from '#server/app/facts.ts';
import { modelOf } from '#server/app/model.ts';
import { asSystem, firstTools, registerPractitioner } from '#server/app/practices.ts';
import { signInPolicy } from '#server/capabilities/accounts/index.ts';
import type { Facts, SystemFacts } from '#server/capabilities/index.ts';
import { type Done, perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import type { Actor } from '#server/kernel/act.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import { dayOf } from '#server/kernel/time.ts';
import { documentKeys } from '#words/clauses/documents.ts';
import type { TestServer } from './server.ts';
import { type TestHouse, testHouse } from './world.ts';

export * from './steps.ts';

/** What the tests' system is. */
export const testSystem: SystemFacts = {
	tls: false,
	mail: true,
	relay: false,
	signIn: signInPolicy,
	storage: { place: 'ownComputer', territory: 'QC', encrypted: true },
	keys: { apart: true, private: true },
};

/** A practitioner as tests need one. */
export interface Someone {
	readonly account: string;
	readonly actor: Actor;
	readonly journal: JournalRef;
}

/** A practice ready to receive: its practitioner, its published documents, its channels. */
export interface Path {
	readonly world: World<Facts>;
	readonly practice: JournalRef;
	readonly practitioner: Someone;
	/** Attempt an act; answers what perform answers. */
	readonly attempt: (
		by: Actor,
		journal: JournalRef,
		act: string,
		input: unknown,
		more?: { safetyFirst?: { reason: string }; id?: string },
	) => Promise<Done | Refusal>;
	/** Attempt an act that must be done; throws with the duties when it is refused. */
	readonly does: (by: Actor, journal: JournalRef, act: string, input: unknown) => Promise<Done>;
	readonly factsOf: (journal: JournalRef) => Promise<Facts>;
	readonly newAccount: Ground['newAccount'];
}

const texts = { fr: 'Une rencontre à notre bureau', en: 'A meeting at our office' };
export const someTerms = {
	fees: [{ label: { fr: 'Rencontre de 50 minutes', en: '50-minute meeting' }, amount: 12500 }],
	replyWithin: { amount: 2, unit: 'businessDay' },
	hours: { fr: 'du lundi au vendredi, de 9 h à 17 h', en: 'Monday to Friday, 9 to 5' },
	interruption: { waitMinutes: 5, whoCalls: 'practice', number: '418-555-0142' },
	retentionYears: 7,
	alternatives: { QC: [texts], NB: [texts], ON: [texts] },
	firewallAttested: true,
} as const;

export const regulators = {
	QC: {
		key: 'OTSTCFQ',
		address: '255, boulevard Crémazie Est, Montréal',
		phones: ['514-731-3925'],
		email: 'ordre@example.org',
		site: 'https://ordre.example',
	},
	NB: {
		key: 'ATSNB',
		address: 'C.P. 1533, Fredericton',
		phones: ['506-459-5595'],
		email: 'association@example.org',
		site: 'https://association.example',
	},
} as const;

interface Where {
	readonly province?: 'QC' | 'NB';
	/** Leave policies, terms and channels for the test to do. */
	readonly bare?: boolean;
}

/** Open a house with the real model, and a practice in a province; acts go straight through `perform`. */
export async function openPath(server: TestServer, where: Where = {}): Promise<Path & Pick<TestHouse<Facts>, 'clock'>> {
	const house = await testHouse<Facts>({ server, model: modelOf(() => testSystem) });
	const { world } = house;
	const attempt: Path['attempt'] = (actor, journal, act, input, more = {}) =>
		perform(world, {
			id: more.id ?? world.newId(),
			practice: house.practice,
			journal,
			act,
			actor,
			input,
			...(more.safetyFirst && { safetyFirst: more.safetyFirst }),
		});
	const path = await pathIn({ world, practice: house.practice, attempt, newAccount: async () => world.newId() }, where);
	return { ...path, clock: house.clock };
}

interface Ground {
	readonly world: World<Facts>;
	readonly practice: string;
	readonly attempt: Path['attempt'];
	readonly newAccount: (kind: 'member' | 'client', name: string) => Promise<string>;
}

/** A practice in a province, over whichever door acts are sent. */
export async function pathIn(
	{ world, practice: id, attempt, newAccount }: Ground,
	{ province = 'QC', bare = false }: Where = {},
): Promise<Path> {
	const practice: JournalRef = { kind: 'practice', id };
	const account = await newAccount('member', 'Ève Tremblay');
	const does: Path['does'] = async (actor, journal, act, input) => {
		const outcome = await attempt(actor, journal, act, input);
		if (isRefusal(outcome))
			throw new Error(
				`${act}: ${outcome.code} ${outcome.duties.map((d) => d.why).join(' ')} ${JSON.stringify(outcome.fields ?? {})}`,
			);
		return outcome;
	};
	const practitioner: Someone = {
		account,
		actor: { account, assurance: 'passkey' },
		journal: { kind: 'practitioner', id: account },
	};
	const profile = {
		name: 'Cabinet du Ruisseau',
		senderName: 'Agenda',
		territory: province,
		address: '12, rue du Moulin, Rimouski',
		phone: '418-555-0142',
		email: 'bonjour@ruisseau.example',
		solo: true,
	};
	await asSystem(world, id, practice, 'practice.create', { ...profile, account, memberName: 'Ève Tremblay' });
	await registerPractitioner(world, id, account, {
		practitioner: {
			name: 'Ève Tremblay',
			title: 'T.S.',
			order: province === 'QC' ? 'OTSTCFQ' : 'ATSNB',
			territory: province,
			address: '12, rue du Moulin, Rimouski',
			phone: '418-555-0142',
			email: 'eve@ruisseau.example',
			office: true,
		},
		permit: {
			regulator: province === 'QC' ? 'OTSTCFQ' : 'ATSNB',
			number: 'TS-00000',
			from: '2026-04-01',
			until: '2027-04-01',
		},
	});
	const facts = async (journal: JournalRef) => {
		const found = await factsOf(world, id, journal, account);
		if (!found) throw new Error('no such journal');
		return found.facts;
	};
	const path: Path = { world, practice, practitioner, attempt, does, factsOf: facts, newAccount };
	if (!bare) await makeReady(path, province);
	return path;
}

/** Terms, policies, tools and channels: everything a practice does before its first client. */
export async function makeReady(
	{ world, practice, practitioner, does, factsOf: facts }: Path,
	province: 'QC' | 'NB',
): Promise<void> {
	const { actor, journal } = practitioner;
	for (const { channel, name } of firstTools)
		await does(actor, practice, 'tool.register', { id: world.newId(), name, channel, socialNetwork: false });
	await does(actor, practice, 'service.describe', someTerms);
	await does(actor, practice, 'regulator.verify', { ...regulators[province], verifiedOn: dayOf(world.now()) });
	await publishAll({ practice, practitioner, does, factsOf: facts, world }, province);
	await does(actor, practice, 'page.publish', { links: ['breach'] });
	for (const channel of ['video', 'chat', 'portal', 'email']) {
		await does(actor, journal, 'training.record', {
			channel,
			title: 'Intervenir à distance',
			provider: 'Université',
			on: '2026-02-03',
			hours: 6,
			proof: true,
		});
		await does(actor, journal, 'drill.pass', { channel, steps: ['admit', 'mute', 'remove', 'fallback', 'end'] });
		await does(actor, journal, 'risk.read', { channel });
		await does(actor, journal, 'channel.enable', { channel });
	}
	await does(actor, journal, 'channel.enable', { channel: 'telephone' });
}

/** Adopt and publish every document of the library whose facts are there. */
export async function publishAll(
	{
		practice,
		practitioner,
		does,
		factsOf: facts,
		world,
	}: Pick<Path, 'practice' | 'practitioner' | 'does' | 'factsOf' | 'world'>,
	province: 'QC' | 'NB',
): Promise<void> {
	const day = dayOf(world.now());
	for (const document of documentKeys) {
		const clauses = availableClauses(await facts(practice), document, { territory: province, day });
		if (clauses.length === 0) continue;
		await does(practitioner.actor, practice, 'policy.adopt', { document, clauses });
		await does(practitioner.actor, practice, 'policy.publish', {
			...publication(await facts(practice), document, day),
			material: false,
		});
	}
}

/** A client as the path makes one. */
export interface Client {
	readonly dossier: JournalRef;
	readonly persons: readonly { readonly id: string; readonly actor: Actor }[];
}

/** A request, by telephone or form; with accounts linked when asked. */
export async function request(
	{ world, practitioner, does, practice, newAccount }: Path,
	{
		names = ['Camille Roy'],
		kind = 'person',
		linked = true,
	}: { readonly names?: readonly string[]; readonly kind?: string; readonly linked?: boolean } = {},
): Promise<Client> {
	const dossier: JournalRef = { kind: 'dossier', id: world.newId() };
	const persons = names.map((name) => ({
		id: world.newId(),
		name,
		language: 'fr',
		roles: ['requester', 'beneficiary'],
		contact: {
			email: `${name
				.split(' ')[0]
				?.normalize('NFD')
				.replace(/[^a-zA-Z]/g, '')
				.toLowerCase()}@example.org`,
			phone: '418-555-0199',
			voiceMail: false,
			text: false,
			othersMayKnow: false,
			callFirst: false,
		},
	}));
	await does(practitioner.actor, dossier, 'request.receive', {
		practitioner: practitioner.account,
		kind,
		label: names.join(' et '),
		anonymous: false,
		persons,
		via: 'phone',
		reason: 'Conflits à la maison',
		prefers: 'remote',
		territory: 'QC',
	});
	const linkedPersons = [];
	for (const { id, name } of persons) {
		const account = await newAccount('client', name);
		if (linked) await asSystem(world, practice.id, dossier, 'person.link', { person: id, account });
		linkedPersons.push({ id, actor: { account, assurance: 'code' as const } });
	}
	return { dossier, persons: linkedPersons };
}
