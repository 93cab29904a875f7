/** What the form of an invitation, or of a way back in, answers: the link and the secret, shown this once, or what stands in the way. */
export interface Invited {
	/** `invite`, or `restore:` and the account. */
	readonly form: string;
	readonly invited?: {
		readonly name: string;
		readonly link: string;
		readonly second: string;
		readonly until: number;
	};
	readonly notYet?: { readonly title: string; readonly why: string };
	readonly values?: {
		readonly name: string;
		readonly email: string;
		readonly language: string;
		readonly roles: readonly string[];
	};
}
