/** How long to wait, in milliseconds, before looking for a new path; the polite side leaves the other the first try. */
const patience = (state: RTCPeerConnectionState, polite: boolean): number | undefined => {
	switch (state) {
		case 'failed':
			return polite ? 1500 : 0;
		case 'disconnected':
			return polite ? 3000 : 1000;
		case 'connecting':
			return polite ? 14_000 : 12_000;
		case 'new':
			return 5000; // no answer at all: an offer or its answer was lost
		case 'connected':
		case 'closed':
			return undefined;
	}
};

/** Watches one connection and restarts it when its path is lost, for as long as it takes, whenever the server can be reached. */
export const watchOver = (pc: RTCPeerConnection, polite: boolean, restart: () => void) => {
	let reachable = true;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const tryAgain = () => {
		restart();
		timer = setTimeout(check, 4000);
	};
	const check = () => {
		clearTimeout(timer);
		const wait = patience(pc.connectionState, polite);
		if (reachable && wait !== undefined) timer = setTimeout(tryAgain, wait);
	};
	pc.addEventListener('connectionstatechange', check);
	check();

	return {
		/** Hears whether the server answers: without it no offer can pass, with it back nothing is worth waiting for. */
		line: (state: 'up' | 'down') => {
			const back = state === 'up' && !reachable;
			reachable = state === 'up';
			clearTimeout(timer);
			if (back && pc.connectionState !== 'connected' && pc.currentRemoteDescription) tryAgain();
			else check();
		},
		stop: () => {
			pc.removeEventListener('connectionstatechange', check);
			clearTimeout(timer);
		},
	};
};
