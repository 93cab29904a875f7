import type { Component } from 'svelte';

/** One place of the navigation. */
export interface NavItem {
	readonly href: string;
	readonly label: string;
	readonly icon?: Component<{ size?: number | string; 'aria-hidden'?: 'true' }>;
	/** How many things wait there; nothing is shown for 0. */
	readonly count?: number;
}

/** Is this place the one being shown? The first place (`exact`) only when it is exactly this address. */
export const isHere = (item: NavItem, path: string, exact: boolean): boolean =>
	path === item.href || (!exact && path.startsWith(`${item.href}/`));
