import { error, type RequestEvent } from '@sveltejs/kit';
import type { Facts } from '#server/capabilities/index.ts';
import { noteReading } from '../access.ts';
import { openPractice } from '../view.ts';
import { incidentOf, type Told } from './incidents.ts';

/** Open a page of one incident, for whoever answers for the practice or its privacy. */
export async function openIncidentPage(event: RequestEvent, view: string) {
	const opened = await openPractice(event, view, ['owner', 'privacyOfficer']);
	const { app, practice } = event.locals;
	const id = practice?.id ?? '';
	const incident = await incidentOf(app.world, id, opened.facts, event.params.incident ?? '');
	if (!incident) error(404);
	/** Names leave here: each file is noted as opened, before they do. */
	const note = async (dossiers: readonly string[]): Promise<void> => {
		for (const dossier of new Set(dossiers))
			await noteReading(app.world, id, { session: opened.session, view: 'incident', dossier });
	};
	return { facts: opened.facts as Facts, incident: incident as Told, world: app.world, practice: id, note };
}
