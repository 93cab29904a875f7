import { inForce } from '#server/capabilities/consent/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { countsUntil } from '#server/capabilities/policies/facts.ts';
import type { TellingMeans } from '#server/capabilities/policies/told-facts.ts';
import type { World } from '#server/journal/world.ts';
import { type Person, present } from '#server/kernel/dossier.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import { factsOf } from '../facts.ts';
import { languageOf } from '../language.ts';
import { listDossiers } from '../lists.ts';

/** Why somebody cannot be told in one way: nowhere to post it, no number, no space to be called to. */
export type Cannot = 'noAddress' | 'noPhone' | 'noEmail';

/** Somebody who agreed to a document before its last material change: were they told, and how could they be? */
export interface Concerned {
	readonly dossier: string;
	readonly person: string;
	readonly name: string;
	readonly language: Locale;
	readonly account: boolean;
	/** Until when their earlier agreement counts. */
	readonly until: Instant;
	/** Handed or read in their own space, or told in another way, on a day. */
	readonly told?: { readonly how: 'space' | TellingMeans; readonly on: LocalDate };
	readonly address?: string;
	/** What cannot be done for them, and why. */
	readonly cannot: Readonly<Partial<Record<TellingMeans, Cannot>>>;
}

/** One person of a file, as the last material change of a document concerns them. */
export interface OfFile {
	readonly facts: Facts;
	readonly dossier: string;
	readonly person: Person;
}

const cannotBe = ({ facts, person }: OfFile): Concerned['cannot'] => {
	const { consent, intake } = facts.dossier.of(person.id);
	const { email, phone, address } = intake.contact ?? {};
	const mailed = email !== undefined && person.account !== undefined && consent.channels.email?.on !== false;
	return {
		...(address === undefined && { posted: 'noAddress' as const }),
		...(phone === undefined && { telephone: 'noPhone' as const }),
		...(!mailed && { email: 'noEmail' as const }),
	};
};

const toldOf = ({ facts, person }: OfFile, key: string, version: number): Concerned['told'] => {
	const { consent, told } = facts.dossier.of(person.id);
	const other = told.changes[key];
	if (other && other.version >= version) return { how: other.means, on: other.on };
	const sent = consent.sent[key];
	return sent && sent.version >= version ? { how: 'space', on: dayOf(sent.evidence.at) } : undefined;
};

function concernedIn(one: OfFile, key: string): readonly Concerned[] {
	const { facts, dossier, person } = one;
	const { consent, intake } = facts.dossier.of(person.id);
	const document = facts.practice.policies.documents[key];
	const agreed = inForce(consent) ? consent.given?.documents[key] : undefined;
	const until = agreed === undefined ? undefined : countsUntil(document, agreed);
	if (document === undefined || until === undefined) return [];
	const told = toldOf(one, key, document.materialVersion);
	const address = intake.contact?.address;
	return [
		{
			...{ dossier, person: person.id, name: person.name, until },
			language: languageOf(facts, person.id),
			account: person.account !== undefined,
			...(told && { told }),
			...(address !== undefined && { address }),
			cannot: cannotBe(one),
		},
	];
}

interface Asked {
	readonly practice: string;
	readonly account: string;
	readonly key: string;
}

/** Everyone in one's own files who agreed to a document before its last material change, with the facts of their file. */
export async function concernedBy(
	world: World<Facts>,
	{ practice, account, key }: Asked,
): Promise<readonly (OfFile & { readonly is: Concerned })[]> {
	const files = await listDossiers(world, practice, account);
	const found: (OfFile & { readonly is: Concerned })[] = [];
	for (const { id } of files.filter((f) => f.state === 'accepted' || f.state === 'request')) {
		const file = await factsOf(world, practice, { kind: 'dossier', id }, account);
		if (!file) continue;
		for (const person of present(file.facts.dossier.joint.dossier)) {
			const one = { facts: file.facts, dossier: id, person };
			found.push(...concernedIn(one, key).map((is) => ({ ...one, is })));
		}
	}
	return found;
}
