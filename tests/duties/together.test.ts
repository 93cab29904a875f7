import { describe, expect, test } from 'vitest';
import { questions } from '#server/capabilities/suitability/facts.ts';
import { expectDone, expectRefused, onTheWay, tryService } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { mailOf } from '../support/mailbox.ts';
import { reader } from '../support/no-script.ts';
import { inDays, request, walk, walkStep } from '../support/path.ts';

const web = await webApp(await testServer());
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });
/** Each meeting on a day of its own. */
let days = 20;

describe('before people are seen together, each is seen alone', () => {
	const names = ['Dominique Gagnon', 'Alix Morin'];

	test.each([
		['[qc-2.08-g]', qc, 'qc-2.08-g'],
		['[nb-caution-b]', nb, 'nb-caution-b'],
	] as const)(
		'%s a joint session waits for a talk with each; one no is enough, and says nothing',
		async (_, path, duty) => {
			const client = await request(path, { names, kind: 'couple' });
			await walk(path, client, { without: ['assessment'], upTo: 'conflict' });
			await assessWithout(path, client);
			for (const step of ['accept', 'plans', 'notices', 'channels', 'consent'] as const)
				await walkStep(path, client, step);
			const [one, two] = client.persons.map((p) => p.id);
			const by = path.practitioner.actor;
			const book = (persons: readonly (string | undefined)[], more = {}) =>
				path.attempt(by, client.dossier, 'appointment.book', {
					id: path.world.newId(),
					purpose: 'service',
					mode: 'video',
					persons,
					practitioner: path.practitioner.account,
					...inDays(path.world, days++),
					...more,
				});
			const talk = (person: string | undefined, together: string) =>
				path.does(by, client.dossier, 'safetyTalk.record', {
					person,
					held: 'yes',
					together,
					note: 'secret-de-chacune',
				});
			const unsaid = await book([one, two]);
			expectRefused(unsaid, duty);
			expectDone(await book([one]));
			await talk(one, 'ok');
			await talk(two, 'notOk');
			const said = await book([one, two]);
			// Nobody can read from the words whether a talk is missing or what was answered.
			expect(said).toEqual(unsaid);
			expectRefused(await tryService(path, client), duty);
			await talk(two, 'ok');
			expectDone(await book([one, two]));
			expectDone(await tryService(path, client));
			await talk(two, 'later');
			expectDone(await book([one, two], { togetherBecause: 'ordered' }));
		},
	);

	test('[qc-2.08-g] the other sees nothing of it: not the talk, not its answer, and a meeting called off like any other', async () => {
		const mail = await mailOf(qc, 'claude@');
		let taken = 0;
		const seenBy = async (answer: 'notOk' | 'ok') => {
			const { client } = await onTheWay(qc, [], ['Claude Poirier', 'Alix Morin']);
			const [one, two] = client.persons;
			const by = qc.practitioner.actor;
			const id = qc.world.newId();
			const to = { id, purpose: 'service', mode: 'video', practitioner: qc.practitioner.account };
			const both = { ...to, persons: [one?.id, two?.id], ...inDays(qc.world, days++) };
			await qc.does(by, client.dossier, 'appointment.book', both);
			const before = (await mail.after(taken + 3)).length;
			const talk = { person: two?.id, held: 'yes', together: answer, note: 'secret-de-chacune' };
			await qc.does(by, client.dossier, 'safetyTalk.record', talk);
			await qc.does(by, client.dossier, 'appointment.cancel', { id });
			const letters = (await mail.after(before + 1)).slice(before);
			taken = before + 1;
			const mine = reader(qc, one?.actor);
			const pages = await Promise.all(
				['', '/file', '/messages', '/read'].map(
					async (p) => (await mine.open(`/fr/portal/${client.dossier.id}${p}`.replace(/\/[0-9a-f-]{36}$/, ''))).text,
				),
			);
			const plain = (text: string) =>
				text
					.replace(/\d+/g, '#')
					.replace(/(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)/g, 'jour')
					.replace(/(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/g, 'mois')
					.replace(/#er/g, '#');
			const told = {
				mail: letters.map(({ email }) => plain(`${email.subject} ${email.text}`)),
				pages: pages.map(plain),
			};
			expect(JSON.stringify(told)).not.toMatch(/secret-de-chacune|sécurité avec|seul à seul/i);
			return told;
		};
		const first = await seenBy('notOk');
		expect(first.mail).toHaveLength(1);
		expect(first).toEqual(await seenBy('ok'));
	});
});

/** The assessment of each, without the talk alone. */
async function assessWithout(path: typeof qc, client: Awaited<ReturnType<typeof request>>): Promise<void> {
	const by = path.practitioner.actor;
	for (const { id: person } of client.persons)
		for (const question of questions)
			await path.does(by, client.dossier, 'suitability.answer', {
				person,
				question,
				finding: 'noObstacle',
				note: 'Rien à signaler.',
				...(question === 'safety' && { town: 'Rimouski' }),
			});
	const fits = { fit: 'yes', interventionFits: true, meansFit: true, firstMeeting: 'none' };
	await path.does(by, client.dossier, 'suitability.finalise', fits);
}
