import type { Import, Module } from './read.ts';

/** An import may only point to the left of this list (docs/ARCHITECTURE.md, "Arrows"). */
const order = ['kernel', 'law', 'platform', 'journal', 'capabilities', 'norms', 'app', 'routes'];
const composers = /^server\/capabilities\/(index|reactions)\.ts$/;
const pure =
	/^(words\/|server\/(kernel|law|norms)\/|server\/capabilities\/(reactions|\w[\w-]*\/(facts|acts|reactions))\.ts$)/;
const purePackages = /^zod(\/|$)/;
const doors = /^server\/journal\/(perform[\w-]*|append)\.ts$/;
const serverRoute = /(^|\/)(hooks\.server|\+(page|layout)\.server|\+server|[\w.-]+\.server)\.ts$/;

type Zone = 'words' | 'ui' | (typeof order)[number];

function zoneOf(path: string): Zone {
	const [top, level = ''] = path.split('/');
	if (top === 'words' || top === 'ui') return top;
	return top === 'server' ? level : 'routes';
}

const folderOf = (path: string): string => path.split('/').slice(0, 3).join('/');

type Rule = (module: Module) => readonly string[];

const pointsLeft: Rule = ({ path, imports }) =>
	ours(imports).flatMap(({ to }) => (mayPoint(path, to) ? [] : [`points up to ${to}`]));

function mayPoint(from: string, to: string): boolean {
	const [source, target] = [zoneOf(from), zoneOf(to)];
	if (target === 'words' || source === target) return true;
	if (source === 'words') return false;
	if (target === 'ui') return source === 'routes';
	return source === 'ui' ? target !== 'routes' : order.indexOf(target) <= order.indexOf(source);
}

const isAlone: Rule = ({ path, imports }) =>
	zoneOf(path) !== 'capabilities' || composers.test(path)
		? []
		: ours(imports)
				.filter(({ to }) => zoneOf(to) === 'capabilities' && folderOf(to) !== folderOf(path))
				.map(({ to }) => `reaches into ${to}`);

const isPure: Rule = ({ path, imports, reaches }) => {
	if (!pure.test(path)) return [];
	const wrong = imports.filter(
		({ to, isOurs, isType }) => !isType && (isOurs ? /^(platform|journal)$/.test(zoneOf(to)) : !purePackages.test(to)),
	);
	return [...wrong.map(({ to }) => `is pure but imports ${to}`), ...reaches.map((what) => `is pure but uses ${what}`)];
};

const timeAndSettings = /^(Date\.now|new Date\(\)|Temporal\.Now|process\.env)$/;
const leavesTheWorldToPlatform: Rule = ({ path, reaches }) =>
	(path.startsWith('server/') && zoneOf(path) !== 'platform') || serverRoute.test(path)
		? reaches.filter((what) => timeAndSettings.test(what)).map((what) => `uses ${what} outside platform/`)
		: [];

const leavesTheJournalAlone: Rule = ({ path, reaches }) =>
	reaches.includes('writes entry') && !doors.test(path) ? ['writes to the journal beside perform'] : [];

/** What the browser runs knows the server by its types alone. */
const takesTypesOnly: Rule = ({ path, imports }) =>
	path.startsWith('server/') || serverRoute.test(path)
		? []
		: ours(imports)
				.filter(({ to, isType }) => to.startsWith('server/') && !isType)
				.map(({ to }) => `takes values from ${to}`);

const ours = (imports: readonly Import[]) => imports.filter(({ isOurs }) => isOurs);

const rules = [pointsLeft, isAlone, isPure, leavesTheWorldToPlatform, leavesTheJournalAlone, takesTypesOnly];

/** Everything that is wrong in these modules, one line each. */
export const wrongs = (modules: readonly Module[]): readonly string[] =>
	modules.flatMap((module) => rules.flatMap((rule) => rule(module).map((wrong) => `${module.path} ${wrong}`)));
