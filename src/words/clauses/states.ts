/** The storage that a notice states, as one text: compared with the running system's, so that the two cannot differ. */
export const canonicalStorage = (storage: {
	readonly place: string;
	readonly provider: string;
	readonly territory: string;
	readonly encrypted: boolean;
	readonly backup: string;
}): string =>
	[storage.place, storage.provider, storage.territory, storage.encrypted ? 'encrypted' : 'plain', storage.backup].join(
		' | ',
	);
