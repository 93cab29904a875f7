import { expect, test } from 'vitest';
import { bench } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type PublicPageEntry, type PublicPageFacts, publicPageFold } from './facts.ts';

const { given } = bench<PublicPageFacts, PublicPageEntry>(publicPageFold);
const published = { kind: 'page.published', data: { links: ['breach'] } } as const;

test('[qc-3.10-c] the page is put on line with what it says where to find, and its gate looks at that', () => {
	expect(given().when(acts.publishPage, { links: ['breach', 'breach'] })).toEqual({ did: [published] });
	expect(given().asks(acts.publishPage, { links: ['breach'] }).focus).toEqual({
		subject: 'publishing',
		means: 'breach',
	});
	expect(given().when(acts.publishPage, { links: ['prices'] })).toEqual({ wrong: { 'links.0': 'field.choice' } });
});

test('a link is taken away once, and a page is taken off line once', () => {
	const link = { link: 'breach' } as const;
	const unlinked = { kind: 'page.unlinked', data: link } as const;
	expect(given(published).when(acts.unlinkFromPage, link)).toEqual({ did: [unlinked] });
	expect(given(published, unlinked).when(acts.unlinkFromPage, link)).toEqual({ refused: 'page.notLinked' });
	const withdrawn = { kind: 'page.withdrawn', data: {} } as const;
	expect(given(published).when(acts.withdrawPage, {})).toEqual({ did: [withdrawn] });
	expect(given(published, withdrawn).when(acts.withdrawPage, {})).toEqual({ refused: 'page.notPublished' });
});
