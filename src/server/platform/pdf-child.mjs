// One document, then it ends and forgets the words: JSON on its input, the bytes of a tagged PDF on its output.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const require = createRequire(import.meta.url);

/** The compiler made for this machine, among those that were installed; said by its own end where there is none. */
function compilerHere() {
	const { platform, arch } = process;
	const kinds = platform === 'linux' ? ['-gnu', '-musl'] : platform === 'win32' ? ['-msvc'] : [''];
	for (const kind of kinds) {
		try {
			return require(`@myriaddreamin/typst-ts-node-compiler-${platform}-${arch}${kind}`).NodeCompiler;
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'MODULE_NOT_FOUND') throw error;
		}
	}
	process.exit(3);
}
const font = (/** @type {string} */ style) =>
	readFileSync(require.resolve(`@expo-google-fonts/atkinson-hyperlegible/${style}/AtkinsonHyperlegible_${style}.ttf`));

const compiler = compilerHere().create({
	workspace: import.meta.dirname,
	fontArgs: [{ fontBlobs: [font('400Regular'), font('700Bold')] }],
});
const mainFileContent = readFileSync(join(import.meta.dirname, 'pdf.typ'), 'utf8');

/** Characters that no font here can show, as the compiler names them. */
function unshown(/** @type {unknown} */ error) {
	const named = String(error instanceof Error ? error.message : error).matchAll(/the text `\\?"(.+?)\\?"` could not/g);
	return [...named].flatMap(([, said = '']) => [
		...said.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16))),
	]);
}

/** @type {(document: string, tries?: number) => Uint8Array} */
function pdfOf(document, tries = 4) {
	const { result } = compiler.compile({ mainFileContent, inputs: { document } });
	if (!result) throw new Error('the document does not compile');
	try {
		return compiler.pdf(result, { pdfStandard: 'ua-1' });
	} catch (error) {
		const absent = new Set(unshown(error).filter((c) => !/[ -~]/.test(c)));
		if (absent.size === 0 || tries === 0) throw error;
		// Said by its number rather than left out: nothing that was written is lost.
		const readable = (/** @type {unknown} */ value) =>
			typeof value !== 'string'
				? value
				: [...value]
						.map((c) => (absent.has(c) ? `[U+${c.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]` : c))
						.join('');
		return pdfOf(JSON.stringify(JSON.parse(document, (_, value) => readable(value))), tries - 1);
	}
}

process.stdout.write(pdfOf(await text(process.stdin)));
