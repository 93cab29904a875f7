import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestEvent } from '@sveltejs/kit';
import type { Session } from '#server/capabilities/accounts/sessions.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { reachOf } from '#server/kernel/dossier.ts';
import { isId } from '#server/kernel/journal.ts';
import type { TextFound } from '#server/platform/full-text.ts';
import type { Locale } from '#words/i18n.ts';
import { noteReading } from '../access.ts';
import { factsOf } from '../facts.ts';
import { excerptOf, matchOf, type Piece, type Term, termsOf } from '../find/query.ts';
import { lock, unlock } from '../find/unlocked.ts';
import { type Family, families, wordsOf } from '../find/words.ts';
import { bodiesOf } from './bodies.ts';
import { accountZone, homeZone } from './home-zone.ts';
import { instantsOf, type Period, periodIn } from './period.ts';
import { tellLine } from './timeline.ts';

/** One line that was found, in a person's language. */
export interface FoundLine {
	readonly seq: number;
	readonly at: number;
	readonly what: string;
	readonly by: string;
	readonly whose?: string;
	readonly excerpt: readonly Piece[];
}

/** What was found in one file, newest first. */
export interface FoundFile {
	readonly id: string;
	readonly label: string;
	readonly zone: string;
	readonly lines: readonly FoundLine[];
}

/** What a form asked; it is never in an address. */
export interface Looked extends Period {
	readonly q: string;
	readonly kind?: Family;
	readonly file?: string;
	/** How many lines were shown before these. */
	readonly after: number;
}

const PAGE = 25;
const LONGEST = 200;

/** What was typed in the form of the page; what cannot be read is as if it were not there. */
export function lookedFor(form: FormData): Looked {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const kind = families.find((one) => one === text('kind'));
	return {
		q: text('q').slice(0, LONGEST),
		after: /^\d{1,6}$/.test(text('after')) ? Number(text('after')) : 0,
		...(kind && { kind }),
		...(isId(text('file')) && { file: text('file') }),
		...periodIn(text),
	};
}

/** What the page answers: what was found, or how far the unlocking is, or that there was nothing to look for. */
export type Finding =
	| { readonly is: 'empty' | 'trouble' }
	| { readonly is: 'unlocking'; readonly done: number; readonly total: number }
	| {
			readonly is: 'found';
			readonly files: readonly FoundFile[];
			readonly total: number;
			/** How many come before the next ones, when there are more. */
			readonly next?: number;
	  };

const WAIT = 1000;

/** Look in the caseload of whoever is signed in. It is unlocked first; what takes more than a moment says how far it is. */
export async function findWords(
	event: RequestEvent,
	session: Session,
	{ q, kind, file, after, ...period }: Looked,
): Promise<Finding> {
	const { app, lang, practice } = event.locals;
	const terms = termsOf(q);
	const match = matchOf(terms);
	if (!match || !practice) return { is: 'empty' };
	const caseload = unlock(app, practice.id, session);
	const come = await Promise.race([
		caseload.ready.then(
			() => 'ready',
			() => 'failed',
		),
		sleep(WAIT),
	]);
	if (come === 'failed') return { is: 'trouble' };
	if (come === undefined) return { is: 'unlocking', ...caseload.progress() };
	const zone = await accountZone(app.world, practice.id, session);
	const query = {
		match,
		limit: PAGE,
		after,
		...(kind && { families: [kind] }),
		...(file !== undefined && { journal: file }),
		...instantsOf(period, zone),
	};
	const found = await caseload.find(query).catch((error: unknown) => {
		app.log.error('find.failed', error);
		lock(session);
	});
	if (!found) return { is: 'trouble' };
	const files = await openFound(app.world, { practice: practice.id, session, lang }, { found, terms });
	const next = after + found.lines.length;
	return { is: 'found', files, total: found.total, ...(found.lines.length > 0 && next < found.total && { next }) };
}

interface Reader {
	readonly practice: string;
	readonly session: Session;
	readonly lang: Locale;
}

/**
 * Open the lines that were found, through the door by which any line is read: reach is looked at again as it is now, and
 * each file that is opened is one line of the access log, which says nothing of what was looked for.
 */
export async function openFound(
	world: World<Facts>,
	reader: Reader,
	{ found, terms }: { readonly found: TextFound; readonly terms: readonly Term[] },
): Promise<readonly FoundFile[]> {
	const byFile = Map.groupBy(found.lines, ({ journal }) => journal);
	const opened = await Promise.all(
		[...byFile].map(([id, lines]) => openFile(world, reader, { id, seqs: lines.map(({ seq }) => seq) }, terms)),
	);
	return opened.filter((file) => file !== undefined);
}

async function openFile(
	world: World<Facts>,
	{ practice, session, lang }: Reader,
	{ id, seqs }: { readonly id: string; readonly seqs: readonly number[] },
	terms: readonly Term[],
): Promise<FoundFile | undefined> {
	const seen = await factsOf(world, practice, { kind: 'dossier', id });
	if (!seen) return undefined;
	const { dossier } = seen.facts.dossier.joint;
	const parts = dossier.careTeam[session.account]
		? reachOf(dossier, session.account, session.roles, world.now())
		: undefined;
	if (parts === undefined || parts === 'desk') return undefined;
	await noteReading(world, practice, { session, view: 'find', dossier: id });
	const zone = homeZone(seen.facts);
	const bodies = await bodiesOf(world, { practice, dossier: id, parts, seqs });
	const lines = seqs.flatMap((seq) => {
		const entry = bodies.get(seq);
		if (!entry) return [];
		const { at, what, by, whose } = tellLine(entry, seen.facts, lang, zone);
		const excerpt = excerptOf(wordsOf(entry).join(' · '), terms);
		return [{ seq, at, what, by, ...(whose !== undefined && { whose }), excerpt }];
	});
	return lines.length > 0 ? { id, label: dossier.label, zone, lines } : undefined;
}
