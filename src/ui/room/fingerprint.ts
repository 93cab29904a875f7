/**
 * The one DTLS fingerprint a description announces; undefined when it announces none, several, or another hash.
 * Several would let a lying server show one and use another.
 */
export const fingerprintOf = (sdp: string): string | undefined => {
	const found = new Set(
		[...sdp.matchAll(/^a=fingerprint:(.*)$/gim)].map(([, value]) => (value ?? '').trim().toUpperCase()),
	);
	const [only] = found;
	return found.size === 1 && only?.startsWith('SHA-256 ') ? only.slice('SHA-256 '.length) : undefined;
};

/** The certificate of this browser for one meeting: one for all its connections, so that the group phrase covers every pair. */
export const makeCertificate = (): Promise<RTCCertificate> =>
	RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as EcKeyGenParams);

/** The fingerprint of a certificate of ours, read from an offer that is never sent (Firefox has no getFingerprints). */
export const fingerprintOfCertificate = async (certificate: RTCCertificate): Promise<string> => {
	const pc = new RTCPeerConnection({ certificates: [certificate] });
	pc.createDataChannel('fingerprint');
	const offer = await pc.createOffer();
	pc.close();
	const print = fingerprintOf(offer.sdp ?? '');
	if (!print) throw new Error('This browser announces no SHA-256 fingerprint.');
	return print;
};
