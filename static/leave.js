// Quick exit, and the help page kept for when there is no network. Loaded on every page, before and without the rest.
const language = document.documentElement.lang === 'en' ? 'en' : 'fr';
const neutral = `/${language}/calendar`;
const left = 'left';
const link = () => document.querySelector('[data-leave]');

/** Some browsers refuse storage; the exit must work all the same. */
const memory = {
	get() {
		try {
			return sessionStorage.getItem(left);
		} catch {
			return null;
		}
	},
	set(there) {
		try {
			there ? sessionStorage.setItem(left, '1') : sessionStorage.removeItem(left);
		} catch {
			// Nothing to remember with.
		}
	},
};

/** Hide at once, then put the neutral page in the place of this one in the tab's history. */
const leave = () => {
	document.documentElement.hidden = true;
	document.title = '…';
	memory.set(true);
	location.replace(neutral);
};

/** After an exit, the tab's « back » leads to the neutral page; a new visit opens as usual. */
const whenShown = (again) => {
	const isNeutral = /^\/(fr|en)\/calendar$/.test(location.pathname);
	if (isNeutral || !memory.get()) return;
	if (again || performance.getEntriesByType('navigation')[0]?.type === 'back_forward') leave();
	else memory.set(false);
};
whenShown(false);
addEventListener('pageshow', (event) => event.persisted && whenShown(true));

addEventListener(
	'click',
	(event) => {
		if (!event.target.closest?.('[data-leave]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		leave();
	},
	true,
);

let lastEscape = Number.NEGATIVE_INFINITY;
addEventListener(
	'keydown',
	(event) => {
		if (event.key !== 'Escape' || event.repeat || !link()) return;
		if (event.timeStamp - lastEscape < 1000) leave();
		lastEscape = event.timeStamp;
	},
	true,
);

/** Plans that a person kept on this device go with their session: when they sign out, or come back to the door. */
const forgetPlans = async () => {
	await caches.delete('plans');
	for (const registration of await navigator.serviceWorker.getRegistrations())
		if (registration.scope.endsWith('/plans')) await registration.unregister();
};
if ('serviceWorker' in navigator && 'caches' in window) {
	if (/^\/(fr|en)\/sign-in/.test(location.pathname)) void forgetPlans();
	addEventListener('submit', (event) => event.target.action.includes('/sign-in?/out') && void forgetPlans());
}

const kept = `/${language}/help`;
if (location.pathname === kept && 'serviceWorker' in navigator)
	navigator.serviceWorker.register('/service-worker.js', { scope: kept, type: 'module' });
