import { describe, expect, test } from 'vitest';
import { bench, lea, marie, NOON, type Past, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import {
	type IncidentEntry,
	type IncidentFacts,
	incidentFold,
	type NoticedEntry,
	type NoticedFacts,
	noticedFold,
} from './facts.ts';

const practice = bench<IncidentFacts, IncidentEntry>(incidentFold);
const file = bench<NoticedFacts, NoticedEntry>(noticedFold);

const id = uid(310);
const dossier = uid(100);
const whom = (n: number) => ({ dossier, person: uid(n) });
const described = {
	id,
	how: 'seen',
	data: ['notes'],
	circumstances: 'Une session était restée ouverte.',
	from: '2026-11-18',
	awareOn: '2026-11-20',
} as const;
const opened = { kind: 'incident.opened', data: { ...described, exercise: false } } as const;
const affected = {
	kind: 'incident.affected',
	data: { id, people: [whom(11), whom(21)], reason: 'La liste.' },
} as const;
const assessed = {
	id,
	sensitivity: 'Des notes de suivi.',
	misuse: 'Par un proche.',
	consequences: 'De la honte.',
	likelihood: 'Faible.',
	serious: false,
} as const;
const told = (n: number) =>
	({
		kind: 'incident.told',
		data: { id, ...whom(n), way: 'letter', on: '2026-11-21', language: 'fr', text: 'Bonjour' },
	}) as const;
const untold = (n: number) =>
	({ kind: 'incident.untold', data: { id, ...whom(n), why: 'unsafe', reason: 'Elle vit avec lui.' } }) as const;
const measured = { kind: 'incident.measured', data: { id, on: '2026-11-21', measure: 'Session fermée.' } } as const;
const known = practice.given(opened);
const named = practice.given(opened, affected);

describe('an incident is put in the register', () => {
	test('[qc-3.10-d] with what happened, serious or not; its words stay in the line', () => {
		expect(practice.given().when(acts.openIncident, { ...described, exercise: false })).toEqual({ did: [opened] });
		const { incidents } = known.facts.joint;
		expect(incidents[id]).toMatchObject({
			how: 'seen',
			awareOn: '2026-11-20',
			exercise: false,
			measures: 0,
			lines: [1],
		});
		expect(JSON.stringify(incidents)).not.toContain('session');
	});
	test('once, in order of time, never before it happened', () => {
		const again = { ...described, exercise: false };
		expect(known.when(acts.openIncident, again)).toEqual({ refused: 'incident.known' });
		expect(practice.given().when(acts.openIncident, { ...again, awareOn: '2026-11-30' })).toEqual({
			refused: 'incident.toCome',
		});
		expect(practice.given().when(acts.openIncident, { ...again, awareOn: '2026-11-01' })).toEqual({
			wrong: { awareOn: 'field.endBeforeStart' },
		});
		expect(practice.given().when(acts.openIncident, { ...again, data: [], circumstances: '' })).toEqual({
			wrong: { data: 'field.required', circumstances: 'field.required' },
		});
	});
	test('and is described anew when more is known', () => {
		const more = { ...described, how: 'stolen', until: '2026-11-19', details: 'Deux notes.' };
		expect(known.when(acts.describeIncident, more)).toEqual({ did: [{ kind: 'incident.described', data: more }] });
		expect(known.when(acts.describeIncident, { ...more, id: uid(9) })).toEqual({ refused: 'incident.unknown' });
		expect(known.when(acts.describeIncident, { ...more, how: 'gone' })).toEqual({ wrong: { how: 'field.choice' } });
		const { facts } = practice.given(opened, { kind: 'incident.described', data: { ...described, how: 'stolen' } });
		expect(facts.joint.incidents[id]).toMatchObject({ how: 'stolen', lines: [1, 2] });
	});
});

describe('who is concerned', () => {
	const found = { accounts: [marie], from: NOON - 1000, until: NOON };
	test('[qc-3.10-d] is found in the access log or added with a reason, each once', () => {
		const people = [whom(11), whom(21), whom(11)];
		expect(known.when(acts.affectPeople, { id, people, found })).toEqual({
			did: [{ kind: 'incident.affected', data: { id, people: [whom(11), whom(21)], found } }],
		});
		expect(named.when(acts.affectPeople, { id, people, found })).toEqual({ refused: 'incident.allThere' });
		expect(known.when(acts.affectPeople, { id, people })).toEqual({ wrong: { reason: 'field.reason' } });
	});
	test('and is taken off with a reason', () => {
		const spare = { id, ...whom(21), reason: 'Le dossier n’a pas été ouvert.' };
		expect(named.when(acts.sparePerson, spare)).toEqual({ did: [{ kind: 'incident.spared', data: spare }] });
		expect(known.when(acts.sparePerson, spare)).toEqual({ refused: 'incident.notAffected' });
		expect(named.when(acts.sparePerson, { ...spare, reason: '' })).toEqual({ wrong: { reason: 'field.reason' } });
		const { people } =
			practice.given(opened, affected, { kind: 'incident.spared', data: spare }).facts.joint.incidents[id] ?? {};
		expect(Object.keys(people ?? {})).toEqual([`${dossier}.${uid(11)}`]);
	});
});

describe('each is told, or left untold for a signed reason', () => {
	const tell = { id, people: [{ ...whom(11), language: 'fr', text: 'Bonjour' }], way: 'letter', on: '2026-11-21' };
	test('[qc-3.10-d] the way is chosen per person, and the words are kept', () => {
		expect(named.when(acts.tellPeople, tell)).toEqual({ did: [told(11)] });
		expect(named.when(acts.tellPeople, { ...tell, way: 'telephone' })).toEqual({ wrong: { by: 'field.required' } });
		expect(named.when(acts.tellPeople, { ...tell, way: 'telephone', by: 'Ève, 14 h' })).toMatchObject({
			did: [{ data: { way: 'telephone', by: 'Ève, 14 h' } }],
		});
		expect(known.when(acts.tellPeople, tell)).toEqual({ refused: 'incident.notAffected' });
		expect(named.when(acts.tellPeople, { ...tell, on: '2026-12-01' })).toEqual({ refused: 'incident.toCome' });
		expect(named.when(acts.tellPeople, { ...tell, way: 'pigeon' })).toEqual({ wrong: { way: 'field.choice' } });
	});
	test('[qc-3.10-d] unsafe to write to, deceased, untraceable: nothing else passes, and it is signed', () => {
		const leave = { id, ...whom(21), why: 'unsafe', reason: 'Elle vit avec lui.' };
		expect(named.when(acts.leaveUntold, leave)).toEqual({ did: [untold(21)] });
		expect(named.when(acts.leaveUntold, { ...leave, why: 'busy' })).toEqual({ wrong: { why: 'field.choice' } });
		expect(named.when(acts.leaveUntold, { ...leave, reason: ' ' })).toEqual({ wrong: { reason: 'field.reason' } });
		expect(known.when(acts.leaveUntold, leave)).toEqual({ refused: 'incident.notAffected' });
	});
	test('the last word stands: a letter that came back, somebody reached after all', () => {
		const back = practice.given(opened, affected, told(11), untold(11)).facts.joint.incidents[id];
		expect(back?.people[`${dossier}.${uid(11)}`]).toMatchObject({ untold: { why: 'unsafe' } });
		expect(back?.people[`${dossier}.${uid(11)}`]?.told).toBeUndefined();
	});
});

describe('the risk, the authority, the measures', () => {
	test('a person concludes and signs; nothing is concluded by leaving it out', () => {
		expect(known.when(acts.assessIncident, assessed)).toEqual({ did: [{ kind: 'incident.assessed', data: assessed }] });
		const { serious: _, ...unsaid } = assessed;
		expect(known.when(acts.assessIncident, unsaid)).toEqual({ wrong: { serious: 'field.choice' } });
		expect(practice.given().when(acts.assessIncident, assessed)).toEqual({ refused: 'incident.unknown' });
	});
	test('the authority is told on a day; the public with a reason', () => {
		const notify = { id, to: 'QC', on: '2026-11-21', how: 'Par la poste, suivi 123' };
		expect(known.when(acts.notifyAuthority, notify)).toEqual({ did: [{ kind: 'incident.notified', data: notify }] });
		expect(known.when(acts.notifyAuthority, { ...notify, to: 'public' })).toEqual({ wrong: { why: 'field.reason' } });
		expect(known.when(acts.notifyAuthority, { ...notify, on: '2027-01-01' })).toEqual({ refused: 'incident.toCome' });
	});
	test('what was done is noted', () => {
		expect(known.when(acts.takeMeasure, measured.data)).toEqual({ did: [measured] });
		expect(known.when(acts.takeMeasure, { ...measured.data, measure: '' })).toEqual({
			wrong: { measure: 'field.required' },
		});
		expect(practice.given().when(acts.takeMeasure, measured.data)).toEqual({ refused: 'incident.unknown' });
	});
});

describe('it is closed', () => {
	const risk = (serious: boolean) => ({ kind: 'incident.assessed', data: { ...assessed, serious } }) as const;
	const done = [opened, affected, told(11), untold(21), measured] as const;
	test('[qc-3.10-d] the gate looks at this incident', () => {
		expect(known.asks(acts.closeIncident, { id })).toEqual({ gates: ['incident.close'], focus: { subject: id } });
	});
	test('[qc-3.10-d] not before the risk is weighed, everyone told, the authority where one concluded so, and a measure', () => {
		const close = (...lines: readonly Past<IncidentEntry>[]) =>
			practice.given(...lines).when(acts.closeIncident, { id });
		expect(close(...done)).toEqual({ refused: 'incident.notAssessed' });
		expect(close(opened, affected, risk(false), told(11), measured)).toEqual({ refused: 'incident.someoneToTell' });
		expect(close(...done, risk(true))).toEqual({ refused: 'incident.authorityToTell' });
		expect(close(opened, risk(false))).toEqual({ refused: 'incident.noMeasure' });
		expect(close(...done, risk(false))).toEqual({ did: [{ kind: 'incident.closed', data: { id } }] });
	});
	test('and nothing more is written on it; the facts keep numbers, the lines the rest', () => {
		const closed = practice.given(...done, risk(false), { kind: 'incident.closed', data: { id } });
		expect(closed.facts.joint.incidents[id]).toMatchObject({
			people: {},
			closed: { told: 1, untold: 1 },
			lines: [1, 2, 3, 4, 5, 6, 7],
		});
		expect(closed.when(acts.takeMeasure, measured.data)).toEqual({ refused: 'incident.isClosed' });
		expect(closed.when(acts.closeIncident, { id })).toEqual({ refused: 'incident.isClosed' });
		expect(closed.when(acts.closeIncident, { id: 'x' })).toEqual({ wrong: { id: 'field.id' } });
	});
});

test('a client’s file keeps how and when they were told, never the words', () => {
	const data = {
		incident: id,
		person: lea.person,
		way: 'portal',
		on: '2026-11-21',
		language: 'fr',
		text: 'Bonjour',
	} as const;
	const { facts } = file.given({ kind: 'incident.noticed', part: lea.person, data });
	expect(facts.of(lea.person).notices).toMatchObject([{ incident: id, way: 'portal', on: '2026-11-21' }]);
	expect(JSON.stringify(facts.of(lea.person))).not.toContain('Bonjour');
	expect(facts.joint.notices).toEqual([]);
});
