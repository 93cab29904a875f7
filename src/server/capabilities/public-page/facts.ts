import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';

/** What the public page of a practice says where to find, beside who works there. */
export const pageLinks = ['breach'] as const;
export type PageLink = (typeof pageLinks)[number];

export interface PublicPageFacts {
	/** Put on line, and not taken off since. */
	readonly published?: Evidence;
	readonly links: readonly PageLink[];
	/** Since when it no longer says where one of them is. */
	readonly unlinked?: Evidence;
}

export type PublicPageEntry =
	| Entry<'page.published', { links: readonly PageLink[] }>
	| Entry<'page.unlinked', { link: PageLink }>
	| Entry<'page.withdrawn', Record<never, never>>;

function fold(f: PublicPageFacts, e: PublicPageEntry): PublicPageFacts {
	switch (e.kind) {
		case 'page.published':
			return { published: proofOf(e), links: e.data.links };
		case 'page.unlinked':
			return { ...f, links: f.links.filter((l) => l !== e.data.link), unlinked: proofOf(e) };
		case 'page.withdrawn':
			return { links: f.links };
	}
	return f;
}

export const publicPageFold = foldOf('practice', 1, { links: [] } as PublicPageFacts, fold);
