import { outcome } from '#server/app/fhir/outcome.ts';
import { serveFhir } from '#server/app/fhir/serve.ts';
import type { RequestHandler } from './$types';

/** What other software reads of one file, with the secret that a disclosure gave it. */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
	const { app, practice } = locals;
	if (!practice) return outcome(404, 'There is nothing at this address.');
	const authorization = request.headers.get('authorization');
	return serveFhir(app.world, { practice: practice.id, authorization, path: params.path, url });
};

/** It is read, and never written. */
export const fallback: RequestHandler = () => outcome(405, 'This address is only read.');
