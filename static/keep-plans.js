// A person's plans, kept on this device when they ask for it and until they sign out; on that page only.
const box = document.querySelector('[data-keep-plans]');
const scope = location.pathname;
const part = (name) => box.querySelector(`[data-${name}]`);

const show = (isKept) => {
	part('kept').hidden = !isKept;
	part('drop').hidden = !isKept;
	part('keep').hidden = isKept;
};

/** The browser's own answer, not ours: the page is really there. */
const isKept = async () => (await (await caches.open('plans')).match(location.href)) !== undefined;

const whenActive = (registration) =>
	new Promise((done) => {
		const worker = registration.installing ?? registration.waiting ?? registration.active;
		if (worker.state === 'activated') return done();
		worker.addEventListener('statechange', () => ['activated', 'redundant'].includes(worker.state) && done());
	});

const keep = async () => {
	const registration = await navigator.serviceWorker.register('/service-worker.js', { scope, type: 'module' });
	await whenActive(registration);
	show(await isKept());
};

const drop = async () => {
	await (await navigator.serviceWorker.getRegistration(scope))?.unregister();
	await caches.delete('plans');
	show(false);
};

if (box && 'serviceWorker' in navigator && 'caches' in window) {
	box.hidden = false;
	void isKept().then(show);
	part('keep').addEventListener('click', () => void keep());
	part('drop').addEventListener('click', () => void drop());
}
