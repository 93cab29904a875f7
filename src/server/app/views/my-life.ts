import type { RequestEvent } from '@sveltejs/kit';
import type { Facts } from '#server/capabilities/index.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { openPractice } from '../view.ts';
import { homeZone } from './home-zone.ts';

/** One's own practice life, opened by whoever meets clients; to anybody else these pages do not exist. */
export interface MyLife {
	readonly facts: Facts;
	readonly now: Instant;
	readonly today: LocalDate;
	readonly zone: string;
	/** Their own journal has begun. */
	readonly known: boolean;
}

/** Open a page of one's own practice life. */
export async function openMyLife(event: RequestEvent, view: string): Promise<MyLife> {
	const { facts } = await openPractice(event, view, ['practitioner']);
	const now = event.locals.app.world.now();
	const known = facts.practitioner.practitioner.profile !== undefined;
	return { facts, now, today: dayOf(now), zone: homeZone(facts), known };
}
