// Follows whoever reads with this person: the page is read anew when they go on. Without it, a link does the same.
const place = () => document.querySelector('[data-live]');
const typing = () => [...document.querySelectorAll('textarea')].some((area) => area.value !== area.defaultValue);

/** The same page as it is now. */
const fresh = async () => {
	const answer = await fetch(location.href.replace(/#.*/, ''), { headers: { Accept: 'text/html' } });
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
	return answer.ok ? page.querySelector('[data-live]') : null;
};

const follow = async () => {
	const [here, now] = [place(), await fresh()];
	if (!here || !now || here.dataset.at === now.dataset.at) return;
	const moved = here.querySelector('[data-moved]');
	// Words that were not sent yet are never taken away.
	if (typing() && moved) moved.hidden = false;
	else here.replaceWith(now);
};

if (place()) {
	const listen = () => {
		const source = new EventSource(place().dataset.live);
		source.addEventListener('changed', () => void follow().catch(() => {}));
		source.addEventListener('error', () => {
			if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
		});
		addEventListener('pagehide', () => source.close(), { once: true });
	};
	listen();
}
