/** Keeps the help page, and it alone, for when there is no network. Registered by `static/leave.js` for that page only. */
const worker = self as unknown as ServiceWorkerGlobalScope;
const kept = 'help';
/** What a page is made of besides its text; nothing else is ever answered for. */
const looks: readonly string[] = ['style', 'font', 'script', 'image'];
const isHelp = (url: string): boolean => /^\/(fr|en)\/help$/.test(new URL(url).pathname);

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
	if (!fresh.ok) return;
	const cache = await caches.open(kept);
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
	const first = fetch(page, { credentials: 'omit' }).then((fresh) => keep(page, fresh));
	event.waitUntil(Promise.all([worker.skipWaiting(), first]));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const isMine = request.mode === 'navigate' ? isHelp(request.url) : looks.includes(request.destination);
	if (request.method === 'GET' && isMine) event.respondWith(answer(event));
});
