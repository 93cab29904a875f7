import { describe, expect, test } from 'vitest';
import { hitsOf, SEARCHES_A_DAY, tooManySearches, waitingForDecision, whoSees } from '#server/app/conflicts.ts';
import { registerPractitioner } from '#server/app/practices.ts';
import type { Actor } from '#server/kernel/act.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { testServer } from './support/index.ts';
import { type Client, openPath, type Path, request } from './support/path.ts';

const server = await testServer();
const asked = async (path: Path, { dossier }: Client) => ({
	practice: path.practice.id,
	dossier: dossier.id,
	facts: await path.factsOf(dossier),
});

/** A colleague with other offices in the same practice. */
async function colleague(path: Path, name: string, roles: readonly string[]): Promise<Actor> {
	const account = await path.newAccount('member', name);
	await path.does(path.practitioner.actor, path.practice, 'member.join', { account, name, roles });
	const profile = {
		name,
		title: 'T.S.',
		order: 'OTSTCFQ',
		territory: 'QC',
		address: '12, rue du Moulin',
		phone: '418-555-0142',
		email: 'autre@ruisseau.example',
		office: true,
	} as const;
	if (roles.includes('practitioner'))
		await registerPractitioner(path.world, path.practice.id, account, {
			practitioner: profile,
			permit: { regulator: 'OTSTCFQ', number: 'TS-1', from: '2026-04-01', until: '2027-04-01' },
		});
	return { account, assurance: 'passkey' };
}

/** Somebody's request with an e-mail and a telephone of its own, or those of the tests. */
async function requestFrom(
	path: Path,
	name: string,
	given: { readonly email?: string; readonly phone?: string },
): Promise<string> {
	const dossier = { kind: 'dossier', id: path.world.newId() } as const;
	const contact = { ...given, voiceMail: false, text: false, othersMayKnow: false, callFirst: false };
	const person = { id: path.world.newId(), name, language: 'fr', roles: ['requester', 'beneficiary'], contact };
	await path.does(path.practitioner.actor, dossier, 'request.receive', {
		practitioner: path.practitioner.account,
		kind: 'person',
		label: name,
		anonymous: false,
		persons: [person],
		via: 'phone',
		reason: 'Conflits',
		prefers: 'remote',
	});
	return dossier.id;
}

/** A request that a colleague took, so that it is in their caseload and not in mine. */
const requestOf = (path: Path, by: Actor, names: readonly string[]): Promise<Client> =>
	request(
		{
			...path,
			practitioner: { account: by.account ?? '', actor: by, journal: { kind: 'practitioner', id: by.account ?? '' } },
		},
		{ names },
	);

