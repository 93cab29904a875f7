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
export const stubs: Readonly<Record<string, readonly Stub[]>> = {
	'qc-3.02-b2': [
		{
			file: 'src/server/capabilities/accounts/password.ts',
			find: 'if (isBreached(text))',
			put: 'if (!STUBBED && isBreached(text))',
		},
		{
			file: 'src/server/capabilities/accounts/throttle.ts',
			find: 'if (until > at.now) return {',
			put: 'if (!STUBBED && until > at.now) return {',
		},
		{
			file: 'src/server/capabilities/accounts/sessions.ts',
			find: 'if (await isElsewhere(at, row, shown)) {',
			put: 'if (!STUBBED && (await isElsewhere(at, row, shown))) {',
		},
		{
			file: 'src/server/capabilities/accounts/cookies.ts',
			find: "return found.assurance === 'none' ?",
			put: "return found.assurance === 'none' && !STUBBED ?",
		},
		{
			file: 'src/server/capabilities/accounts/noting.ts',
			find: 'noteAccess(world, practice, { ...line, at',
			put: 'STUBBED ? Promise.resolve() : noteAccess(world, practice, { ...line, at',
		},
	],
};
