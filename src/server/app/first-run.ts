import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { dayField, emailField, lineField, phoneField } from '#server/kernel/field.ts';
import { isLoopback } from '#server/platform/config.ts';
import type { FirstRun } from './practices.ts';
import type { App } from './world.ts';

/** The first run is over once any practice exists that is not a demonstration, whatever host one asks. */
export const noPracticeYet = async ({ ownerPool }: Pick<App, 'ownerPool'>): Promise<boolean> =>
	(await ownerPool.query('select 1 from practice where not demo and opened_at is not null limit 1')).rowCount === 0;

/** On a host that others can reach, the first run needs the code that the terminal shows: eight digits, the same for every process. */
export async function setupCode({ config, ownerPool }: App): Promise<string | undefined> {
	if (isLoopback(new URL(config.origin).hostname)) return undefined;
	const { rows } = await ownerPool.query<{ secret: Buffer }>('select secret from live_secret');
	const digest = createHmac('sha256', rows[0]?.secret ?? Buffer.alloc(0))
		.update('first run')
		.digest();
	return String(digest.readUInt32BE() % 100_000_000).padStart(8, '0');
}

const form = z.object({
	name: lineField,
	title: lineField,
	order: z.enum(['OTSTCFQ', 'ATSNB'], 'field.choice'),
	email: emailField,
	permitNumber: lineField,
	permitFrom: dayField,
	permitUntil: dayField,
	practiceName: lineField,
	senderName: lineField,
	address: lineField,
	phone: phoneField,
	office: z.boolean().optional(),
});

/** The first run as it was typed; the wrong fields by name when it cannot be read. */
export function readFirstRun(
	input: unknown,
	language: 'fr' | 'en',
): FirstRun | { readonly fields: Readonly<Record<string, string>> } {
	const read = form.safeParse(input);
	if (!read.success) return { fields: Object.fromEntries(read.error.issues.map((i) => [i.path.join('.'), i.message])) };
	const f = read.data;
	if (f.permitFrom >= f.permitUntil) return { fields: { permitUntil: 'field.endBeforeStart' } };
	const territory = f.order === 'OTSTCFQ' ? 'QC' : 'NB';
	const common = { territory, address: f.address, phone: f.phone, email: f.email };
	return {
		slug: 'cabinet',
		demo: false,
		language,
		email: f.email,
		practice: { ...common, name: f.practiceName, senderName: f.senderName, solo: true },
		practitioner: { ...common, name: f.name, title: f.title, order: f.order, office: f.office ?? false },
		permit: { regulator: f.order, number: f.permitNumber, from: f.permitFrom, until: f.permitUntil },
	};
}
