import type { RequestEvent } from '@sveltejs/kit';
import type { Facts } from '#server/capabilities/index.ts';
import { reachOf } from '#server/kernel/dossier.ts';
import type { LocalDate } from '#server/kernel/time.ts';
import { allForClient, forClient, lookUp } from '#server/law/look-up.ts';
import type { Locale } from '#words/i18n.ts';
import { territoryOf } from '../documents.ts';
import { factsOf } from '../facts.ts';

/** Who watches over the profession, and how one complains there: outside the practice, in one tap. */
export interface ShownOrder {
	readonly name: string;
	readonly phone?: string;
	readonly email?: string;
	/** The regulator's own page for complaints, or its site. */
	readonly complain?: string;
	/** How one complains, in full sentences, and how this place names it. */
	readonly how: string;
	readonly verb: string;
}

/** The regulator as somebody of the practice verified it; the rule pack where its reading is in date. */
export function orderOf({ practitioner, practice }: Facts, day: LocalDate, lang: Locale): ShownOrder | undefined {
	const place = territoryOf(practitioner.practitioner.profile?.territory ?? practice.practice.profile?.territory);
	const found = lookUp('regulator', place, day);
	const verified = found.value && practice.practice.regulators[found.value.key];
	const read = forClient(found);
	if (!found.value || !(verified ?? read)) return undefined;
	const phone = verified?.phones[0] ?? read?.phones[0];
	const email = verified?.email ?? read?.email;
	const complain = read?.complaintPage ?? verified?.site ?? read?.site;
	return {
		name: found.value.name[lang],
		...(phone !== undefined && { phone }),
		...(email !== undefined && { email }),
		...(complain !== undefined && { complain }),
		how: found.value.complaint[lang],
		verb: (lookUp('vocabulary', place, day).value ?? plain).complain[lang],
	};
}

const plain = { complain: { fr: 'porter plainte', en: 'make a complaint' } };

/** Whom to ask for a copy of the file, and the public body that hears complaints about privacy. */
export interface ShownRights {
	readonly officer: string;
	readonly phone: string;
	readonly email: string;
	readonly days?: number;
	readonly businessDays?: boolean;
	readonly authority?: { readonly name: string; readonly phones: readonly string[]; readonly site?: string };
}

/** Who answers about the file, and within how many days, where the rule pack knows it for a fact. */
export function rightsOf({ practice }: Facts, day: LocalDate, lang: Locale): ShownRights | undefined {
	const { profile, members } = practice.practice;
	if (!profile) return undefined;
	const place = territoryOf(profile.territory);
	const officer =
		Object.values(members).find((m) => m.roles.includes('privacyOfficer')) ??
		Object.values(members).find((m) => m.roles.includes('owner'));
	const reply = forClient(lookUp('accessReply', place, day));
	const [authority] = allForClient('breachAuthority', place, day);
	return {
		officer: officer?.name ?? profile.name,
		phone: profile.phone,
		email: profile.email,
		...(reply && { days: reply.days, businessDays: reply.count === 'business' }),
		...(authority && {
			authority: {
				name: authority.name[lang],
				phones: authority.phones,
				...(authority.site !== undefined && { site: authority.site }),
			},
		}),
	};
}

/** The facts that what stands around every page is told from: those of the file that is open and within reach, or the practice's. */
export async function aroundFacts({
	locals,
	params,
}: Pick<RequestEvent, 'locals' | 'params'>): Promise<Facts | undefined> {
	const { app, practice, session } = locals;
	if (!practice || !session) return undefined;
	const file =
		params.dossier === undefined
			? undefined
			: await factsOf(app.world, practice.id, { kind: 'dossier', id: params.dossier });
	const reached = file && reachOf(file.facts.dossier.joint.dossier, session.account, session.roles, app.world.now());
	if (file && reached) return file.facts;
	return (await factsOf(app.world, practice.id, { kind: 'practice', id: practice.id }))?.facts;
}
