import type { Actor, AnyAct } from '#server/kernel/act.ts';
import type { HttpPath } from './http-path.ts';
import type { Client } from './path.ts';

/** Somebody who works there, in these roles. */
export const member = async (path: HttpPath, name: string, roles: readonly string[]): Promise<Actor> => {
	const account = await path.newAccount('member', name);
	await path.does(path.practitioner.actor, path.practice, 'member.join', { account, name, roles });
	return { account, assurance: 'passkey' };
};

/** Everybody who may knock, from the furthest to the closest. */
export async function everybody(path: HttpPath, file: Client, other: Client) {
	const supervisor = await member(path, 'Sylvie Supervise', ['practitioner']);
	await path.does(path.practitioner.actor, file.dossier, 'careTeam.join', {
		account: supervisor.account,
		role: 'supervisor',
		need: 'Supervise ce suivi.',
		noOtherRelation: true,
	});
	return {
		nobody: { assurance: 'none' } as Actor,
		anotherClient: other.persons[0]?.actor as Actor,
		colleague: await member(path, 'Colin Collègue', ['practitioner']),
		privacyOfficer: await member(path, 'Paule Privée', ['privacyOfficer']),
		owner: await member(path, 'Olive Ouvre', ['owner']),
		receptionist: await member(path, 'Rémi Reçoit', ['receptionist']),
		client: file.persons[0]?.actor as Actor,
		supervisor,
		practitioner: path.practitioner.actor,
	};
}
export type Who = keyof Awaited<ReturnType<typeof everybody>>;

/** The matrix: what each may attempt on a file, whatever else is asked of it. */
export const mayDo: Readonly<Record<Who, (act: AnyAct) => boolean>> = {
	nobody: () => false,
	anotherClient: () => false,
	colleague: () => false,
	privacyOfficer: (act) => act.office === 'privacyOfficer',
	owner: (act) => act.desk === true && act.who.includes('owner'),
	receptionist: (act) => act.desk === true && act.who.includes('receptionist'),
	client: (act) => act.who.includes('client'),
	supervisor: (act) => act.who.includes('practitioner'),
	// They answer for the practice as well.
	practitioner: (act) => act.who.includes('practitioner') || act.who.includes('owner'),
};
/** …and which pages of it each may open. */
const deskPages = /clients\/\[dossier=uuid\](\/(appointments|waiting)(\/.*)?)?$/;
export const mayOpen: Readonly<Record<Who, (pattern: string) => boolean>> = {
	nobody: () => false,
	anotherClient: () => false,
	colleague: () => false,
	privacyOfficer: () => false,
	owner: (pattern) => deskPages.test(pattern),
	receptionist: (pattern) => deskPages.test(pattern),
	client: (pattern) => /portal|room/.test(pattern),
	supervisor: (pattern) => /office|room/.test(pattern),
	practitioner: (pattern) => /office|room/.test(pattern),
};
