/** A « not yet », ready to be shown: every text is already in the person's language. */
export interface RefusalView {
	/** What is missing, as it follows « Pas encore possible : … », for instance « il manque votre consentement ». */
	readonly title: string;
	/** Why, in one sentence. */
	readonly why?: string;
	/** The duties that said no, each with the address of its page. */
	readonly duties: readonly RefusalDuty[];
	/** The one thing that mends it from here. */
	readonly mend?: RefusalMend;
	/** What will be asked after this one. */
	readonly others?: readonly { readonly title: string; readonly duties: readonly RefusalDuty[] }[];
}

/** A duty beside a refusal: its number, its words, its page. */
export interface RefusalDuty {
	readonly id: string;
	readonly words: string;
	readonly href: string;
}

/** A link (`href`), or a form posted to `action` with hidden `fields`. */
export interface RefusalMend {
	readonly label: string;
	readonly href?: string;
	readonly action?: string;
	readonly fields?: Readonly<Record<string, string>>;
}
