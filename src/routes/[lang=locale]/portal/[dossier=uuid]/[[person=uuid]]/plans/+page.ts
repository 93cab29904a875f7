/** Text and one small script: what is kept on a device opens there by itself. */
export const csr = false;
