import { error, type RequestEvent } from '@sveltejs/kit';
import type { Session } from '#server/capabilities/accounts/sessions.ts';
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { beneficiaries, type Dossier, leftPersonsOf, type Person, readableBy } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT, type PartId } from '#server/kernel/journal.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import { openDossier } from '../view.ts';
import { bodiesOf } from './bodies.ts';
import { clientZone } from './home-zone.ts';

/** A file opened by one of its persons: what they may see, for whom they may speak, whom this page is about. */
export interface OpenPortal {
	readonly id: string;
	readonly practice: string;
	readonly world: World<Facts>;
	readonly session: Session;
	readonly lang: Locale;
	readonly now: Instant;
	readonly today: LocalDate;
	readonly facts: Facts;
	/** Oneself, then those one represents. */
	readonly mine: readonly Person[];
	readonly who: Person;
	/** The part of the person this page is about. */
	readonly own: DossierPart;
	readonly parts: readonly PartId[];
	/** The words of lines that the facts name, within these parts. */
	readonly bodies: (seqs: readonly (number | undefined)[]) => Promise<ReadonlyMap<number, Entry>>;
}

/** Open a page of one's own file. Somebody who is no person of it finds nothing, whatever else they may be here. */
export async function openPortal(
	event: RequestEvent,
	view: string,
	id: string | undefined = event.params.dossier,
): Promise<OpenPortal> {
	const { facts, session, reach } = await openDossier(event, `portal.${view}`, id);
	const { practice, lang, app } = event.locals;
	const { world } = app;
	const now = world.now();
	const { dossier } = facts.dossier.joint;
	const here = readableBy(dossier, session.account, now);
	const mine = here.length > 0 ? here : leftPersonsOf(dossier, session.account);
	const who =
		event.params.person === undefined ? aboutWhom(dossier, mine) : mine.find((p) => p.id === event.params.person);
	if (!who || !practice || !id) error(404);
	// Whoever cares for the file and is also a person of it reads here as that person.
	const shared = reach !== 'desk' && reach.includes(JOINT);
	const parts = [...(shared ? [JOINT] : []), ...mine.map((p) => p.id)];
	const bodies: OpenPortal['bodies'] = (seqs) => bodiesOf(world, { practice: practice.id, dossier: id, parts, seqs });
	const own = facts.dossier.of(who.id);
	return {
		id,
		practice: practice.id,
		world,
		session,
		lang,
		now,
		today: dayOf(now),
		facts,
		mine,
		who,
		own,
		parts,
		bodies,
	};
}

/** Unless the address names somebody: who receives the service, oneself first. */
const aboutWhom = (dossier: Dossier, mine: readonly Person[]): Person | undefined => {
	const served = new Set(beneficiaries(dossier).map((p) => p.id));
	return mine.find((p) => served.has(p.id)) ?? mine[0];
};

/** What every page of a file says of itself: whom it is about, who answers, the time zone where that person is, where its pages are. */
export interface Frame {
	readonly base: string;
	readonly person: string;
	/** The name, where one speaks for somebody else; absent for oneself. */
	readonly forName?: string;
	/** The others one may speak for, with the address of the same place for each. */
	readonly others: readonly { readonly name: string; readonly base: string }[];
	readonly practitioner: string;
	readonly zone: string;
}

/** The frame of a page. */
export function frameOf({ id, lang, mine, who, own, facts, session }: OpenPortal): Frame {
	const root = `/${lang}/portal/${id}`;
	const place = (p: Person): string => (mine.length > 1 ? `${root}/${p.id}` : root);
	return {
		base: place(who),
		person: who.id,
		...(who.account !== session.account && { forName: who.name }),
		others: mine.filter((p) => p.id !== who.id).map((p) => ({ name: p.name, base: place(p) })),
		practitioner: practitionerName(facts),
		zone: clientZone(facts, own),
	};
}

/** The name of whoever answers for this file. */
export const practitionerName = ({ practitioner, practice }: Facts): string =>
	practitioner.practitioner.profile?.name ?? practice.practice.profile?.name ?? '';

/** Does this person receive the service? They are those who read and sign. */
export const isServed = (facts: Facts, person: Person): boolean =>
	beneficiaries(facts.dossier.joint.dossier).some((p) => p.id === person.id);
