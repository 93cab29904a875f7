import type { RequestEvent } from '@sveltejs/kit';
import { askContactCode, checkContactCode } from '#server/app/contact-code.ts';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { accessOf, confirmFirst, mayRestore, restore } from '#server/app/recover.ts';
import { personsFrom } from '#server/app/request-form.ts';
import { codesBy } from '#server/app/terminal.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { personLines, personsOf } from '#server/app/views/persons.ts';
import {
	cancelInvitation,
	copyInvitation,
	type Invitation,
	invitationsTo,
	invite,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { isTerritory } from '#words/territories.ts';
import { visitorOf } from '../../../../sign-in/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

const invitedTo = (dossier: string, person: string) => ({ to: 'dossier', dossier, person }) as const;

/** Everyone of the file: safe ways to reach them, their invitation, who speaks for whom. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'persons');
	const persons = Object.keys(file.facts.dossier.joint.dossier.persons);
	const latest = await Promise.all(
		persons.map(
			async (id) => [id, (await invitationsTo(file.world, file.practice, invitedTo(file.id, id)))[0]] as const,
		),
	);
	const bodies = await file.bodies(personLines(file.facts));
	const access = await accessOf(file);
	const view = personsOf(file.facts, bodies, { now: file.now, invitations: Object.fromEntries(latest), access });
	const codes = codesBy(event.locals.app.config, event.locals.practice?.demo === true);
	return { ...view, codes, zone: homeZone(file.facts), newPerson: file.world.newId(), state: await formState(event) };
};

const contactFrom = (typed: Readonly<Record<string, unknown>>) => personsFrom({ 0: typed })[0]?.contact;

/** An invitation just made: what is shown once, and never again. */
interface JustInvited {
	readonly second: string;
	readonly link?: string;
}

async function make(event: RequestEvent, person: string, byEmail: boolean): Promise<Invitation | Refusal> {
	const file = await openFile(event, 'persons');
	const who = file.facts.dossier.joint.dossier.persons[person];
	const email = byEmail ? file.facts.dossier.of(person).intake.contact?.email : undefined;
	const language = who?.language === 'en' ? 'en' : 'fr';
	return invite(file.world, file.practice, {
		to: invitedTo(file.id, person),
		name: who?.name ?? '',
		language,
		...(email !== undefined && { email }),
		by: file.session.account,
	});
}

/** Invite: the link and its second secret first, then the line in the file; without the line, no invitation stays open. */
async function inviteOne(event: RequestEvent) {
	const held: { made?: Invitation; byHand?: boolean } = {};
	const answer = await attempt('person.invite', {
		journal: thisDossier,
		input: async ({ person, how }) => {
			const leaves = codesBy(event.locals.app.config, event.locals.practice?.demo === true) === 'mail';
			held.byHand = how === 'hand' || !leaves;
			const outcome = await make(event, String(person), !held.byHand);
			if (isRefusal(outcome)) return outcome;
			held.made = outcome;
			return { person };
		},
	})(event);
	const { practice, app, session } = event.locals;
	const { made, byHand } = held;
	if (!made || !practice || !session) return answer;
	if (!('done' in answer)) {
		await cancelInvitation(app.world, practice.id, { id: made.id, by: session.account });
		return answer;
	}
	const invited: JustInvited = { second: made.second, ...(byHand && { link: event.url.origin + made.path }) };
	return { ...answer, invited };
}

/** Give access back: who asks was recognised anew, which is a line of the file; then a link and its second secret, once. */
async function restoreOne(event: RequestEvent) {
	const file = await openFile(event, 'persons');
	await confirmFirst(event, file.session);
	const held = { person: '', check: '' };
	const answer = await attempt('access.restore', {
		journal: thisDossier,
		input: (typed) => {
			Object.assign(held, { person: String(typed.person), check: String(typed.check) });
			return mayRestore(file, held.person).then((refusal) => refusal ?? typed);
		},
	})(event);
	if (!('done' in answer)) return answer;
	const made = await restore(file, held);
	if (isRefusal(made)) return { form: answer.form };
	const invited: JustInvited = { second: made.second, link: event.url.origin + made.path };
	return { ...answer, invited };
}

/** Show the link of an invitation that still waits; the showing is a line of the file. */
async function copyOne(event: RequestEvent) {
	let waiting = '';
	const answer = await attempt('invitation.copy', {
		journal: thisDossier,
		input: async ({ person }) => {
			const file = await openFile(event, 'persons');
			const open = (await invitationsTo(file.world, file.practice, invitedTo(file.id, String(person)))).find(
				(i) => i.state === 'open',
			);
			waiting = open?.id ?? '';
			return open ? { person } : refuse('account.invitationEnded');
		},
	})(event);
	const { practice, app, session } = event.locals;
	if (!('done' in answer) || !practice || !session) return answer;
	const copied = await copyInvitation(app.world, practice.id, { id: waiting, by: session.account });
	return isRefusal(copied) ? answer : { ...answer, link: event.url.origin + copied.path };
}

/** One of the persons of the file, for whoever follows them. */
const readPerson = async (event: RequestEvent, typed: Readonly<Record<string, unknown>>) => ({
	open: await openFile(event, 'persons'),
	person: String(typed.person ?? ''),
	from: visitorOf(event),
});

export const actions: Actions = {
	call: attempt('person.callBack', { journal: thisDossier }),
	reply: attempt('techInfo.give', { journal: thisDossier }),
	contact: attempt('contact.set', {
		journal: thisDossier,
		input: (typed) => ({ person: typed.person, contact: contactFrom(typed) }),
	}),
	verify: attempt('contact.verify', { journal: thisDossier }),
	askCode: askContactCode(readPerson),
	code: checkContactCode(readPerson),
	emergency: attempt('emergencyContact.set', { journal: thisDossier }),
	invite: inviteOne,
	copy: copyOne,
	restore: restoreOne,
	rename: attempt('person.rename', { journal: thisDossier }),
	leave: attempt('person.leave', { journal: thisDossier }),
	home: attempt('home.declare', {
		journal: thisDossier,
		input: ({ territory }) => (isTerritory(String(territory)) ? { territory } : {}),
	}),
	represent: attempt('representative.name', {
		journal: thisDossier,
		input: (typed) => ({ ...typed, proofSeen: typed.proofSeen === true }),
	}),
	endRepresentation: attempt('representative.end', { journal: thisDossier }),
	add: attempt('person.add', { journal: thisDossier, input: ({ persons }) => personsFrom(persons)[0] ?? {} }),
};
