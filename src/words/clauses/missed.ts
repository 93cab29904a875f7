import type { Locale } from '../i18n.ts';
import type { Part } from './clause.ts';
import type { MissedRule } from './facts.ts';
import { money } from './phrases.ts';

const dollars = (cents: number, locale: Locale): string => money(cents / 100, 'CAD', locale);
const hoursText = (n: number, locale: Locale): string =>
	locale === 'fr' ? (n === 1 ? 'une heure' : `${n} heures`) : n === 1 ? 'one hour' : `${n} hours`;

/** What follows a meeting that was not kept, one short sentence a line; what never counts is said with it. */
export const missedLines = ({ hours, amount, late }: MissedRule, locale: Locale): readonly string[] =>
	locale === 'fr'
		? [
				`Vous ne pouvez pas venir ? Dites-le-nous au moins ${hoursText(hours, 'fr')} avant. Vous ne payez alors rien.`,
				`Plus tard, ou si vous ne venez pas, nous pouvons vous demander ${dollars(amount, 'fr')}.`,
				...(late
					? [
							`Si vous avez ${late.minutes} minutes de retard ou plus, nous pouvons vous demander ${dollars(late.amount, 'fr')}.`,
						]
					: []),
				'La maladie, une panne, une urgence ou la violence ne comptent jamais. Vous n’avez rien à prouver.',
			]
		: [
				`You cannot come? Tell us at least ${hoursText(hours, 'en')} before. You then pay nothing.`,
				`Later than that, or if you do not come, we may ask you for ${dollars(amount, 'en')}.`,
				...(late
					? [`If you are ${late.minutes} minutes late or more, we may ask you for ${dollars(late.amount, 'en')}.`]
					: []),
				'Being ill, a device that fails, an emergency or violence never count. You have nothing to prove.',
			];

/** The same as one key point. */
export const missedPoint = ({ amount }: MissedRule, locale: Locale): string =>
	locale === 'fr'
		? `Une rencontre manquée peut coûter ${dollars(amount, 'fr')}.`
		: `A missed meeting may cost ${dollars(amount, 'en')}.`;

const titles = { fr: 'Si vous manquez un rendez-vous', en: 'If you miss an appointment' } as const;

/** The rule on missed and late meetings, as a part of the clause on fees; nothing where the practice has none. */
export const missedParts = (rule: MissedRule | undefined, locale: Locale): { readonly parts?: readonly Part[] } =>
	rule ? { parts: [{ key: 'missed', title: titles[locale], text: missedLines(rule, locale) }] } : {};
