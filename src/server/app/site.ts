import { factsOf } from './facts.ts';
import type { App, PracticeRow } from './world.ts';

/** Where the name stands: on pages for everybody, or on those of an invited person, where the neutral name is enough. */
export type NamedFor = 'everybody' | 'client';

/** The name that heads the pages of a practice; none before there is one. */
export async function siteName(
	{ app, practice }: { readonly app: App; readonly practice: PracticeRow | undefined },
	who: NamedFor,
): Promise<string | undefined> {
	const found = practice && (await factsOf(app.world, practice.id, { kind: 'practice', id: practice.id }));
	const profile = found?.facts.practice.practice.profile;
	return who === 'client' ? profile?.senderName : profile?.name;
}
