/** How the line to one person is, in words a person can act on. */
export type Quality = 'good' | 'fair' | 'weak' | 'lost';

/** Whether voice and picture go straight to the other person or through the relay, which hides the two addresses. */
export type Path = 'direct' | 'relayed' | 'unknown';

/** What one look at a connection shows; times in seconds. */
export type Sample = {
	readonly received: number;
	readonly lost: number;
	readonly jitter: number;
	readonly roundTrip: number;
	readonly path: Path;
};

type Report = Pick<RTCStatsReport, 'get' | 'forEach'>;
type Stat = {
	readonly id: string;
	readonly type: string;
	readonly selectedCandidatePairId?: string;
	readonly nominated?: boolean;
	readonly state?: string;
	readonly localCandidateId?: string;
	readonly remoteCandidateId?: string;
	readonly candidateType?: string;
	readonly currentRoundTripTime?: number;
	readonly kind?: string;
	readonly packetsReceived?: number;
	readonly packetsLost?: number;
	readonly jitter?: number;
};

/** The pair in use: the transport names it, except in Firefox, where the nominated one is it. */
const pairInUse = (report: Report, stats: readonly Stat[]): Stat | undefined => {
	const named = stats.find(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId);
	if (named?.selectedCandidatePairId) return report.get(named.selectedCandidatePairId) as Stat | undefined;
	return stats.find(({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded');
};

const pathOf = (report: Report, pair: Stat | undefined): Path => {
	if (!pair?.localCandidateId || !pair.remoteCandidateId) return 'unknown';
	const ends = [pair.localCandidateId, pair.remoteCandidateId].map(
		(id) => (report.get(id) as Stat | undefined)?.candidateType,
	);
	return ends.includes('relay') ? 'relayed' : 'direct';
};

/** Reads what matters out of `getStats()`. */
export const sampleOf = (report: Report): Sample => {
	const stats: Stat[] = [];
	report.forEach((stat: Stat) => void stats.push(stat));
	const incoming = stats.filter(({ type }) => type === 'inbound-rtp');
	const pair = pairInUse(report, stats);
	const sum = (pick: (stat: Stat) => number | undefined) =>
		incoming.reduce((total, stat) => total + (pick(stat) ?? 0), 0);
	return {
		received: sum(({ packetsReceived }) => packetsReceived),
		lost: sum(({ packetsLost }) => packetsLost),
		jitter: Math.max(0, ...incoming.filter(({ kind }) => kind === 'audio').map(({ jitter }) => jitter ?? 0)),
		roundTrip: pair?.currentRoundTripTime ?? 0,
		path: pathOf(report, pair),
	};
};

/** What is known of the two ends: is there a path, and does the other say they send anything? */
export type Ends = { readonly connected: boolean; readonly sending: boolean };

/**
 * Judges the line between two looks. The limits are where talk suffers: above 3 % loss or 300 ms one asks again now and
 * then, above 10 % or 700 ms one talks at the same time.
 */
export const judge = (now: Sample, before: Sample | undefined, { connected, sending }: Ends): Quality => {
	if (!connected) return 'lost';
	const received = now.received - (before?.received ?? 0);
	const lost = Math.max(0, now.lost - (before?.lost ?? 0));
	if (sending && before && before.received > 0 && received === 0) return 'lost';
	const share = received + lost === 0 ? 0 : lost / (received + lost);
	if (share > 0.1 || now.roundTrip > 0.7 || now.jitter > 0.1) return 'weak';
	if (share > 0.03 || now.roundTrip > 0.3 || now.jitter > 0.04) return 'fair';
	return 'good';
};
