import { describe, expect, test } from 'vitest';
import { questions } from '#server/capabilities/suitability/facts.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, mendOf, reader } from '../support/no-script.ts';
import { type Client, publishAll, request, type Step, someTerms, steps, walk } from '../support/path.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const eve = path.practitioner.actor;
const { open, send } = reader(path, eve);
const at = (client: Client, place = '') => `/fr/office/clients/${client.dossier.id}${place && `/${place}`}`;
const first = (client: Client) => client.persons[0]?.id ?? '';
const dossierOf = async (client: Client) => (await path.factsOf(client.dossier)).dossier;
const until = (step: Step): readonly Step[] => steps.slice(steps.indexOf(step));

/** A client for whom everything is on file but what is named. */
async function clientWithout(...missing: readonly Step[]): Promise<Client> {
	const client = await request(path);
	await walk(path, client, { without: missing });
	return client;
}

describe('every gate is met from its page, says its duty, leads to the mend and back to what was typed', () => {
	test('[qc-2.07-d] consent.record: the teach-back is missing', async () => {
		const client = await clientWithout('teachBack', 'consent');
		const me = first(client);
		const refused = await send(await open(at(client, 'consent')), `record:${me}`, {
			means: 'oral',
			witness: 'Paul Blais',
		});
		expect(dutiesOf(refused)).toEqual(['qc-2.07-d']);
		expect(refused.text).toContain('Pas encore possible');
		const mend = await open(mendOf(refused) ?? '');
		expect(mendOf(refused)).toMatch(new RegExp(`/interview\\?for=[0-9a-f-]{36}#p-${me}$`));
		expect(mend.text).toContain('vous reviendrez ensuite à ce que vous aviez écrit');
		const back = await send(mend, `teachBack:${me}.limits`, {
			'understood:b': 'true',
			words: 'Sauf si je suis en danger.',
		});
		expect(back.address).toMatch(/\/consent\?resume=/);
		expect(back.text).toContain('Voici ce que vous aviez écrit.');
		expect(formOf(back, `record:${me}`).fields).toMatchObject({ means: 'oral', witness: 'Paul Blais' });
		await send(back, `record:${me}`);
		const { consent } = (await dossierOf(client)).of(me);
		expect(consent.given).toMatchObject({ means: 'oral', by: 'self' });
		expect(consent.teachBack.limits).toMatchObject({ understood: true, inConversation: true });
	});

	test('[qc-2.07-d] consent.record: a soft duty may be passed with a signed reason, and what was typed comes back', async () => {
		const client = await clientWithout('teachBack', 'consent');
		const me = first(client);
		const refused = await send(await open(at(client, 'consent')), `record:${me}`, {
			means: 'paper',
			witness: 'Paul Blais',
		});
		const back = await send(refused, 'waive:qc-2.07-d', {
			reason: 'Les mots lui manquent; elle a tout montré du doigt.',
		});
		expect(formOf(back, `record:${me}`).fields).toMatchObject({ means: 'paper', witness: 'Paul Blais' });
		await send(back, `record:${me}`);
		expect((await dossierOf(client)).of(me).consent.given?.means).toBe('paper');
		expect((await dossierOf(client)).joint.dossier.waivers).toMatchObject([{ duty: 'qc-2.07-d' }]);
	});

	test('[qc-2.01-b] [qc-2.03-a] [qc-2.03-b] consent.record: several things of one page are mended in one visit', async () => {
		const client = await clientWithout('capacity', 'needs', 'questions', 'consent');
		const me = first(client);
		const refused = await send(await open(at(client, 'consent')), `record:${me}`, { means: 'oral' });
		expect(dutiesOf(refused)).toEqual(['qc-2.01-b']);
		for (const other of ['qc-2.03-a', 'qc-2.03-b']) expect(refused.html).toContain(`/fr/norms/${other}"`);
		let page = await open(mendOf(refused) ?? '');
		page = await send(page, `capacity:${me}`, { result: 'able', basis: 'Répond clairement.' });
		expect(page.address).toContain('/interview');
		page = await send(page, `needs:${me}`, { variant: 'standard' });
		expect(page.address).toContain('/interview');
		page = await send(page, `offer:${me}`);
		expect(page.address).toMatch(/\/consent\?resume=/);
		await send(page, `record:${me}`);
		expect((await dossierOf(client)).of(me).consent.given?.means).toBe('oral');
	});

	test('[qc-2.08-a] consent.record: somebody too young needs a representative with proof, named from the page', async () => {
		const client = await clientWithout('age', 'consent');
		const me = first(client);
		const refused = await send(await open(at(client, 'consent')), `record:${me}`, { means: 'oral' });
		const aged = await send(await open(mendOf(refused) ?? ''), `age:${me}`, { band: 'under14' });
		const young = await send(aged, `record:${me}`);
		expect(dutiesOf(young)).toEqual(['qc-2.08-a']);
		expect(mendOf(young)).toMatch(/\/persons\?for=/);
		const people = await open(mendOf(young) ?? '');
		const added = await send(people, 'add', {
			'persons.0.name': 'Louise Roy',
			'persons.0.roles[]': ['representative'],
			_stay: 'yes',
		});
		const parent =
			Object.values((await dossierOf(client)).joint.dossier.persons).find((p) => p.name === 'Louise Roy')?.id ?? '';
		const named = await send(added, 'represent', {
			of: me,
			by: parent,
			authority: 'parentalAuthority',
			'proofSeen:b': 'yes',
		});
		expect(named.address).toMatch(/\/consent\?resume=/);
		await send(named, `record:${me}`, { by: 'representative' });
		expect((await dossierOf(client)).of(me).consent.given?.by).toBe('representative');
	});

	test('[qc-2.08-g] suitability.finalise: a question is open', async () => {
		const client = await clientWithout(...until('assessment'));
		const me = first(client);
		for (const question of questions.filter((q) => q !== 'safety'))
			await path.does(eve, client.dossier, 'suitability.answer', {
				person: me,
				question,
				finding: 'noObstacle',
				note: 'Rien à signaler.',
			});
		const decision = {
			fit: 'partly',
			'interventionFits:b': 'true',
			'meansFit:b': 'false',
			firstMeeting: 'video',
			reasons: 'À revoir après la première rencontre.',
		};
		const refused = await send(await open(at(client, 'assessment')), 'finalise', decision);
		expect(dutiesOf(refused)).toEqual(['qc-2.08-g']);
		const mend = await open(mendOf(refused) ?? '');
		const back = await send(mend, `answer:${me}.safety`, {
			finding: 'noObstacle',
			note: 'Hôpital à dix minutes.',
			town: 'Rimouski',
		});
		expect(formOf(back, 'finalise').fields).toMatchObject(decision);
		const done = await send(back, 'finalise');
		expect(done.text).toContain('En partie');
		expect((await dossierOf(client)).joint.suitability.decision).toMatchObject({
			fit: 'partly',
			interventionFits: true,
			meansFit: false,
			firstMeeting: 'video',
		});
	});

	test('[qc-4.02] client.accept: nobody has decided on conflicts of interest', async () => {
		const client = await clientWithout('conflict', ...until('accept'));
		const refused = await send(await open(at(client, 'decision')), 'accept');
		expect(dutiesOf(refused)).toEqual(['qc-4.02']);
		let page = await send(await open(mendOf(refused) ?? ''), 'search');
		expect(page.address).toMatch(/\/decision\?resume=/);
		page = await send(page, 'accept');
		expect(mendOf(page)).toMatch(/\/boundaries\?for=/);
		page = await send(await open(mendOf(page) ?? ''), 'decide', {
			decision: 'none',
			reason: 'Aucun autre dossier ne la nomme.',
		});
		page = await send(page, 'accept');
		expect((await dossierOf(client)).joint.dossier.state).toBe('accepted');
		expect(page.text).toContain('suivi en cours');
	});

	test('[qc-1.05-a] client.accept: the mend is itself refused and mended, and one comes back to the first', async () => {
		const client = await clientWithout('assessment', ...until('accept'));
		const me = first(client);
		const refused = await send(await open(at(client, 'decision')), 'accept');
		expect(dutiesOf(refused)).toContain('qc-1.05-a');
		let page = await open(mendOf(refused) ?? '');
		expect(page.address).toMatch(/\/assessment\?for=/);
		const decision = { fit: 'yes', 'interventionFits:b': 'true', 'meansFit:b': 'true', firstMeeting: 'none' };
		for (const question of questions.slice(1))
			page = await send(page, `answer:${me}.${question}`, {
				finding: 'noObstacle',
				note: 'Rien.',
				...(question === 'safety' && { town: 'Rimouski' }),
			});
		expect(page.address).toContain('/assessment');
		page = await send(page, 'finalise', decision);
		expect(dutiesOf(page)).toEqual(['qc-1.03-a']);
		page = await send(await open(mendOf(page) ?? ''), `answer:${me}.techHabits`, {
			finding: 'adapt',
			note: 'Appareil partagé.',
			adjustment: 'Écouteurs, code sur l’appareil.',
		});
		expect(formOf(page, 'finalise').fields).toMatchObject(decision);
		page = await send(page, 'finalise');
		expect(page.address).toMatch(/\/decision\?resume=/);
		await send(page, 'accept');
		expect((await dossierOf(client)).joint.dossier.state).toBe('accepted');
	});

	test('[qc-4.11] client.accept: a personal relation asks for reason, safeguards and a date, or a signed waiver', async () => {
		const client = await clientWithout('relation', ...until('accept'));
		const relation = {
			link: 'personal',
			decision: 'proceed',
			'communityConsidered:b': 'yes',
			analysis: 'Voisins d’enfance, sans contact depuis vingt ans.',
		};
		await send(await open(at(client, 'boundaries')), 'relation', relation);
		const refused = await send(await open(at(client, 'decision')), 'accept');
		expect(dutiesOf(refused)).toEqual(['qc-4.11']);
		const mend = await open(mendOf(refused) ?? '');
		expect(formOf(mend, 'relation').fields).toMatchObject({ analysis: relation.analysis });
		const back = await send(mend, 'relation', {
			...relation,
			safeguards: 'Supervision chaque mois.',
			reviewOn: '2027-02-01',
		});
		await send(back, 'accept');
		expect((await dossierOf(client)).joint.dossier.state).toBe('accepted');
	});

	test('[qc-1.05-b] client.decline: somebody able to help comes first', async () => {
		const client = await clientWithout(...until('assessment'));
		const refused = await send(await open(at(client, 'decision')), 'decline', {
			reason: 'Le besoin demande un autre cadre.',
		});
		expect(dutiesOf(refused)).toContain('qc-1.05-b');
		const mend = await open(mendOf(refused) ?? '');
		expect(mend.text).toContain('Une rencontre à notre bureau');
		const back = await send(mend, 'refer', {
			outcome: 'given',
			to: 'CLSC de Rimouski',
			reason: 'Plus près, le soir.',
			told: 'oral',
		});
		expect(formOf(back, 'decline').fields.reason).toBe('Le besoin demande un autre cadre.');
		await send(back, 'decline');
		expect((await dossierOf(client)).joint.dossier.state).toBe('declined');
		expect((await open(at(client))).text).toContain('Ce suivi n’a pas été retenu');
	});

	test('[qc-2.02-e] policy.send: no other help is known where the client is', async () => {
		const client = await request(path);
		const me = first(client);
		await send(await open(at(client, 'persons')), 'home', { territory: 'BC' });
		const refused = await send(await open(at(client, 'package')), `send:${me}`);
		expect(dutiesOf(refused)).toEqual(['qc-2.02-e']);
		expect(mendOf(refused)).toMatch(/^\/fr\/office\/practice\/terms\?for=/);
		const terms = {
			...someTerms,
			alternatives: { ...someTerms.alternatives, BC: [{ fr: 'Un centre près de chez elle', en: 'A centre nearby' }] },
		};
		await path.does(eve, path.practice, 'service.describe', terms);
		const resume = /for=([0-9a-f-]+)/.exec(mendOf(refused) ?? '')?.[1];
		const back = await open(`${at(client, 'package')}?resume=${resume}`);
		await send(back, `send:${me}`);
		expect((await dossierOf(client)).of(me).consent.sent.services?.territory).toBe('BC');
	});
});

