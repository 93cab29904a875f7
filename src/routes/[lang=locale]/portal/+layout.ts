/** A client's pages come whole from the server: forms post, nothing is loaded to run. */
export const csr = false;
