import type { Authorisation, Disclosed, DisclosureEntry } from '#server/capabilities/disclosure/facts.ts';
import { isLive } from '#server/capabilities/disclosure/facts.ts';
import { present } from '#server/kernel/dossier.ts';
import { allForClient, lookUp } from '#server/law/look-up.ts';
import type { Locale } from '#words/i18n.ts';
import { territoryOf } from '../documents.ts';
import { bodyAt } from './bodies.ts';
import { homeZone } from './home-zone.ts';
import { walkBack } from './lines.ts';
import type { OpenFile } from './open-file.ts';
import { copyLines, textsOf } from './record-copy.ts';
import { tellLine } from './timeline.ts';

/** How many lines with words are offered to be chosen from. */
const OFFERED = 40;

/** The numbers to call before anything is written: emergency, help lines, the protection of children of the place. */
export function numbersOf({ facts, today }: OpenFile, lang: Locale) {
	const { practitioner, practice, dossier } = facts;
	const home = dossier.joint.place.home?.territory ?? practitioner.practitioner.profile?.territory;
	const place = territoryOf(home ?? practice.practice.profile?.territory);
	const lines = allForClient('helpLine', place, today).map((l) => ({ name: l.name[lang], number: l.number }));
	const children = lookUp('childProtection', place, today).value;
	return [...lines, ...(children?.phones ?? []).map(({ number }) => ({ name: children?.name[lang] ?? '', number }))];
}

/** Every authorisation of those present, with its words. */
export async function authorisationsOf({ facts, bodies, now }: OpenFile) {
	const all = present(facts.dossier.joint.dossier).flatMap(({ id: person, name }) =>
		Object.entries(facts.dossier.of(person).disclosure.authorisations).map(([id, a]) => ({ id, person, name, ...a })),
	);
	const opened = await bodies(all.map((a) => a.evidence.seq));
	return all
		.map(({ id, person, name, evidence, until, ...one }) => {
			type Given = Extract<DisclosureEntry, { kind: 'authorisation.given' }>['data'];
			const said = bodyAt<Given>(opened, evidence.seq, 'authorisation.given');
			const live = isLive({ ...one, evidence, ...(until !== undefined && { until }) } satisfies Authorisation, now);
			return {
				id,
				person,
				name,
				to: said?.to ?? '',
				what: said?.what ?? '',
				why: said?.why ?? '',
				written: one.written,
				live,
				at: evidence.at,
				...(until !== undefined && { until }),
			};
		})
		.toReversed();
}

/** The lines whose words could leave, the newest first. */
export async function offeredLines({ world, practice, id, parts, facts }: OpenFile, lang: Locale) {
	const hasWords = (entries: readonly { kind: string }[]) => entries.length >= 4 * OFFERED;
	const { entries } = await walkBack(world, { practice, dossier: id, parts, enough: hasWords, most: 2000 });
	return entries
		.filter((entry) => textsOf(entry).length > 0)
		.slice(-OFFERED)
		.toReversed()
		.map((entry) => {
			const { what, at, about } = tellLine(entry, facts, lang, homeZone(facts));
			return { seq: entry.seq, what, at, ...(about && { about }) };
		});
}

/** Everything that left this file or was told outside, the newest first. */
export async function registerOf({ facts, bodies }: OpenFile) {
	const { dossier } = facts;
	const names = dossier.joint.dossier.persons;
	const all = [
		...Object.entries(dossier.joint.disclosure.disclosures).map(([id, d]) => ({ id, person: undefined, ...d })),
		...Object.keys(names).flatMap((person) =>
			Object.entries(dossier.of(person).disclosure.disclosures).map(([id, d]) => ({ id, person, ...d })),
		),
	].toSorted((a, b) => b.evidence.seq - a.evidence.seq);
	const opened = await bodies(all.map((d) => d.evidence.seq));
	return all.map(({ evidence, ...one }) => {
		const said = opened.get(evidence.seq)?.data as (Disclosed & { on?: string }) | undefined;
		return {
			...one,
			seq: evidence.seq,
			at: evidence.at,
			to: said?.to ?? '',
			about: (said?.persons ?? []).map((p) => names[p]?.name ?? '').join(', '),
			count: said?.lines.length ?? 0,
			...(said?.on !== undefined && { on: said.on }),
		};
	});
}

/** What leaves: the words of the lines that were chosen, and nothing else; undefined when that line tells of no disclosure. */
export async function leavingSheet({ facts, bodies }: OpenFile, seq: number, lang: Locale) {
	const told = (await bodies([seq])).get(seq);
	if (told?.kind !== 'record.disclosed') return undefined;
	const { to, lines } = told.data as Disclosed;
	const opened = await bodies(lines);
	const entries = lines.flatMap((line) => opened.get(line) ?? []).toSorted((a, b) => a.seq - b.seq);
	return { to, at: told.at, lines: copyLines(entries, { facts, lang, held: new Map() }) };
}
