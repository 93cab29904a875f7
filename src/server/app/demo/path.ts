import type { Actor } from '#server/kernel/act.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import { DAY, dayOf, type Instant } from '#server/kernel/time.ts';
import { allForClient } from '#server/law/look-up.ts';
import { planWords } from '#words/plans.ts';
import { isTerritory } from '#words/territories.ts';
import { packageDocuments, packageFor } from '../documents.ts';
import type { Heard, Person } from './persons.ts';
import { asAsked } from './persons.ts';
import { type Story, system, type Telling, tell } from './telling.ts';

/** The first lines of a file: who asks, for whom, in their own words. */
export interface Asked {
	readonly at: Instant;
	readonly by: Actor;
	readonly practitioner: Actor & { readonly account: string };
	readonly persons: readonly Person[];
	readonly kind: 'person' | 'couple' | 'family';
	readonly label: string;
	readonly via: 'form' | 'phone';
	readonly reason: string;
	readonly prefers: 'remote' | 'either';
	readonly territory: string;
	readonly availability?: string;
	readonly anonymous?: true;
}

/** A first request opens the file. */
export async function ask(
	story: Story,
	{ at, by, practitioner, persons, anonymous, ...asked }: Asked,
): Promise<Telling> {
	const file = tell(story, { kind: 'dossier', id: story.world.newId() }, at);
	await file.does(by, 'request.receive', {
		...asked,
		practitioner: practitioner.account,
		anonymous: anonymous === true,
		persons: persons.map(asAsked),
	});
	return file;
}

/** They are called back, told how it works, invited, and handed what they must know. */
export async function welcome(
	file: Telling,
	by: Actor,
	{ persons, means }: { readonly persons: readonly Person[]; readonly means: string },
): Promise<void> {
	const { does, story } = file;
	for (const p of persons.filter((one) => one.contact.callFirst)) {
		await does(story.as.ines, 'person.callBack', { person: p.id, outcome: 'reached' });
	}
	for (const p of persons.filter((one) => one.roles.includes('requester')))
		await does(story.as.ines, 'techInfo.give', { person: p.id, means });
	await does(story.as.ines, 'inPerson.offer', { answer: 'declined' });
	const [first] = persons;
	if (first) await does(by, 'home.declare', { territory: first.place.territory });
	for (const p of persons.filter((one) => one.account !== undefined)) {
		await does(by, 'person.invite', { person: p.id });
		await does(system, 'person.link', { person: p.id, account: p.account });
		if (p.contact.email) await does(system, 'contact.verify', { person: p.id, field: 'email', how: 'code' });
	}
	for (const p of persons.filter(isServed))
		await does(by, 'policy.send', packageFor(await file.facts(), p.id, dayOf(file.now())));
	file.reads(by, 'package');
}

/** Does this person receive the service? */
export const isServed = ({ roles }: Person): boolean => roles.includes('beneficiary');

const versionsOf = async (file: Telling, { id }: Person) =>
	Object.fromEntries(
		Object.entries((await file.facts()).dossier.of(id).consent.sent).map(([key, { version }]) => [key, version]),
	);

/** Somebody reads what they were handed, to the end, and was invited to ask. */
export async function reads(file: Telling, person: Person): Promise<void> {
	const { actor } = person.voice;
	const versions = await versionsOf(file, person);
	for (const document of packageDocuments.filter((key) => versions[key] !== undefined))
		await file.does(actor, 'document.read', { person: person.id, document, version: versions[document] });
	await file.does(actor, 'questions.offer', { person: person.id });
	file.reads(actor, 'portal.read', person.id);
}

const workOf = {
	fr: {
		lines: [{ goal: 'Retrouver des soirées calmes.' }, { goal: 'En parler sans crainte.' }],
		methods: [
			{ method: 'Entretien de soutien', adapted: 'Plus court, avec une pause où chacun peut fermer sa caméra.' },
			{ method: 'Exercices entre les rencontres', adapted: 'Remis dans l’espace, relus à l’écran la fois suivante.' },
		],
		outcome: 'Deux semaines de suite sans soirée difficile.',
	},
	en: {
		lines: [{ goal: 'To have calm evenings again.' }, { goal: 'To talk about it without fear.' }],
		methods: [
			{ method: 'Supportive interview', adapted: 'Shorter, with a pause when anyone may turn their camera off.' },
			{ method: 'Exercises between meetings', adapted: 'Left in the online space, read on screen the next time.' },
		],
		outcome: 'Two weeks in a row without a hard evening.',
	},
} as const;

const saidOfLife = {
	fr: { culture: 'Rien à adapter de ce côté.', context: 'Vie de famille ordinaire, travail à horaire régulier.' },
	en: { culture: 'Nothing to adapt on that side.', context: 'Ordinary family life, regular working hours.' },
} as const;

