import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { dayOf, type Instant } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import { attempt } from './http.ts';
import { lossAuthority } from './views/lending.ts';
import { membersOf } from './views/practice.ts';

interface Lending {
	readonly facts: Facts;
	readonly world: World<Facts>;
	readonly now: Instant;
	readonly session: { readonly account: string };
}

/** What a page needs beside the loans themselves to note a new one, a return, or a loss. */
export const lendingOf = ({ facts, world, now, session }: Lending, lang: Locale) => ({
	freshId: world.newId(),
	today: dayOf(now),
	phone: facts.practice.practice.profile?.phone ?? '',
	members: membersOf(facts.practice.practice).map(({ account, name }) => ({ account, name })),
	me: session.account,
	authority: lossAuthority(facts, now, lang),
});

const returned = (typed: Record<string, unknown>) => ({ wiped: false, checked: false, ...typed, outcome: 'returned' });
const settled = (typed: Record<string, unknown>) => ({ wiped: false, checked: false, ...typed, outcome: 'settled' });
type Journal = Parameters<typeof attempt>[1]['journal'];

/** The forms of a loan: made, lost, come back, its loss dealt with. */
export const loanActions = (of: 'loan' | 'equipment', journal: Journal) => ({
	lend: attempt(of === 'loan' ? 'loan.make' : 'equipment.lend', { journal }),
	lost: attempt(`${of}.report`, { journal }),
	back: attempt(`${of}.end`, { journal, input: returned }),
	settle: attempt(`${of}.end`, { journal, input: settled }),
});
