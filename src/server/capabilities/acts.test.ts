import { describe, expect, test } from 'vitest';
import { byLea, lea, noe, uid } from './acts.harness.ts';
import { type ActName, acts, folds } from './index.ts';
import { self, whoLetsOut } from './leaving.samples.ts';
import { whoOfSafe } from './safe.samples.ts';
import { whoWrites } from './written.samples.ts';

const all = Object.values(acts).map(({ act }) => act);
const named = (holds: (act: (typeof all)[number]) => boolean) => all.filter(holds).map((act) => act.name);

const officers = ['owner', 'privacyOfficer'];
const policyWriters = ['owner', 'practitioner', 'privacyOfficer'];

/** Who may do each act; the desk and the client's side are the exceptions, so every act is written out. */
const who: Readonly<Record<ActName, readonly string[]>> = {
	...whoWrites,
	'practice.create': ['system'],
	'practice.describe': ['owner'],
	'practice.waive': ['owner'],
	'member.join': ['system', 'owner'],
	'member.leave': ['owner'],
	'tool.register': ['owner', 'practitioner', 'system'],
	'tool.assess': [...policyWriters, 'system'],
	'thirdParty.add': ['owner', 'privacyOfficer', 'system'],
	'thirdParty.remove': ['owner', 'privacyOfficer'],
	'service.describe': ['owner', 'practitioner', 'system'],
	'regulator.verify': ['owner', 'practitioner', 'system'],
	'workplace.rule': ['owner', 'system'],
	'ruleSheet.publish': ['owner', 'privacyOfficer', 'system'],
	'privacyAssessment.record': ['owner', 'privacyOfficer', 'system'],
	'hosting.choose': ['owner', 'privacyOfficer'],
	'policy.adopt': [...policyWriters, 'system'],
	'clause.write': policyWriters,
	'clause.remove': policyWriters,
	'policy.publish': [...policyWriters, 'system'],
	'policy.review': policyWriters,
	'rhythm.set': ['owner', 'privacyOfficer'],
	'translation.add': policyWriters,
	'translation.remove': policyWriters,
	'consequence.write': policyWriters,
	'change.announce': ['practitioner', 'owner', 'privacyOfficer'],
	'protocol.write': ['owner', 'practitioner'],
	'protocol.retire': ['owner', 'practitioner'],
	'protocol.attach': ['practitioner'],
	'protocol.detach': ['practitioner'],
	'absence.set': ['practitioner'],
	'absence.cancel': ['practitioner'],
	'practitioner.register': ['system', 'owner', 'practitioner'],
	'practitioner.describe': ['practitioner'],
	'practitioner.waive': ['practitioner'],
	'permit.record': ['practitioner', 'owner', 'system'],
	'permit.end': ['practitioner', 'owner'],
	'training.record': ['practitioner', 'system'],
	'training.plan': ['practitioner'],
	'drill.pass': ['practitioner', 'system'],
	'risk.read': ['practitioner', 'system'],
	'channel.enable': ['practitioner', 'system'],
	'channel.disable': ['practitioner'],
	'anonymousLine.approve': ['owner'],
	'anonymousLine.close': ['owner'],
	'device.add': ['system'],
	'device.attest': ['practitioner'],
	'device.revoke': ['practitioner'],
	'loan.make': ['practitioner'],
	'loan.report': self,
	'loan.end': ['practitioner'],
	'equipment.lend': ['owner'],
	'equipment.report': ['practitioner', 'owner'],
	'equipment.end': ['owner'],
	'territory.check': ['practitioner'],
	'regulator.tell': ['practitioner'],
	'rules.acknowledge': ['practitioner'],
	'request.receive': ['public', 'practitioner', 'receptionist', 'owner', 'system'],
	'contact.set': self,
	'contact.verify': ['practitioner', 'receptionist', 'system'],
	'emergencyContact.set': self,
	'person.callBack': ['practitioner', 'receptionist'],
	'person.invite': ['practitioner'],
	'invitation.copy': ['practitioner'],
	'access.restore': ['practitioner'],
	'person.link': ['system'],
	'person.add': ['practitioner'],
	'person.rename': ['client', 'practitioner'],
	'person.leave': ['practitioner'],
	'representative.name': ['practitioner'],
	'representative.end': ['practitioner'],
	'techInfo.give': ['practitioner', 'receptionist', 'system'],
	'inPerson.offer': ['practitioner', 'receptionist'],
	'referral.record': ['practitioner'],
	'mandate.record': ['practitioner'],
	'referral.followUp': ['practitioner'],
	'client.accept': ['practitioner'],
	'client.decline': ['practitioner'],
	'dossier.close': ['practitioner'],
	...whoLetsOut,
	'duty.waive': ['practitioner'],
	'safety.review': ['practitioner'],
	'suitability.answer': ['practitioner'],
	'age.record': self,
	'suitability.finalise': ['practitioner'],
	'suitability.review': ['practitioner'],
	'context.assess': ['practitioner'],
	'safetyTalk.record': ['practitioner'],
	'instrument.appraise': ['owner', 'practitioner'],
	'instrument.use': ['practitioner'],
	'interventionPlan.write': ['practitioner'],
	'interventionPlan.review': ['practitioner'],
	'distress.flag': self,
	'contact.escalate': ['practitioner'],
	'relation.declare': ['practitioner'],
	'other.name': ['practitioner'],
	'conflict.search': ['practitioner'],
	'conflict.decide': ['conflictsOfficer'],
	'identity.check': ['practitioner'],
	'identity.waive': ['practitioner'],
	'limits.tell': ['practitioner', 'system'],
	'codeWord.agree': ['practitioner'],
	'codeWord.hear': ['practitioner'],
	'identity.comeForward': ['client', 'practitioner'],
	'arrival.declare': self,
	'place.waive': ['practitioner'],
	'policy.send': ['practitioner', 'system'],
	'document.read': self,
	'document.explain': ['practitioner'],
	'questions.offer': self,
	'question.ask': self,
	'question.answer': ['practitioner'],
	'question.settle': self,
	'capacity.assess': ['practitioner'],
	'discussion.record': ['practitioner'],
	'information.adapt': self,
	'teachBack.record': self,
	'consent.record': self,
	'consent.withdraw': self,
	'consent.review': self,
	'clause.accept': self,
	'clause.refuse': self,
	'reading.begin': ['practitioner'],
	'reading.move': ['practitioner'],
	'reading.end': ['practitioner'],
	'review.ask': ['practitioner'],
	'notice.acknowledge': self,
	'channel.agree': self,
	'channel.withdraw': self,
	'plan.give': ['practitioner'],
	'plan.deliver': self,
	'home.declare': self,
	'crossBorder.approve': ['owner'],
	'placeNotice.read': ['practitioner'],
	'appointment.book': ['practitioner', 'receptionist'],
	'appointment.move': ['practitioner', 'receptionist'],
	'feed.open': ['practitioner'],
	'feed.close': ['practitioner'],
	'appointment.remind': ['system'],
	'appointment.cancel': ['practitioner', 'receptionist', 'client', 'representative', 'system'],
	'careTeam.join': ['practitioner'],
	'careTeam.leave': ['practitioner'],
	'slots.offer': ['practitioner', 'receptionist'],
	'slot.take': ['client', 'representative'],
	'series.book': ['practitioner', 'receptionist'],
	'slots.decline': ['client', 'representative', 'practitioner', 'receptionist'],
	'interpreter.name': ['practitioner', 'receptionist'],
	'waitingList.define': ['owner', 'practitioner'],
	'waiting.enter': ['practitioner', 'receptionist'],
	'waiting.review': ['practitioner', 'receptionist'],
	'waiting.leave': ['client', 'representative'],
	'waiting.end': ['practitioner', 'receptionist'],
	'missedFee.apply': ['practitioner'],
	'missedFee.waive': ['practitioner'],
	'appointment.miss': ['practitioner'],
	'availability.set': ['practitioner'],
	'availability.except': ['practitioner'],
	'session.open': ['practitioner'],
	'session.admit': ['practitioner'],
	'session.start': ['practitioner'],
	'session.interrupt': self,
	'session.resume': self,
	'session.doubt': self,
	'session.leave': self,
	'session.end': ['practitioner'],
	'message.send': self,
	'message.log': ['practitioner'],
	'package.post': ['practitioner'],
	'copy.send': ['practitioner'],
	'use.propose': ['practitioner'],
	'use.agree': self,
	'use.refuse': self,
	'use.end': self,
	'access.request': self,
	'access.look': ['practitioner'],
	'access.deliver': ['practitioner'],
	'correction.ask': self,
	'correction.answer': ['practitioner'],
	'search.run': ['practitioner'],
	'search.finish': ['practitioner'],
	'search.record': ['practitioner'],
	'search.tell': ['practitioner'],
	'search.defer': ['practitioner'],
	'search.review': ['practitioner'],
	'emergencySearch.see': ['privacyOfficer'],
	'help.ask': [...self, 'system'],
	'help.close': ['practitioner'],
	'coaching.need': ['practitioner'],
	'rehearsal.offer': ['practitioner'],
	'rehearsal.record': self,
	'recoverySheet.keep': ['owner'],
	'incident.open': officers,
	'incident.describe': officers,
	'incident.affect': officers,
	'incident.spare': officers,
	'incident.assess': officers,
	'incident.tell': officers,
	'incident.leaveUntold': officers,
	'incident.notify': officers,
	'incident.measure': officers,
	'incident.close': officers,
	...whoOfSafe,
};

