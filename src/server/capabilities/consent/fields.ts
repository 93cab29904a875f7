import { z } from 'zod';

/** The key of a document or of a clause. A name that every object has (`constructor`) would be found among texts that hold nothing by it. */
export const keyField = z
	.string('field.choice')
	.regex(/^[a-zA-Z0-9.]{1,40}$/, 'field.choice')
	.refine((k) => !(k in {}), 'field.choice');
/** The number of a version that was handed. */
export const versionField = z.number('field.number').int('field.number').min(1, 'field.number');
