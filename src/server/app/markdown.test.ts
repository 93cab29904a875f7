import { describe, expect, test } from 'vitest';
import { markdownHtml } from './markdown.ts';

const html = (text: string) => markdownHtml(text, 4);

describe('what a note may carry', () => {
	test('emphasis, lists, quotes, tables and line breaks', () => {
		expect(html('**calme** et *fatigué*\nà la fin')).toBe(
			'<p><strong>calme</strong> et <em>fatigué</em><br>\nà la fin</p>\n',
		);
		expect(html('- un\n- deux')).toBe('<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n');
		expect(html('> ses mots')).toContain('<blockquote>');
		expect(html('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<td>2</td>');
	});
	test('headings below those of the page', () => {
		expect(html('# Suivi')).toBe('<h5>Suivi</h5>\n');
		expect(html('### Plus bas')).toBe('<h6>Plus bas</h6>\n');
	});
	test('what is written as words stays as it is written', () => {
		expect(html('Elle dit : 2 < 3 & « oui ».')).toBe('<p>Elle dit : 2 &lt; 3 &amp; « oui ».</p>\n');
		expect(html('    décalé')).toBe('<p>décalé</p>\n');
	});
});

describe('what comes out as text', () => {
	const live = /<(?!\/?(p|h5|h6|ul|ol|li|em|strong|br|blockquote|code|pre)\b)/;
	test.each([
		['a script', '<script>alert(1)</script>', '&lt;script&gt;'],
		['an event', '<img src=x onerror=alert(1)>', '&lt;img'],
		['a link that runs', '[ici](javascript:alert(1))', '[ici](javascript:alert(1))'],
		['a link that leaves', '[ici](https://exemple.ca/?q=Nom)', '[ici](https://exemple.ca/?q=Nom)'],
		['an address', 'https://exemple.ca et <https://exemple.ca>', '&lt;https://exemple.ca&gt;'],
		['a picture', '![x](https://exemple.ca/a.png)', '![x](https://exemple.ca/a.png)'],
		['a reference', '[x][1]\n\n[1]: https://exemple.ca', '[1]: https://exemple.ca'],
		['an entity', '&lt;script&gt;', '&amp;lt;script'],
	])('%s', (_, text, shown) => {
		expect(html(text)).toContain(shown);
		expect(html(text)).not.toMatch(live);
		expect(html(text)).not.toMatch(/href=|src="/);
	});
});
