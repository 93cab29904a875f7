import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, type Past, uid } from '../acts.harness.ts';
import { agreeChannel, recordConsent } from './acts.ts';
import { closesMeans, closesRemote } from './answer-facts.ts';
import { acceptClause, refuseClause } from './answers.ts';
import { type ConsentEntry, type ConsentFacts, consentFold } from './facts.ts';

const { given } = bench<ConsentFacts, ConsentEntry>(consentFold);
const { person } = lea;
const words = { title: 'Titre', summary: ['point'], text: ['texte'], easy: [] };
const own = (kind: ConsentEntry['kind'], data: object): Past<ConsentEntry> =>
	({ kind, part: person, data: { person, ...data } }) as Past<ConsentEntry>;
const handed = (version = 1) =>
	own('package.sent', {
		documents: { services: version, communications: 1 },
		language: 'fr',
		territory: 'QC',
		texts: { services: { risks: words, channelRisks: words }, communications: { messaging: words } },
	});
const point = { person, document: 'services', clause: 'risks', version: 1, means: 'signature' } as const;
const consequence = 'Nous nous verrons au bureau.';
const no = (more: object = {}) => own('clause.refused', { ...point, closes: { remote: true }, consequence, ...more });

describe('a no to one clause', () => {
	test('keeps what was said to follow, and closes what needed it', () => {
		expect(given(handed()).when(refuseClause, { ...point, consequence }, byLea)).toEqual({
			did: [{ kind: 'clause.refused', part: person, data: { ...point, closes: { remote: true }, consequence } }],
		});
		const facts = given(handed(), no()).facts.of(person);
		expect(closesRemote(facts)).toBeDefined();
		expect(closesMeans(facts, 'video')).toBeUndefined();
	});
	test('to one means closes that means at once, and no other', () => {
		const video = { ...point, clause: 'channelRisks.video', consequence };
		expect(given(handed()).when(refuseClause, video, byLea)).toMatchObject({
			did: [
				{ kind: 'clause.refused', data: { closes: { channels: ['video'] } } },
				{ kind: 'channel.withdrawn', part: person, data: { person, channel: 'video' } },
			],
		});
		const facts = given(handed(), no({ clause: 'channelRisks.video', closes: { channels: ['video'] } })).facts;
		expect(closesMeans(facts.of(person), 'video')).toBeDefined();
		expect(closesMeans(facts.of(person), 'telephone')).toBeUndefined();
		expect(closesRemote(facts.of(person))).toBeUndefined();
	});
	test('a means that a no closed is not opened beside it', () => {
		const mail = no({ document: 'communications', clause: 'messaging', closes: { channels: ['email'] } });
		const email = { person, channel: 'email', means: 'signature' };
		expect(given(handed(), mail).when(agreeChannel, email, byLea)).toEqual({ refused: 'clause.closesChannel' });
		const yes = own('clause.accepted', { ...point, document: 'communications', clause: 'messaging' });
		expect(given(handed(), mail, yes).when(agreeChannel, email, byLea)).toMatchObject({
			did: [{ kind: 'channel.agreed' }],
		});
	});
	test('is to a clause that one holds, in the version one read, and is said once', () => {
		const say = (more: object) => ({ ...point, consequence, ...more });
		expect(given().when(refuseClause, say({}), byLea)).toEqual({ refused: 'consent.notSent' });
		expect(given(handed(2)).when(refuseClause, say({}), byLea)).toEqual({ refused: 'consent.notSent' });
		expect(given(handed()).when(refuseClause, say({ clause: 'fees' }), byLea)).toEqual({ refused: 'consent.notSent' });
		expect(given(handed()).when(refuseClause, say({ clause: 'risks.leaks' }), byLea)).toEqual({
			refused: 'consent.notSent',
		});
		expect(given(handed(), no()).when(refuseClause, say({}), byLea)).toEqual({ refused: 'clause.answered' });
		expect(given(handed()).when(refuseClause, { ...point, means: 'click' }, byLea)).toEqual({
			wrong: { means: 'field.choice', consequence: 'field.text' },
		});
	});
	test('stands whatever version comes, until the person says otherwise', () => {
		expect(closesRemote(given(handed(), no(), handed(2)).facts.of(person))).toBeDefined();
		const yes = own('clause.accepted', { ...point, version: 2 });
		expect(closesRemote(given(handed(), no(), handed(2), yes).facts.of(person))).toBeUndefined();
	});
	test('the consent that is given beside it names what it leaves out, and in which language it was read', () => {
		const explained = own('document.explained', { document: 'services', version: 1, means: 'video' });
		const read = own('document.read', { document: 'services', version: 1, language: 'ar' });
		const consent = { person, documents: { services: 1 }, means: 'signature' };
		expect(given(handed(), explained, read, no()).when(recordConsent, consent, byLea)).toMatchObject({
			did: [{ kind: 'consent.given', data: { except: ['services.risks'], readIn: { services: 'ar' } } }],
		});
	});
});

describe('a yes to one clause', () => {
	test('takes a no back, and is to one version', () => {
		expect(given(handed(), no()).when(acceptClause, point, byLea)).toEqual({
			did: [{ kind: 'clause.accepted', part: person, data: point }],
		});
		const yes = own('clause.accepted', point);
		expect(given(handed(), yes).when(acceptClause, point, byLea)).toEqual({ refused: 'clause.answered' });
		expect(given(handed(), yes, handed(2)).when(acceptClause, { ...point, version: 2 }, byLea)).toMatchObject({
			did: [{ kind: 'clause.accepted' }],
		});
	});
	test('is to a clause that one holds', () => {
		expect(given(handed()).when(acceptClause, { ...point, document: 'plans' }, byLea)).toEqual({
			refused: 'consent.notSent',
		});
		expect(given(handed()).when(acceptClause, { ...point, person: uid(0).slice(1) }, byLea)).toEqual({
			wrong: { person: 'field.id' },
		});
	});
});
