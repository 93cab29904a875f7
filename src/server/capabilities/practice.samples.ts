import { DAY } from '#server/kernel/time.ts';
import { marie, NOON, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { JurisdictionEntry } from './jurisdiction/facts.ts';
import type { PolicyEntry } from './policies/facts.ts';
import type { PracticeEntry, PractitionerEntry } from './practice/facts.ts';
import type { ProtocolEntry } from './protocols/facts.ts';
import type { AvailabilityEntry } from './scheduling/facts.ts';

type House = PracticeEntry | PractitionerEntry | PolicyEntry | ProtocolEntry | JurisdictionEntry | AvailabilityEntry;
type Lines = { readonly [K in House['kind']]?: readonly Extract<House, { kind: K }>['data'][] };
const both = { fr: 'séance', en: 'session' };
/** A clause as it was handed. */
export const clause = { title: 'Services', summary: [said], text: [said], easy: [] };
const profile = {
	name: 'Le Phare',
	senderName: 'Le 210',
	territory: 'QC',
	address: '210, rue du Port',
	phone: '418 555-0123',
	email: 'a@phare.example',
	solo: true,
};
const practitioner = {
	name: 'Marie',
	title: 'T.S.',
	order: 'OTSTCFQ',
	territory: 'QC',
	address: '210, rue du Port',
	phone: '418 555-0123',
	email: 'm@phare.example',
	office: true,
} as const;

/** A believable line of each kind that a practice and a practitioner write about themselves. */
export const practiceSamples = {
	'practice.created': [profile],
	'practice.described': [{ ...profile, solo: false }],
	'member.joined': [{ account: marie, name: 'Marie', roles: ['owner', 'practitioner'] }],
	'member.left': [{ account: marie }],
	'tool.registered': [{ id: uid(31), name: 'Salle Balise', channel: 'video', socialNetwork: false }],
	'tool.assessed': [{ id: uid(31), confidentiality: true, norms: true, reason: said }],
	'thirdParty.added': [{ id: uid(32), name: 'Hébergeur', purpose: both, shared: both }],
	'thirdParty.removed': [{ id: uid(32) }],
	'service.described': [
		{
			fees: [{ label: both, amount: 125_00 }],
			replyWithin: { amount: 2, unit: 'businessDay' },
			hours: both,
			interruption: { waitMinutes: 5, whoCalls: 'practice', number: '418 555-0123' },
			retentionYears: 5,
			alternatives: { QC: [both] },
			firewallAttested: true,
		},
	],
	'regulator.verified': [
		{
			key: 'OTSTCFQ',
			address: '255, boulevard Crémazie',
			phones: ['514-555-0100'],
			email: 'info@ordre.example',
			site: 'https://ordre.example',
			verifiedOn: '2026-11-22',
		},
	],
	'ruleSheet.published': [
		{
			territory: 'QC',
			edition: '2026-10-01',
			title: both,
			points: { fr: said, en: said },
			source: 'Ordre',
			site: 'https://ordre.example',
		},
	],
	'privacyAssessment.recorded': [
		{ territory: 'QC', law: 'P-39.1', measures: said, hosting: 'ON', reviewedOn: '2026-10-01' },
	],
	'hosting.chosen': [{ territory: 'ON' }],
	'workplace.ruled': [{ rule: 'byApproval' }],
	'policy.adopted': [{ document: 'services', clauses: ['services', 'risks'] }],
	'clause.written': [
		{ document: 'services', clause: 'risks', fr: said, en: said, omitted: ['risks.leaks'], reason: said },
	],
	'clause.removed': [{ document: 'services', clause: 'risks' }],
	'policy.published': [
		{
			document: 'services',
			version: 1,
			material: true,
			states: { storage: 'ici' },
			clauses: { services: { fr: clause, en: clause } },
		},
	],
	'policy.reviewed': [{ document: 'services', version: 1, reviewOn: '2027-11-22' }],
	'rhythm.set': [{ of: 'consent', months: 6 }],
	'protocol.written': [{ id: uid(52), name: 'Crise', version: 1, text: said, usedRemotely: true, remoteVariant: said }],
	'protocol.retired': [{ id: uid(52) }],
	'practitioner.registered': [practitioner],
	'practitioner.described': [{ ...practitioner, office: false }],
	'permit.recorded': [
		{ id: uid(41), territory: 'QC', regulator: 'OTSTCFQ', number: '12345', from: '2026-04-01', until: '2027-04-01' },
	],
	'permit.ended': [{ id: uid(41), until: '2026-12-01' }],
	'training.recorded': [
		{ channel: 'video', title: 'Télépratique', provider: 'Ordre', on: '2026-05-01', hours: 3, proof: true },
	],
	'training.planned': [{ channel: 'chat', plan: said, by: '2027-01-31' }],
	'drill.passed': [{ channel: 'video' }],
	'riskModule.read': [{ channel: 'video' }],
	'channel.enabled': [{ channel: 'video' }],
	'channel.disabled': [{ channel: 'video' }],
	'device.added': [{ id: uid(45) }],
	'device.attested': [{ id: uid(45), locked: true, encrypted: false }],
	'device.revoked': [{ id: uid(45) }],
	'absence.set': [
		{
			id: uid(51),
			from: NOON,
			until: NOON + 7 * DAY,
			cover: { name: 'Luc', phone: '418 555-0100' },
			notice: both,
		},
	],
	'absence.cancelled': [{ id: uid(51) }],
	'territory.checked': [
		{
			territory: 'NB',
			sheetOf: '2026-10-01',
			rulesRead: true,
			orderRulesRead: true,
			privacyRead: true,
			authorisation: { kind: 'exemption', source: said, until: '2027-01-01' },
			until: '2027-10-01',
		},
	],
	'feed.opened': [{ digest: 'a'.repeat(64) }],
	'feed.closed': [{}],
	'availability.set': [{ zone: 'America/Toronto', minutes: 60, hours: [{ day: 1, from: '09:00', to: '12:00' }] }],
	'availability.excepted': [{ day: '2026-12-24', hours: [] }],
	'rules.acknowledged': [{ territory: 'QC', edition: '2026-10-01' }],
	'regulator.told': [{ territory: 'NB', to: 'ATSNB', sentOn: '2026-11-20' }],
} satisfies Lines;
