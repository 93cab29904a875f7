import type { Facts } from '#server/capabilities/index.ts';
import { type Channel, channels } from '#server/kernel/field.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { lookUp, lookUpAll } from '#server/law/look-up.ts';
import { dutyById } from '#server/norms/catalogue.ts';
import { gate, ordersOf } from '#server/norms/judge.ts';
import type { LetterFacts } from '#words/away.ts';
import type { Block } from '#words/clauses/clause.ts';
import { channelRisksOf } from '#words/clauses/risks-of.ts';
import { drillText } from '#words/drill.ts';
import type { Locale } from '#words/i18n.ts';
import { whyText } from '#words/refusals.ts';
import { inTerritory, isState, type Territory, territories, territoryName } from '#words/territories.ts';
import { territoryOf } from '../documents.ts';
import { readingOf } from './regulators.ts';

interface At {
	readonly now: Instant;
	readonly lang: Locale;
}

/** How a permit stands on a day; its last day is the first on which it no longer holds. */
export const permitState = (
	{ from, until }: { readonly from: LocalDate; readonly until: LocalDate },
	day: LocalDate,
): 'inForce' | 'toCome' | 'ended' => (day >= until ? 'ended' : day < from ? 'toCome' : 'inForce');

/** The permits of a practitioner, those in force first, the latest first. */
export const permitsOf = ({ practitioner }: Facts, day: LocalDate) =>
	practitioner.practitioner.permits
		.map(({ id, territory, regulator, number, from, until }) => ({
			id,
			territory,
			regulator,
			number,
			from,
			until,
			state: permitState({ from, until }, day),
		}))
		.sort((a, b) => rank[a.state] - rank[b.state] || b.until.localeCompare(a.until));
const rank = { inForce: 0, toCome: 1, ended: 2 } as const;

/** One way to talk: whether it is open, what is on record for it, what is missing, and the texts to read or do. */
export interface ChannelRow {
	readonly channel: Channel;
	readonly openSince?: Instant;
	readonly training?: { readonly proof: boolean; readonly at: Instant };
	readonly plan?: LocalDate;
	readonly drill?: Instant;
	readonly risks?: Instant;
	/** Why it cannot be opened yet, duty by duty; empty when nothing is missing. */
	readonly missing: readonly { readonly duty: string; readonly title: string; readonly words: string }[];
	readonly riskText: readonly Block[];
	readonly drillText: readonly { readonly step: string; readonly text: string }[];
}

/** Every way to talk, in the order of the list; `first` comes before the others when somebody was opening it. */
export function channelsOf(facts: Facts, { now, lang }: At, first?: string): readonly ChannelRow[] {
	const mine = facts.practitioner.practitioner;
	const rows = channels.map((channel): ChannelRow => {
		const unmet = channel === 'telephone' ? [] : gate(['channel.enable'], facts, { now, focus: { channel } });
		const [training, plan] = [mine.training[channel], mine.plans[channel]];
		const [drill, risks, open] = [mine.drills[channel], mine.riskModules[channel], mine.channels[channel]];
		return {
			channel,
			...(open && { openSince: open.at }),
			...(training && { training: { proof: training.proof, at: training.evidence.at } }),
			...(plan && { plan: plan.by }),
			...(drill && { drill: drill.at }),
			...(risks && { risks: risks.at }),
			missing: unmet.map((u) => ({
				duty: u.duty,
				title: whyText(lang, u.why).title,
				words: dutyById(u.duty).words[lang],
			})),
			riskText: channelRisksOf(channel, lang),
			drillText: drillText(channel, lang),
		};
	});
	return rows.toSorted((a, b) => Number(b.channel === first) - Number(a.channel === first));
}

/** Which of the three are asked of this practitioner by their own order. */
export function askedOf(facts: Facts) {
	const orders = ordersOf(facts);
	const isAsked = (duty: Parameters<typeof dutyById>[0]): boolean => orders.includes(dutyById(duty).applies.order);
	return { training: isAsked('qc-1.01-a'), drill: isAsked('nb-2-a'), risks: isAsked('nb-intro-c') };
}

/** One place away from home: what its sheet says and how far that may be trusted, what was checked, what was written. */
export function awayOf(facts: Facts, territory: Territory, { now, lang }: At) {
	const day = dayOf(now);
	const sheet = lookUp('territorySheet', territory, day);
	const check = facts.practitioner.jurisdiction.checks[territory];
	const notice = facts.practitioner.jurisdiction.notices[territory];
	return {
		territory,
		name: territoryName(territory, lang),
		reading: readingOf(sheet, lang),
		...(sheet.value && {
			sheet: {
				authorisation: sheet.value.authorisation,
				noRoute: sheet.value.noRoute === true,
				notes: sheet.value.notes[lang],
				...(sheet.value.regulator && { regulator: sheet.value.regulator.name[lang], site: sheet.value.regulator.site }),
			},
		}),
		laws: lookUpAll('privacyLaw', territory, day).flatMap((found) =>
			found.value
				? [{ name: found.value.name[lang], citation: found.value.citation, reading: readingOf(found, lang) }]
				: [],
		),
		...(check && {
			check: {
				until: check.until,
				over: day >= check.until,
				sheetChanged: sheet.line !== undefined && sheet.line.verifiedOn !== check.sheetOf,
				kind: check.authorisation.kind,
			},
		}),
		...(notice && { toldOn: notice.sentOn }),
		letter: letterFacts(facts, territory, { day, lang }),
	};
}

/** Every place but one's own: those asked for first; a state once it is asked for, or something of it is on record. */
export function placesAway({ practitioner }: Facts, asked: readonly string[]): readonly Territory[] {
	const { profile, permits } = practitioner.practitioner;
	const { checks, notices } = practitioner.jurisdiction;
	const known = [...asked, ...Object.keys(checks), ...Object.keys(notices), ...permits.map((p) => p.territory)];
	return territories
		.filter((t) => t !== profile?.territory && (!isState(t) || known.includes(t)))
		.toSorted((a, b) => Number(asked.includes(b)) - Number(asked.includes(a)));
}

function letterFacts(
	{ practitioner }: Facts,
	territory: Territory,
	{ day, lang }: { readonly day: LocalDate; readonly lang: Locale },
): LetterFacts | undefined {
	const { profile, permits } = practitioner.practitioner;
	if (!profile) return undefined;
	const home = territoryOf(profile.territory);
	const permit = permits.filter((p) => p.territory === home && permitState(p, day) === 'inForce').at(-1);
	return {
		name: profile.name,
		title: profile.title,
		regulator: lookUp('regulator', home, day).value?.name[lang] ?? profile.order,
		number: permit?.number ?? '—',
		home: inTerritory(home, lang),
		place: inTerritory(territory, lang),
		email: profile.email,
		phone: profile.phone,
	};
}
