import type { MissedRule, StorageFacts, ThirdParty } from './facts.ts';

/** The storage that a notice states, as one text: compared with the running system's, so that the two cannot differ. */
export const canonicalStorage = ({ place, provider = '', territory, encrypted, backup }: StorageFacts): string =>
	[
		place,
		provider,
		territory,
		encrypted ? 'encrypted' : 'plain',
		backup ? `${backup.territory} ${backup.encrypted}` : 'none',
	].join(' | ');

/** The rule on missed meetings as one text, kept with the version that states it. */
export const canonicalMissed = ({ hours, amount, late }: MissedRule): string =>
	[hours, amount, ...(late ? [late.minutes, late.amount] : [])].join(' ');

/** The rule that a version states; undefined where it states none. */
export function missedFrom(text: string | undefined): MissedRule | undefined {
	const [hours, amount, minutes, lateAmount] = (text ?? '').split(' ').filter(Boolean).map(Number);
	if (hours === undefined || amount === undefined) return undefined;
	const late = minutes !== undefined && lateAmount !== undefined && { late: { minutes, amount: lateAmount } };
	return { hours, amount, ...late };
}

const MOST = 2000;

/** What a privacy policy states of the running system: where the record lies, for how long, and who else sees something. */
export const privacyStates = (facts: {
	readonly storage: StorageFacts;
	readonly retentionYears: number | undefined;
	readonly thirdParties: readonly Pick<ThirdParty, 'name'>[];
}): Readonly<Record<string, string>> => ({
	storage: canonicalStorage(facts.storage),
	retention: String(facts.retentionYears ?? ''),
	thirdParties: facts.thirdParties
		.map((t) => t.name)
		.sort()
		.join(' | ')
		.slice(0, MOST),
});
