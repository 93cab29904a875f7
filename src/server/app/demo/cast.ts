import type { AccountKind } from '#server/capabilities/accounts/account.ts';
import type { Locale } from '#words/i18n.ts';

/** Somebody of the story who has an account: all of them invented. */
export interface Member {
	readonly kind: AccountKind;
	readonly name: string;
	readonly email: string;
	readonly language: Locale;
}

const member = (name: string, email: string, language: Locale): Member => ({ kind: 'member', name, email, language });
const client = (name: string, email: string, language: Locale): Member => ({ kind: 'client', name, email, language });

/** Who has an account in the demonstration. */
export const cast = {
	genevieve: member('Geneviève Caron', 'genevieve@example.org', 'fr'),
	rachel: member('Rachel Doiron', 'rachel@example.org', 'en'),
	ines: member('Inès Belkacem', 'ines@example.org', 'fr'),
	sophie: client('Sophie Lemire', 'sophie@example.org', 'fr'),
	maude: client('Maude Pelletier', 'maude@example.org', 'fr'),
	daniel: client('Daniel Hayes', 'daniel@example.org', 'en'),
	isabelle: client('Isabelle Fortin', 'isabelle@example.org', 'fr'),
	zoe: client('Zoé Fortin-Diallo', 'zoe@example.org', 'fr'),
	helene: client('Hélène Boisvert', 'helene@example.org', 'fr'),
	hannah: client('Hannah Whitlock', 'hannah@example.org', 'en'),
} as const satisfies Readonly<Record<string, Member>>;

/** One of them. */
export type CastKey = keyof typeof cast;

/** Those whom a visitor may be, in the order of the page. */
export const doors = ['genevieve', 'rachel', 'ines', 'sophie', 'zoe', 'daniel'] as const satisfies readonly CastKey[];
/** One of those. */
export type Door = (typeof doors)[number];

/** Is this text one of those whom a visitor may be? */
export const isDoor = (text: unknown): text is Door => doors.includes(text as Door);
