import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';

/** One import of a module: `to` is a path under src/ for our own modules, a package name for others. */
export type Import = { readonly to: string; readonly isOurs: boolean; readonly isType: boolean };
/** What the rules look at: where a module lies, what it imports, and what it reaches for by itself. */
export type Module = {
	readonly path: string;
	readonly imports: readonly Import[];
	readonly reaches: readonly string[];
};

/** Every source module under a folder, tests, what only they use, and declarations left out; paths are written with `/`, from that folder. */
export function readTree(root: string): readonly Module[] {
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.map((name) => relative(root, join(root, name)).replaceAll('\\', '/'))
		.filter((path) => /\.(ts|svelte)$/.test(path) && !/\.(test|harness|samples|d)\.ts$/.test(path))
		.map((path) => readModule(path, readFileSync(join(root, path), 'utf8')));
}

/** Reads one module by the compiler's own parser, so that comments and strings are never taken for code. */
export function readModule(path: string, text: string): Module {
	const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
	const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
	const imports: Import[] = [];
	const reaches = new Set<string>();
	const visit = (node: ts.Node): void => {
		const found = importOf(node);
		if (found) imports.push({ ...resolve(path, found.to), isType: found.isType });
		for (const reach of reachesOf(node)) reaches.add(reach);
		node.forEachChild(visit);
	};
	visit(file);
	return { path, imports, reaches: [...reaches] };
}

const scriptsOf = (text: string): string =>
	[...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n');

function resolve(from: string, to: string): { readonly to: string; readonly isOurs: boolean } {
	if (to.startsWith('.')) return { to: posix.normalize(posix.join(dirname(from), to)), isOurs: true };
	return /^#(server|words|ui)\//.test(to) ? { to: to.slice(1), isOurs: true } : { to, isOurs: false };
}

function importOf(node: ts.Node): { readonly to: string; readonly isType: boolean } | undefined {
	if (ts.isImportDeclaration(node)) return { to: textOf(node.moduleSpecifier), isType: isTypeOnly(node.importClause) };
	if (ts.isExportDeclaration(node) && node.moduleSpecifier)
		return { to: textOf(node.moduleSpecifier), isType: node.isTypeOnly || isTypesOnly(node.exportClause) };
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
		return { to: textOf(node.argument.literal), isType: true };
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
		return { to: textOf(node.arguments[0]), isType: false };
	return undefined;
}

const textOf = (node: ts.Node): string => (ts.isStringLiteralLike(node) ? node.text : node.getText());

const isTypeOnly = (clause: ts.ImportClause | undefined): boolean =>
	clause !== undefined &&
	(clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause.name && isTypesOnly(clause.namedBindings)));

function isTypesOnly(names: ts.Node | undefined): boolean {
	if (!names || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return false;
	return names.elements.length > 0 && [...names.elements].every((element) => element.isTypeOnly);
}

const watched = new Set([
	'Date.now',
	'process.env',
	'Math.random',
	'crypto.randomUUID',
	'Temporal.Now',
	'performance.now',
]);
// In one case throughout, as SQL is written; a sentence that begins with "Select" or "Update" is not SQL.
const clauses =
	'insert into \\w|update \\w+ set |delete from \\w|select [^;]* from \\w+( (where|join|order|limit|group)|`|$)';
const statement = new RegExp(`^.?(${clauses}|${clauses.toUpperCase().replaceAll('\\W', '\\w')})`);
const writesEntry = /\b(insert\s+into|update|delete\s+from|truncate)\s+("?\w+"?\.)?"?entry"?(?![\w-])/i;
const writers = new Set(['insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto']);

/** The clock, chance, the environment, the network, SQL, and writing to the journal's own table. */
function* reachesOf(node: ts.Node): Generator<string> {
	if (ts.isPropertyAccessExpression(node) && watched.has(node.getText())) yield node.getText();
	if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) yield 'new Date()';
	if (ts.isIdentifier(node) && node.text === 'randomUUID') yield 'randomUUID';
	if (ts.isCallExpression(node)) yield* callReaches(node);
	if (ts.isTaggedTemplateExpression(node) && node.tag.getText().startsWith('sql')) {
		yield 'SQL';
		if (writesEntry.test(node.template.getText())) yield 'writes entry';
	} else if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
		if (statement.test(node.getText().replace(/\s+/g, ' '))) yield 'SQL';
		if (writesEntry.test(node.getText())) yield 'writes entry';
	}
}

function* callReaches(node: ts.CallExpression): Generator<string> {
	const [first] = node.arguments;
	if (ts.isIdentifier(node.expression) && node.expression.text === 'fetch') yield 'fetch';
	if (ts.isIdentifier(node.expression) && node.expression.text === 'Date') yield 'new Date()';
	if (!ts.isPropertyAccessExpression(node.expression) || !writers.has(node.expression.name.text)) return;
	yield 'SQL';
	if (first && ts.isStringLiteralLike(first) && /(^|\.)entry$/.test(first.text)) yield 'writes entry';
}
