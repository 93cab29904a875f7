import { expect, test } from 'vitest';
import { questions } from '#server/capabilities/suitability/facts.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { expectCode, expectDone, expectRefused, refusedBy } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { type Client, inDays, makeReady, request, walk, walkStep } from '../support/path.ts';

const server = await testServer();
const web = await webApp(server);
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });

const accept = (path: HttpPath, { dossier }: Client) =>
	path.attempt(path.practitioner.actor, dossier, 'client.accept', {});
const beforeAcceptance = async (path: HttpPath, without: Parameters<typeof walk>[2] = {}) => {
	const client = await request(path);
	await walk(path, client, { upTo: 'conflict', ...without });
	return { client, person: client.persons[0]?.id ?? '' };
};
const finalise = { fit: 'yes', interventionFits: true, meansFit: true, firstMeeting: 'none', reasons: '' } as const;
const answer = (person: string, question: string, more: object = {}) => ({
	person,
	question,
	finding: 'noObstacle',
	note: 'Rien à signaler.',
	...(question === 'safety' && { town: 'Rimouski' }),
	...more,
});

const asked: Readonly<Record<string, readonly string[]>> = {
	'qc-1.03-a': ['techHabits'],
	'qc-2.07-b': ['relevance'],
	'qc-2.07-c': ['intellectual', 'emotional', 'physical'],
	'qc-2.08-b': ['clinical'],
	'qc-2.08-c': ['experience'],
	'qc-2.08-d': ['disability'],
	'qc-2.08-e': ['language'],
	'qc-2.08-f': ['culture'],
	'qc-2.08-g': ['safety'],
};

for (const [duty, blanks] of Object.entries(asked)) {
	test(`[${duty}] the preliminary assessment cannot be finalised while ${blanks.join(', ')} is blank`, async () => {
		const client = await request(qc);
		const person = client.persons[0]?.id ?? '';
		for (const question of questions.filter((q) => !blanks.includes(q)))
			await qc.does(qc.practitioner.actor, client.dossier, 'suitability.answer', answer(person, question));
		const last = blanks.at(-1) ?? '';
		for (const question of blanks.slice(0, -1))
			await qc.does(qc.practitioner.actor, client.dossier, 'suitability.answer', answer(person, question));
		expect(
			refusedBy(await qc.attempt(qc.practitioner.actor, client.dossier, 'suitability.finalise', finalise)),
		).toEqual([duty]);
		await qc.does(qc.practitioner.actor, client.dossier, 'suitability.answer', answer(person, last));
		expectDone(await qc.attempt(qc.practitioner.actor, client.dossier, 'suitability.finalise', finalise));
	});
}

test('what was found to adapt carries its adjustment, and an obstacle needs a written reason', async () => {
	const client = await request(qc);
	const person = client.persons[0]?.id ?? '';
	expectCode(
		await qc.attempt(
			qc.practitioner.actor,
			client.dossier,
			'suitability.answer',
			answer(person, 'disability', { finding: 'adapt' }),
		),
		'suitability.adjustmentMissing',
	);
	for (const question of questions)
		await qc.does(
			qc.practitioner.actor,
			client.dossier,
			'suitability.answer',
			answer(person, question, question === 'clinical' ? { finding: 'obstacle' } : {}),
		);
	expectCode(
		await qc.attempt(qc.practitioner.actor, client.dossier, 'suitability.finalise', finalise),
		'suitability.reasonMissing',
	);
	expectDone(
		await qc.attempt(qc.practitioner.actor, client.dossier, 'suitability.finalise', {
			...finalise,
			reasons: 'Suivi conjoint avec la médecin.',
		}),
	);
});

test('[qc-2.07-a] a service cannot be booked before the preliminary assessment; a first contact can', async () => {
	const client = await request(qc);
	const book = (purpose: string, days: number) =>
		qc.attempt(qc.practitioner.actor, client.dossier, 'appointment.book', {
			id: qc.world.newId(),
			purpose,
			mode: 'video',
			persons: client.persons.map((p) => p.id),
			practitioner: qc.practitioner.account,
			...inDays(qc.world, days),
		});
	expectRefused(await book('service', 30), 'qc-2.07-a');
	expectDone(await book('initialInterview', 31));
	await walkStep(qc, client, 'assessment');
	expectDone(await book('service', 32));
});

test('[qc-1.05-a] no client is accepted without a decision that the service can meet their needs', async () => {
	const { client } = await beforeAcceptance(qc, { without: ['assessment'] });
	expectRefused(await accept(qc, client), 'qc-1.05-a');
	await walkStep(qc, client, 'assessment');
	expectDone(await accept(qc, client));
});

