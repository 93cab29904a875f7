import { receiptFor } from '#server/journal/receipt.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { forClient, lookUpAll } from '#server/law/look-up.ts';
import { territoryOf } from '../documents.ts';
import { bodyAt } from './bodies.ts';
import { homeZone } from './home-zone.ts';
import type { OpenPortal } from './portal.ts';
import { type Delivered, deliveredCopy, recordLines } from './record.ts';
import { tellLine } from './timeline.ts';

/** What this person asked of their file, the latest first, and what was answered. */
export async function myRecordOf({ own, bodies, facts, lang, today }: OpenPortal) {
	const { requests, corrections } = own.record;
	const opened = await bodies([
		...Object.values(corrections).flatMap((c) => [c.asked.seq, c.line, c.answer?.evidence.seq]),
	]);
	const zone = homeZone(facts);
	return {
		requests: Object.entries(requests)
			.map(([id, { asks, received, due, answer }]) => ({
				id,
				asks,
				received,
				late: answer === undefined && due !== undefined && today > due,
				...(due !== undefined && { due }),
				...(answer && { answer: answer.as }),
			}))
			.toReversed(),
		corrections: Object.entries(corrections)
			.map(([id, { asks, received, due, answer, asked, line }]) => {
				const about = line === undefined ? undefined : opened.get(line);
				return {
					id,
					asks,
					received,
					late: answer === undefined && due !== undefined && today > due,
					statement: bodyAt<{ statement: string }>(opened, asked.seq, 'correction.asked')?.statement ?? '',
					...(about && { what: tellLine(about, facts, lang, zone).what }),
					...(due !== undefined && { due }),
					...(answer && {
						answer: answer.as,
						why: bodyAt<{ reason: string }>(opened, answer.evidence.seq, 'correction.answered')?.reason ?? '',
					}),
				};
			})
			.toReversed(),
	};
}

/** The line that a version is about, as its person reads it. */
export async function lineAbout({ bodies, facts, lang }: OpenPortal, seq: number | undefined) {
	const entry = seq === undefined ? undefined : (await bodies([seq])).get(seq);
	if (!entry) return undefined;
	const { what, about, at } = tellLine(entry, facts, lang, homeZone(facts));
	return { seq: entry.seq, at, what: about === undefined ? what : `${what} (${about})` };
}

/** The article of a ground, where the rule pack may tell it to a client. */
function citationOf({ facts, today }: OpenPortal, ground: string): string | undefined {
	const place = facts.practitioner.practitioner.profile?.territory ?? facts.practice.practice.profile?.territory;
	const found = lookUpAll('accessGround', territoryOf(place), today).find((f) => f.value?.ground === ground);
	return found && forClient(found)?.citation;
}

/** The answer to one request: what was decided, why, how to complain, and the copy with its receipt. */
export async function myAnswer(open: OpenPortal, id: string, page: number) {
	const request = open.own.record.requests[id];
	if (!request?.answer) return undefined;
	const { evidence } = request.answer;
	const body = bodyAt<Delivered>(await open.bodies([evidence.seq]), evidence.seq, 'access.delivered');
	if (!body) return undefined;
	const { answer, way, ground, reason, copy, held } = body;
	const shown =
		copy && way === 'space' ? await deliveredCopy({ ...open, dossier: open.id }, { copy, held, page }) : undefined;
	const receipt = await receiptFor(open.world, open.practice, open.id, evidence.seq);
	const citation = ground && citationOf(open, ground);
	return {
		asks: request.asks,
		received: request.received,
		at: evidence.at,
		answer,
		way,
		...(ground && { ground }),
		...(citation !== undefined && { citation }),
		...(reason !== undefined && { reason }),
		...(copy && { hash: copy.hash }),
		...(shown && { copy: shown }),
		...(receipt && { proof: { entry: receipt.entryHash, root: receipt.latest.root } }),
	};
}

/** What somebody typed about other people is not theirs to carry away. */
const ofOthers: ReadonlySet<string> = new Set(['emergencyContact.set', 'other.named', 'request.received']);

/** What this person provided themself, as plain data: their own lines, and nothing anybody else wrote. */
export async function providedBy(open: OpenPortal) {
	const { world, practice, id: dossier, who, parts, lang, facts } = open;
	const mine = parts.filter((p) => p === JOINT || p === who.id);
	const entries = await recordLines(world, { practice, dossier, parts: mine });
	const isTheirs = ({ by, kind }: Entry): boolean =>
		by.person === who.id && by.as !== 'practitioner' && !ofOthers.has(kind);
	const zone = homeZone(facts);
	return {
		format: 'balise.provided.1',
		person: who.name,
		language: who.language,
		lines: entries.filter(isTheirs).map((e) => ({
			at: new Date(e.at).toISOString(),
			kind: e.kind,
			what: tellLine(e, facts, lang, zone).what,
			data: e.data,
		})),
	};
}
