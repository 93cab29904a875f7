import { expect, test } from 'vitest';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { openSession, request, walk } from '../support/path.ts';

// An office of the practice is no reach on a file: a look back at "safety first" belongs to who may read what happened.
const web = await webApp(await testServer());

test('a use of "safety first" is looked back at by who cares for the client, never by an officer out of reach', async () => {
	const path = await openHttpPath(web);
	const eve = path.practitioner.actor;
	const officer = async (name: string, roles: readonly string[]) => {
		const account = await path.newAccount('member', name);
		await path.does(eve, path.practice, 'member.join', { account, name, roles });
		return { account, assurance: 'passkey' as const };
	};
	const strangers = [
		await officer('Luc Roy', ['privacyOfficer']),
		await officer('Lise Côté', ['owner', 'privacyOfficer']),
		await officer('Paul Blais', ['practitioner', 'privacyOfficer']),
		await officer('Inès Belkacem', ['receptionist', 'privacyOfficer']),
	];
	const client = await request(path);
	await walk(path, client, { without: ['consent'] });
	const person = client.persons[0]?.id ?? '';
	const session = await openSession(path, client);
	const safetyFirst = { reason: 'Idées noires ce soir, seule chez elle.' };
	await path.attempt(eve, client.dossier, 'session.admit', { id: session, person }, { safetyFirst });
	const { skipped } = (await path.factsOf(client.dossier)).dossier.joint.dossier;
	const seq = skipped[0]?.evidence.seq ?? 0;
	expect(seq).toBeGreaterThan(0);
	for (const officer of strangers)
		expect(await path.attempt(officer, client.dossier, 'safety.review', { seq })).toMatchObject({
			code: 'act.notYourDossier',
		});
	// A member may also be a client here: their own file is not theirs to look back at.
	const [mine] = client.persons;
	await path.does(eve, path.practice, 'member.join', {
		account: mine?.actor.account,
		name: 'Camille Roy',
		roles: ['practitioner', 'privacyOfficer'],
	});
	expect(
		await path.attempt({ ...mine?.actor, assurance: 'passkey' }, client.dossier, 'safety.review', { seq }),
	).toMatchObject({ code: 'act.notYours' });
	const reviewed = async () => (await path.factsOf(client.dossier)).dossier.joint.dossier.skipped[0]?.reviewed;
	expect(await reviewed()).toBe(false);
	await path.does(eve, client.dossier, 'safety.review', { seq });
	expect(await reviewed()).toBe(true);
});
