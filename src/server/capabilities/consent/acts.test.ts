import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, NOON, noe, type Past, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type ConsentEntry, type ConsentFacts, consentFold, inForce, openQuestions } from './facts.ts';

const { given } = bench<ConsentFacts, ConsentEntry>(consentFold);
const person = lea.person;
const words = { title: 'Vos services', summary: [], text: ['Nous parlons à distance.'], easy: [] };

type Data<K extends ConsentEntry['kind']> = Extract<ConsentEntry, { kind: K }>['data'];
const own = <K extends ConsentEntry['kind']>(kind: K, data: Data<K>) =>
	({ kind, part: person, data }) as unknown as Past<ConsentEntry>;

const sent = (version = 1) =>
	own('package.sent', {
		person,
		documents: { services: version },
		language: 'fr',
		territory: 'QC',
		texts: { services: { services: words } },
	});
const explained = (version = 1) => own('document.explained', { person, document: 'services', version, means: 'video' });
const question = own('question.asked', {
	person,
	id: uid(71),
	document: 'services',
	clause: 'risks',
	text: 'Et si la ligne coupe ?',
});
const answered = own('question.answered', { person, id: uid(71), text: 'Je rappelle.', orally: false });
const settled = own('question.settled', { person, id: uid(71) });
const consent = (documents: Readonly<Record<string, number>> = { services: 1 }) =>
	own('consent.given', { person, id: uid(72), documents, means: 'signature', by: 'self' });
const withdrawn = own('consent.withdrawn', { person });

