import { randomUUID } from 'node:crypto';
import { modelOf } from '#server/app/model.ts';
import { createPractice } from '#server/app/practices.ts';
import { signInPolicy } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { type Done, perform } from '#server/journal/perform.ts';
import type { Model, World } from '#server/journal/world.ts';
import type { Actor } from '#server/kernel/act.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import { done } from './toy.ts';
import { dossierRef } from './world.ts';

/** The product's own model, on a machine with mail and a relay. */
export const realModel = (): Model<Facts> =>
	modelOf(() => ({
		tls: true,
		signIn: signInPolicy,
		mail: true,
		relay: true,
		storage: { place: 'ownComputer', territory: 'QC', encrypted: true },
		keys: { apart: true, private: true },
	}));

/** A real practice of one practitioner, with the means to send acts to it. */
export interface RealPractice {
	readonly world: World<Facts>;
	readonly practice: string;
	readonly account: string;
	readonly person: string;
	readonly dossier: JournalRef;
	readonly send: (act: string, journal: JournalRef, input: unknown, actor?: Actor) => Promise<Done | Refusal>;
}

const name = 'Noémie Lavoie';
const address = '12, rue des Érables, Québec';

/** Tell the product's own story up to a first request. */
export async function realPractice(world: World<Facts>, slug = 'essai'): Promise<RealPractice> {
	const created = await createPractice(world, {
		slug,
		demo: false,
		practice: {
			name: 'Cabinet Lavoie',
			senderName: 'Cabinet Lavoie',
			territory: 'QC',
			address,
			phone: '418 555-0123',
			email: 'bonjour@example.org',
			solo: true,
		},
		practitioner: {
			name,
			title: 'travailleuse sociale',
			order: 'OTSTCFQ',
			territory: 'QC',
			address,
			phone: '418 555-0123',
			email: 'noemie@example.org',
			office: true,
		},
		permit: { regulator: 'OTSTCFQ', number: 'TS-1', from: '2020-01-01', until: '2030-01-01' },
		email: 'noemie@example.org',
		language: 'fr',
	});
	if (isRefusal(created)) throw new Error(`no practice: ${created.code}`);
	const { practice, account } = created;
	const mine: Actor = { account, assurance: 'passkey' };
	const send: RealPractice['send'] = (act, journal, input, actor = mine) =>
		perform(world, { id: randomUUID(), practice, journal, act, actor, input });
	const person = randomUUID();
	const dossier = await request({ send, account }, person);
	return { world, practice, account, person, dossier, send };
}

/** A first request from one person: their file. */
export async function request(
	{ send, account }: Pick<RealPractice, 'send' | 'account'>,
	person: string = randomUUID(),
): Promise<JournalRef> {
	const contact = { email: 'anne@example.org', voiceMail: false, text: false, othersMayKnow: false, callFirst: false };
	const persons = [{ id: person, name: 'Anne', language: 'fr', roles: ['requester', 'beneficiary'], contact }];
	const asked = {
		kind: 'person',
		label: 'Anne',
		anonymous: false,
		persons,
		via: 'phone',
		reason: 'Une première demande.',
		prefers: 'remote',
	};
	const dossier = dossierRef(randomUUID());
	done(await send('request.receive', dossier, { practitioner: account, ...asked }));
	return dossier;
}