/** The person's own word: nobody else may say it, and a practitioner only writes it down. */
const spoken = [
	'identity.comeForward',
	'person.rename',
	'authorisation.give',
	'authorisation.revoke',
	'arrival.declare',
	'loan.report',
	'document.read',
	'question.ask',
	'question.settle',
	'consent.record',
	'consent.withdraw',
	'consent.review',
	'clause.accept',
	'clause.refuse',
	'notice.acknowledge',
	'channel.agree',
	'channel.withdraw',
	'session.leave',
	'use.agree',
	'use.refuse',
	'use.end',
	'plan.deliver',
	'distress.flag',
	'access.request',
	'correction.ask',
];

describe('the table of acts', () => {
	test('every act is written out here, and here alone', () => {
		expect(named(() => true).sort()).toEqual(Object.keys(who).sort());
	});
	test.each(Object.entries(who))('%s is for exactly these', (name, roles) => {
		expect([...(acts[name]?.act.who ?? [])].sort()).toEqual([...roles].sort());
	});
	test('no two acts share a name, and each is found by its own', () => {
		expect(new Set(all.map((act) => act.name)).size).toBe(all.length);
		for (const [name, { act }] of Object.entries(acts)) expect(act.name).toBe(name);
	});
	test('a name is a thing and a verb', () => {
		for (const { name } of all) expect(name).toMatch(/^[a-z]+[A-Za-z]*\.[a-z]+[A-Za-z]*$/);
	});
});