/** What is gone through with one person in the initial interview. */
export async function interview(
	file: Telling,
	by: Actor,
	{ person, heard, means }: { readonly person: Person; readonly heard: Heard; readonly means: 'video' | 'telephone' },
): Promise<void> {
	const { does } = file;
	const about = { person: person.id };
	await does(by, 'document.explain', { ...about, documents: await versionsOf(file, person), means });
	if (heard.identity) await does(by, 'identity.check', { ...about, document: heard.identity, how: 'video' });
	if (person.contact.phone && !(await file.facts()).dossier.of(person.id).intake.verified.phone)
		await does(by, 'contact.verify', { ...about, field: 'phone', how: 'callBack' });
	await does(by, 'age.record', { ...about, ...heard.age });
	await does(by, 'capacity.assess', { ...about, ...heard.capacity });
	await does(by, 'information.adapt', { ...about, language: person.language, ...heard.needs });
	await does(by, 'discussion.record', {
		...about,
		risks: true,
		benefits: true,
		voluntary: true,
		note: heard.discussion,
	});
	for (const [clause, words] of Object.entries(heard.ownWords))
		await does(by, 'teachBack.record', { ...about, clause, words, understood: true, inConversation: true });
	await does(by, 'context.assess', {
		...about,
		...saidOfLife[person.language],
		language: person.language,
		interpreter: 'none',
	});
	for (const [question, answer] of Object.entries(heard.answers))
		await does(by, 'suitability.answer', {
			...about,
			question,
			...(typeof answer === 'string'
				? { finding: 'noObstacle', note: answer }
				: { finding: 'adapt', note: answer.note, adjustment: answer.adjustment }),
			...(question === 'safety' && { town: person.place.town }),
		});
}

/** Does it suit, is anything in the way? The practitioner decides and signs; the conflicts officer too. */
export async function accept(
	file: Telling,
	by: Actor,
	{ reasons, conflict }: { readonly reasons: string; readonly conflict: string },
): Promise<void> {
	const { does, story } = file;
	const served = beneficiaries((await file.facts()).dossier.joint.dossier);
	if (served.length > 1)
		for (const { id: person } of served) await does(by, 'safetyTalk.record', { person, held: 'yes', together: 'ok' });
	await does(by, 'suitability.finalise', {
		fit: 'yes',
		interventionFits: true,
		meansFit: true,
		firstMeeting: 'none',
		reasons,
	});
	await does(by, 'relation.declare', { link: 'none', decision: 'proceed', communityConsidered: true });
	await does(by, 'conflict.search', {});
	await does(story.as.genevieve, 'conflict.decide', { decision: 'none', reason: conflict });
	await does(by, 'client.accept', {});
	file.reads(by, 'assessment');
}

/** Both plans, in the person's language: what is known of the place and of the terms, and what they said themselves. */
export async function givePlans(
	file: Telling,
	by: Actor,
	{ person, plan }: { readonly person: Person; readonly plan: Heard['plan'] },
): Promise<void> {
	const { practice } = (await file.facts()).practice;
	const words = planWords(person.language);
	const { territory, town } = person.place;
	const lines = isTerritory(territory) ? allForClient('helpLine', territory, dayOf(file.now())) : [];
	const emergencyNumber = lines.find((line) => line.kind === 'emergency')?.number;
	const { waitMinutes, number } = practice.terms?.interruption ?? { waitMinutes: 5, number: '' };
	const phone = person.contact.phone;
	const emergency = { where: town, ...(emergencyNumber && { call: words.startEmergency(emergencyNumber) }), ...plan };
	const failure = Object.fromEntries([
		['wait', words.startWait(waitMinutes)],
		['number', phone ? words.startCallsPractice(phone) : words.startCallsClient(number)],
		['then', words.startThen(number)],
	]);
	const toThem = { person: person.id, channel: 'voice' };
	await file.does(by, 'plan.give', { ...toThem, plan: 'emergency', details: emergency });
	await file.does(by, 'plan.give', { ...toThem, plan: 'failure', details: failure });
	if ((await file.facts()).dossier.joint.care.plan) return;
	const reviewOn = dayOf(file.now() + 360 * DAY);
	await file.does(by, 'interventionPlan.write', { ...workOf[person.language], reviewOn });
}

const noticed: Readonly<Record<string, string>> = {
	video: 'channelRisks.video',
	chat: 'channelRisks.internet',
	portal: 'channelRisks.internet',
};

/** One person says yes: to the notices, to each means, to what was explained to them. */
export async function agree(
	file: Telling,
	person: Person,
	{ channels, several = false }: { readonly channels: readonly string[]; readonly several?: boolean },
): Promise<void> {
	const { actor, means } = person.voice;
	const about = { person: person.id, means };
	const documents = await versionsOf(file, person);
	const keys = [
		...new Set(channels.flatMap((c) => noticed[c] ?? [])),
		...(several ? ['multiParty'] : []),
		'communications',
		'noRepublish',
	];
	const notices = Object.fromEntries(keys.map((key) => [key, documents.services ?? 1]));
	await file.does(actor, 'notice.acknowledge', { ...about, notices });
	for (const channel of channels) await file.does(actor, 'channel.agree', { ...about, channel });
	await file.does(actor, 'consent.record', { ...about, documents });
	file.reads(actor, means === 'signature' ? 'portal.agree' : 'consent', means === 'signature' ? person.id : undefined);
}
