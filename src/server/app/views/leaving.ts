import type { RequestEvent } from '@sveltejs/kit';
import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import type { LeavingEntry, Taker } from '#server/capabilities/transfer/facts.ts';
import type { World } from '#server/journal/world.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { dayOf, type Instant } from '#server/kernel/time.ts';
import { lookUp } from '#server/law/look-up.ts';
import { inPractice } from '#server/platform/database.ts';
import { isTerritory } from '#words/territories.ts';
import { factsOf } from '../facts.ts';
import { listDossiers } from '../lists.ts';
import { signedIn } from '../view.ts';
import { bodiesOf, bodyAt } from './bodies.ts';
import type { MyLife } from './my-life.ts';

type Declared = Extract<LeavingEntry, { kind: 'cession.declared' }>['data'];

/** My own cession with the words of its notice, and my own successor. */
export async function leavingOf(event: RequestEvent, { facts, now, today, zone }: MyLife) {
	const { session, practice } = signedIn(event);
	const { cession, succession } = facts.practitioner.leaving;
	const { profile } = facts.practitioner.practitioner;
	const days = isTerritory(profile?.territory)
		? lookUp('cessionNoticeDays', profile.territory, dayOf(now)).value
		: undefined;
	const read = await bodiesOf(event.locals.app.world, {
		practice,
		dossier: session.account,
		parts: [JOINT],
		seqs: [cession?.evidence.seq],
	});
	const told = bodyAt<Declared>(read, cession?.evidence.seq, 'cession.declared');
	const taker: Taker | undefined = told && {
		to: told.to,
		profession: told.profession,
		address: told.address,
		phone: told.phone,
	};
	return {
		...(days !== undefined && { days }),
		...(cession &&
			taker && {
				cession: {
					...taker,
					name: profile?.name ?? '',
					on: cession.on,
					...(cession.noticed !== undefined && { noticed: cession.noticed }),
				},
			}),
		...(succession && {
			succession: { to: succession.to, ...(succession.opened && { openedAt: succession.opened.at }) },
		}),
		today,
		zone,
	};
}

/** Everyone in whose name files stand, or who named a successor: whether they still practise here, and their files if not. */
export async function departuresOf(
	world: World<Facts>,
	{ practice, owner }: { readonly practice: string; readonly owner: boolean },
	{ practice: { practice: house } }: Facts,
	now: Instant,
) {
	const { rows } = await inPractice(world.db, practice, (tx) =>
		sql<{
			account_id: string;
		}>`select distinct account_id from care where practice_id = ${practice} and role = 'practitioner'`.execute(tx),
	);
	const here = Object.values(house.members).filter((m) => m.roles.includes('practitioner'));
	const accounts = [...new Set([...here.map((m) => m.account), ...rows.map((r) => r.account_id)])];
	const all = await Promise.all(
		accounts.map((account) =>
			departureOf(
				world,
				practice,
				{
					account,
					name: house.members[account]?.name,
					isHere: here.some((m) => m.account === account),
					owner,
				},
				now,
			),
		),
	);
	return {
		takers: here.map(({ account, name }) => ({ account, name })),
		people: all.filter(({ why, succession }) => why !== 'here' || succession !== undefined),
	};
}

interface Practising {
	readonly account: string;
	readonly name: string | undefined;
	readonly isHere: boolean;
	/** Whoever looks answers for the practice: only they see whose files these are. */
	readonly owner: boolean;
}

async function departureOf(
	world: World<Facts>,
	practice: string,
	{ account, name, isHere, owner }: Practising,
	now: Instant,
) {
	const seen = await factsOf(world, practice, { kind: 'practitioner', id: account });
	const { leaving, practitioner } = seen?.facts.practitioner ?? {};
	const mayPractise = (practitioner?.permits ?? []).some((p) => p.until >= dayOf(now));
	const why = !isHere ? 'gone' : mayPractise ? 'here' : 'noPermit';
	const { succession } = leaving ?? {};
	const mayHand = owner && (why !== 'here' || succession?.opened !== undefined);
	return {
		account,
		name: name ?? practitioner?.profile?.name ?? '',
		why,
		...(succession && {
			succession: {
				to: succession.to,
				approvals: succession.approvals,
				approvedBy: succession.approvedBy,
				opened: succession.opened !== undefined,
			},
		}),
		files: mayHand ? (await listDossiers(world, practice, account)).map(({ id, label }) => ({ id, label })) : [],
		mayHand,
	} as const;
}
