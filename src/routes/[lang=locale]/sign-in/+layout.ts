/** Whole from the server: what needs the device, passkeys, has its own small script. */
export const csr = false;
