import { lea, NOON, uid } from './acts.harness.ts';
import type { IntegrityEntry } from './integrity/facts.ts';
import type { PayerEntry, PaymentEntry } from './payments/facts.ts';
import type { PublicPageEntry } from './public-page/facts.ts';

/** What is written about payment, about the public page, about what protects the record. */
export type SafeEntry = PayerEntry | PaymentEntry | PublicPageEntry | IntegrityEntry;
type Lines = { readonly [K in SafeEntry['kind']]: readonly Extract<SafeEntry, { kind: K }>['data'][] };

const payer = uid(410);
const asked = { id: uid(411), session: uid(61), person: lea.person, amount: 12_500, servedAt: NOON };
const wants = { fields: ['plan', 'length'], source: 'Guide du fournisseur, page 4', reviewedOn: '2026-11-20' };

/** A believable line of each. */
export const safeSamples: Lines = {
	'payer.added': [{ id: payer, name: 'Assurance du Fleuve', ...wants, years: 10 }],
	'payer.reviewed': [{ id: payer, ...wants }],
	'payer.ended': [{ id: payer }],
	'payment.requested': [
		{ ...asked, due: '2026-12-22' },
		{ ...asked, id: uid(412), session: uid(62), payer, payerName: 'Assurance du Fleuve' },
	],
	'page.published': [{ links: ['breach'] }],
	'page.unlinked': [{ link: 'breach' }],
	'page.withdrawn': [{}],
	'integrity.asked': [{}],
	'integrity.checked': [
		{ lines: 4000, findings: 0 },
		{ lines: 4000, findings: 1, first: { code: 'lineChanged', journal: uid(100), seq: 12 } },
	],
};

/** Who may do each of these acts. */
export const whoOfSafe = {
	'payer.add': ['owner', 'practitioner'],
	'payer.review': ['owner', 'practitioner'],
	'payer.end': ['owner', 'practitioner'],
	'payment.request': ['practitioner'],
	'page.publish': ['owner', 'system'],
	'page.unlink': ['owner'],
	'page.withdraw': ['owner'],
	'integrity.check': ['owner', 'privacyOfficer', 'practitioner'],
	'integrity.note': ['system'],
};
