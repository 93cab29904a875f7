/** Public pages come whole from the server and need no script of their own. */
export const csr = false;
