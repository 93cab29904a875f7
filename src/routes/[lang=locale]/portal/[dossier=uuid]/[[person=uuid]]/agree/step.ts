import type { FormAnswer, FormState } from '#server/app/http.ts';
import type { Frame } from '#server/app/views/portal.ts';

/** What every step towards a consent needs. */
export interface StepProps {
	readonly frame: Frame;
	readonly state: FormState;
	readonly answer: FormAnswer | null | undefined;
}
