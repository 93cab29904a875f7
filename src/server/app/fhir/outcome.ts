/** Why nothing is answered, as FHIR says it. */
const codes = {
	400: 'invalid',
	401: 'login',
	403: 'forbidden',
	404: 'not-found',
	405: 'not-supported',
} as const;
export type FhirStatus = keyof typeof codes;

const headers = { 'content-type': 'application/fhir+json; charset=utf-8', 'cache-control': 'no-store' };

/** A resource, as an answer. */
export const fhirJson = (resource: unknown, status = 200, more: Readonly<Record<string, string>> = {}): Response =>
	new Response(JSON.stringify(resource), { status, headers: { ...headers, ...more } });

/** A no, as an answer: it says what to mend, and nothing of any file. */
export const outcome = (status: FhirStatus, diagnostics: string): Response =>
	fhirJson(
		{ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: codes[status], diagnostics }] },
		status,
		{
			...(status === 401 && { 'www-authenticate': 'Bearer realm="fhir"' }),
			...(status === 405 && { allow: 'GET' }),
		},
	);
