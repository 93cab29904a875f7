import { describe, expect, test } from 'vitest';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, formsIn, mendOf, reader } from '../support/no-script.ts';
import { publishAll, regulators, someTerms } from '../support/path.ts';

const web = await webApp(await testServer());
const channels = '/fr/office/me/channels';
const mine = async (path: HttpPath) => (await path.factsOf(path.practitioner.journal)).practitioner;
const training = { title: 'Intervenir à distance', provider: 'Université', on: '2026-02-03', 'hours:n': '6,5' };

/** A practice that described its services and published its documents; its practitioner has opened no channel. */
async function publishedIn(province: 'QC' | 'NB') {
	const path = await openHttpPath(web, { bare: true, province });
	const { actor } = path.practitioner;
	await path.does(actor, path.practice, 'service.describe', someTerms);
	await path.does(actor, path.practice, 'regulator.verify', { ...regulators[province], verifiedOn: '2026-11-20' });
	await publishAll(path, province);
	return { path, ...reader(path, actor) };
}

describe('a channel is opened from its page', () => {
	test('[qc-1.01-a] refused without training, noted there with its proof, opened', async () => {
		const { path, open, send } = await publishedIn('QC');
		const refused = await send(await open(channels), 'enable:video');
		expect(refused.status).toBe(409);
		expect(dutiesOf(refused)).toEqual(['qc-1.01-a']);
		expect(mendOf(refused)).toMatch(/\/me\/channels\?for=[0-9a-f-]{36}#video$/);
		const mending = await open(mendOf(refused) ?? '');
		expect(mending.text).toContain('Vous étiez en train d’ouvrir : Vidéo.');
		expect(formOf(mending, 'train:video').fields['proof:b']).toBeUndefined();
		const unproven = await send(mending, 'train:video', training);
		expect(unproven.address).toMatch(/\?resume=/);
		expect(dutiesOf(await send(unproven, 'enable:video'))).toEqual(['qc-1.01-a']);
		const back = await send(await open(mendOf(refused) ?? ''), 'train:video', { ...training, 'proof:b': 'yes' });
		expect(back.text).toContain('Voici ce que vous aviez écrit');
		await send(back, 'enable:video');
		expect((await mine(path)).practitioner.channels.video).toBeDefined();
		await send(await open(channels), 'disable:video');
		expect((await mine(path)).practitioner.channels.video).toBeUndefined();
	});

	test('[qc-1.01-a] a signed plan with a date stands in, until its date', async () => {
		const { path, open, send } = await publishedIn('QC');
		expect(dutiesOf(await send(await open(channels), 'enable:chat'))).toEqual(['qc-1.01-a']);
		await send(await open(channels), 'plan:chat', { plan: 'Cours de l’Ordre en janvier.', by: '2999-01-31' });
		await send(await open(channels), 'enable:chat');
		expect((await mine(path)).practitioner.channels.chat).toBeDefined();
	});

	test('[qc-2.09-d1] refused before the text on a dropped line is published; the way leads there and back', async () => {
		const path = await openHttpPath(web, { bare: true });
		const { actor } = path.practitioner;
		const { open, send } = reader(path, actor);
		await path.does(actor, path.practice, 'service.describe', someTerms);
		await send(await open(channels), 'train:video', { ...training, 'proof:b': 'yes' });
		const refused = await send(await open(channels), 'enable:video');
		expect(dutiesOf(refused)).toEqual(['qc-2.09-d1']);
		const plans = await open(mendOf(refused) ?? '');
		expect(plans.address).toMatch(/policies\/plans\?for=/);
		const drafted = await send(plans, 'adopt:all');
		const back = await send(drafted, 'publish');
		expect(back.address).toMatch(/\/me\/channels\?resume=/);
		await send(back, 'enable:video');
		expect((await mine(path)).practitioner.channels.video).toBeDefined();
	});

	test('[qc-2.09-b3] where cards are taken, refused before the text on cards is published', async () => {
		const { path, open, send } = await publishedIn('QC');
		const { actor } = path.practitioner;
		await send(await open(channels), 'train:video', { ...training, 'proof:b': 'yes' });
		const bare = await openHttpPath(web, { bare: true });
		expect((await bare.factsOf(bare.practice)).practice.policies.documents.cards).toBeUndefined();
		const other = reader(bare, bare.practitioner.actor);
		await bare.does(bare.practitioner.actor, bare.practice, 'service.describe', {
			...someTerms,
			cards: { provider: 'Caisse' },
		});
		await other.send(await other.open('/fr/office/practice/policies/plans'), 'adopt:all');
		await other.send(await other.open('/fr/office/practice/policies/plans'), 'publish');
		await other.send(await other.open(channels), 'train:video', { ...training, 'proof:b': 'yes' });
		const refused = await other.send(await other.open(channels), 'enable:video');
		expect(dutiesOf(refused)).toEqual(['qc-2.09-b3']);
		const cards = await other.send(await other.open(mendOf(refused) ?? ''), 'adopt:all');
		const back = await other.send(cards, 'publish');
		await other.send(back, 'enable:video');
		expect((await mine(bare)).practitioner.channels.video).toBeDefined();
		await path.does(actor, path.practitioner.journal, 'channel.enable', { channel: 'video' });
	});

	test('[nb-2-a] [nb-intro-c] the five steps of the drill, and the risks read under their text', async () => {
		const { path, open, send } = await publishedIn('NB');
		const refused = await send(await open(channels), 'enable:video');
		expect(dutiesOf(refused)).toEqual(['nb-2-a']);
		expect(refused.text).toContain('Une autre chose manquera ensuite');
		const mending = await open(mendOf(refused) ?? '');
		expect(formOf(mending, 'drill:video').fields['steps[]']).toBeUndefined();
		const half = await send(mending, 'drill:video', { 'steps[]': ['admit', 'mute'] });
		expect(half.text).toContain('il reste des étapes à l’exercice');
		expect(formOf(half, 'drill:video').fields['steps[]']).toEqual(['admit', 'mute']);
		const drilled = await send(half, 'drill:video', { 'steps[]': ['admit', 'mute', 'remove', 'fallback', 'end'] });
		const again = await send(drilled, 'enable:video');
		expect(dutiesOf(again)).toEqual(['nb-intro-c']);
		const risks = await open(mendOf(again) ?? '');
		expect(formOf(risks, 'risks:video').html).not.toContain('checkbox');
		expect(risks.text).toContain('quelqu’un entend dans la pièce');
		await send(await send(risks, 'risks:video'), 'enable:video');
		expect((await mine(path)).practitioner.channels.video).toBeDefined();
	});

	test('a soft duty is passed with a signed reason and its last day', async () => {
		const { path, open, send } = await publishedIn('QC');
		const refused = await send(await open(channels), 'enable:portal');
		const back = await send(refused, 'waive:qc-1.01-a', { reason: 'Je m’en sers depuis dix ans.' });
		await send(back, 'enable:portal');
		const { practitioner, waivers } = await mine(path);
		expect(practitioner.channels.portal).toBeDefined();
		expect(waivers.waivers[0]).toMatchObject({ duty: 'qc-1.01-a', reason: 'Je m’en sers depuis dix ans.' });
		expect(waivers.waivers[0]?.until).toBeGreaterThan(path.world.now());
	});

	test('the telephone waits for nothing', async () => {
		const path = await openHttpPath(web, { bare: true });
		const { open, send } = reader(path, path.practitioner.actor);
		const done = await send(await open(channels), 'enable:telephone');
		expect(done.status).toBe(200);
		expect((await mine(path)).practitioner.channels.telephone).toBeDefined();
		expect(formsIn(done.html).some((f) => f.fields._instance === 'telephone' && f.action.startsWith('?/train'))).toBe(
			false,
		);
	});
});

describe('permits', () => {
	test('are noted with their dates, and ended; a nonsense date is told beside its field', async () => {
		const path = await openHttpPath(web);
		const { open, send } = reader(path, path.practitioner.actor);
		const page = await open('/fr/office/me/permits');
		expect(page.text).toContain('En vigueur jusqu’au jeudi 1er avril 2027.');
		const typed = { territory: 'ON', regulator: 'OTSTTSO', number: 'E-1', from: '2026-10-01', until: '2026-09-01' };
		const wrong = await send(page, 'record', typed);
		expect(wrong.text).toContain('La fin doit venir après le début.');
		expect(formOf(wrong, 'record').fields).toMatchObject(typed);
		await send(wrong, 'record', { until: '2027-10-01' });
		const permit = (await mine(path)).practitioner.permits.find((p) => p.territory === 'ON');
		expect(permit).toMatchObject({ number: 'E-1', until: '2027-10-01' });
		await send(await open('/fr/office/me/permits'), `end:${permit?.id}`, { until: '2026-10-15' });
		expect((await open('/fr/office/me/permits')).text).toContain('Ontario · terminée');
	});
});

describe('away from home', () => {
	test('a sheet with its mark, a check that is signed by ticking, a letter without a client in it', async () => {
		const path = await openHttpPath(web);
		const { open, send } = reader(path, path.practitioner.actor);
		const page = await open('/fr/office/me/territories');
		expect(page.text).toContain('à vérifier : personne ne l’a lu dans une source');
		expect(formsIn(page.html).some((f) => f.fields._instance === 'QC')).toBe(false);
		const form = formOf(page, 'check:ON');
		for (const name of ['rulesRead:b', 'orderRulesRead:b', 'privacyRead:b', 'authorisation.kind'])
			expect(form.fields[name], name).toBeUndefined();
		const typed = {
			'rulesRead:b': 'yes',
			'privacyRead:b': 'yes',
			'authorisation.kind': 'exemption',
			until: '2027-11-01',
		};
		const wrong = await send(page, 'check:ON', typed);
		expect(wrong.status).toBe(422);
		await send(wrong, 'check:ON', { 'authorisation.source': 'Lettre du 3 novembre' });
		expect((await mine(path)).jurisdiction.checks.ON).toMatchObject({
			rulesRead: true,
			orderRulesRead: false,
			sheetOf: '2026-11-01',
		});
		const letter = /<textarea id="letter-ON"[^>]*>([\s\S]*?)<\/textarea>/.exec(page.html)?.[1] ?? '';
		expect(letter).toContain('Ève Tremblay, T.S.');
		expect(letter).toContain('en Ontario');
		expect(letter).not.toContain('Camille');
		await send(page, 'tell:ON', { sentOn: '2026-11-21' });
		expect((await mine(path)).jurisdiction.notices.ON?.sentOn).toBe('2026-11-21');
	});
});
