import type { FormAnswer, FormState } from '#server/app/http.ts';
import type { ChannelRow } from '#server/app/views/me.ts';

/** What each part of a channel is given. */
export interface Part {
	readonly row: ChannelRow;
	readonly state: FormState;
	readonly answer: FormAnswer | null | undefined;
	readonly day: (at: number) => string;
	/** Somebody is opening this channel right now: what is missing is shown unfolded. */
	readonly raised: boolean;
	/** Asked for by the practitioner's own order. */
	readonly asked: boolean;
}
