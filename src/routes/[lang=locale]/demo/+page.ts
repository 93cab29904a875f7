/** A page that needs no script of its own. */
export const csr = false;
