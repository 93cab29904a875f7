import type { Refusal, UnmetDuty } from '#server/kernel/refusal.ts';
import { dutyById } from '#server/norms/catalogue.ts';
import { fieldWords } from '#words/fields.ts';
import type { Locale } from '#words/i18n.ts';
import { mendWords, refusalText, whyText } from '#words/refusals.ts';
import { mendHref } from './mends.ts';

/** A refusal in a person's language, with one way to mend it; src/ui/RefusalNotice.svelte shows it. */
export interface PresentedRefusal {
	readonly code: string;
	readonly title: string;
	readonly why?: string;
	readonly duties: readonly { readonly id: string; readonly words: string; readonly href: string }[];
	readonly mend?: { readonly label: string; readonly href: string };
	readonly others: readonly {
		readonly title: string;
		readonly duties: readonly { readonly id: string; readonly words: string; readonly href: string }[];
	}[];
	/** Soft duties: each may be passed with a signed reason. */
	readonly soft: readonly { readonly duty: string; readonly person?: string }[];
	readonly fields: Readonly<Record<string, string>>;
}

interface Where {
	readonly lang: Locale;
	readonly dossier?: string | undefined;
	/** The attempt whose form waits; mending leads back to it. */
	readonly attempt?: string | undefined;
	/** Clients are sent to their own pages, or told that somebody else will mend it. */
	readonly office: boolean;
	/** The act that was refused: what is mended by answering its own form again needs no way elsewhere. */
	readonly act?: string | undefined;
}

const dutyView = (lang: Locale) => (u: UnmetDuty) => ({
	id: u.duty,
	words: dutyById(u.duty).words[lang],
	href: `/${lang}/norms/${u.duty}`,
});

/** Duties that one page mends are told together: the person goes there once. */
function groups(duties: readonly UnmetDuty[]): readonly (readonly UnmetDuty[])[] {
	const byMend = new Map<string, UnmetDuty[]>();
	for (const duty of duties) {
		const key = JSON.stringify(duty.mend ?? duty.duty);
		byMend.set(key, [...(byMend.get(key) ?? []), duty]);
	}
	return [...byMend.values()];
}

/** Say no in a person's words: what is missing, why, the duty's number, and one button. */
export function presentRefusal(refusal: Refusal, { lang, dossier, attempt, office, act }: Where): PresentedRefusal {
	const [first, ...rest] = groups(refusal.duties);
	const fields = Object.fromEntries(
		Object.entries(refusal.fields ?? {}).map(([name, key]) => [name, fieldWords(lang, key)]),
	);
	if (!first?.[0])
		return { code: refusal.code, ...refusalText(lang, refusal.code), duties: [], others: [], soft: [], fields };
	const mend = first[0].mend;
	const href = mend && office && mend.act !== act ? mendHref(mend, { lang, dossier }) : undefined;
	const [path = '', hash] = href?.split('#') ?? [];
	const back = attempt ? `${path.includes('?') ? '&' : '?'}for=${attempt}` : '';
	return {
		code: refusal.code,
		...whyText(lang, first[0].why),
		duties: first.map(dutyView(lang)),
		...(mend &&
			href && { mend: { label: mendWords(lang, mend.act), href: `${path}${back}${hash ? `#${hash}` : ''}` } }),
		others: rest.map((group) => ({
			title: whyText(lang, group[0]?.why ?? '').title,
			duties: group.map(dutyView(lang)),
		})),
		soft: refusal.duties
			.filter((u) => u.soft)
			.map(({ duty, person }) => ({ duty, ...(person !== undefined && { person }) })),
		fields,
	};
}
