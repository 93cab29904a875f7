import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, type Past, uid } from '../acts.harness.ts';
import { type ConsentEntry, type ConsentFacts, consentFold } from './facts.ts';
import { askReview, reviewConsent } from './review.ts';

const { given } = bench<ConsentFacts, ConsentEntry>(consentFold);
const { person } = lea;
const words = { title: 'Titre', summary: ['point'], text: ['texte'], easy: [] };
const own = (kind: ConsentEntry['kind'], data: object): Past<ConsentEntry> =>
	({ kind, part: person, data: { person, ...data } }) as Past<ConsentEntry>;

const handed = own('package.sent', {
	documents: { services: 1, plans: 1 },
	language: 'fr',
	territory: 'QC',
	texts: { services: { channelRisks: words, risks: words }, plans: { interruption: words } },
});
const agreed = own('consent.given', {
	id: uid(72),
	documents: { services: 1, plans: 1 },
	means: 'signature',
	by: 'self',
});
const toChat = {
	person,
	trigger: 'mode',
	mode: 'chat',
	points: ['services.channelRisks', 'plans.interruption'],
	result: 'kept',
	means: 'signature',
} as const;

describe('going over a consent again', () => {
	test('[qc-2.03-d] the clauses on a new means are gone over, those that the person holds', () => {
		const inCare = given(handed, agreed);
		expect(inCare.when(reviewConsent, toChat, byLea)).toEqual({
			did: [{ kind: 'consent.reviewed', part: person, data: toChat }],
		});
		expect(inCare.when(reviewConsent, { ...toChat, points: ['plans.interruption'] }, byLea)).toEqual({
			refused: 'review.points',
		});
		expect(inCare.when(reviewConsent, { ...toChat, points: [...toChat.points, 'records.retention'] }, byLea)).toEqual({
			refused: 'consent.notSent',
		});
	});
	test('says which means, and what the person wants', () => {
		const { mode: _, ...nowhere } = toChat;
		expect(given(handed, agreed).when(reviewConsent, nowhere, byLea)).toEqual({ wrong: { mode: 'field.required' } });
		expect(given(handed, agreed).when(reviewConsent, { ...toChat, result: 'yes', points: [] }, byLea)).toEqual({
			wrong: { result: 'field.choice', points: 'field.required' },
		});
	});
	test('is of a consent that is in force', () => {
		expect(given(handed).when(reviewConsent, toChat, byLea)).toEqual({ refused: 'consent.noneInForce' });
		expect(given(handed, agreed, own('consent.withdrawn', {})).when(reviewConsent, toChat, byLea)).toEqual({
			refused: 'consent.noneInForce',
		});
	});
	test('a wish to talk settles nothing; a yes does', () => {
		const talks = given(handed, agreed, own('consent.reviewed', { ...toChat, result: 'talk' })).facts.of(person);
		expect(talks.reviews.modes.chat).toBeUndefined();
		expect(talks.reviews.talk).toBeDefined();
		const after = own('consent.reviewed', toChat);
		const kept = given(handed, agreed, own('consent.reviewed', { ...toChat, result: 'talk' }), after).facts.of(person);
		expect(kept.reviews.modes.chat).toBeDefined();
		expect(kept.reviews.talk).toBeUndefined();
	});
	test('[qc-2.03-d] the practitioner asks for it when the purpose changes; it is asked until it is done', () => {
		const purpose = { person, trigger: 'purpose', reason: 'Nous préparons maintenant une séparation.' } as const;
		const asks = given(handed, agreed).when(askReview, purpose);
		expect(asks).toEqual({ did: [{ kind: 'review.asked', part: person, data: purpose }] });
		expect(given(handed).when(askReview, purpose)).toEqual({ refused: 'consent.noneInForce' });
		expect(given(handed, agreed).when(askReview, { ...purpose, reason: 'x' })).toEqual({
			wrong: { reason: 'field.reason' },
		});
		const asked = own('review.asked', purpose);
		const other = own('consent.reviewed', { ...toChat, trigger: 'periodic' });
		expect(given(handed, agreed, asked, other).facts.of(person).reviews.asked?.trigger).toBe('purpose');
		const done = own('consent.reviewed', { ...toChat, trigger: 'purpose' });
		expect(given(handed, agreed, asked, done).facts.of(person).reviews.asked).toBeUndefined();
	});
});