test('the texts of a package stand one heading below the person they are for, and none is skipped', async () => {
	const client = await request(path);
	const { html } = await open(at(client, 'package'));
	const levels = [...(html.split('<main')[1] ?? '').matchAll(/<h(\d)[ >]/g)].map((m) => Number(m[1]));
	expect(levels.length).toBeGreaterThan(10);
	expect(levels.filter((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
});

test('[qc-3.05-a] policy.send: a practice without a confidentiality agreement cannot send a package', async () => {
	const bare = await openHttpPath(web, { bare: true });
	const mine = reader(bare, bare.practitioner.actor);
	await bare.does(bare.practitioner.actor, bare.practice, 'service.describe', someTerms);
	const client = await request(bare);
	const page = await mine.open(at(client, 'package'));
	expect(page.text).toContain('Ces documents ne sont pas publiés');
	expect(page.text).toContain('Personne n’a vérifié les coordonnées');
	const refused = await mine.send(page, `send:${first(client)}`);
	expect(dutiesOf(refused)).toEqual(['qc-3.05-a']);
	expect(mendOf(refused)).toMatch(/^\/fr\/office\/practice\/policies\/confidentiality\?for=/);
	await publishAll(bare, 'QC');
	await mine.send(await mine.open(at(client, 'package')), `send:${first(client)}`);
	expect((await bare.factsOf(client.dossier)).dossier.of(first(client)).consent.sent.confidentiality).toBeDefined();
});
