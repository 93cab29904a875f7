import { createAccount } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import type { Actor } from '#server/kernel/act.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { dayOf, HOUR } from '#server/kernel/time.ts';
import { lookUp } from '#server/law/look-up.ts';
import { editionInForce } from '#server/law/rule-sheets.ts';
import { documentKeys } from '#words/clauses/documents.ts';
import { availableClauses, publication } from '../documents.ts';
import { asSystem, createPractice, registerPractitioner } from '../practices.ts';
import type { Calendar } from './calendar.ts';
import { type CastKey, cast } from './cast.ts';
import { type Story, type Telling, tell } from './telling.ts';

/** About when the practice opened its doors, when its people learned their tools, and when they read the rules of elsewhere. */
const OPENED = -203;
const TRAINED = -223;
const ELSEWHERE = -160;

const house = {
	name: 'Cabinet du Phare · Lighthouse Practice',
	senderName: 'Agenda Phare',
	territory: 'QC',
	address: '12, rue du Quai, bureau 4, Rimouski (Québec)',
	phone: '418-555-0110',
	email: 'accueil@example.org',
	solo: false,
} as const;

const genevieve = {
	name: cast.genevieve.name,
	title: 'T.S.',
	order: 'OTSTCFQ',
	territory: 'QC',
	address: house.address,
	phone: house.phone,
	email: cast.genevieve.email,
	office: true,
} as const;

const rachel = {
	name: cast.rachel.name,
	title: 'RSW / TSI',
	order: 'ATSNB',
	territory: 'NB',
	address: '45, rue du Havre, Moncton (N.-B.)',
	phone: '506-555-0120',
	email: cast.rachel.email,
	office: true,
} as const;

const terms = {
	fees: [
		{ label: { fr: 'Premier appel, 20 minutes', en: 'First call, 20 minutes' }, amount: 0 },
		{ label: { fr: 'Rencontre d’une personne, 50 minutes', en: 'One person, 50 minutes' }, amount: 11500 },
		{ label: { fr: 'Couple ou famille, 75 minutes', en: 'Couple or family, 75 minutes' }, amount: 15500 },
	],
	replyWithin: { amount: 2, unit: 'businessDay' },
	hours: { fr: 'du lundi au vendredi, de 8\u00a0h\u00a030 à 19\u00a0h', en: 'Monday to Friday, 8:30 a.m. to 7 p.m.' },
	cover: { name: cast.rachel.name, phone: rachel.phone },
	interruption: { waitMinutes: 5, whoCalls: 'practice', number: house.phone },
	retentionYears: 7,
	alternatives: {
		QC: [
			{ fr: 'Une rencontre à notre bureau de Rimouski', en: 'A meeting at our office in Rimouski' },
			{ fr: 'Les services de votre CLSC, sans frais', en: 'The services of your CLSC, free of charge' },
		],
		NB: [
			{ fr: 'Une rencontre à notre bureau de Moncton', en: 'A meeting at our office in Moncton' },
			{
				fr: 'Le centre de santé mentale de votre région, sans frais',
				en: 'The mental health centre of your region, free of charge',
			},
		],
		ON: [{ fr: 'Le centre de santé communautaire de votre quartier', en: 'The community health centre of your area' }],
	},
	firewallAttested: true,
} as const;

const permits = {
	genevieve: { territory: 'QC', regulator: 'OTSTCFQ', number: 'FICTIF-0101' },
	rachel: { territory: 'NB', regulator: 'ATSNB', number: 'FICTIF-0202' },
} as const;

/** A story whose practice is open: members, tools, terms, published documents, channels. */
export async function openPractice(world: World<Facts>, calendar: Calendar, slug: string): Promise<Story> {
	const at = calendar.at(calendar.workday(OPENED), '09:00');
	const then = { ...world, now: () => at };
	const permit = { from: calendar.permitYear(1), until: calendar.permitYear(0) };
	const made = await createPractice(then, {
		slug,
		demo: true,
		language: 'fr',
		email: cast.genevieve.email,
		practice: house,
		practitioner: genevieve,
		permit: { ...permits.genevieve, ...permit },
	});
	if (isRefusal(made)) throw new Error(`no practice to tell of: ${made.code}`);
	const { practice } = made;
	const as = { ...(await accounts(then, practice)), genevieve: strong(made.account) };
	await join(then, practice, as.rachel.account, cast.rachel.name, ['practitioner']);
	await join(then, practice, as.ines.account, cast.ines.name, ['receptionist']);
	await registerPractitioner(then, practice, as.rachel.account, {
		practitioner: rachel,
		permit: { ...permits.rachel, ...permit },
	});
	const bare: Story = { world, practice, calendar, as, tools: {}, readings: [] };
	const tools = (await tell(bare, { kind: 'practice', id: practice }, at).facts()).practice.practice.tools;
	const story = {
		...bare,
		tools: Object.fromEntries(Object.values(tools).map(({ channel, id }) => [channel, id])),
	};
	await makeReady(story, at + HOUR);
	return story;
}

const strong = (account: string) => ({ account, assurance: 'passkey' }) as const satisfies Actor;

/** Everyone but the owner, whose account the practice began with. */
async function accounts(world: World<Facts>, practice: string) {
	const made: Partial<Record<CastKey, Actor & { account: string }>> = {};
	for (const [key, member] of Object.entries(cast) as [CastKey, (typeof cast)[CastKey]][]) {
		if (key === 'genevieve') continue;
		const account = await createAccount(world, practice, member);
		if (isRefusal(account)) throw new Error(`no account for ${key}: ${account.code}`);
		made[key] = { account: account.id, assurance: member.kind === 'member' ? 'passkey' : 'code' };
	}
	return made as Readonly<Record<Exclude<CastKey, 'genevieve'>, Actor & { readonly account: string }>>;
}

