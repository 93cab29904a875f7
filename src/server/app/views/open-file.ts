import { error, type RequestEvent } from '@sveltejs/kit';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { PartId } from '#server/kernel/journal.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { type Opened, openDossier } from '../view.ts';
import { bodiesOf } from './bodies.ts';

/** A file opened by somebody who cares for this client. */
export interface OpenFile extends Omit<Opened, 'reach'> {
	readonly id: string;
	readonly parts: readonly PartId[];
	readonly world: World<Facts>;
	readonly practice: string;
	readonly now: Instant;
	readonly today: LocalDate;
	/** The words of lines that the facts name. */
	readonly bodies: (seqs: readonly (number | undefined)[]) => Promise<ReadonlyMap<number, Entry>>;
}

/** Open a page of the file for the care team; to anybody else it does not exist. */
export async function openFile(
	event: RequestEvent,
	view: string,
	id: string | undefined = event.params.dossier,
): Promise<OpenFile> {
	const { reach, ...opened } = await openDossier(event, view, id);
	const { app, practice } = event.locals;
	const cares = opened.facts.dossier.joint.dossier.careTeam[opened.session.account] !== undefined;
	if (reach === 'desk' || !cares || !practice || !id) error(404);
	const { world } = app;
	const now = world.now();
	const bodies: OpenFile['bodies'] = (seqs) =>
		bodiesOf(world, { practice: practice.id, dossier: id, parts: reach, seqs });
	return { ...opened, parts: reach, id, world, practice: practice.id, now, today: dayOf(now), bodies };
}
