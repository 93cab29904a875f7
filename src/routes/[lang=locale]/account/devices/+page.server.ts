import type { RequestEvent } from '@sveltejs/kit';
import { tellEnded } from '#server/app/door.ts';
import { send } from '#server/app/http.ts';
import { accountZone } from '#server/app/views/home-zone.ts';
import {
	attestDevice,
	listDevices,
	listSessions,
	revokeDevice,
	revokeOtherSessions,
	revokeSession,
	type Session,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import { notYet, text } from '../../sign-in/door.server.ts';
import type { DoorAnswer } from '../../sign-in/door.ts';
import { me } from '../me.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where the account is open now, and every device it was ever opened on. */
export const load: PageServerLoad = async (event) => {
	const { session, practice } = me(event);
	const { world } = event.locals.app;
	return {
		open: await listSessions(world, practice, session),
		devices: await listDevices(world, practice, session),
		works: session.kind === 'member',
		isClosed: event.url.searchParams.get('locked') === 'no' && session.device?.locked === false,
		zone: await accountZone(world, practice, session),
	};
};

/** A practitioner's own journal holds what they attest of their devices; the desk's stands on the register alone. */
async function written(
	event: RequestEvent,
	session: Session,
	act: string,
	input: object,
): Promise<Refusal | undefined> {
	if (!session.roles.includes('practitioner')) return undefined;
	const journal = { kind: 'practitioner', id: session.account } as const;
	const outcome = await send(event, { id: event.locals.app.world.newId(), act, journal, input });
	return isRefusal(outcome) ? outcome : undefined;
}

export const actions: Actions = {
	end: async (event) => {
		const { session, practice } = me(event);
		const { app } = event.locals;
		const id = text(await event.request.formData(), 'id');
		await tellEnded(app, practice, await revokeSession(app.world, practice, { mine: session, id }));
		return { form: 'end', done: 'end' } satisfies DoorAnswer;
	},
	others: async (event) => {
		const { session, practice } = me(event);
		const ended = await revokeOtherSessions(event.locals.app.world, practice, session);
		if (isRefusal(ended)) return notYet(event, 'others', ended);
		await tellEnded(event.locals.app, practice, ended);
		return { form: 'others', done: 'end' } satisfies DoorAnswer;
	},
	attest: async (event) => {
		const { session, practice } = me(event);
		const form = await event.request.formData();
		const told = { locked: text(form, 'locked') === 'yes', encrypted: text(form, 'encrypted') === 'yes' };
		const mine = (await listDevices(event.locals.app.world, practice, session)).find((d) => d.id === text(form, 'id'));
		if (!mine) return { form: 'attest' } satisfies DoorAnswer;
		const refusal = await written(event, session, 'device.attest', { id: mine.id, ...told });
		if (refusal) return notYet(event, 'attest', refusal);
		await attestDevice(event.locals.app.world, practice, { mine: session, id: mine.id, ...told });
		return { form: 'attest', done: 'attest' } satisfies DoorAnswer;
	},
	revoke: async (event) => {
		const { session, practice } = me(event);
		const { app } = event.locals;
		const id = text(await event.request.formData(), 'id');
		const mine = (await listDevices(app.world, practice, session)).find((d) => d.id === id && !d.revokedAt);
		if (!mine) return { form: 'revoke' } satisfies DoorAnswer;
		await tellEnded(app, practice, await revokeDevice(app.world, practice, { mine: session, id }));
		const refusal = await written(event, session, 'device.revoke', { id });
		return refusal ? notYet(event, 'revoke', refusal) : ({ form: 'revoke', done: 'revoke' } satisfies DoorAnswer);
	},
};
