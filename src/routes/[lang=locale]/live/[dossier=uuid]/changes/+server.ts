import { fileChanges } from '#server/app/changes.ts';
import type { RequestHandler } from './$types';

/** Says when something was written in this file, to those who read in it together. */
export const GET: RequestHandler = (event) => fileChanges(event);
