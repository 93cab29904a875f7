import type { StorageFacts } from './facts.ts';

/** The storage that a notice states, as one text: compared with the running system's, so that the two cannot differ. */
export const canonicalStorage = ({ place, provider = '', territory, encrypted, backup }: StorageFacts): string =>
	[
		place,
		provider,
		territory,
		encrypted ? 'encrypted' : 'plain',
		backup ? `${backup.territory} ${backup.encrypted}` : 'none',
	].join(' | ');
