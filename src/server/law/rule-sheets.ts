import type { Territory } from '#words/territories.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { AnyLine } from './line.ts';
import { lookUp } from './look-up.ts';

/** The edition of a place's own rules that is in force: the packs', or the practice's where it published a later one. */
export function editionInForce(
	territory: Territory,
	day: LocalDate,
	{ published, lines }: { readonly published?: LocalDate | undefined; readonly lines?: readonly AnyLine[] } = {},
): { readonly edition: LocalDate; readonly by: 'packs' | 'practice' } | undefined {
	const known = lookUp('ruleSheet', territory, day, lines).line?.from;
	if (published !== undefined && published <= day && published > (known ?? ''))
		return { edition: published, by: 'practice' };
	return known === undefined ? undefined : { edition: known, by: 'packs' };
}
