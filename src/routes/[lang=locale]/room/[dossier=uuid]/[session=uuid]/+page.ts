import type { PageLoad } from './$types';

/** Each side of the door receives its own page and nothing of the other's: a telephone need not carry the office. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	Client: data.is === 'client' ? (await import('./Client.svelte')).default : undefined,
	Office: data.is === 'office' ? (await import('./Office.svelte')).default : undefined,
	Closed: data.is === 'closed' ? (await import('./Closed.svelte')).default : undefined,
});
