import MarkdownIt from 'markdown-it';

/** Emphasis, lists, quotes, headings, tables; no markup of one's own, no picture, and an address stays text. */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable([
	'link',
	'image',
	'autolink',
	'reference',
	'entity',
	'code',
	'html_block',
	'html_inline',
]);

/** Six levels of heading in all, and those of the page come first. */
const DEEPEST = 6;

/** A text as its author laid it out, safe to show; its own headings begin under that level of the page. */
export function markdownHtml(text: string, under: 2 | 3 | 4): string {
	const tokens = markdown.parse(text, {});
	for (const token of tokens) {
		// Columns are aligned by a style attribute, which no page of ours takes.
		token.attrs = null;
		if (token.type === 'heading_open' || token.type === 'heading_close')
			token.tag = `h${Math.min(DEEPEST, under + Number(token.tag.slice(1)))}`;
	}
	return markdown.renderer.render(tokens, markdown.options, {});
}
