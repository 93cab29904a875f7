import { sql } from 'kysely';
import { createAccount } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { PracticeProfile, PractitionerProfile } from '#server/capabilities/practice/facts.ts';
import { type Done, perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { inPractice } from '#server/platform/database.ts';
import type { Locale } from '#words/i18n.ts';

/** The practice and its first practitioner, as the first run asks for them. */
export interface FirstRun {
	readonly slug: string;
	readonly demo: boolean;
	readonly practice: PracticeProfile;
	readonly practitioner: PractitionerProfile;
	readonly permit: {
		readonly regulator: string;
		readonly number: string;
		readonly from: string;
		readonly until: string;
	};
	readonly email: string;
	readonly language: Locale;
}

/** The tools that a practice has from its first day: the room, the telephone, the portal, mail (def-nb-technology). */
export const firstTools = [
	{ key: 'room', channel: 'video', name: 'Balise (vidéo)' },
	{ key: 'telephone', channel: 'telephone', name: 'Téléphone' },
	{ key: 'portal', channel: 'portal', name: 'Balise (messages)' },
	{ key: 'chat', channel: 'chat', name: 'Balise (clavardage)' },
	{ key: 'email', channel: 'email', name: 'Courriel sans contenu' },
] as const;

/** The system attempts an act; answers what became of it. */
export const tryAsSystem = (
	world: World<Facts>,
	practice: string,
	asked: { readonly journal: JournalRef; readonly act: string; readonly input: unknown },
): Promise<Done | Refusal> =>
	perform(world, { ...asked, id: world.newId(), practice, actor: { assurance: 'none', system: true } });

/** Perform as the system, and take a refusal for the bug that it is. */
export async function asSystem(
	world: World<Facts>,
	practice: string,
	journal: JournalRef,
	act: string,
	input: unknown,
): Promise<void> {
	const outcome = await tryAsSystem(world, practice, { journal, act, input });
	if (isRefusal(outcome))
		throw new Error(`the system was refused ${act}: ${outcome.code} ${Object.keys(outcome.fields ?? {}).join(' ')}`);
}

/** Two first runs at once: the address went to the other one. */
const isTaken = (error: unknown): boolean => (error as { constraint?: string }).constraint === 'practice_slug_key';

/** Register a practice's address and key, open to its people at once; its journal begins with the first act. */
export async function registerPractice(
	world: World<Facts>,
	{ slug, demo }: { readonly slug: string; readonly demo: boolean },
): Promise<string> {
	const id = await prepare(world, demo);
	await openPractice(world, id, slug);
	return id;
}

/** It answers nowhere until it is opened: what a crash leaves half made is in nobody's way. */
async function prepare(world: World<Facts>, demo: boolean): Promise<string> {
	const id = world.newId();
	const key = await world.keys.rotate(id);
	await sql`insert into practice (id, slug, demo, key_name, created_at)
		values (${id}, ${`opening-${id}`}, ${demo}, ${key}, ${world.now()})`.execute(world.db);
	// Before anyone works: two first uses at once would make two keys, and what the first one indexed is never found again.
	await inPractice(world.db, id, (tx) => world.keyring.current(tx, id, id, 'blind'));
	return id;
}

/** From now on it answers at this address; throws when another one does. */
async function openPractice(world: World<Facts>, id: string, slug: string): Promise<void> {
	await sql`update practice set slug = ${slug}, opened_at = ${world.now()} where id = ${id}`.execute(world.db);
}

/** First run: the practice, its first practitioner with their permit, its first tools. Answers the owner's account. */
export async function createPractice(
	world: World<Facts>,
	first: FirstRun,
): Promise<{ readonly practice: string; readonly account: string } | Refusal> {
	const practice = await prepare(world, first.demo);
	const account = await createAccount(world, practice, {
		kind: 'member',
		name: first.practitioner.name,
		email: first.email,
		language: first.language,
	});
	if (isRefusal(account)) return account;
	const journal = { kind: 'practice', id: practice } as const;
	await asSystem(world, practice, journal, 'practice.create', {
		...first.practice,
		account: account.id,
		memberName: first.practitioner.name,
	});
	for (const { channel, name } of firstTools)
		await asSystem(world, practice, journal, 'tool.register', {
			id: world.newId(),
			name,
			channel,
			socialNetwork: false,
		});
	await registerPractitioner(world, practice, account.id, first);
	return openPractice(world, practice, first.slug).then(
		() => ({ practice, account: account.id }),
		(error: unknown) => {
			if (isTaken(error)) return refuse('practice.addressTaken');
			throw error;
		},
	);
}

/** A practitioner's own journal: who they are, and their permit. */
export async function registerPractitioner(
	world: World<Facts>,
	practice: string,
	account: string,
	{ practitioner, permit }: Pick<FirstRun, 'practitioner' | 'permit'>,
): Promise<void> {
	const own = { kind: 'practitioner', id: account } as const;
	await asSystem(world, practice, own, 'practitioner.register', practitioner);
	await asSystem(world, practice, own, 'permit.record', {
		id: world.newId(),
		territory: practitioner.territory,
		...permit,
	});
}
