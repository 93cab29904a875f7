import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { beginAnonymous, type Opened, type Session } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import type { Actor } from '#server/kernel/act.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import type { Locale } from '#words/i18n.ts';
import { lineWords } from '#words/line.ts';
import { pseudonymOf } from '#words/pseudonyms.ts';
import { factsOf } from './facts.ts';
import { listDossiers } from './lists.ts';

/** The line that asks for no name, as its public page tells it; undefined where none was approved. */
export function lineOf({ practice, system }: Facts, lang: Locale) {
	const line = practice.practice.anonymousLine;
	return (
		line && {
			limits: line.limits[lang],
			hours: line.hours[lang],
			name: practice.practice.members[line.practitioner]?.name ?? '',
			/** Voices pass through a relay or not at all: without one, the line is for writing. */
			voice: system.relay,
		}
	);
}

/** The facts of the practice of this address, where such a line is open; elsewhere there is no such page. */
export async function openLine({ locals }: Pick<RequestEvent, 'locals'>) {
	const { app, practice, lang } = locals;
	const found = practice && (await factsOf(app.world, practice.id, { kind: 'practice', id: practice.id }));
	const line = found && lineOf(found.facts, lang);
	if (!practice || !line) error(404);
	return { world: app.world, practice: practice.id, facts: found.facts, line };
}

interface Call {
	readonly lang: Locale;
	readonly code: string;
	readonly band: string;
	readonly territory: string | undefined;
}

/** Somebody calls without a name: a file under two made-up words, the limits told, an age band, and the way in by this browser. */
export async function beginCall(
	{ world, practice, facts }: { readonly world: World<Facts>; readonly practice: string; readonly facts: Facts },
	{ lang, code, band, territory }: Call,
): Promise<Opened | Refusal> {
	const [dossier, person] = [world.newId(), world.newId()];
	const name = pseudonymOf(lang, dossier);
	const opened = await beginAnonymous(world, practice, { name, language: lang, code });
	if (isRefusal(opened)) return opened;
	const does = async (actor: Actor, act: string, input: unknown): Promise<void> => {
		const journal = { kind: 'dossier', id: dossier } as const;
		const outcome = await perform(world, { id: world.newId(), practice, journal, act, actor, input });
		if (isRefusal(outcome)) throw new Error(`the line could not begin: ${act} ${outcome.code}`);
	};
	const system: Actor = { assurance: 'none', system: true };
	const silent = { voiceMail: false, text: false, othersMayKnow: false, callFirst: false };
	await does(system, 'request.receive', {
		practitioner: facts.practice.practice.anonymousLine?.practitioner,
		kind: 'person',
		label: name,
		anonymous: true,
		persons: [{ id: person, name, language: lang, roles: ['requester', 'beneficiary'], contact: silent }],
		via: 'form',
		reason: lineWords(lang).reason,
		prefers: 'remote',
		...(territory !== undefined && { territory }),
	});
	await does(system, 'person.link', { person, account: opened.session.account });
	await does(system, 'techInfo.give', { person, means: lineWords(lang).means });
	await does(system, 'limits.tell', { person, means: 'screen' });
	await does({ account: opened.session.account, assurance: 'code' }, 'age.record', { person, band });
	return opened;
}

/** Whoever called without a name, in this browser; anybody else begins at the line's own page. */
export function callerOf({ locals }: Pick<RequestEvent, 'locals'>): {
	readonly session: Session;
	readonly practice: string;
} {
	const { session, practice, lang } = locals;
	if (!practice || session?.began !== 'anonymous') redirect(303, `/${lang}/line`);
	return { session, practice: practice.id };
}

/** The file of a caller, and the room that was opened for them, if it was. */
export async function callOf(world: World<Facts>, practice: string, account: string) {
	const [listed] = await listDossiers(world, practice, account, 'person');
	const found = listed && (await factsOf(world, practice, { kind: 'dossier', id: listed.id }));
	if (!listed || !found) return undefined;
	const { sessions, dossier } = found.facts.dossier.joint;
	const person = Object.values(dossier.persons).find((p) => p.account === account);
	const room = Object.values(sessions.open).find((s) => person && s.persons.includes(person.id));
	return { dossier: listed.id, facts: found.facts, person, ...(room && { room: room.id }) };
}

/** What needs a name is not opened to somebody who gave none: they are told why, with the way to come forward (nb-5-i). */
export function withName({ locals }: Pick<RequestEvent, 'locals'>, { began }: Session): void {
	if (began === 'anonymous') redirect(303, `/${locals.lang}/line/here?name=needed`);
}
