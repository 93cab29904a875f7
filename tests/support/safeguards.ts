import { chmodSync, mkdirSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { poolOf } from '#server/platform/database.ts';
import type { TestApp } from './app.ts';
import { ask } from './ask.ts';
import type { HttpPath } from './http-path.ts';
import { type Client, openSession, request, startSession, walk } from './path.ts';

/** A word that stands nowhere else: in a name, a note, a message, on a sheet. */
export const WORD = 'Zanzibarine';
export const sheet = Buffer.from(`%PDF-1.7\n${WORD} sur papier\n%%EOF`);

/** Somebody in care whose name, note, message and paper all hold that word. */
export async function inCare(path: HttpPath, name: string): Promise<Client & { readonly person: string }> {
	const client = await request(path, { names: [name] });
	await walk(path, client);
	const session = await openSession(path, client);
	await startSession(path, client, session);
	const { actor, account } = path.practitioner;
	const person = client.persons[0]?.id ?? '';
	const does = (act: string, input: object) => path.does(actor, client.dossier, act, input);
	await does('session.end', { id: session });
	const body = { reason: `Elle parle de ${WORD}.`, course: `${WORD} revient souvent.`, plan: `Revoir ${WORD}.` };
	await does('note.sign', {
		session,
		body,
		happened: {},
		stillFits: 'yes',
		attests: [person],
		sources: [],
		authors: [account],
	});
	const thread = path.world.newId();
	await does('message.send', { thread, purpose: 'care', channel: 'portal', person, body: `À mardi, ${WORD}.` });
	await does('paper.scan', { person, of: 'other', content: sheet.toString('base64') });
	return { ...client, person };
}

/** The key file as somebody left it, then as it must be again. */
export async function withKeysAs(left: () => () => void, look: () => Promise<void>): Promise<void> {
	const mend = left();
	try {
		await look();
	} finally {
		mend();
	}
}
/** Others of the machine may read it. */
export const openedToOthers = (web: TestApp) => () => {
	const keys = web.env.BALISE_KEYS ?? '';
	chmodSync(keys, 0o644);
	return () => chmodSync(keys, 0o600);
};
/** Somebody moved it into the data, and left a link in its place. */
export const movedIntoTheData = (web: TestApp) => () => {
	const { BALISE_KEYS: keys = '', BALISE_DATA: data = '' } = web.env;
	mkdirSync(data, { recursive: true });
	const inside = join(data, 'keys.json');
	renameSync(keys, inside);
	symlinkSync(inside, keys);
	return () => {
		unlinkSync(keys);
		renameSync(inside, keys);
	};
};

/** Past every wall of the product, as an administrator of the database could. */
export async function byHand(web: TestApp, statement: string, values: readonly unknown[]): Promise<void> {
	const owner = poolOf({ url: web.env.DATABASE_URL ?? '' }, 1, 'owner');
	await owner.query(statement, [...values]);
	await owner.end();
}

/** A file chosen in the form of the page, as a browser sends it. */
export async function upload(path: HttpPath, client: Client, name: string, content: Buffer) {
	const edge = '----balise';
	const field = (key: string, value: string) =>
		`--${edge}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
	const head = `${field('person', client.persons[0]?.id ?? '')}${field('of', 'other')}--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
	const { account = '' } = path.practitioner;
	return ask(path.origin, `/fr/office/clients/${client.dossier.id}/papers?/scan`, {
		method: 'POST',
		headers: {
			'content-type': `multipart/form-data; boundary=${edge}`,
			accept: 'text/html',
			origin: path.origin,
			cookie: await path.web.forPractice(path.practice.id).cookie(account),
		},
		body: `${head}${content.toString('latin1')}\r\n--${edge}--\r\n`,
	});
}
