import { fail, redirect } from '@sveltejs/kit';
import { receivePackage } from '#server/app/receiving.ts';
import { presentRefusal } from '#server/app/refusals.ts';
import { addressIn, addressOf, areNumbersOf, cardOf, numbersOf } from '#server/app/transfer.ts';
import { openPractice } from '#server/app/view.ts';
import { meanings } from '#server/platform/verifier.mjs';
import type { Actions, PageServerLoad } from './$types';

const who = ['practitioner'] as const;

/** Where this practice receives files, and opening one that came. */
export const load: PageServerLoad = async (event) => {
	const { facts } = await openPractice(event, 'receive', who);
	const { world } = event.locals.app;
	const address = await addressOf(world, event.locals.practice?.id ?? '', facts.practice.practice.profile?.name ?? '');
	return { card: cardOf(address), numbers: numbersOf(address) };
};

/** The verifier says each finding in both languages, French first. */
const saidOf = (code: string, lang: string): string => meanings[code]?.split(' · ')[lang === 'fr' ? 0 : 1] ?? code;

export const actions: Actions = {
	open: async (event) => {
		await openPractice(event, 'receive', who);
		const form = await event.request.formData().catch(() => undefined);
		const [card, pack] = [String(form?.get('card') ?? ''), form?.get('pack')];
		const kept = { card, numbers: String(form?.get('numbers') ?? '') };
		const from = addressIn(card);
		if (!from) return fail(422, { ...kept, wrong: { card: 'field.address' } });
		if (!areNumbersOf(from, kept.numbers)) return fail(422, { ...kept, wrong: { numbers: 'field.numbers' } });
		if (!(pack instanceof File) || pack.size === 0) return fail(422, { ...kept, why: 'noPack' as const });
		const arrived = await receivePackage(event, from, await pack.text());
		if (typeof arrived === 'string') return fail(422, { ...kept, why: arrived });
		if ('broken' in arrived)
			return fail(422, {
				...kept,
				broken: arrived.broken
					.slice(0, 20)
					.map(({ code, seq }) => ({ said: saidOf(code, event.locals.lang), ...(seq !== undefined && { seq }) })),
			});
		if ('refusal' in arrived)
			return fail(409, {
				...kept,
				refusal: presentRefusal(arrived.refusal, { lang: event.locals.lang, dossier: undefined, office: true }),
			});
		redirect(303, `/${event.locals.lang}/office/clients/${arrived.dossier}/received`);
	},
};
