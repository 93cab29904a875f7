/** Camera, microphone and line are tried in the browser itself. */
export const csr = true;
