import type { Facts } from '#server/capabilities/index.ts';
import type { PracticeFacts, ServiceTerms } from '#server/capabilities/practice/facts.ts';
import type { World } from '#server/journal/world.ts';
import type { Role } from '#server/kernel/entry.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { forClient, lookUp } from '#server/law/look-up.ts';
import { judge } from '#server/norms/judge.ts';
import type { Locale } from '#words/i18n.ts';
import { territoryOf } from '../documents.ts';
import { factsOf } from '../facts.ts';
import { readingOf, regulatorOf } from './regulators.ts';

/** Roles that can be given in a practice, from the closest to clients. */
export const memberRoles: readonly Role[] = [
	'practitioner',
	'receptionist',
	'owner',
	'privacyOfficer',
	'conflictsOfficer',
];

/** Who works here, by name as French sorts. */
export const membersOf = ({ members }: PracticeFacts) =>
	Object.values(members)
		.map(({ account, name, roles, since }) => ({ account, name, roles, since: since.at }))
		.sort((a, b) => a.name.localeCompare(b.name, 'fr-CA'));

/** The service terms as their form shows them, and what the rule pack proposes for keeping files. */
export function termsOf(
	{ practice, practitioner }: Facts,
	{ day, lang }: { readonly day: LocalDate; readonly lang: Locale },
) {
	const { terms, profile: house } = practice.practice;
	const home = practitioner.practitioner.profile?.territory ?? house?.territory ?? 'QC';
	const found = lookUp('retention', territoryOf(home), day);
	const fees = (terms?.fees ?? []).map(({ label, amount }) => ({
		'label.fr': label.fr,
		'label.en': label.en,
		amount: (amount / 100).toFixed(2),
	}));
	const alternatives = Object.entries(terms?.alternatives ?? {}).flatMap(([territory, list]) =>
		list.map((words) => ({ territory, ...words })),
	);
	return {
		home,
		terms: terms && plainTerms(terms),
		fees,
		alternatives: alternatives.length > 0 ? alternatives : [{ territory: home, fr: '', en: '' }],
		retention: { years: found.value?.years, reading: readingOf(found, lang) },
	};
}

const plainTerms = ({
	replyWithin,
	hours,
	cover,
	interruption,
	retentionYears,
	cards,
	missed,
	firewallAttested,
}: ServiceTerms) => ({
	replyWithin,
	hours,
	cover,
	interruption,
	retentionYears,
	cards,
	missed,
	firewallAttested,
});

/** The tools in use and what was found of each, the third parties that see something. */
export const toolsOf = ({ tools, thirdParties }: PracticeFacts) => ({
	tools: Object.values(tools).map(({ id, name, channel, socialNetwork, assessed }) => ({
		id,
		name,
		channel,
		socialNetwork,
		...(assessed && {
			assessed: { confidentiality: assessed.confidentiality, norms: assessed.norms, at: assessed.evidence.at },
		}),
	})),
	thirdParties: Object.values(thirdParties).map(({ id, name, purpose, shared }) => ({ id, name, purpose, shared })),
});

/** Somebody who meets clients here, as the public may know them (qc-2.09-e1, nb-5-f). */
export interface PublicPractitioner {
	readonly name: string;
	readonly title: string;
	/** « Numéro de permis », as the place's rules name it. */
	readonly numberLabel: string;
	/** Absent when no permit is in force: then nobody is met. */
	readonly permit?: { readonly number: string; readonly until: LocalDate };
}

/** Is the public page on line: put there, and nothing that a duty asks it to say is missing (qc-3.10-c). */
export const isOnLine = (facts: Facts, now: Instant): boolean =>
	facts.practice.publicPage.published !== undefined && judge('qc-3.10-c', facts, { now, focus: {} }).is !== 'unmet';

/** What the practice's own public page shows: only what it chose to say, and what its permits say of themselves. */
export async function publicPage(world: World<Facts>, practice: string, lang: Locale) {
	const ref = { kind: 'practice', id: practice } as const;
	const found = await factsOf(world, practice, ref);
	const house = found?.facts.practice.practice;
	if (!found || !house?.profile) return undefined;
	const day = dayOf(world.now());
	const meeting = membersOf(house).filter((m) => m.roles.includes('practitioner'));
	const people: (PublicPractitioner & { readonly territory: string; readonly office: boolean })[] = [];
	for (const { account } of meeting) {
		const own = await factsOf(world, practice, { kind: 'practitioner', id: account });
		if (own) people.push(...publicPractitioner(own.facts, { day, lang }));
	}
	const { name, address, phone, email } = house.profile;
	const territories = new Set([house.profile.territory, ...people.map((p) => p.territory)]);
	const { publicPage: page, policies } = found.facts.practice;
	const onLine = isOnLine(found.facts, world.now());
	return {
		name,
		address,
		phone,
		email,
		office: people.some((p) => p.office),
		/** Off line, only what somebody may need at once is left: help, the request, how to reach the practice. */
		onLine,
		/** What it does about a privacy incident is published, and reached from here. */
		incidents: onLine && page.links.includes('breach') && policies.documents.breach?.published !== undefined,
		/** A line that asks for no name is open here. */
		line: house.anonymousLine !== undefined,
		ready: house.terms !== undefined && people.some((p) => p.permit),
		people: onLine ? people.map(({ territory: _, office: __, ...shown }) => shown) : [],
		regulators: onLine ? [...territories].flatMap((t) => publicRegulator(house, t, { day, lang })) : [],
	};
}

interface At {
	readonly day: LocalDate;
	readonly lang: Locale;
}

/** Whoever receives, as they say who they are at every arrival: name, title, permit and its regulator. */
export function hostOf(facts: Facts, at: At) {
	const [shown] = publicPractitioner(facts, at);
	const { profile } = facts.practitioner.practitioner;
	const order = profile && regulatorOf(profile.territory, at.day)?.name[at.lang];
	return (
		shown && {
			name: shown.name,
			title: shown.title,
			...(shown.permit && { permit: `${shown.numberLabel}\u00a0: ${shown.permit.number}` }),
			...(order && { order }),
		}
	);
}

function publicPractitioner({ practitioner }: Facts, { day, lang }: At) {
	const { profile, permits } = practitioner.practitioner;
	if (!profile) return [];
	const permit = permits.filter((p) => p.territory === profile.territory && p.from <= day && day < p.until).at(-1);
	const label = lookUp('vocabulary', territoryOf(profile.territory), day).value?.registrationNumber[lang] ?? '';
	return [
		{
			name: profile.name,
			title: profile.title,
			numberLabel: label.charAt(0).toUpperCase() + label.slice(1),
			...(permit && { permit: { number: permit.number, until: permit.until } }),
			territory: profile.territory,
			office: profile.office,
		},
	];
}

/** The regulator and how to complain, only once somebody of the practice has checked how it is reached. */
function publicRegulator({ regulators }: PracticeFacts, territory: string, { day, lang }: At) {
	const known = regulatorOf(territory, day);
	const checked = known && regulators[known.key];
	if (!known || !checked) return [];
	const { address, phones, email, site, verifiedOn } = checked;
	const complaint = forClient(lookUp('regulator', territoryOf(territory), day))?.complaint[lang];
	return [
		{ name: known.name[lang], address, phones, email, site, verifiedOn, ...(complaint !== undefined && { complaint }) },
	];
}
