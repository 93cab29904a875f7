/** A named place of the code that keeps a safeguard: `find` is replaced by `put`, where `STUBBED` is true while it is bitten. */
export interface Stub {
	readonly file: string;
	readonly find: string;
	readonly put: string;
}

/**
 * Safeguards that a practice cannot leave unmet: their norm reads what the running system does, so forcing the verdict
 * shows nothing. The bite takes the safeguard itself away, one place at a time; each must turn a test of the duty red.
 */
export const stubs: Readonly<Record<string, readonly Stub[]>> = {};
