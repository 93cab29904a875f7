/** A time during which the line was cut, in milliseconds since 1970; `until` is absent while it lasts. */
export type Cut = { readonly since: number; readonly until?: number; readonly cause: 'network' | 'other-side' };

/** The line as the page sees it now: our own to the server, and whether the others can be heard. */
export type Line = { readonly server: 'up' | 'down'; readonly others: 'none' | 'heard' | 'lost' };

/** What was agreed for a cut; known to the page before anything is cut. */
export type InterruptionPlan = {
	/** The other person's number, as it is read; empty when none is known. */
	readonly phone: string;
	/** Nobody has shown yet that this number is theirs: it is called all the same. */
	readonly unverified?: true;
	/** The other person's name. */
	readonly name: string;
	/** Who calls when the line does not come back. */
	readonly caller: 'me' | 'other';
	/** After how many minutes. */
	readonly minutes: number;
	/** The number at which they call back, as it is read. */
	readonly callBack?: string;
	/** What else was agreed, in the practitioner's words. */
	readonly otherwise?: string;
};

/** Where cuts wait until they have been reported. */
export type CutStore = { readonly read: () => readonly Cut[]; readonly write: (cuts: readonly Cut[]) => void };

/** Keeps cuts in this tab, so that a page opened again after a cut still reports it. */
export const tabStore = (room: string): CutStore => {
	const key = `balise.cuts.${room}`;
	return {
		read: () => JSON.parse(sessionStorage.getItem(key) ?? '[]') as Cut[],
		write: (cuts) =>
			cuts.length > 0 ? sessionStorage.setItem(key, JSON.stringify(cuts)) : sessionStorage.removeItem(key),
	};
};

/** The shortest cut worth showing, and the shortest worth telling, in milliseconds; a new path is usually found sooner. */
const shown = 2000;
const told = 5000;

/** The line as `Interruption` wants it, from what a call shows. */
export const lineOf = (view: {
	readonly line: 'up' | 'down';
	readonly members: readonly { readonly connected: boolean; readonly quality?: string | undefined }[];
}): Line => {
	const known = view.members.filter(({ quality }) => quality !== undefined);
	const lost = known.length > 0 && known.every(({ connected, quality }) => !connected || quality === 'lost');
	return { server: view.line, others: known.length === 0 ? 'none' : lost ? 'lost' : 'heard' };
};

const causeOf = ({ server, others }: Line): Cut['cause'] | undefined => {
	if (others === 'lost') return server === 'down' ? 'network' : 'other-side';
	return server === 'down' && others === 'none' ? 'network' : undefined;
};

/**
 * Notices cuts and reports each once the line is back; `report` answers whether it arrived, and is asked again until it did.
 */
export const watchCuts = (store: CutStore, report: (cut: Cut) => Promise<boolean>) => {
	let reporting = false;

	const open = () => store.read().find(({ until }) => until === undefined);
	const replace = (before: Cut, after: Cut | undefined) =>
		store.write(store.read().flatMap((cut) => (cut.since === before.since ? (after ? [after] : []) : [cut])));

	const reportAll = async () => {
		if (reporting) return;
		reporting = true;
		for (const cut of store.read()) {
			if (cut.until === undefined) continue;
			const done = cut.until - cut.since < told || (await report(cut).catch(() => false));
			if (!done) break;
			replace(cut, undefined);
		}
		reporting = false;
	};

	return {
		/** Takes the line as it is now; answers the cut that has lasted a moment, if any. */
		see: (line: Line, now: number): Cut | undefined => {
			const cause = causeOf(line);
			const cut = open();
			if (cause && !cut) store.write([...store.read(), { since: now, cause }]);
			if (!cause && cut) replace(cut, { ...cut, until: now });
			if (!cause && line.server === 'up') void reportAll();
			const lasting = open();
			return lasting && now - lasting.since >= shown ? lasting : undefined;
		},
	};
};
