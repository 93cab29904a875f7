/** A « not yet » of the way in, in the person's words. */
export interface NotYetView {
	readonly title: string;
	readonly why: string;
}

/** What a form of the way in gives back: which form, why not yet, what was typed. */
export interface DoorAnswer {
	readonly form: string;
	readonly notYet?: NotYetView;
	readonly values?: Readonly<Record<string, string>>;
	/** The word that it was done. */
	readonly done?: string;
	/** The address a code was sent to. */
	readonly sentTo?: string;
	/** Shown once. */
	readonly recoveryCodes?: readonly string[];
}