describe('handing the package', () => {
	const pack = {
		person,
		documents: { services: 2 },
		language: 'fr',
		territory: 'QC',
		texts: { services: { services: words } },
	};
	test('[qc-2.02-a] hands exactly these words, in these versions', () => {
		expect(given().when(acts.sendPolicy, pack)).toEqual({ did: [{ kind: 'package.sent', part: person, data: pack }] });
		expect(given(sent(2)).facts.of(person).sent.services).toMatchObject({
			version: 2,
			clauses: ['services'],
			territory: 'QC',
		});
	});
	test('hands no document without its text, and nothing to a stranger', () => {
		expect(given().when(acts.sendPolicy, { ...pack, documents: { services: 2, plans: 1 } })).toEqual({
			refused: 'consent.textMissing',
		});
		expect(given().when(acts.sendPolicy, { ...pack, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.sendPolicy, { ...pack, documents: {} })).toEqual({ refused: 'consent.textMissing' });
		expect(given().when(acts.sendPolicy, { ...pack, documents: { services: 0 } })).toEqual({
			wrong: { 'documents.services': 'field.number' },
		});
		expect(given().when(acts.sendPolicy, { ...pack, language: 'es' })).toEqual({ wrong: { language: 'field.choice' } });
	});
	test('takes no document by a name that every object has', () => {
		const answer = given().when(acts.sendPolicy, { ...pack, documents: { constructor: 1 }, texts: {} });
		expect(answer).toHaveProperty('wrong');
	});
	test('is judged for that person and the place whose rules it states', () => {
		expect(given().asks(acts.sendPolicy, pack)).toEqual({ gates: ['policy.send'], focus: { person, subject: 'QC' } });
	});
});

describe('reading and explaining', () => {
	const read = { person, document: 'services', version: 1 };
	test('a document is read in the version that was handed', () => {
		expect(given(sent()).when(acts.readDocument, read, byLea)).toEqual({
			did: [{ kind: 'document.read', part: person, data: read }],
		});
		expect(given(sent(2)).when(acts.readDocument, read, byLea)).toEqual({ refused: 'consent.notSent' });
		expect(given().when(acts.readDocument, read, byLea)).toEqual({ refused: 'consent.notSent' });
		expect(given(sent()).when(acts.readDocument, { ...read, version: 1.5 }, byLea)).toEqual({
			wrong: { version: 'field.number' },
		});
	});
	const explain = { person, documents: { services: 1 }, means: 'video' };
	test('[nb-6-e] a document is explained in the version that was handed, all of them or none', () => {
		expect(given(sent()).when(acts.explainDocument, explain)).toEqual({
			did: [{ kind: 'document.explained', part: person, data: { ...read, means: 'video' } }],
		});
		expect(given(sent()).when(acts.explainDocument, { ...explain, documents: { services: 1, plans: 1 } })).toEqual({
			refused: 'consent.notSent',
		});
		expect(given(sent(2)).when(acts.explainDocument, explain)).toEqual({ refused: 'consent.notSent' });
		expect(given(sent()).when(acts.explainDocument, { ...explain, means: 'letter' })).toEqual({
			wrong: { means: 'field.choice' },
		});
	});
	test('[qc-2.03-a] information takes the form a person needs', () => {
		const data = { person, language: 'fr', variant: 'easyRead' };
		expect(given().when(acts.adaptInformation, data, byLea)).toEqual({
			did: [{ kind: 'information.adapted', part: person, data }],
		});
		const oral = { ...data, variant: 'oral', adaptation: 'lu ensemble' } as const;
		expect(given().when(acts.adaptInformation, oral)).toEqual({
			did: [{ kind: 'information.adapted', part: person, data: oral }],
		});
		expect(given(own('information.adapted', oral)).facts.of(person).needs).toMatchObject({
			variant: 'oral',
			adapted: true,
		});
		expect(given().when(acts.adaptInformation, { ...data, variant: 'song' })).toEqual({
			wrong: { variant: 'field.choice' },
		});
	});
	test('[qc-2.07-d] the person says it in their own words; a conversation is the practitioner’s to note', () => {
		const data = { person, clause: 'risks', understood: true, inConversation: false };
		expect(given().when(acts.recordTeachBack, data, byLea)).toEqual({
			did: [{ kind: 'teachBack.given', part: person, data }],
		});
		expect(given().when(acts.recordTeachBack, { ...data, inConversation: true }, byLea)).toEqual({
			refused: 'act.notYours',
		});
		const talked = { ...data, inConversation: true, words: 'ça peut couper' };
		expect(given().when(acts.recordTeachBack, talked)).toEqual({
			did: [{ kind: 'teachBack.given', part: person, data: talked }],
		});
		expect(given().when(acts.recordTeachBack, { ...data, clause: 'les risques' })).toEqual({
			wrong: { clause: 'field.choice' },
		});
	});
});

describe('questions', () => {
	test('[qc-2.03-b] are invited', () => {
		expect(given().when(acts.offerQuestions, { person })).toEqual({
			did: [{ kind: 'questions.offered', part: person, data: { person } }],
		});
		expect(given().when(acts.offerQuestions, { person: 'Léa' })).toEqual({ wrong: { person: 'field.id' } });
	});
	test('are asked at a clause', () => {
		const data = { person, document: 'services', clause: 'risks', text: 'Et si la ligne coupe ?' };
		expect(given().when(acts.askQuestion, data, byLea)).toEqual({
			did: [{ kind: 'question.asked', part: person, data: { ...data, id: uid(900) } }],
		});
		expect(given().when(acts.askQuestion, { ...data, text: ' ' }, byLea)).toEqual({
			wrong: { text: 'field.required' },
		});
	});
	test('[qc-2.03-c] are answered, when they were asked', () => {
		const data = { person, id: uid(71), text: 'Je rappelle.', orally: true };
		expect(given(question).when(acts.answerQuestion, data)).toEqual({
			did: [{ kind: 'question.answered', part: person, data }],
		});
		expect(given().when(acts.answerQuestion, data)).toEqual({ refused: 'question.unknown' });
		expect(given(question).when(acts.answerQuestion, { ...data, person: noe.person })).toEqual({
			refused: 'question.unknown',
		});
		expect(given(question).when(acts.answerQuestion, { ...data, text: '' })).toEqual({
			wrong: { text: 'field.required' },
		});
	});
	test('[qc-2.03-c] stay open until the person says that the answer will do', () => {
		const settle = { person, id: uid(71), means: 'signature' };
		expect(given(question, answered).when(acts.settleQuestion, settle, byLea)).toEqual({
			did: [{ kind: 'question.settled', part: person, data: { person, id: uid(71) } }],
		});
		expect(given(question).when(acts.settleQuestion, settle, byLea)).toEqual({ refused: 'question.notAnswered' });
		expect(given().when(acts.settleQuestion, settle, byLea)).toEqual({ refused: 'question.unknown' });
		expect(given(question).when(acts.settleQuestion, { ...settle, means: 'nod' }, byLea)).toEqual({
			wrong: { means: 'field.choice' },
		});
		expect(openQuestions(given(question, answered).facts.of(person))).toHaveLength(1);
		expect(openQuestions(given(question, answered, settled).facts.of(person))).toEqual([]);
	});
});

describe('before consent', () => {
	test('[qc-2.01-b] capacity is found, on a basis', () => {
		const data = { person, result: 'withSupport', basis: 'échange de vingt minutes' };
		expect(given().when(acts.assessCapacity, data)).toEqual({
			did: [{ kind: 'capacity.assessed', part: person, data }],
		});
		expect(given().when(acts.assessCapacity, { ...data, basis: '' })).toEqual({ wrong: { basis: 'field.reason' } });
	});
	test('[def-nb-consent-b] risks and benefits are talked over', () => {
		const data = { person, risks: true, benefits: true, voluntary: false };
		expect(given().when(acts.recordDiscussion, data)).toEqual({
			did: [{ kind: 'discussion.held', part: person, data }],
		});
		const noted = { ...data, note: 'hésite encore' };
		expect(given().when(acts.recordDiscussion, noted)).toEqual({
			did: [{ kind: 'discussion.held', part: person, data: noted }],
		});
		expect(given().when(acts.recordDiscussion, { ...data, note: ' ' })).toEqual({ wrong: { note: 'field.required' } });
	});
});

describe('[qc-2.01-a] consent', () => {
	const give = { person, documents: { services: 1 }, means: 'signature' };
	const by = (who: 'self' | 'representative', more: object = {}) => ({
		did: [{ kind: 'consent.given', part: person, data: { ...give, id: uid(900), by: who, ...more } }],
	});
	test('is given to the versions that were explained', () => {
		expect(given(sent(), explained()).when(acts.recordConsent, give, byLea)).toEqual(by('self'));
		expect(given(sent()).when(acts.recordConsent, give, byLea)).toEqual({ refused: 'consent.notTheExplainedVersion' });
		expect(
			given(sent(), explained(), sent(2)).when(acts.recordConsent, { ...give, documents: { services: 2 } }, byLea),
		).toEqual({ refused: 'consent.notTheExplainedVersion' });
		expect(
			given(sent(), explained()).when(acts.recordConsent, { ...give, documents: { services: 1, plans: 1 } }, byLea),
		).toEqual({ refused: 'consent.notTheExplainedVersion' });
	});
	test('waits while a question is open', () => {
		expect(given(explained(), question, answered).when(acts.recordConsent, give, byLea)).toEqual({
			refused: 'consent.openQuestions',
		});
		expect(given(explained(), question, answered, settled).when(acts.recordConsent, give, byLea)).toEqual(by('self'));
	});
	test('may be oral, with a witness', () => {
		const more = { means: 'oral', witness: 'Rose' };
		expect(given(explained()).when(acts.recordConsent, { ...give, ...more })).toEqual(by('self', more));
	});
	test('is given to something, by a means that exists', () => {
		expect(given().when(acts.recordConsent, { ...give, documents: {} }, byLea)).toEqual({
			wrong: { documents: 'field.required' },
		});
		expect(given().when(acts.recordConsent, { ...give, means: 'click' }, byLea)).toEqual({
			wrong: { means: 'field.choice' },
		});
	});
	test('is judged for that person', () => {
		expect(given().asks(acts.recordConsent, give)).toEqual({ gates: ['consent.record'], focus: { person } });
	});

	const notAble = own('capacity.assessed', { person, result: 'notAble', basis: 'désorientée' });
	const noeHasAccount = { kind: 'person.linked', data: { id: noe.person, account: uid(22) } } as const;
	const noeSpeaks = {
		kind: 'representative.named',
		data: { of: person, by: noe.person, authority: 'mandatary', proofSeen: true },
	} as const;
	const byNoe = { roles: ['representative'], actor: { account: uid(22), assurance: 'code' } } as const;
	test('[qc-2.01-b] is signed by somebody who represents a person found not able', () => {
		expect(given(explained(), notAble).when(acts.recordConsent, give, byLea)).toEqual({
			refused: 'consent.needsRepresentative',
		});
		expect(given(explained(), notAble, noeHasAccount, noeSpeaks).when(acts.recordConsent, give, byNoe)).toEqual(
			by('representative'),
		);
	});
	test('is not signed by somebody whose authority is over', () => {
		const until = { ...noeSpeaks, data: { ...noeSpeaks.data, until: NOON } };
		expect(given(explained(), notAble, noeHasAccount, until).when(acts.recordConsent, give, byNoe)).toEqual({
			refused: 'consent.needsRepresentative',
		});
	});
	test('stays one’s own while one is represented', () => {
		expect(given(explained(), noeHasAccount, noeSpeaks).when(acts.recordConsent, give, byLea)).toEqual(by('self'));
		expect(
			given(explained(), noeHasAccount, noeSpeaks).when(acts.recordConsent, { ...give, by: 'representative' }, byLea),
		).toEqual(by('self'));
	});
	test('[qc-2.01-b] said aloud and written down is of whoever said it, never of somebody found not able', () => {
		const aloud = { ...give, means: 'oral' };
		const said = (who: 'self' | 'representative') => ({ ...aloud, by: who });
		const spoken = (who: 'self' | 'representative') => {
			const { did } = by(who);
			return { did: did.map((d) => ({ ...d, data: { ...d.data, means: 'oral' } })) };
		};
		const unable = given(explained(), notAble, noeSpeaks);
		expect(unable.when(acts.recordConsent, said('representative'))).toEqual(spoken('representative'));
		expect(unable.when(acts.recordConsent, said('self'))).toEqual({ refused: 'consent.needsRepresentative' });
		expect(unable.when(acts.recordConsent, aloud)).toMatchObject({ refused: 'act.invalidInput' });
		expect(given(explained(), notAble).when(acts.recordConsent, aloud)).toEqual({
			refused: 'consent.needsRepresentative',
		});
		const able = given(explained(), noeSpeaks);
		expect(able.when(acts.recordConsent, said('self'))).toEqual(spoken('self'));
		expect(able.when(acts.recordConsent, said('representative'))).toEqual(spoken('representative'));
		expect(given(explained()).when(acts.recordConsent, said('representative'))).toEqual({
			refused: 'consent.needsRepresentative',
		});
		expect(given(explained()).when(acts.recordConsent, aloud)).toEqual(spoken('self'));
	});
});

describe('[nb-6-j] withdrawing', () => {
	test('takes one word, with or without a reason', () => {
		expect(given(consent()).when(acts.withdrawConsent, { person, means: 'signature' }, byLea)).toEqual({
			did: [{ kind: 'consent.withdrawn', part: person, data: { person } }],
		});
		const data = { person, reason: 'je préfère en personne' };
		expect(given(consent()).when(acts.withdrawConsent, { ...data, means: 'oral' })).toEqual({
			did: [{ kind: 'consent.withdrawn', part: person, data }],
		});
	});
	test('is of a consent in force', () => {
		expect(given().when(acts.withdrawConsent, { person, means: 'oral' })).toEqual({ refused: 'consent.noneInForce' });
		expect(given(consent(), withdrawn).when(acts.withdrawConsent, { person, means: 'oral' })).toEqual({
			refused: 'consent.noneInForce',
		});
		expect(given(consent()).when(acts.withdrawConsent, { person, means: 'sigh' })).toEqual({
			wrong: { means: 'field.choice' },
		});
	});
	test('ends it until a new one is given', () => {
		expect(inForce(given(consent()).facts.of(person))).toBe(true);
		expect(inForce(given(consent(), withdrawn).facts.of(person))).toBe(false);
		expect(inForce(given(consent(), withdrawn, consent({ services: 2 })).facts.of(person))).toBe(true);
	});
	test('of one person leaves the other’s', () => {
		expect(inForce(given(consent(), withdrawn).facts.of(noe.person))).toBe(false);
		expect(given(consent()).when(acts.withdrawConsent, { person: noe.person, means: 'oral' })).toEqual({
			refused: 'consent.noneInForce',
		});
	});
});

describe('notices, channels and plans', () => {
	test('[qc-3.01] notices are acknowledged one by one, in their versions', () => {
		const input = { person, notices: { 'channelRisks.video': 0, thirdParties: 3 }, means: 'oral' };
		expect(given().when(acts.acknowledgeNotice, input)).toEqual({
			did: [
				{
					kind: 'notice.acknowledged',
					part: person,
					data: { person, notice: 'channelRisks.video', version: 0, means: 'oral' },
				},
				{
					kind: 'notice.acknowledged',
					part: person,
					data: { person, notice: 'thirdParties', version: 3, means: 'oral' },
				},
			],
		});
		expect(given().when(acts.acknowledgeNotice, { ...input, notices: {} })).toEqual({
			wrong: { notices: 'field.required' },
		});
		expect(given().when(acts.acknowledgeNotice, { ...input, notices: { thirdParties: -1 } })).toEqual({
			wrong: { 'notices.thirdParties': 'field.number' },
		});
	});
	const channel = { person, channel: 'email', means: 'signature' } as const;
	test('[qc-4.03-b] a channel is agreed to and taken back', () => {
		expect(given().when(acts.agreeChannel, channel, byLea)).toEqual({
			did: [{ kind: 'channel.agreed', part: person, data: channel }],
		});
		expect(given().when(acts.withdrawChannel, channel, byLea)).toEqual({
			did: [{ kind: 'channel.withdrawn', part: person, data: { person, channel: 'email' } }],
		});
		expect(given().when(acts.agreeChannel, { ...channel, channel: 'fax' }, byLea)).toEqual({
			wrong: { channel: 'field.choice' },
		});
		expect(given().when(acts.withdrawChannel, { ...channel, means: '' }, byLea)).toEqual({
			wrong: { means: 'field.choice' },
		});
		const { channels } = given(
			own('channel.agreed', channel),
			own('channel.withdrawn', { person, channel: 'email' }),
		).facts.of(person);
		expect(channels.email).toMatchObject({ on: false });
	});
	test('a channel is judged for that person and that channel', () => {
		expect(given().asks(acts.agreeChannel, channel)).toEqual({
			gates: ['channel.agree'],
			focus: { person, channel: 'email' },
		});
	});
	test('[nb-3-h] a plan is given, filled in', () => {
		const data = { person, plan: 'emergency', details: { call: '811, puis Rose' } };
		expect(given().when(acts.givePlan, data)).toEqual({
			did: [{ kind: 'plan.given', part: person, data: { ...data, version: 1 } }],
		});
		expect(given().when(acts.givePlan, { ...data, details: {} })).toEqual({ wrong: { details: 'field.required' } });
		expect(given().when(acts.givePlan, { ...data, plan: 'picnic' })).toEqual({ wrong: { plan: 'field.choice' } });
	});
	test('[nb-3-j] a new text is a new version, which the person has once it reached them', () => {
		const line = (channel?: 'portal' | 'post') =>
			({
				kind: 'plan.given',
				part: person,
				data: { person, plan: 'emergency', details: { call: '811' }, ...(channel && { channel }) },
			}) as const;
		const had = (...lines: readonly Past<ConsentEntry>[]) => given(...lines).facts.of(person).copies.emergency;
		expect(had(line())).toEqual({ version: 1 });
		expect(had(line('post'))).toMatchObject({ version: 1, had: { way: 'post' } });
		expect(had(line('post'), line('portal'))).toEqual({ version: 2 });
		const opened = { person, plan: 'emergency', version: 2, channel: 'portal' } as const;
		const two = given(line('post'), line('portal'));
		expect(two.when(acts.deliverPlan, opened, byLea)).toEqual({
			did: [{ kind: 'plan.delivered', part: person, data: opened }],
		});
		expect(had(line('post'), line('portal'), { kind: 'plan.delivered', part: person, data: opened })).toMatchObject({
			version: 2,
			had: { way: 'portal' },
		});
		expect(two.when(acts.deliverPlan, { ...opened, version: 1 }, byLea)).toEqual({ refused: 'plan.notThisVersion' });
		expect(two.when(acts.deliverPlan, { ...opened, channel: 'voice' }, byLea)).toEqual({ refused: 'act.notYours' });
		expect(two.when(acts.deliverPlan, { ...opened, channel: 'owl' })).toEqual({ wrong: { channel: 'field.choice' } });
		expect(acts.deliverPlan.speaksFor?.({ ...opened, channel: 'voice' })).toBeUndefined();
	});
});