const join = (world: World<Facts>, practice: string, account: string, name: string, roles: readonly string[]) =>
	asSystem(world, practice, { kind: 'practice', id: practice }, 'member.join', { account, name, roles });

/** Everything a practice does before its first client. */
async function makeReady(story: Story, from: number): Promise<void> {
	const { practice, as } = story;
	const ours = tell(story, { kind: 'practice', id: practice }, from);
	const { does } = ours;
	await does(as.genevieve, 'service.describe', terms);
	for (const place of ['QC', 'NB'] as const) await verifyRegulator(ours, place);
	await does(as.genevieve, 'workplace.rule', { rule: 'allowed' });
	await assessPrivacy(ours);
	await assessTools(ours);
	await publishAll(ours);
	for (const who of ['genevieve', 'rachel'] as const) await openChannels(story, who, ours.now());
}

async function assessTools({ does, story }: Telling): Promise<void> {
	const reason = 'Essayé avec une collègue : rien n’en sort sans qu’on le sache.';
	for (const id of Object.values(story.tools))
		await does(story.as.genevieve, 'tool.assess', { id, confidentiality: true, norms: true, reason });
}

const assessPrivacy = ({ does, now, story }: Telling) =>
	does(story.as.genevieve, 'privacyAssessment.record', {
		territory: 'QC',
		law: 'P-39.1; R-22.1',
		measures: 'Accès par rôle, dossiers chiffrés, clé gardée ailleurs, copies de secours, tiers nommés aux clients.',
		hosting: 'QC',
		reviewedOn: dayOf(now()),
	});

async function verifyRegulator({ does, now, story }: Telling, place: 'QC' | 'NB'): Promise<void> {
	const day = dayOf(now());
	const found = lookUp('regulator', place, day).value;
	if (!found) throw new Error(`the rule pack names no regulator for ${place}`);
	const { key, address, phones, site } = found;
	const email = found.email ?? lookUp('regulatorEmail', place, day).value;
	await does(story.as.genevieve, 'regulator.verify', { key, address, phones, site, email, verifiedOn: day });
}

async function publishAll({ does, facts, now, story }: Telling): Promise<void> {
	const day = dayOf(now());
	for (const document of documentKeys) {
		const clauses = availableClauses(await facts(), document, { territory: 'QC', day });
		if (clauses.length === 0) continue;
		await does(story.as.genevieve, 'policy.adopt', { document, clauses });
		const published = publication(await facts(), document, day);
		await does(story.as.genevieve, 'policy.publish', { ...published, material: false });
	}
	await does(story.as.genevieve, 'page.publish', { links: ['breach'] });
}

const courses = {
	genevieve: ['Intervenir à distance\u00a0: cadre et outils', 'Formation continue'],
	rachel: ['Telepractice: setting and tools', 'Continuing education'],
} as const;

async function openChannels(story: Story, who: 'genevieve' | 'rachel', from: number): Promise<void> {
	const by = story.as[who];
	const { does } = tell(story, { kind: 'practitioner', id: by.account }, from);
	const [title, provider] = courses[who];
	const { calendar } = story;
	const on = calendar.date(calendar.workday(TRAINED));
	const renewed = { from: calendar.permitYear(0), until: calendar.permitYear(-1) };
	await does(by, 'permit.record', { id: story.world.newId(), ...permits[who], ...renewed });
	for (const channel of ['video', 'chat', 'portal']) {
		await does(by, 'training.record', { channel, title, provider, on, hours: 6, proof: true });
		await does(by, 'drill.pass', { channel, steps: ['admit', 'mute', 'remove', 'fallback', 'end'] });
		await does(by, 'risk.read', { channel });
		await does(by, 'channel.enable', { channel });
	}
	await does(by, 'device.attest', { id: story.world.newId(), locked: true, encrypted: true });
	await does(by, 'channel.enable', { channel: 'telephone' });
	const own = permits[who].territory;
	const edition = editionInForce(own, dayOf(from))?.edition;
	await does(by, 'rules.acknowledge', { territory: own, edition });
	await beReadyElsewhere(story, who, from);
}

/** The other province that each of them may serve, and what they read before. */
const elsewhere = {
	genevieve: { territory: 'NB', regulator: 'ATSNB', number: 'FICTIF-T-0303' },
	rachel: { territory: 'ON', regulator: 'OCSWSSW', number: 'FICTIF-E-0404' },
} as const;

async function beReadyElsewhere({ as, calendar, ...story }: Story, who: 'genevieve' | 'rachel', from: number) {
	const { territory, regulator, number } = elsewhere[who];
	const by = as[who];
	const { does, on } = tell({ as, calendar, ...story }, { kind: 'practitioner', id: by.account }, from + HOUR);
	const day = calendar.workday(ELSEWHERE);
	on(calendar.at(day, '13:00'));
	await does(by, 'regulator.tell', { territory, to: regulator, sentOn: calendar.date(calendar.workday(day - 15)) });
	await does(by, 'permit.record', {
		id: story.world.newId(),
		territory,
		regulator,
		number,
		from: calendar.date(calendar.workday(day - 5)),
		until: calendar.date(200),
	});
	await does(by, 'territory.check', {
		territory,
		sheetOf: calendar.date(day),
		rulesRead: true,
		orderRulesRead: true,
		privacyRead: true,
		authorisation: { kind: 'permit', source: `${regulator} ${number}`, until: calendar.date(200) },
		until: calendar.date(200),
	});
}
