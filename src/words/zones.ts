import type { Territory } from './territories.ts';

/** The time zone most people of a place live in; a meeting keeps the zone it was agreed in. */
const zones: Readonly<Record<Territory, string>> = {
	QC: 'America/Toronto',
	NB: 'America/Moncton',
	ON: 'America/Toronto',
	NS: 'America/Halifax',
	PE: 'America/Halifax',
	NL: 'America/St_Johns',
	MB: 'America/Winnipeg',
	SK: 'America/Regina',
	AB: 'America/Edmonton',
	BC: 'America/Vancouver',
	YT: 'America/Whitehorse',
	NT: 'America/Yellowknife',
	NU: 'America/Iqaluit',
	US: 'America/New_York',
	OTHER: 'America/Toronto',
};

/** The zone in which dates of a file are read; Québec's when the place is not known. */
export const zoneOf = (territory: string | undefined): string =>
	Object.hasOwn(zones, territory ?? '') ? zones[territory as Territory] : zones.QC;
