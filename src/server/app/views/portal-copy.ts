import type { ClauseWords } from '#server/kernel/field.ts';
import { answerWords } from '#words/answers.ts';
import { momentText } from '#words/dates.ts';
import type { Locale } from '#words/i18n.ts';
import { languageName } from '#words/languages.ts';
import { signedWords } from '#words/reading.ts';
import { translatingWords } from '#words/translating.ts';
import type { Signed } from './portal-signed.ts';

type Text = ClauseWords['text'];

const lines = (text: Text): readonly string[] =>
	text.flatMap((block) => {
		if (typeof block === 'string') return [block];
		return 'contact' in block ? block.contact.map((l) => `  ${l}`) : block.map((l) => `- ${l}`);
	});

/** A clause as lines of plain text. */
export const clauseLines = ({ title, text, parts = [] }: ClauseWords): readonly string[] => [
	'',
	title.toUpperCase(),
	...lines(text),
	...parts.flatMap((p) => ['', p.title, ...lines(p.text)]),
];

const readIn = (code: string | undefined, lang: Locale): readonly string[] =>
	code === undefined ? [] : [translatingWords(lang).readIn({ language: languageName(code, lang) })];

/** What was signed, as plain text to keep: the words, who, when, how, and the whole receipt. */
export function copyOf(signed: Signed, { lang, zone }: { readonly lang: Locale; readonly zone: string }): string {
	const words = signedWords(lang);
	const { receipt } = signed;
	const when = (at: number): string => momentText(lang, at, zone);
	const colon = lang === 'fr' ? '\u00a0:' : ':';
	const head = [
		`${words.who}${colon} ${signed.person}`,
		`${words.when}${colon} ${when(signed.at)}`,
		`${words.how}${colon} ${words.means({ means: signed.means })}`,
		...(signed.signedBy === undefined ? [] : [words.byOther({ name: signed.signedBy })]),
		...(signed.writtenDownBy === undefined ? [] : [words.writtenBy({ name: signed.writtenDownBy })]),
		...(signed.except.length === 0 ? [] : [`${answerWords(lang).except} ${signed.except.join(', ')}`]),
		...(signed.withdrawnAt === undefined ? [] : [words.withdrawn({ when: when(signed.withdrawnAt) })]),
	];
	const texts = signed.texts.flatMap((t) => [
		'',
		'='.repeat(60),
		`${t.title} (${[words.version({ n: t.version }), ...readIn(signed.readIn[t.key], lang)].join(', ')})`,
		...t.clauses.flatMap(clauseLines),
	]);
	const proof = receipt
		? [
				'',
				'='.repeat(60),
				words.proof,
				words.proofText,
				'',
				`${words.entry}${colon} ${receipt.entryHash}`,
				`${words.root}${colon} ${receipt.latest.root}`,
				'',
				JSON.stringify(receipt),
			]
		: [];
	return `${[...head, ...texts, ...proof].join('\n')}\n`;
}
