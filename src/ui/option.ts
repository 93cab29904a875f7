/** One thing that can be chosen in a list, a set of radios or a set of checkboxes. */
export interface Option {
	readonly value: string;
	readonly label: string;
	readonly hint?: string;
	readonly disabled?: boolean;
	/** In a long list: the name under which it stands with others. */
	readonly group?: string;
}
