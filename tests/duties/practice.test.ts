import { expect, test } from 'vitest';
import { availableClauses, publication } from '#server/app/documents.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { DocumentKey } from '#words/clauses/documents.ts';
import { expectDone, expectRefused, refusedBy } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { regulators, someTerms } from '../support/path.ts';

const server = await testServer();
const web = await webApp(server);

/** A practice with its terms and its regulator, nothing published; publishing over HTTP with or without a clause. */
async function newPractice(province: 'QC' | 'NB' = 'QC'): Promise<HttpPath> {
	const path = await openHttpPath(web, { bare: true, province });
	await path.does(path.practitioner.actor, path.practice, 'service.describe', someTerms);
	await path.does(path.practitioner.actor, path.practice, 'regulator.verify', {
		...regulators[province],
		verifiedOn: dayOf(path.world.now()),
	});
	return path;
}
const qc = await newPractice();
const nb = await newPractice('NB');

async function draft(
	path: HttpPath,
	document: DocumentKey,
	without: readonly string[] = [],
): Promise<readonly string[]> {
	const day = dayOf(path.world.now());
	const clauses = availableClauses(await path.factsOf(path.practice), document, { territory: 'QC', day });
	await path.does(path.practitioner.actor, path.practice, 'policy.adopt', { document, clauses });
	for (const clause of without)
		await path.does(path.practitioner.actor, path.practice, 'clause.remove', { document, clause });
	return clauses;
}
const publish = async (path: HttpPath, document: DocumentKey, changes: object = {}) =>
	path.attempt(path.practitioner.actor, path.practice, 'policy.publish', {
		...publication(await path.factsOf(path.practice), document, dayOf(path.world.now())),
		material: false,
		...changes,
	});

const clauses: readonly (readonly [duty: string, document: DocumentKey, clause: string])[] = [
	['qc-2.02-b', 'services', 'services'],
	['qc-2.02-c', 'services', 'benefits'],
	['qc-2.02-d', 'services', 'risks'],
	['qc-2.02-h', 'services', 'limits'],
	['qc-3.05-b', 'confidentiality', 'exceptions'],
	['qc-4.04-a', 'communications', 'between'],
	['qc-4.04-b', 'communications', 'emergency'],
	['qc-4.04-d', 'communications', 'afterHours'],
	['qc-5.01-a', 'records', 'archiving'],
	['qc-5.03-a', 'records', 'storage'],
	['qc-5.03-b', 'records', 'retention'],
];

for (const [duty, document, clause] of clauses) {
	test(`[${duty}] « ${document} » is not published without its clause « ${clause} »; with it, it is`, async () => {
		await draft(qc, document, [clause]);
		expect(refusedBy(await publish(qc, document))).toEqual([duty]);
		await draft(qc, document);
		expectDone(await publish(qc, document));
	});
}

test('[qc-5.03-a] a notice that contradicts the running system cannot stand: on the board it is missing again', async () => {
	await draft(qc, 'records');
	expectDone(
		await publish(qc, 'records', {
			states: { storage: 'hostedServer | Ailleurs | US | plain | none', retention: '7' },
		}),
	);
	const { board } = await import('#server/norms/judge.ts');
	const verdict = async () =>
		board(await qc.factsOf(qc.practice), { now: qc.world.now(), focus: {} }).find((r) => r.duty.id === 'qc-5.03-a')
			?.verdict.is;
	expect(await verdict()).toBe('unmet');
	expectDone(await publish(qc, 'records'));
	expect(await verdict()).toBe('met');
});

test('[qc-2.02-d] leaving out one of the norm’s five examples asks for a reason', async () => {
	const words = {
		document: 'services',
		clause: 'risks',
		fr: 'Les risques, dans nos mots.',
		en: 'The risks, in our words.',
		omitted: ['risks.breakdowns'],
	};
	const refused = await qc.attempt(qc.practitioner.actor, qc.practice, 'clause.write', words);
	expect('refused' in refused && refused.code).toBe('clause.omissionReason');
	expectDone(
		await qc.attempt(qc.practitioner.actor, qc.practice, 'clause.write', {
			...words,
			reason: 'Nous n’offrons que le téléphone.',
		}),
	);
});

