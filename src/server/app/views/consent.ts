import { inForce, openQuestions } from '#server/capabilities/consent/facts.ts';
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import { beneficiaries, representativesOf } from '#server/kernel/dossier.ts';
import { type Channel, channels } from '#server/kernel/field.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { noticeOf } from '#server/norms/section3.ts';
import type { Locale } from '#words/i18n.ts';
import { documentsOf } from './interview.ts';
import { readTogether } from './together.ts';
import { languagesHeld } from './translations.ts';

/** A notice in its present version: the risks of a channel, the other participants, the third parties. */
export interface Notice {
	readonly key: string;
	readonly version: number;
	readonly at?: Instant;
}

const always = [...new Set(Object.values(noticeOf)), 'thirdPartyMessaging', 'communications', 'noRepublish'] as const;

/** The notices that concern this person, with the version that would be acknowledged today. */
export function noticesOf(facts: Facts, person: PersonId): readonly Notice[] {
	const { sent, acknowledged } = facts.dossier.of(person).consent;
	const several = beneficiaries(facts.dossier.joint.dossier).length > 1;
	const { thirdPartiesVersion } = facts.practice.practice;
	const text = sent.services?.version ?? 1;
	const all = [
		...(several ? [['multiParty', text] as const] : []),
		...always.map((key) => [key, text] as const),
		...(thirdPartiesVersion > 0 ? [['thirdParties', thirdPartiesVersion] as const] : []),
	];
	return all.map(([key, version]) => {
		const known = acknowledged[key];
		return {
			key,
			version,
			...(known && known.version >= (key === 'thirdParties' ? version : 0) && { at: known.evidence.at }),
		};
	});
}

const channelsOf = ({ consent }: DossierPart, enabled: readonly string[]) =>
	channels
		.filter(
			(c): c is Channel =>
				enabled.includes(c) ||
				consent.channels[c] !== undefined ||
				c === 'telephone' ||
				c === 'voiceMail' ||
				c === 'textMessage',
		)
		.map((channel) => {
			const known = consent.channels[channel];
			return {
				channel,
				state: known ? (known.on ? ('on' as const) : ('off' as const)) : ('never' as const),
				...(known && { at: known.evidence.at }),
			};
		});

/** What taking consent back would do now, said before it is done. */
const effectsOf = ({ dossier }: Facts, person: PersonId, now: Instant) => {
	const { scheduling, sessions } = dossier.joint;
	return {
		appointments: Object.values(scheduling.appointments).filter(
			(a) => a.state === 'booked' && a.startsAt > now && a.purpose === 'service' && a.persons.includes(person),
		).length,
		sessions: Object.values(sessions.open).filter((s) => s.purpose === 'service' && s.persons.includes(person)).length,
	};
};

/** What each person agreed to, and may still agree to or take back. */
export const consentsOf = (facts: Facts, { now, lang }: { readonly now: Instant; readonly lang: Locale }) =>
	beneficiaries(facts.dossier.joint.dossier).map(({ id, name, account, language }) => {
		const own = facts.dossier.of(id);
		const { given, withdrawn } = own.consent;
		const explained = documentsOf(facts, id, lang);
		const agreed =
			given &&
			Object.entries(given.documents).map(([key, version]) => ({
				title: explained.find((d) => d.key === key)?.title ?? key,
				version,
				...(given.readIn?.[key] !== undefined && { readIn: given.readIn[key] }),
			}));
		return {
			id,
			name,
			language: language === 'en' ? ('en' as const) : ('fr' as const),
			practitioner: facts.practitioner.practitioner.profile?.name ?? '',
			hasAccount: account !== undefined,
			represented: representativesOf(facts.dossier.joint.dossier, id, now).map(
				(r) => facts.dossier.joint.dossier.persons[r.by]?.name ?? '',
			),
			cannotAlone: own.consent.capacity?.result === 'notAble',
			open: openQuestions(own.consent).length,
			documents: explained,
			...(given &&
				inForce(own.consent) && {
					inForce: { at: given.evidence.at, means: given.means, by: given.by, documents: agreed ?? [] },
				}),
			...(withdrawn && { withdrawnAt: withdrawn.at }),
			notices: noticesOf(facts, id),
			channels: channelsOf(own, Object.keys(facts.practitioner.practitioner.channels)),
			effects: effectsOf(facts, id, now),
			readable: languagesHeld(facts, own.consent).map((l) => l.code),
			together: readTogether(facts, own.consent, lang),
		};
	});
