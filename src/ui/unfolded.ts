/**
 * The attribute of a `<details>` that starts unfolded. Spread rather than bound: a bound `open` would fold again what
 * somebody unfolded while the page's scripts were still on their way.
 */
export const unfolded = (yes: boolean): { readonly open?: true } => (yes ? { open: true } : {});
