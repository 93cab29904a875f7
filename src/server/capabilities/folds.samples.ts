import type { DossierEntry } from '#server/kernel/dossier.ts';
import type { Draft } from '#server/kernel/entry.ts';
import { DAY } from '#server/kernel/time.ts';
import { accessSamples, type Reaching } from './access.samples.ts';
import { lea, marie, NOON, noe, uid } from './acts.harness.ts';
import { bookingSamples } from './booking.samples.ts';
import type { BoundaryEntry } from './boundaries/facts.ts';
import { type CalendarEntry, calendarSamples } from './calendar.samples.ts';
import type { CareEntry } from './care/facts.ts';
import { careSamples, said } from './care.samples.ts';
import type { ConsentEntry } from './consent/facts.ts';
import type { ConnectionEntry } from './disclosure/connection-facts.ts';
import type { DisclosureEntry } from './disclosure/facts.ts';
import { disclosureSamples } from './disclosure.samples.ts';
import type { ExportEntry } from './exports/facts.ts';
import { exportSamples } from './exports.samples.ts';
import type { IdentityEntry } from './identity/facts.ts';
import type { IncidentEntry, NoticedEntry } from './incidents/facts.ts';
import { incidentSamples } from './incidents.samples.ts';
import type { InstrumentEntry } from './instruments/facts.ts';
import type { IntakeEntry } from './intake/facts.ts';
import type { JurisdictionEntry, PlaceEntry } from './jurisdiction/facts.ts';
import type { MessageEntry } from './messages/facts.ts';
import type { NoteEntry } from './notes/facts.ts';
import type { PaperEntry } from './papers/facts.ts';
import type { RegisterEntry } from './papers/register-facts.ts';
import type { PaymentEntry } from './payments/facts.ts';
import type { PolicyEntry } from './policies/facts.ts';
import type { AnnouncedEntry } from './policies/told-facts.ts';
import type { PracticeEntry, PractitionerEntry } from './practice/facts.ts';
import { clause, practiceSamples } from './practice.samples.ts';
import type { AttachedEntry, ProtocolEntry } from './protocols/facts.ts';
import type { RecordEntry } from './record/facts.ts';
import { recordSamples } from './record.samples.ts';
import type { RecoveryEntry } from './recovery/facts.ts';
import { recoverySamples } from './recovery.samples.ts';
import type { DestructionEntry, RetentionEntry } from './retention/facts.ts';
import { retentionSamples } from './retention.samples.ts';
import { type SafeEntry, safeSamples } from './safe.samples.ts';
import type { AvailabilityEntry, SchedulingEntry } from './scheduling/facts.ts';
import type { SessionEntry } from './sessions/facts.ts';
import type { SuitabilityEntry } from './suitability/facts.ts';
import { textSamples } from './texts.samples.ts';
import type { LeavingEntry, TransferEntry } from './transfer/facts.ts';
import { transferSamples } from './transfer.samples.ts';
import type { UseEntry } from './uses/facts.ts';
import type { EmergencyEntry, SearchEntry } from './web-search/facts.ts';
import { searchSamples } from './web-search.samples.ts';
import { type WritingEntry, writingSamples } from './writing.samples.ts';
import { type WrittenEntry, writtenSamples } from './written.samples.ts';

/** What may be written in a client's file. */
export type OfAFile =
	| DossierEntry
	| IntakeEntry
	| SuitabilityEntry
	| CareEntry
	| BoundaryEntry
	| IdentityEntry
	| ConsentEntry
	| PlaceEntry
	| SchedulingEntry
	| SessionEntry
	| MessageEntry
	| NoteEntry
	| AttachedEntry
	| PaperEntry
	| RegisterEntry
	| UseEntry
	| SearchEntry
	| CalendarEntry
	| RetentionEntry
	| DisclosureEntry
	| ExportEntry
	| ConnectionEntry
	| RecordEntry
	| NoticedEntry
	| PaymentEntry
	| WrittenEntry
	| Reaching;
