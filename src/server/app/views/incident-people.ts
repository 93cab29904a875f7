import type { Affected, TellingWay, Whom } from '#server/capabilities/incidents/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { accessOf } from '#server/journal/access.ts';
import type { World } from '#server/journal/world.ts';
import type { Person } from '#server/kernel/dossier.ts';
import type { Instant, LocalDate } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import { factsOf } from '../facts.ts';
import { languageOf } from '../language.ts';

/** What is known of writing to somebody: it may put them in danger, or others at home must not know. */
export type Caution = 'unsafe' | 'othersMustNotKnow' | 'noVoiceMail' | 'callFirst' | 'noMail';

/** Somebody whose information was touched, as whoever answers for the practice sees them. */
export interface ShownPerson extends Whom {
	readonly name: string;
	readonly file: string;
	readonly language: Locale;
	readonly territory?: string;
	readonly address?: string;
	readonly phone?: string;
	/** The ways that are open: a space of their own, an e-mail they agreed to, an address, a number. */
	readonly ways: readonly TellingWay[];
	readonly cautions: readonly Caution[];
	readonly told?: { readonly way: TellingWay; readonly on: LocalDate; readonly openedAt?: Instant };
	readonly untold?: { readonly why: string };
}

/** One person of a file, with what stands in it. */
interface InFile {
	readonly facts: Facts;
	readonly dossier: string;
	readonly person: Person;
}

/**
 * Is a letter itself a danger? Where the talk about safety or the preliminary assessment left any doubt: the program
 * says so, never why, since who reads this may have no place in the file.
 */
function isUnsafe({ facts, person }: InFile): boolean {
	const { care, suitability } = facts.dossier.of(person.id);
	const doubts = [suitability.answers.safety?.finding, facts.dossier.joint.suitability.answers.safety?.finding];
	return (
		(care.safetyTalk !== undefined && care.safetyTalk.together !== 'ok') ||
		Object.keys(care.distress).length > 0 ||
		doubts.some((finding) => finding !== undefined && finding !== 'noObstacle')
	);
}

function cautionsOf(one: InFile): readonly Caution[] {
	const { intake, consent } = one.facts.dossier.of(one.person.id);
	const { contact } = intake;
	return [
		...(isUnsafe(one) ? (['unsafe'] as const) : []),
		...(contact?.othersMayKnow === false ? (['othersMustNotKnow'] as const) : []),
		...(contact?.phone !== undefined && !contact.voiceMail ? (['noVoiceMail'] as const) : []),
		...(contact?.callFirst ? (['callFirst'] as const) : []),
		...(consent.channels.email?.on === false ? (['noMail'] as const) : []),
	];
}

/** By which ways this person can be told at all; in person, always. */
export function waysTo({ facts, person }: Pick<InFile, 'facts' | 'person'>): readonly TellingWay[] {
	const { intake, consent } = facts.dossier.of(person.id);
	const { email, phone, address } = intake.contact ?? {};
	const space = person.account !== undefined;
	return [
		...(space ? (['portal'] as const) : []),
		...(space && email !== undefined && consent.channels.email?.on !== false ? (['mail'] as const) : []),
		...(address !== undefined ? (['letter'] as const) : []),
		...(phone !== undefined ? (['telephone'] as const) : []),
		'inPerson',
	];
}

/** The file and the person, if both are there. */
export async function personIn(
	world: World<Facts>,
	practice: string,
	{ dossier, person }: Whom,
): Promise<InFile | undefined> {
	const found = await factsOf(world, practice, { kind: 'dossier', id: dossier });
	const known = found?.facts.dossier.joint.dossier.persons[person];
	return found && known && { facts: found.facts, dossier, person: known };
}

/** When this person first opened the page that tells them: the proof that the words reached them. */
async function openedAt(world: World<Facts>, practice: string, one: InFile, since: Instant) {
	const lines = await accessOf(world, practice, one.dossier, { person: one.person.id, limit: 500 });
	const own = lines.filter(
		(l) => l.what === 'read portal.incident' && l.account === one.person.account && l.at >= since,
	);
	return own.at(-1)?.at;
}

async function shown(
	world: World<Facts>,
	practice: string,
	one: InFile,
	{ told, untold }: Affected,
): Promise<ShownPerson> {
	const { facts, dossier, person } = one;
	const { address, phone } = facts.dossier.of(person.id).intake.contact ?? {};
	const territory = facts.dossier.joint.place.home?.territory;
	const opened = told && (await openedAt(world, practice, one, told.evidence.at));
	return {
		dossier,
		person: person.id,
		name: person.name,
		file: facts.dossier.joint.dossier.label,
		language: languageOf(facts, person.id),
		...(territory !== undefined && { territory }),
		...(address !== undefined && { address }),
		...(phone !== undefined && { phone }),
		ways: waysTo(one),
		cautions: cautionsOf(one),
		...(told && { told: { way: told.way, on: told.on, ...(opened !== undefined && { openedAt: opened }) } }),
		...(untold && { untold: { why: untold.why } }),
	};
}

/** Their file was destroyed since: no name, and no way to reach them is left. */
const gone = ({ dossier, person, told, untold }: Affected): ShownPerson => ({
	...{ dossier, person, name: '', file: '', language: 'fr', ways: [], cautions: [] },
	...(told && { told: { way: told.way, on: told.on } }),
	...(untold && { untold: { why: untold.why } }),
});

/** Everyone on the list, those still to tell first. */
export async function peopleOf(
	world: World<Facts>,
	practice: string,
	people: readonly Affected[],
): Promise<readonly ShownPerson[]> {
	const all: ShownPerson[] = [];
	for (const affected of people) {
		const one = await personIn(world, practice, affected);
		all.push(one ? await shown(world, practice, one, affected) : gone(affected));
	}
	const isLeft = (p: ShownPerson): number => Number(p.told === undefined && p.untold === undefined);
	return all.sort((a, b) => isLeft(b) - isLeft(a) || a.name.localeCompare(b.name, 'fr-CA'));
}