test('[nb-2-j] the agreement without its security clause: refused unless a reason is given', async () => {
	await draft(nb, 'confidentiality', ['security']);
	expect(refusedBy(await publish(nb, 'confidentiality'))).toEqual(['nb-2-j']);
	await nb.does(nb.practitioner.actor, nb.practice, 'practice.waive', {
		duty: 'nb-2-j',
		reason: 'Le texte est en révision.',
		until: nb.world.now() + 86_400_000,
	});
	expectDone(await publish(nb, 'confidentiality'));
});

const enable = (path: HttpPath, channel: string) =>
	path.attempt(path.practitioner.actor, path.practitioner.journal, 'channel.enable', { channel });
const training = (channel: string) => ({
	channel,
	title: 'Intervenir à distance',
	provider: 'Université',
	on: '2026-02-03',
	hours: 6,
	proof: true,
});

test('[qc-2.09-d1] video is not enabled before a protocol says what to do when it breaks', async () => {
	const path = await newPractice();
	await path.does(path.practitioner.actor, path.practitioner.journal, 'training.record', training('video'));
	expectRefused(await enable(path, 'video'), 'qc-2.09-d1');
	await draft(path, 'plans');
	expectDone(await publish(path, 'plans'));
	expectDone(await enable(path, 'video'));
});

test('[qc-1.01-a] a channel without training is refused unless a signed plan with a date is given; the telephone never is', async () => {
	const path = await newPractice();
	await draft(path, 'plans');
	await publish(path, 'plans');
	expectRefused(await enable(path, 'chat'), 'qc-1.01-a');
	expectDone(await enable(path, 'telephone'));
	await path.does(path.practitioner.actor, path.practitioner.journal, 'training.plan', {
		channel: 'chat',
		plan: 'Cours de l’Ordre en janvier.',
		by: '2027-02-01',
	});
	expectDone(await enable(path, 'chat'));
	expectRefused(await enable(path, 'portal'), 'qc-1.01-a');
	await path.does(path.practitioner.actor, path.practitioner.journal, 'training.record', training('portal'));
	expectDone(await enable(path, 'portal'));
});

test('[nb-2-a] video waits for its practical drill, or a signed plan with a date; the telephone never waits', async () => {
	const path = await newPractice('NB');
	await path.does(path.practitioner.actor, path.practitioner.journal, 'risk.read', { channel: 'video' });
	expectRefused(await enable(path, 'video'), 'nb-2-a');
	expectDone(await enable(path, 'telephone'));
	const half = await path.attempt(path.practitioner.actor, path.practitioner.journal, 'drill.pass', {
		channel: 'video',
		steps: ['admit', 'end'],
	});
	expect('refused' in half && half.code).toBe('drill.incomplete');
	await path.does(path.practitioner.actor, path.practitioner.journal, 'drill.pass', {
		channel: 'video',
		steps: ['admit', 'mute', 'remove', 'fallback', 'end'],
	});
	expectDone(await enable(path, 'video'));
});

test('[nb-intro-c] a channel waits until its risks were read, or a signed reason with a date; no client is held by it', async () => {
	const path = await newPractice('NB');
	await path.does(path.practitioner.actor, path.practitioner.journal, 'drill.pass', {
		channel: 'chat',
		steps: ['admit', 'mute', 'remove', 'fallback', 'end'],
	});
	expectRefused(await enable(path, 'chat'), 'nb-intro-c');
	await path.does(path.practitioner.actor, path.practitioner.journal, 'practitioner.waive', {
		duty: 'nb-intro-c',
		reason: 'Lu ailleurs, à refaire.',
		until: path.world.now() + 86_400_000,
	});
	expectDone(await enable(path, 'chat'));
});

test('[qc-2.09-b3] no channel is enabled in a practice that takes cards without saying how card data are kept', async () => {
	const path = await newPractice();
	await draft(path, 'plans');
	await publish(path, 'plans');
	await path.does(path.practitioner.actor, path.practice, 'service.describe', {
		...someTerms,
		cards: { provider: 'Caisse' },
	});
	await path.does(path.practitioner.actor, path.practitioner.journal, 'training.record', training('video'));
	expectRefused(await enable(path, 'video'), 'qc-2.09-b3');
	await draft(path, 'cards');
	expectDone(await publish(path, 'cards'));
	expectDone(await enable(path, 'video'));
});
