// The way in: who a client is, from the request on, and no way in that leaves somebody out.
export {};
