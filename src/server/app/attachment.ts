/** Bytes to keep, under a name that tells nothing; nothing in them may run, and nobody between keeps them. */
export const attachment = (bytes: Uint8Array<ArrayBuffer>, type: string, name: string): Response =>
	new Response(bytes, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store',
		},
	});
