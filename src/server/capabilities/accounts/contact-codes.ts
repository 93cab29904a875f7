import type { World } from '#server/journal/world.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import type { Locale } from '#words/i18n.ts';
import { issueCode, useCode } from './codes.ts';
import { within } from './place.ts';
import { brake, guessing, release, type TryLater, type Visitor } from './throttle.ts';

/** Send a code to the address a person gave, to know that it is theirs (nb-5-c); the letter says nothing of the service. */
export const sendContactCode = <F>(
	world: World<F>,
	practice: string,
	{
		person,
		email,
		language,
		from,
	}: { readonly person: string; readonly email: string; readonly language: Locale; readonly from: Visitor },
): Promise<TryLater | undefined> =>
	within(world, practice, async (at) => {
		const early = await brake(at, guessing('askContactCode', email, from));
		if (early) return early;
		const { letter } = await issueCode(at, { purpose: 'contact', issued: { email }, language, about: person });
		await at.send([letter]);
		return undefined;
	});

/** The code came back, typed by the person or told to whoever follows them: the address it had been sent to. */
export const readContactCode = <F>(
	world: World<F>,
	practice: string,
	{ person, code, from }: { readonly person: string; readonly code: string; readonly from: Visitor },
): Promise<{ readonly email: string } | Refusal | TryLater> =>
	within(world, practice, async (at) => {
		const early = await brake(at, guessing('contactCode', person, from));
		if (early) return early;
		const issued = await useCode(at, { id: person, purpose: 'contact', typed: code });
		if (!issued) return refuse('account.codeWrong');
		await release(at, [...guessing('askContactCode', issued.email, from), ...guessing('contactCode', person, from)]);
		return { email: issued.email };
	});