describe('what an act may do beside its own rule', () => {
	test('only a first line opens a journal', () => {
		expect(named((a) => a.creates === true).sort()).toEqual([
			'practice.create',
			'practitioner.register',
			'request.receive',
		]);
	});
	test('the desk touches agenda, first contact and borders, nothing clinical', () => {
		expect(named((a) => a.desk === true).sort()).toEqual([
			'appointment.book',
			'appointment.cancel',
			'appointment.move',
			'contact.verify',
			'crossBorder.approve',
			'inPerson.offer',
			'interpreter.name',
			'person.callBack',
			'series.book',
			'slots.decline',
			'slots.offer',
			'techInfo.give',
			'waiting.end',
			'waiting.enter',
			'waiting.review',
		]);
	});
	test('"safety first" is for the care of somebody here and now, never for a consent given or a note signed', () => {
		expect(named((a) => a.safety === true).sort()).toEqual([
			'arrival.declare',
			'consent.withdraw',
			'contact.escalate',
			'distress.flag',
			'emergencyContact.set',
			'message.send',
			'person.callBack',
			'place.waive',
			'plan.give',
			'session.admit',
			'session.doubt',
			'session.end',
			'session.interrupt',
			'session.leave',
			'session.open',
			'session.resume',
			'session.start',
		]);
	});
});

