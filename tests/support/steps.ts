import { packageFor } from '#server/app/documents.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { questions } from '#server/capabilities/suitability/facts.ts';
import type { World } from '#server/journal/world.ts';
import type { Actor } from '#server/kernel/act.ts';
import { DAY, dayOf, HOUR } from '#server/kernel/time.ts';
import type { Client, Path } from './path.ts';

/** The steps of the path in order; a test walks them up to the one it looks at, or all but one. */
export const steps = [
	'home',
	'package',
	'explain',
	'identity',
	'age',
	'capacity',
	'discussion',
	'needs',
	'questions',
	'teachBack',
	'assessment',
	'relation',
	'conflict',
	'accept',
	'plans',
	'notices',
	'channels',
	'consent',
] as const;
export type Step = (typeof steps)[number];

/** Walk the path for every person of a client, leaving out what is named. */
export async function walk(
	path: Path,
	client: Client,
	{ without = [], upTo = 'consent' }: { readonly without?: readonly Step[]; readonly upTo?: Step } = {},
): Promise<void> {
	for (const step of steps) {
		if (!without.includes(step)) await walkStep(path, client, step);
		if (step === upTo) return;
	}
}

/** One step of the path, for every person. */
export async function walkStep(path: Path, { dossier, persons }: Client, step: Step): Promise<void> {
	const { practitioner, does, world } = path;
	const by = practitioner.actor;
	const each = async (
		act: string,
		input: (person: string) => unknown,
		actor?: (p: Client['persons'][number]) => Actor,
	) => {
		for (const p of persons) await does(actor?.(p) ?? by, dossier, act, input(p.id));
	};
	const versionsFor = async (person: string) =>
		Object.fromEntries(
			Object.entries((await path.factsOf(dossier)).dossier.of(person).consent.sent).map(([k, v]) => [k, v.version]),
		);
	switch (step) {
		case 'home':
			return void (await does(by, dossier, 'home.declare', {
				territory: (await path.factsOf(dossier)).practitioner.practitioner.profile?.territory,
			}));
		case 'package':
			for (const p of persons)
				await does(by, dossier, 'policy.send', packageFor(await path.factsOf(dossier), p.id, dayOf(world.now())));
			return;
		case 'explain':
			for (const p of persons)
				await does(by, dossier, 'document.explain', {
					person: p.id,
					documents: await versionsFor(p.id),
					means: 'video',
				});
			return;
		case 'identity':
			return each('identity.check', (person) => ({ person, document: 'healthCard', how: 'video' }));
		case 'age':
			return each('age.record', (person) => ({ person, birthDate: '1984-05-06' }));
		case 'capacity':
			return each('capacity.assess', (person) => ({
				person,
				result: 'able',
				basis: 'Répond clairement, pose ses questions.',
			}));
		case 'discussion':
			return each('discussion.record', (person) => ({ person, risks: true, benefits: true, voluntary: true }));
		case 'needs':
			return each('information.adapt', (person) => ({ person, language: 'fr', variant: 'standard' }));
		case 'questions':
			return each(
				'questions.offer',
				(person) => ({ person }),
				(p) => p.actor,
			);
		case 'teachBack':
			return each('teachBack.record', (person) => ({
				person,
				clause: 'limits',
				understood: true,
				inConversation: true,
			}));
		case 'assessment':
			for (const question of questions)
				await each('suitability.answer', (person) => ({
					person,
					question,
					finding: 'noObstacle',
					note: 'Rien à signaler.',
					...(question === 'safety' && { town: 'Rimouski' }),
				}));
			// Before people are seen together, each is seen alone.
			if (persons.length > 1) await each('safetyTalk.record', (person) => ({ person, held: 'yes', together: 'ok' }));
			return void (await does(by, dossier, 'suitability.finalise', {
				fit: 'yes',
				interventionFits: true,
				meansFit: true,
				firstMeeting: 'none',
				reasons: '',
			}));
		case 'relation':
			return void (await does(by, dossier, 'relation.declare', {
				link: 'none',
				decision: 'proceed',
				communityConsidered: true,
			}));
		case 'conflict':
			await does(by, dossier, 'conflict.search', {});
			return void (await does(by, dossier, 'conflict.decide', {
				decision: 'none',
				reason: 'Aucun autre dossier ne les nomme.',
			}));
		case 'accept':
			return void (await does(by, dossier, 'client.accept', {}));
		case 'plans':
			for (const plan of ['emergency', 'failure'])
				await each('plan.give', (person) => ({ person, plan, details: { steps: 'Appeler le 911.' } }));
			return;
		case 'notices':
			return each(
				'notice.acknowledge',
				(person) => ({
					person,
					notices: {
						'channelRisks.video': 1,
						'channelRisks.internet': 1,
						multiParty: 1,
						thirdParties: 9,
						thirdPartyMessaging: 1,
					},
					means: 'signature',
				}),
				(p) => p.actor,
			);
		case 'channels':
			for (const channel of ['video', 'portal', 'email'])
				await each(
					'channel.agree',
					(person) => ({ person, channel, means: 'signature' }),
					(p) => p.actor,
				);
			return;
		case 'consent':
			for (const p of persons)
				await does(p.actor, dossier, 'consent.record', {
					person: p.id,
					documents: await versionsFor(p.id),
					means: 'signature',
				});
			return;
	}
}

/** Open a session and bring everyone to the door: declared where they are, not yet let in. */
export async function openSession(
	path: Path,
	{ dossier, persons }: Client,
	{
		purpose = 'service',
		mode = 'video',
		tool,
		appointment,
		arrive = true,
	}: {
		readonly purpose?: string;
		readonly mode?: string;
		readonly tool?: string;
		readonly appointment?: string;
		/** Everyone says where they are at once; else the test does. */
		readonly arrive?: boolean;
	} = {},
): Promise<string> {
	const { practitioner, does, world, practice } = path;
	const id = world.newId();
	const tools = Object.values((await path.factsOf(practice)).practice.practice.tools);
	const known = tools.find((t) => t.channel === mode)?.id ?? tools[0]?.id ?? 'unlisted';
	await does(practitioner.actor, dossier, 'session.open', {
		id,
		purpose,
		mode,
		tool: tool ?? known,
		persons: persons.map((p) => p.id),
		practitionerTerritory: (await path.factsOf(practice)).practitioner.practitioner.profile?.territory ?? 'QC',
		...(appointment !== undefined && { appointment }),
	});
	for (const p of arrive ? persons : [])
		await does(p.actor, dossier, 'arrival.declare', {
			person: p.id,
			session: id,
			place: 'new',
			territory: (await path.factsOf(dossier)).dossier.joint.place.home?.territory ?? 'QC',
			town: 'Rimouski',
			alone: 'yes',
			callBack: '418-555-0199',
		});
	return id;
}

/** Let everyone in and start. */
export async function startSession(
	{ practitioner, does }: Path,
	{ dossier, persons }: Client,
	id: string,
): Promise<void> {
	for (const p of persons) await does(practitioner.actor, dossier, 'session.admit', { id, person: p.id });
	await does(practitioner.actor, dossier, 'session.start', { id });
}

/** Appointment times on a later day. */
export const inDays = (world: World<Facts>, days: number, hours = 1) => ({
	startsAt: world.now() + days * DAY,
	endsAt: world.now() + days * DAY + hours * HOUR,
	zone: 'America/Toronto',
});