type Any =
	| OfAFile
	| WritingEntry
	| InstrumentEntry
	| DestructionEntry
	| TransferEntry
	| LeavingEntry
	| RecoveryEntry
	| PracticeEntry
	| PractitionerEntry
	| PolicyEntry
	| AnnouncedEntry
	| EmergencyEntry
	| IncidentEntry
	| SafeEntry
	| ProtocolEntry
	| JurisdictionEntry
	| AvailabilityEntry;
type Lines = { readonly [K in Any['kind']]: readonly Extract<Any, { kind: K }>['data'][] };
/** A line before it has its place. */
export type Line = Draft & { readonly at?: number };

const person = lea.person;
const session = uid(61);
const appointment = uid(81);
const both = { fr: 'séance', en: 'session' };

export { clause, said };

const contact = { email: 'lea@exemple.ca', voiceMail: false, text: true, othersMayKnow: false, callFirst: false };

/** A kind that is not written here does not compile: each has at least one believable line. */
const samples: Lines = {
	'dossier.opened': [{ kind: 'couple', label: 'Léa et Noé', practitioner: marie, anonymous: false }],
	'dossier.labelled': [{ label: 'Le couple du jeudi' }],
	'dossier.cameForward': [{ person, name: 'Léa Roy' }],
	'codeWord.heard': [{ person, session: uid(61), heard: true }],
	'anonymousLine.approved': [
		{
			reason: said,
			limits: { fr: 'Pas de reçu', en: 'No receipt' },
			hours: { fr: 'le soir', en: 'evenings' },
			practitioner: marie,
		},
	],
	'anonymousLine.closed': [{}],
	'person.added': [
		{ id: person, name: 'Léa', language: 'fr', roles: ['requester', 'beneficiary'] },
		{ id: noe.person, name: 'Noé', language: 'fr', roles: ['beneficiary'] },
		{ id: uid(31), name: 'Maison des jeunes', language: 'fr', roles: ['payer'], body: true },
	],
	'person.renamed': [{ id: person, name: 'Léo' }],
	'person.linked': [{ id: person, account: lea.account }],
	'person.unlinked': [{ id: person }],
	'person.left': [{ id: noe.person }],
	'representative.named': [
		{ of: noe.person, by: person, authority: 'mandatary', proofSeen: true, reads: false },
		{ of: person, by: noe.person, authority: 'tutor', proofSeen: false, until: NOON },
	],
	'representative.bounded': [{ of: noe.person, by: person, until: NOON }],
	'representative.ended': [{ of: noe.person, by: person }],
	'careTeam.joined': [{ account: uid(2), role: 'supervisor', need: said }],
	'careTeam.handedOver': [{ from: marie, to: uid(2), basis: 'departure', reason: said }],
	'careTeam.left': [{ account: uid(2), reason: said }],
	'client.accepted': [{}, { reason: said }],
	'client.declined': [{ reason: said }],
	'dossier.closed': [{ reason: said }],
	'duty.waived': [{ duty: 'qc-2.07-d', reason: 'repris lundi', person, until: NOON }],
	'safety.first': [{ act: 'session.start', reason: said, duties: ['qc-2.01-a', 'qc-2.04-a'] }],
	'safety.reviewed': [{ seq: 17 }, { seq: 17, learned: said, aloneBecause: said }],
	'request.received': [{ via: 'form', reason: said, prefers: 'remote', territory: 'QC', availability: 'le soir' }],
	'contact.set': [{ person, contact }],
	'contact.verified': [{ person, field: 'email', how: 'code' }],
	'emergencyContact.set': [{ person, name: said, phone: '506 555-0123', relation: 'sœur' }],
	'person.calledBack': [
		{ person, outcome: 'noAnswer' },
		{ person, outcome: 'reached', note: said },
	],
	'person.invited': [{ person, until: NOON + 14 * DAY }],
	'invitation.copied': [{ person }],
	'access.restored': [{ person, check: 'knownVoice', reason: said }],
	'techInfo.given': [{ person, means: 'courriel' }],
	'inPerson.offered': [{ answer: 'declined' }],
	'referral.recorded': [{ outcome: 'given', to: said, reason: said, told: 'oral', followUpOn: '2026-12-01' }],
	'referral.followedUp': [{ outcome: said, followUpOn: '2027-01-10' }, { outcome: said }],
	'mandate.recorded': [
		{ requester: noe.person, kind: 'court', issuer: said, on: '2026-11-02', reporting: true, asks: said },
	],
	'package.posted': [{ person, documents: { services: 1 }, means: 'posted' }],
	'copy.sent': [{ person, consent: uid(72), means: 'handed' }],
	'paper.scanned': [
		{ person, of: 'consent', type: 'pdf', bytes: 8, content: 'JVBERi0xLjc=' },
		{ person, of: 'other', type: 'pdf', bytes: 8, session, content: 'JVBERi0xLjc=' },
	],
	'paper.attached': [{ paper: 12, session }],
	'paper.listed': [{ id: uid(83), what: said, place: said, locked: true, note: 12 }],
	'paper.placed': [{ id: uid(83), place: said, locked: false }],
	'paper.destroyed': [{ id: uid(83), on: '2026-11-22' }],
	'use.proposed': [{ person, id: uid(73), use: 'reporting', scope: said, until: NOON + DAY, consequence: said }],
	'use.agreed': [{ person, id: uid(73), means: 'oral' }],
	'use.refused': [{ person, id: uid(73), means: 'signature' }],
	'use.ended': [{ person, id: uid(73), means: 'paper' }],
	...searchSamples,
	...accessSamples,
	...recordSamples,
	...incidentSamples,
	...safeSamples,
	'suitability.answered': [
		{ person, question: 'safety', finding: 'noObstacle', note: said, town: 'Rimouski' },
		{ person, question: 'disability', finding: 'adapt', note: said, adjustment: said },
	],
	'age.recorded': [
		{ person, birthDate: '1990-05-17' },
		{ person, band: 'adult' },
	],
	'suitability.finalised': [
		{ fit: 'partly', interventionFits: true, meansFit: true, firstMeeting: 'video', reasons: said },
	],
	'suitability.reviewed': [{ stillFits: 'deferred', reason: said }],
	'suitability.triggered': [{ why: 'crisis' }],
	...careSamples,
	'relation.declared': [
		{
			link: 'other',
			decision: 'proceed',
			analysis: said,
			safeguards: said,
			reviewOn: '2027-02-01',
			communityConsidered: true,
		},
	],
	'other.named': [{ person, id: uid(41), name: 'Paul Roy', phone: '418-555-0144', relation: 'ex-conjoint' }],
	'conflict.searched': [{ persons: 2 }],
	'conflict.decided': [{ decision: 'none', reason: said }],
	'identity.checked': [{ person, document: 'healthCard', how: 'video' }],
	'identity.waived': [{ person, reason: 'ligne anonyme' }],
	'limits.told': [{ person, means: 'voice' }],
	'codeWord.agreed': [{ person }],
	'arrival.declared': [
		{
			person,
			session,
			place: 'new',
			territory: 'QC',
			town: 'Rimouski',
			address: said,
			alone: 'yes',
			callBack: '418 555-0123',
		},
		{ person, session, place: 'same', alone: 'notSaid' },
		{ person, session, place: 'withheld', alone: 'no' },
	],
	'place.waived': [{ person, session, reason: said }],
	'package.sent': [
		{ person, documents: { services: 1 }, language: 'fr', territory: 'QC', texts: { services: { services: clause } } },
	],
	'document.read': [{ person, document: 'services', version: 1 }],
	'document.explained': [{ person, document: 'services', version: 1, means: 'video' }],
	'questions.offered': [{ person }],
	'question.asked': [{ person, id: uid(71), document: 'services', clause: 'risks', text: said }],
	'question.answered': [{ person, id: uid(71), text: said, orally: true }],
	'question.settled': [{ person, id: uid(71) }],
	'capacity.assessed': [{ person, result: 'able', basis: said }],
	'discussion.held': [{ person, risks: true, benefits: true, voluntary: true, note: said }],
	'information.adapted': [{ person, language: 'fr', variant: 'oral', adaptation: said }],
	'teachBack.given': [{ person, clause: 'risks', understood: true, inConversation: false, words: said }],
	'consent.given': [
		{ person, id: uid(72), documents: { services: 1 }, means: 'oral', by: 'self', witness: said, language: 'fr' },
	],
	'consent.withdrawn': [{ person, reason: said }],
	'review.asked': [{ person, trigger: 'purpose', reason: said }],
	'consent.reviewed': [
		{ person, trigger: 'mode', mode: 'chat', points: ['services.channelRisks'], result: 'talk', means: 'signature' },
		{ person, trigger: 'mode', mode: 'chat', points: ['services.channelRisks'], result: 'kept', means: 'signature' },
	],
	'notice.acknowledged': [{ person, notice: 'channelRisks.video', version: 0, means: 'signature' }],
	'channel.agreed': [{ person, channel: 'email', means: 'signature' }],
	'channel.withdrawn': [{ person, channel: 'email' }],
	'plan.given': [
		{ person, plan: 'emergency', details: { call: said } },
		{ person, plan: 'failure', details: { wait: said }, version: 1, channel: 'post' },
	],
	'plan.delivered': [{ person, plan: 'emergency', version: 1, channel: 'portal' }],
	'home.declared': [{ territory: 'QC' }],
	'placeNotice.read': [{ person, territory: 'NB', sheetOf: '2026-11-22', session }],
	'crossBorder.approved': [{ reason: said }],
	...bookingSamples,
	...textSamples,
	...calendarSamples,
	...writingSamples,
	...writtenSamples,
	'session.opened': [
		{ id: session, purpose: 'service', mode: 'video', tool: uid(31), persons: [person, noe.person], appointment },
	],
	'session.admitted': [{ id: session, person }],
	'session.started': [{ id: session }, { id: session, togetherBecause: 'judgement' }],
	'session.planned': [{ id: session, mode: 'inPerson' }],
	'session.placed': [{ id: session, person, practitionerTerritory: 'QC', clientTerritory: 'NB' }],
	'session.interrupted': [{ id: session, cause: 'network', side: 'client', fallback: 'telephone', person, at: NOON }],
	'session.doubted': [{ id: session }],
	'session.resumed': [{ id: session, means: 'telephone' }],
	'session.closingAsked': [{ id: session, why: 'withdrawal' }],
	'session.left': [{ id: session, person }],
	'session.ended': [{ id: session, agreed: said }],
	'message.sent': [{ id: uid(92), thread: uid(91), purpose: 'care', channel: 'portal', body: said, session }],
	'message.logged': [{ person, channel: 'textMessage', body: said, on: '2026-11-21' }],
	'absence.told': [
		{
			thread: uid(91),
			absence: uid(51),
			until: NOON + 7 * DAY,
			cover: { name: 'Luc', phone: '418 555-0100' },
			notice: both,
		},
	],
	'protocol.attached': [{ protocol: uid(52), name: 'Crise', version: 1, form: 'remote' }],
	'protocol.detached': [{ protocol: uid(52) }],
	'note.due': [{ session, mode: 'video', chat: false }],
	'note.signed': [
		{
			session,
			body: { reason: said, course: said, plan: said },
			happened: { start: '14 h' },
			stillFits: 'yes',
			attests: [person],
			authors: [marie],
		},
		{
			session: uid(62),
			body: { reason: said, course: said, plan: said },
			happened: {},
			stayedBecause: said,
			template: 'soap',
			altered: { length: said },
			removed: ['where'],
			remote: true,
			endedAt: NOON,
			attests: [],
			authors: [marie],
		},
	],
	'note.amended': [{ note: 3, text: said }],
	...practiceSamples,
	...retentionSamples,
	...transferSamples,
	...recoverySamples,
	...exportSamples,
	...disclosureSamples,
};

/** A believable line of every kind, in the order of a file's life. */
export const everyLine: readonly Line[] = Object.entries(samples).flatMap(([kind, all]) =>
	(all as readonly object[]).map((data) => ({
		kind,
		data,
		...('person' in data && kind !== 'duty.waived' && { part: person }),
	})),
);