test('[nb-3-c] both questions, the intervention and the means, are answered before acceptance', async () => {
	const { client } = await beforeAcceptance(nb, { without: ['assessment'] });
	expectRefused(await accept(nb, client), 'nb-3-c');
	await nb.does(nb.practitioner.actor, client.dossier, 'suitability.finalise', {
		...finalise,
		meansFit: false,
		reasons: 'Le téléphone ne suffit pas.',
	});
	expectRefused(await accept(nb, client), 'nb-3-c');
	await nb.does(nb.practitioner.actor, client.dossier, 'suitability.finalise', finalise);
	expectDone(await accept(nb, client));
});

test('[qc-2.02-a] a new practice accepts nobody before its services policy is published', async () => {
	const bare = await openHttpPath(web, { bare: true });
	const client = await request(bare);
	expectRefused(await accept(bare, client), 'qc-2.02-a');
	await makeReady(bare, 'QC');
	expect(refusedBy(await accept(bare, client))).not.toContain('qc-2.02-a');
});

test('[qc-3.10-b] nor before it has written how it tells clients of an incident', async () => {
	const bare = await openHttpPath(web, { bare: true });
	const client = await request(bare);
	expectRefused(await accept(bare, client), 'qc-3.10-b');
	await makeReady(bare, 'QC');
	expect(refusedBy(await accept(bare, client))).not.toContain('qc-3.10-b');
});

test('[qc-4.01] no acceptance without the relationship declaration; a link needs an analysis', async () => {
	const { client } = await beforeAcceptance(qc, { without: ['relation'] });
	expectRefused(await accept(qc, client), 'qc-4.01');
	await qc.does(qc.practitioner.actor, client.dossier, 'relation.declare', {
		link: 'other',
		decision: 'proceed',
		communityConsidered: true,
	});
	expectRefused(await accept(qc, client), 'qc-4.01');
	await qc.does(qc.practitioner.actor, client.dossier, 'relation.declare', {
		link: 'other',
		decision: 'proceed',
		analysis: 'Voisins de rue, sans lien suivi.',
		communityConsidered: true,
	});
	expectDone(await accept(qc, client));
});

test('[qc-4.02] no acceptance before the names were searched and somebody decided and signed', async () => {
	const { client } = await beforeAcceptance(qc, { without: ['conflict'] });
	expectRefused(await accept(qc, client), 'qc-4.02');
	await qc.does(qc.practitioner.actor, client.dossier, 'conflict.search', {});
	expectRefused(await accept(qc, client), 'qc-4.02');
	await qc.does(qc.practitioner.actor, client.dossier, 'conflict.decide', {
		decision: 'none',
		reason: 'Aucun autre dossier.',
	});
	expectDone(await accept(qc, client));
});

test('[qc-4.11] a past personal relation: refused unless a reason, safeguards and a review date are given', async () => {
	const { client } = await beforeAcceptance(qc, { without: ['relation'] });
	const declare = (more: object) =>
		qc.does(qc.practitioner.actor, client.dossier, 'relation.declare', {
			link: 'personal',
			decision: 'proceed',
			analysis: 'Ancienne camarade de classe, seule TS du village.',
			communityConsidered: true,
			...more,
		});
	await declare({});
	expectRefused(await accept(qc, client), 'qc-4.11');
	await declare({ safeguards: 'Supervision mensuelle.', reviewOn: '2027-03-01' });
	expectDone(await accept(qc, client));
});

const atHome = async (path: HttpPath, client: Client, territory: string) =>
	path.does(path.practitioner.actor, client.dossier, 'home.declare', { territory });
const check = {
	territory: 'ON',
	sheetOf: '2026-11-01',
	rulesRead: true,
	orderRulesRead: true,
	privacyRead: true,
	authorisation: { kind: 'exemption', source: 'Lettre de l’ordre' },
	until: '2027-11-01',
} as const;

test('[qc-7.01-a] a client outside one’s province needs the order’s cross-border rules attested', async () => {
	const own = await openHttpPath(web);
	const { client } = await beforeAcceptance(own);
	await atHome(own, client, 'ON');
	await own.does(own.practitioner.actor, own.practice, 'workplace.rule', { rule: 'allowed' });
	expectRefused(await accept(own, client), 'qc-7.01-a');
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', check);
	expectDone(await accept(own, client));
});

test('[qc-7.01-b] with the workplace set to "by approval", the manager approves before acceptance', async () => {
	const own = await openHttpPath(web);
	const { client } = await beforeAcceptance(own);
	await atHome(own, client, 'ON');
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', check);
	expectRefused(await accept(own, client), 'qc-7.01-b');
	await own.does(own.practitioner.actor, own.practice, 'workplace.rule', { rule: 'byApproval' });
	expectRefused(await accept(own, client), 'qc-7.01-b');
	await own.does(own.practitioner.actor, client.dossier, 'crossBorder.approve', {
		reason: 'Suite du suivi commencé ici.',
	});
	expectDone(await accept(own, client));
});

