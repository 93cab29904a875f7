import type { Signal } from './signalling.ts';

/** A description carries its offer's number, so that a late answer is never taken for the answer to a newer offer. */
type Description = NonNullable<Signal['description']>;

/** What a negotiation needs to know of its connection and of its two ends. */
export type NegotiationSettings = {
	readonly pc: RTCPeerConnection;
	/** On a collision, the polite side gives way. */
	readonly polite: boolean;
	/** How many offers of ours were made before. */
	readonly begun: number;
	readonly post: (signal: Signal) => void;
	/** Changes a description on its way out and in. */
	readonly dress: (sdp: string) => string;
	/** Says whether a description comes from the browser we began with; false is never applied. */
	readonly trusted: (sdp: string) => boolean;
	/** Prepares our side when an offer has been applied and before it is answered. */
	readonly answering: () => void;
};

/** "Perfect negotiation": either side may change what is sent at any time, collisions mend themselves. */
export const negotiate = ({ pc, polite, begun, post, dress, trusted, answering }: NegotiationSettings) => {
	let making = false;
	let ignoring = false;
	let number = begun;
	let queue: Promise<unknown> = Promise.resolve();

	const postLocal = () => {
		const local = pc.localDescription;
		if (local?.type !== 'offer' && local?.type !== 'answer') return;
		post({ description: { type: local.type, sdp: dress(local.sdp), number } });
	};

	const describe = async (answers?: number) => {
		await pc.setLocalDescription();
		number = answers ?? number + 1;
		postLocal();
	};

	const offer = async () => {
		making = true;
		await describe().finally(() => {
			making = false;
		});
	};

	const takeOffer = async ({ sdp, number: theirs }: Description) => {
		ignoring = !polite && (making || pc.signalingState !== 'stable');
		if (ignoring) return;
		await pc.setRemoteDescription({ type: 'offer', sdp: dress(sdp) });
		answering();
		await describe(theirs);
	};

	const takeAnswer = async ({ sdp, number: theirs }: Description) => {
		if (theirs !== number || pc.signalingState !== 'have-local-offer') return;
		await pc.setRemoteDescription({ type: 'answer', sdp: dress(sdp) });
	};

	const take = async ({ description, candidate }: Signal) => {
		if (pc.signalingState === 'closed') return;
		if (description && trusted(description.sdp)) {
			await (description.type === 'offer' ? takeOffer(description) : takeAnswer(description));
		} else if (candidate && pc.remoteDescription) {
			await pc.addIceCandidate(candidate);
		}
	};

	// A signal that cannot be applied belongs to an exchange that has been given up; the next restart replaces it.
	const inTurn = (task: () => Promise<unknown>) => {
		queue = queue.then(task).catch(() => {});
	};

	pc.onnegotiationneeded = () => void offer().catch(() => {});
	pc.onicecandidate = ({ candidate }) => {
		if (candidate) post({ candidate: candidate.toJSON() });
	};

	return {
		/** Takes a signal of the other side, strictly in order. */
		receive: (signal: Signal) => inTurn(() => take(signal)),
		/**
		 * Looks for a new path. An offer that was never answered is taken back first, or nothing new would leave; the very
		 * first one is said again instead: taken back before a path was ever found, it leaves Chromium without candidates.
		 */
		restart: () =>
			inTurn(async () => {
				const unanswered = pc.signalingState === 'have-local-offer';
				// Nothing begun on our side: the first offer is the newcomer's.
				if (!pc.currentRemoteDescription) return unanswered ? postLocal() : undefined;
				if (unanswered) await pc.setLocalDescription({ type: 'rollback' });
				pc.restartIce();
			}),
	};
};
