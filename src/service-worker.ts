/**
 * Keeps two pages for when there is no network, each in a place of its own: help, for everybody (registered by
 * `static/leave.js`), and a person's own plans, when they asked for it (`static/keep-plans.js`), until they sign out.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;
/** What a page is made of besides its text; nothing else is ever answered for. */
const looks: readonly string[] = ['style', 'font', 'script', 'image'];
const isHelp = (url: string): boolean => /^\/(fr|en)\/help$/.test(new URL(url).pathname);
const isPlans = (url: string): boolean =>
	/^\/(fr|en)\/portal\/[0-9a-f-]{36}(\/[0-9a-f-]{36})?\/plans$/.test(new URL(url).pathname);
const placeOf = (url: string): 'help' | 'plans' => (isPlans(url) ? 'plans' : 'help');

const named = (text: string, pattern: RegExp, base: string): readonly string[] =>
	[...text.matchAll(pattern)].map((found) => new URL(found[1] ?? '', base).href);

/** What a page asks for: the styles, script, icon and fonts named in it, and the fonts named in those styles. */
async function parts(text: string): Promise<readonly string[]> {
	const files = named(text, /(?:href|src)="([^"]+\.(?:css|js|woff2|svg))"/g, worker.registration.scope);
	const styles = files.filter((file) => file.endsWith('.css'));
	const fonts = await Promise.all(
		styles.map(async (style) => named(await (await fetch(style)).text(), /url\(["']?([^"')]+\.woff2)/g, style)),
	);
	return [...new Set([...files, ...fonts.flat()])];
}

/** Put a fresh copy of a help page in the place of the old one, and its parts beside it. */
async function keep(page: string, fresh: Response): Promise<void> {
	// Signed out, the page leads to the door: what was kept for whoever was signed in is not theirs to keep any more.
	if (isPlans(page) && (fresh.redirected || fresh.status === 404)) return void (await caches.delete('plans'));
	if (!fresh.ok) return;
	const cache = await caches.open(placeOf(page));
	await cache.addAll([...(await parts(await fresh.clone().text()))]);
	await cache.put(page, fresh);
}

/** The network first; what was kept when there is none, and the page for all places when that of one place is not. */
async function answer(event: FetchEvent): Promise<Response> {
	const { request } = event;
	try {
		const fresh = await fetch(request);
		if (request.mode === 'navigate') event.waitUntil(keep(request.url, fresh.clone()));
		return fresh;
	} catch (offline) {
		const found = await caches.match(request, { ignoreVary: true });
		const same = found ?? (await caches.match(request, { ignoreVary: true, ignoreSearch: true }));
		if (same) return same;
		throw offline;
	}
}

worker.addEventListener('install', (event) => {
	const page = worker.registration.scope;
	const first = fetch(page, { credentials: isPlans(page) ? 'same-origin' : 'omit' }).then((fresh) => keep(page, fresh));
	event.waitUntil(Promise.all([worker.skipWaiting(), first]));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const isMine =
		request.mode === 'navigate' ? isHelp(request.url) || isPlans(request.url) : looks.includes(request.destination);
	if (request.method === 'GET' && isMine) event.respondWith(answer(event));
});