describe('whose word an act is', () => {
	test('each act that says something in a person’s name says whose', () => {
		expect(named((a) => a.speaksFor !== undefined).sort()).toEqual([...spoken].sort());
	});
	test.each(spoken)('%s speaks for the person it names', (name) => {
		expect(acts[name]?.act.speaksFor?.({ person: lea.person })).toBe(lea.person);
	});
	test('what is read by oneself has no other means; every other word may be written down by the practitioner', () => {
		expect(named((a) => a.speaksFor !== undefined && a.means === undefined)).toEqual(['document.read', 'plan.deliver']);
		for (const name of [
			'consent.record',
			'consent.withdraw',
			'clause.accept',
			'clause.refuse',
			'notice.acknowledge',
			'channel.agree',
			'channel.withdraw',
			'question.settle',
			'use.agree',
			'use.refuse',
			'use.end',
		])
			for (const means of ['signature', 'oral', 'paper'] as const)
				expect(acts[name]?.act.means?.({ means })).toBe(means);
		for (const name of ['person.rename', 'arrival.declare', 'question.ask', 'session.leave', 'distress.flag'])
			expect(acts[name]?.act.means?.({})).toBe('oral');
	});
	test('an act that a client may send about a person, without speaking for them, stays in that person’s own part', () => {
		const inputs: Readonly<Record<string, object>> = {
			'contact.set': { contact: { voiceMail: true, text: false, othersMayKnow: false, callFirst: false } },
			'emergencyContact.set': { name: 'Rose', phone: '506 555-0123', relation: 'sœur' },
			'age.record': { band: 'adult' },
			'questions.offer': {},
			'information.adapt': { language: 'fr', variant: 'oral' },
			'teachBack.record': { clause: 'risks', understood: true, inConversation: false },
			'help.ask': { about: 'connection' },
			'rehearsal.record': { channel: 'video', result: 'worked' },
		};
		const about = named(
			(a) => a.who.includes('client') && !a.speaksFor && 'person' in ((a.input as { shape?: object }).shape ?? {}),
		);
		// The line of a break says whose line it was; a message says to whom: it is checked by the act itself.
		expect(about.filter((name) => !['session.interrupt', 'message.send'].includes(name)).sort()).toEqual(
			Object.keys(inputs).sort(),
		);
		const dossier = { persons: { [noe.person]: { id: noe.person } } };
		for (const [name, input] of Object.entries(inputs)) {
			const { act, capability } = acts[name] ?? { act: undefined, capability: 'dossier' };
			const none = folds.dossier[capability as keyof typeof folds.dossier].none;
			const mine = { joint: none, of: () => none };
			const context = { ...byLea, newId: () => uid(1), now: 0, dossier };
			const drafts = act?.decide(mine as never, { ...input, person: noe.person }, context as never);
			expect(drafts, name).toMatchObject([{ part: noe.person }]);
		}
	});
});

test('the journal of an act is the one its capability remembers', () => {
	expect(acts['territory.check']).toMatchObject({ capability: 'jurisdiction', act: { on: 'practitioner' } });
	expect(acts['home.declare']).toMatchObject({ capability: 'place', act: { on: 'dossier' } });
	expect(acts['permit.record']).toMatchObject({ capability: 'practitioner', act: { on: 'practitioner' } });
	expect(acts['practice.describe']).toMatchObject({ capability: 'practice', act: { on: 'practice' } });
});
