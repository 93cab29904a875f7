import type { SafeContact } from '#server/capabilities/intake/facts.ts';
import type { Question } from '#server/capabilities/suitability/facts.ts';
import type { Actor } from '#server/kernel/act.ts';
import type { PersonRole } from '#server/kernel/dossier.ts';
import type { Means } from '#server/kernel/entry.ts';
import type { LocalDate } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import { type CastKey, cast } from './cast.ts';
import type { Story } from './telling.ts';

/** A person of a file. */
export interface Person {
	readonly id: string;
	readonly name: string;
	readonly language: Locale;
	readonly roles: readonly PersonRole[];
	readonly contact: SafeContact;
	/** Who acts for them, and how that word is given: oneself, a representative, or the practitioner who writes it down. */
	readonly voice: { readonly actor: Actor; readonly means: Means };
	/** The account that is theirs, where they have one. */
	readonly account?: string;
	readonly place: Place;
}

/** Where a person is. */
export interface Place {
	readonly territory: string;
	readonly town: string;
}

/** What the practitioner hears and sees of a person in the initial interview, and writes down. */
export interface Heard {
	readonly age: { readonly birthDate: LocalDate } | { readonly band: 'adult' };
	readonly identity?: 'healthCard' | 'drivingLicence' | 'passport';
	readonly capacity: { readonly result: 'able' | 'notAble' | 'withSupport'; readonly basis: string };
	readonly needs: { readonly variant: 'standard' | 'easyRead' | 'oral'; readonly adaptation?: string };
	readonly discussion: string;
	/** What could go wrong, and what is not kept secret, told again in their own words. */
	readonly ownWords: { readonly risks: string; readonly limits: string };
	readonly answers: Readonly<
		Partial<Record<Question, string | { readonly note: string; readonly adjustment: string }>>
	>;
	/** Who near them may come, and what helps when things go badly. */
	readonly plan: { readonly near: string; readonly helps: string };
}

const safe: SafeContact = { voiceMail: false, text: false, othersMayKnow: true, callFirst: false };

/** A person who has an account, with their own way of being reached. */
export function personOf(
	{ world, as }: Story,
	key: CastKey,
	{ roles, place, ...contact }: { readonly roles: readonly PersonRole[]; readonly place: Place } & Partial<SafeContact>,
): Person {
	const { name, language, email } = cast[key];
	return {
		id: world.newId(),
		name,
		language,
		roles,
		place,
		contact: { ...safe, email, ...contact },
		voice: { actor: as[key], means: 'signature' },
		account: as[key].account,
	};
}

/** What the first request says of a person. */
export const asAsked = ({ id, name, language, roles, contact }: Person) => ({ id, name, language, roles, contact });