test('[nb-4-c] the first client in a new territory waits until its regulator was told', async () => {
	const own = await openHttpPath(web, { province: 'NB' });
	const { client } = await beforeAcceptance(own);
	await atHome(own, client, 'ON');
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', check);
	expectRefused(await accept(own, client), 'nb-4-c');
	await own.does(own.practitioner.actor, own.practitioner.journal, 'regulator.tell', {
		territory: 'ON',
		to: 'OCSWSSW',
		sentOn: '2026-11-10',
	});
	expectDone(await accept(own, client));
});

test('[nb-4-d] a territory whose check is past its date: new clients there are refused', async () => {
	const own = await openHttpPath(web, { province: 'NB' });
	const { client } = await beforeAcceptance(own);
	await atHome(own, client, 'ON');
	await own.does(own.practitioner.actor, own.practitioner.journal, 'regulator.tell', {
		territory: 'ON',
		to: 'OCSWSSW',
		sentOn: '2026-11-10',
	});
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', {
		...check,
		until: '2026-01-01',
	});
	expectRefused(await accept(own, client), 'nb-4-d');
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', check);
	expectDone(await accept(own, client));
});

test('[nb-6-n] without that territory’s privacy assessment, accepting asks for it or for a signed reason', async () => {
	const own = await openHttpPath(web, { province: 'NB' });
	const { client } = await beforeAcceptance(own);
	await atHome(own, client, 'ON');
	await own.does(own.practitioner.actor, own.practitioner.journal, 'regulator.tell', {
		territory: 'ON',
		to: 'OCSWSSW',
		sentOn: '2026-11-10',
	});
	await own.does(own.practitioner.actor, own.practitioner.journal, 'territory.check', { ...check, privacyRead: false });
	expect(refusedBy(await accept(own, client))).toEqual(['nb-6-n']);
	await own.does(own.practitioner.actor, client.dossier, 'duty.waive', {
		duty: 'nb-6-n',
		reason: 'La lecture de la loi est prévue vendredi.',
	});
	expectDone(await accept(own, client));
});

const decline = (path: HttpPath, { dossier }: Client) =>
	path.attempt(path.practitioner.actor, dossier, 'client.decline', { reason: 'Le service ne convient pas.' });

test('[qc-1.05-b] "no" closes only with a referral, the person’s refusal of one, or a signed reason', async () => {
	const { client } = await beforeAcceptance(qc);
	await qc.does(qc.practitioner.actor, client.dossier, 'suitability.finalise', {
		...finalise,
		fit: 'no',
		reasons: 'Crise à suivre en personne.',
	});
	expectRefused(await decline(qc, client), 'qc-1.05-b');
	await qc.does(qc.practitioner.actor, client.dossier, 'referral.record', {
		outcome: 'refusedByPerson',
		reason: 'Préfère attendre.',
		told: 'oral',
	});
	expectDone(await decline(qc, client));
	const other = await beforeAcceptance(qc);
	await qc.does(qc.practitioner.actor, other.client.dossier, 'duty.waive', {
		duty: 'qc-1.05-b',
		reason: 'Personne injoignable depuis un mois.',
	});
	expectDone(await decline(qc, other.client));
});

test('[qc-1.06-b] "in person", and no office: declining asks for a referral, their refusal of one, or a signed reason', async () => {
	const own = await openHttpPath(web);
	const profile = (await own.factsOf(own.practitioner.journal)).practitioner.practitioner.profile;
	const { evidence: _, ...described } = profile ?? ({} as never);
	await own.does(own.practitioner.actor, own.practitioner.journal, 'practitioner.describe', {
		...described,
		office: false,
	});
	const dossier = { kind: 'dossier', id: own.world.newId() } as const;
	const person = {
		id: own.world.newId(),
		name: 'Jo Caron',
		language: 'fr',
		roles: ['requester', 'beneficiary'],
		contact: { voiceMail: false, text: false, othersMayKnow: false, callFirst: false },
	};
	await own.does(own.practitioner.actor, dossier, 'request.receive', {
		practitioner: own.practitioner.account,
		kind: 'person',
		label: 'Jo Caron',
		anonymous: false,
		persons: [person],
		via: 'form',
		reason: 'Deuil',
		prefers: 'inPerson',
	});
	const refused = await own.attempt(own.practitioner.actor, dossier, 'client.decline', { reason: 'Pas de bureau.' });
	expectRefused(refused, 'qc-1.06-b');
	await own.does(own.practitioner.actor, dossier, 'referral.record', {
		outcome: 'given',
		to: 'CLSC de Rimouski',
		reason: 'Reçoit en personne.',
		told: 'written',
	});
	expect(
		isRefusal(await own.attempt(own.practitioner.actor, dossier, 'client.decline', { reason: 'Pas de bureau.' })),
	).toBe(false);
});
