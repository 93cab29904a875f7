/** What a browser says it is, in the two names a person knows; nothing finer is kept. */
export interface Device {
	readonly browser: string | undefined;
	readonly system: string | undefined;
}

// The order matters: most browsers also say the name of another one.
const browsers = [
	[/Edg(A|iOS)?\//, 'Edge'],
	[/OPR\//, 'Opera'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/(Firefox|FxiOS)\//, 'Firefox'],
	[/(Chrome|CriOS|Chromium)\//, 'Chrome'],
	[/Safari\//, 'Safari'],
] as const;
const systems = [
	[/iPhone/, 'iPhone'],
	[/iPad/, 'iPad'],
	[/Android/, 'Android'],
	[/CrOS/, 'ChromeOS'],
	[/Windows/, 'Windows'],
	[/Mac OS X|Macintosh/, 'Mac'],
	[/Linux/, 'Linux'],
] as const;

const first = (list: readonly (readonly [RegExp, string])[], agent: string) =>
	list.find(([mark]) => mark.test(agent))?.[1];

/** Read it from the user agent header. */
export const deviceOf = (agent: string): Device => ({ browser: first(browsers, agent), system: first(systems, agent) });
