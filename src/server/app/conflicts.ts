import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { namesIn } from '#server/capabilities/boundaries/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { noteAccess } from '#server/journal/access.ts';
import { openBriefs, type StoredBrief } from '#server/journal/brief.ts';
import type { World } from '#server/journal/world.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { dayOf, type Instant } from '#server/kernel/time.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import type { Brief } from './brief.ts';
import { countOneMore } from './counted.ts';
import { factsOf } from './facts.ts';

/** Who sees what a search found: the only practitioner of a practice, on their own caseload; or the conflicts officer. */
export type WhoSees = 'own' | 'officer';

/** In a practice of several, whoever asks never sees whether a name is known: the officer does, and decides. */
export function whoSees({ practice }: Pick<Facts, 'practice'>, account: string): WhoSees {
	const members = Object.values(practice.practice.members);
	const practitioners = members.filter((m) => m.roles.includes('practitioner'));
	const isOfficer = practice.practice.members[account]?.roles.includes('conflictsOfficer') === true;
	return isOfficer && practitioners.length === 1 && practitioners[0]?.account === account ? 'own' : 'officer';
}

/** Searches that one account may ask for in a day: a name after another would be a way to ask who is a client here. */
export const SEARCHES_A_DAY = 20;

/** Count one more search of this account; a no when there were too many today. */
export async function tooManySearches(
	world: World<Facts>,
	practice: string,
	account: string,
): Promise<Refusal | undefined> {
	const made = await countOneMore(world, practice, `conflicts|${account}|${dayOf(world.now())}`);
	return made > SEARCHES_A_DAY ? refuse('conflict.tooMany') : undefined;
}

/** Searches are lines of the access log, those that were one too many as well. */
export const noteSearch = (
	world: World<Facts>,
	practice: string,
	{ account, dossier, done }: { readonly account: string; readonly dossier: string; readonly done: boolean },
): Promise<void> =>
	noteAccess(world, practice, {
		at: world.now(),
		account,
		what: 'search conflicts',
		outcome: done ? 'done' : 'conflict.tooMany',
		subject: { journal: dossier },
	});

const ALIKE = 400;

/** The answer leaves after the same time, whatever was found. */
export async function inTheSameTime<T>(work: () => Promise<T>): Promise<T> {
	const [done] = await Promise.allSettled([work(), sleep(ALIKE)]);
	if (done.status === 'rejected') throw done.reason;
	return done.value;
}

/** A person of another file whose name, telephone or e-mail is one of this file's. */
export interface Hit {
	readonly dossier: string;
	readonly label: string;
	readonly name: string;
	readonly practitioner: string;
	readonly fields: readonly ('name' | 'phone' | 'email')[];
}

interface Found {
	readonly journal_id: string;
	readonly person_id: string;
	readonly fields: readonly Hit['fields'][number][];
}

const MOST = 50;

/** Blind search: keyed digests are compared, and no file is opened. One question to the database, whatever it finds. */
async function search(
	tx: Tx,
	practice: string,
	dossier: string,
	{ persons, caseload }: { readonly persons: readonly string[]; readonly caseload: string | undefined },
): Promise<readonly Found[]> {
	const { rows } = await sql<Found>`select other.journal_id, other.person_id, array_agg(distinct other.field) as fields
		from blind mine join blind other
			on other.practice_id = mine.practice_id and other.token = mine.token and other.journal_id <> mine.journal_id
		where mine.practice_id = ${practice} and mine.journal_id = ${dossier} and mine.person_id = any(${persons})
			and (${caseload ?? null}::uuid is null or exists (select 1 from care c where c.practice_id = other.practice_id
				and c.journal_id = other.journal_id and c.account_id = ${caseload ?? null}::uuid and c.role = 'practitioner'))
		group by other.journal_id, other.person_id order by other.journal_id, other.person_id limit ${MOST}`.execute(tx);
	return rows;
}

/** What is asked: the names of which file, among all files or one practitioner's. */
export interface Asked {
	readonly practice: string;
	readonly dossier: string;
	readonly facts: Facts;
	/** Only files of this practitioner's caseload. */
	readonly caseload?: string;
}

/** Everyone a file names: its persons, and those they speak of. */
export const namesOf = ({ dossier }: Facts) =>
	namesIn((person) => dossier.of(person).boundaries, dossier.joint.dossier);

/** Search, and say nothing of what was found: what the person who asks is answered, whoever is known here. */
export const searchUnseen = (world: World<Facts>, { practice, dossier, facts }: Asked): Promise<void> =>
	inPractice(world.db, practice, async (tx) => {
		await search(tx, practice, dossier, {
			persons: namesOf(facts).map((p) => p.id),
			caseload: undefined,
		});
	});

/** Look for the names of a file among the others; for who may see the answer. */
export async function hitsOf(
	world: World<Facts>,
	{ practice, dossier, facts, caseload }: Asked,
): Promise<readonly Hit[]> {
	const persons = namesOf(facts).map((p) => p.id);
	const found = await inPractice(world.db, practice, (tx) => search(tx, practice, dossier, { persons, caseload }));
	const hits: Hit[] = [];
	for (const { journal_id, person_id, fields } of found) {
		const other = await factsOf(world, practice, { kind: 'dossier', id: journal_id });
		const known = other?.facts.dossier.joint.dossier;
		const name = other && namesOf(other.facts).find((n) => n.id === person_id)?.name;
		if (!known || name === undefined) continue;
		const carers = Object.keys(known.careTeam).flatMap(
			(account) => facts.practice.practice.members[account]?.name ?? [],
		);
		hits.push({
			dossier: journal_id,
			label: known.label,
			name,
			practitioner: carers.join(', '),
			fields: [...fields].sort(),
		});
	}
	return hits;
}

/** A file whose names were searched and that waits for the officer's decision. */
export interface Waiting {
	readonly dossier: string;
	readonly asked: { readonly at: Instant; readonly by: string };
	readonly names: readonly string[];
	readonly hits: readonly Hit[];
}

/** Everything that waits for the conflicts officer, the oldest first. */
export async function waitingForDecision(world: World<Facts>, practice: string): Promise<readonly Waiting[]> {
	const ids = await inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<StoredBrief>`select journal_id, seq, key_id, sealed from brief
			where practice_id = ${practice}`.execute(tx);
		const opened = await openBriefs<Brief, StoredBrief, Facts>(world, tx, practice, rows);
		return opened.filter(({ brief }) => brief.conflict).map(({ row }) => row.journal_id);
	});
	const files = await Promise.all(ids.map((dossier) => waitingFile(world, practice, dossier)));
	return files.filter((file) => file !== undefined).sort((a, b) => a.asked.at - b.asked.at);
}

async function waitingFile(world: World<Facts>, practice: string, dossier: string): Promise<Waiting | undefined> {
	const found = await factsOf(world, practice, { kind: 'dossier', id: dossier });
	const searched = found?.facts.dossier.joint.boundaries.searched;
	if (!found || !searched) return undefined;
	const { facts } = found;
	const { dossier: file } = facts.dossier.joint;
	const by = Object.keys(file.careTeam).flatMap((account) => facts.practice.practice.members[account]?.name ?? []);
	return {
		dossier,
		asked: { at: searched.evidence.at, by: by.join(', ') },
		names: namesOf(facts).map((p) => p.name),
		hits: await hitsOf(world, { practice, dossier, facts }),
	};
}