describe('[qc-4.02] the blind search', () => {
	test('finds a name however it is written, a telephone and an e-mail, and nothing else', async () => {
		const path = await openPath(server);
		const named = await requestFrom(path, 'Éloïse Côté-Lebœuf', {});
		const called = await requestFrom(path, 'Marc Anctil', { phone: '(418) 555-0777 p. 12' });
		const written = await requestFrom(path, 'Jeanne Roy', { email: 'Maison@Example.org' });
		await requestFrom(path, 'Lebœuf, Paul', { phone: '418-555-0778', email: 'paul@example.org' });
		const id = await requestFrom(path, 'LEBOEUF COTE, Eloise', {
			phone: '+1 418 555 0777',
			email: 'maison@example.org',
		});
		const dossier = { kind: 'dossier', id } as const;
		const hits = await hitsOf(path.world, {
			practice: path.practice.id,
			dossier: id,
			facts: await path.factsOf(dossier),
		});
		const found = Object.fromEntries(hits.map((h) => [h.dossier, h.fields]));
		expect(found).toEqual({ [named]: ['name'], [called]: ['phone'], [written]: ['email'] });
		expect(hits.find((h) => h.dossier === named)).toMatchObject({
			name: 'Éloïse Côté-Lebœuf',
			label: 'Éloïse Côté-Lebœuf',
			practitioner: 'Ève Tremblay',
		});
	});

	test('finds somebody whom another file only speaks of, and asks again once a name is added', async () => {
		const path = await openPath(server);
		const speaks = await requestFrom(path, 'Jeanne Roy', {});
		const by = path.practitioner.actor;
		const file = { kind: 'dossier', id: speaks } as const;
		const [person = ''] = Object.keys((await path.factsOf(file)).dossier.joint.dossier.persons);
		await path.does(by, file, 'conflict.search', {});
		const other = { person, id: path.world.newId(), name: 'Gaétan Proulx', relation: 'ex-conjoint' };
		await path.does(by, file, 'other.name', other);
		await path.does(by, file, 'conflict.decide', { decision: 'none', reason: 'Aucun lien.' });
		const refused = await path.attempt(by, file, 'client.accept', {});
		expect(isRefusal(refused) && refused.duties.map((d) => d.duty)).toContain('qc-4.02');
		const comes = { kind: 'dossier', id: await requestFrom(path, 'PROULX, Gaetan', {}) } as const;
		const asked = { practice: path.practice.id, dossier: comes.id, facts: await path.factsOf(comes) };
		expect(await hitsOf(path.world, asked)).toMatchObject([
			{ dossier: speaks, name: 'Gaétan Proulx', fields: ['name'] },
		]);
	});

	test('of a solo practitioner stays in their own caseload', async () => {
		const path = await openPath(server);
		const other = await colleague(path, 'Luc Roy', ['receptionist']);
		expect(whoSees(await path.factsOf(path.practice), path.practitioner.account)).toBe('own');
		expect(whoSees(await path.factsOf(path.practice), other.account ?? '')).toBe('officer');
		await request(path, { names: ['Camille Roy'] });
		const again = await request(path, { names: ['Camille Roy'] });
		const mine = { ...(await asked(path, again)), caseload: path.practitioner.account };
		expect(await hitsOf(path.world, mine)).toHaveLength(1);
		expect(await hitsOf(path.world, { ...mine, caseload: other.account ?? '' })).toEqual([]);
	});

	test('knows nothing of another practice', async () => {
		const [here, elsewhere] = [await openPath(server), await openPath(server)];
		await request(elsewhere, { names: ['Camille Roy'] });
		expect(await hitsOf(here.world, await asked(here, await request(here, { names: ['Camille Roy'] })))).toEqual([]);
	});

	test('is asked at most twenty times a day by one account', async () => {
		const path = await openPath(server);
		const { world, practice, practitioner } = path;
		for (let i = 0; i < SEARCHES_A_DAY; i++)
			expect(await tooManySearches(world, practice.id, practitioner.account)).toBeUndefined();
		expect(await tooManySearches(world, practice.id, practitioner.account)).toMatchObject({ code: 'conflict.tooMany' });
		expect(await tooManySearches(world, practice.id, await path.newAccount('member', 'Luc Roy'))).toBeUndefined();
	});
});

describe('[qc-4.02] in a practice of several', () => {
	test('the officer decides on names alone, without reaching the file; nobody else decides', async () => {
		const path = await openPath(server);
		const mine = await request(path, { names: ['Camille Roy'] });
		const luc = await colleague(path, 'Luc Roy', ['practitioner']);
		const officer = await colleague(path, 'Anne Blais', ['conflictsOfficer']);
		expect(whoSees(await path.factsOf(path.practice), path.practitioner.account)).toBe('officer');
		const theirs = await requestOf(path, luc, ['Camille Roy']);
		expect(await waitingForDecision(path.world, path.practice.id)).toEqual([]);
		await path.does(luc, theirs.dossier, 'conflict.search', {});
		const [waiting] = await waitingForDecision(path.world, path.practice.id);
		expect(waiting).toMatchObject({ dossier: theirs.dossier.id, names: ['Camille Roy'], asked: { by: 'Luc Roy' } });
		expect(waiting?.hits.map((h) => h.dossier)).toEqual([mine.dossier.id]);

		const decision = { decision: 'managed', reason: 'Deux personnes du même nom.' };
		const refused = await path.attempt(luc, theirs.dossier, 'conflict.decide', decision);
		expect(isRefusal(refused) && refused.code).toBe('act.notYours');
		const home = await path.attempt(officer, theirs.dossier, 'home.declare', { territory: 'QC' });
		expect(isRefusal(home) && home.code).toBe('act.notYourDossier');
		await path.does(officer, theirs.dossier, 'conflict.decide', decision);
		expect(await waitingForDecision(path.world, path.practice.id)).toEqual([]);
		expect((await path.factsOf(theirs.dossier)).dossier.joint.boundaries.conflict?.decision).toBe('managed');
	});

	test('an officer of another practice decides nothing here', async () => {
		const [here, elsewhere] = [await openPath(server), await openPath(server)];
		const client = await request(here);
		await here.does(here.practitioner.actor, client.dossier, 'conflict.search', {});
		const refused = await here.attempt(elsewhere.practitioner.actor, client.dossier, 'conflict.decide', {
			decision: 'none',
			reason: 'Rien.',
		});
		expect(isRefusal(refused) && refused.code).toBe('act.notYourDossier');
	});
});
