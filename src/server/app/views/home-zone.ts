import type { Facts } from '#server/capabilities/index.ts';
import { zoneOf } from '#words/zones.ts';

/** The time zone of whoever answers for a file: times without a zone of their own are told in it. */
export const homeZone = ({ practitioner, practice }: Facts): string =>
	zoneOf(practitioner.practitioner.profile?.territory ?? practice.practice.profile?.territory);
