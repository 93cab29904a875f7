import { inSpace, type NoticedEntry } from '#server/capabilities/incidents/facts.ts';
import type { LocalDate } from '#server/kernel/time.ts';
import { bodyAt } from './bodies.ts';
import type { OpenPortal } from './portal.ts';

/** A notice that somebody's information was touched, as they read it in their own space. */
export interface ShownNotice {
	readonly id: string;
	readonly on: LocalDate;
	readonly language: 'fr' | 'en';
	readonly text: string;
}

const readHere = ({ own }: Pick<OpenPortal, 'own'>) =>
	own.incidents.notices.filter(({ way }) => inSpace.includes(way)).toReversed();

/** The day of the last notice to read here; whoever was told by voice or by letter finds nothing that others might see. */
export const lastNotice = (open: Pick<OpenPortal, 'own'>): LocalDate | undefined => readHere(open)[0]?.on;

/** Every notice to read here, the newest first. */
export async function noticesOf(open: OpenPortal): Promise<readonly ShownNotice[]> {
	const notices = readHere(open);
	const bodies = await open.bodies(notices.map((n) => n.evidence.seq));
	return notices.flatMap(({ incident, on, evidence }) => {
		const body = bodyAt<NoticedEntry['data']>(bodies, evidence.seq, 'incident.noticed');
		return body?.text === undefined
			? []
			: [{ id: `${incident}.${evidence.seq}`, on, language: body.language, text: body.text }];
	});
}
