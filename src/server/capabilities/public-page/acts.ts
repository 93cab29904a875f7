import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type PublicPageEntry, type PublicPageFacts, pageLinks } from './facts.ts';

const act = actsOn<PublicPageFacts, PublicPageEntry>('practice');

/** Put the practice's public page on line, with what it says where to find (qc-3.10-c). */
export const publishPage = act({
	name: 'page.publish',
	who: ['owner', 'system'],
	input: z.object({ links: z.array(z.enum(pageLinks, 'field.choice')).max(9).default([]) }),
	focus: ({ links }) => ({ subject: 'publishing', means: links.join(' ') }),
	decide: (_, { links }) => [{ kind: 'page.published', data: { links: [...new Set(links)] } }],
});

/** The page no longer says where this is: without what a duty asks it to say, it goes off line by itself. */
export const unlinkFromPage = act({
	name: 'page.unlink',
	who: ['owner'],
	input: z.object({ link: z.enum(pageLinks, 'field.choice') }),
	decide: ({ joint }, data) =>
		joint.links.includes(data.link) ? [{ kind: 'page.unlinked', data }] : refuse('page.notLinked'),
});

/** Take the public page off line. */
export const withdrawPage = act({
	name: 'page.withdraw',
	who: ['owner'],
	input: z.object({}),
	decide: ({ joint }) => (joint.published ? [{ kind: 'page.withdrawn', data: {} }] : refuse('page.notPublished')),
});
