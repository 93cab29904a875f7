import { fail } from '@sveltejs/kit';
import { attempt, formState, sendAsSystem, thisDossier } from '#server/app/http.ts';
import { freshly } from '#server/app/recover.ts';
import { presentRefusal } from '#server/app/refusals.ts';
import { addressIn, areNumbersOf, leavingOf, receivedAt } from '#server/app/transfer.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { transfersOf } from '#server/app/views/transfer.ts';
import { renewKeys } from '#server/journal/archive.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

/** Passing this file to another practice, and what came of it. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'transfer');
	return { ...transfersOf(file), zone: homeZone(file.facts), state: await formState(event) };
};

const wrong = (fields: Readonly<Record<string, string>>) => ({ ...refuse('act.invalidInput'), fields });

export const actions: Actions = {
	send: freshly(
		attempt('record.transfer', {
			journal: thisDossier,
			input: async ({ card, numbers, parts = [], ...typed }, event) => {
				const { world, practice, id } = await openFile(event, 'transfer');
				const address = addressIn(String(card ?? ''));
				if (!address) return wrong({ card: 'field.address' });
				if (!areNumbersOf(address, String(numbers ?? ''))) return wrong({ numbers: 'field.numbers' });
				const leaving = await leavingOf(world, practice, id, [JOINT, ...(parts as string[])]);
				const { name: to, box, sign } = address;
				return { ...typed, to, box, sign, leaving, compared: true };
			},
			// What is written from here on is not opened by the keys that left.
			next: async ({ entries }, { locals, params }) => {
				const [line] = entries;
				const { leaving } = (line?.data ?? {}) as { leaving?: { parts: readonly string[] } };
				await renewKeys(locals.app.world, locals.practice?.id ?? '', params.dossier ?? '', leaving?.parts ?? []);
				return undefined;
			},
		}),
	),
	confirm: async (event) => {
		const file = await openFile(event, 'transfer');
		const form = await event.request.formData();
		const [id, receipt] = [String(form.get('id') ?? ''), String(form.get('receipt') ?? '')];
		const transfer = file.facts.dossier.joint.transfer.sent[id];
		const at = transfer ? receivedAt(receipt, transfer) : refuse('transfer.unknown');
		const name = `confirm:${id}`;
		const no = (refusal: Refusal) =>
			fail(422, {
				form: name,
				values: { receipt: [receipt] },
				refusal: presentRefusal(refusal, { lang: event.locals.lang, dossier: file.id, office: true }),
			});
		if (isRefusal(at)) return no(at);
		const done = await sendAsSystem(event, {
			id: file.world.newId(),
			act: 'transfer.confirm',
			journal: { kind: 'dossier', id: file.id },
			input: { id, at },
		});
		return isRefusal(done) ? no(done) : { form: name, done: 'transfer.confirm' };
	},
	end: attempt('transfer.end', { journal: thisDossier }),
};
