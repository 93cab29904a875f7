import { expect } from 'vitest';
import type { Actor } from '#server/kernel/act.ts';
import type { HttpPath } from '../support/http-path.ts';
import type { Client } from '../support/path.ts';

/** One person of a client, and the address of their pages. */
export const who = ({ dossier, persons }: Client, index = 0) => {
	const person = persons[index];
	if (!person) throw new Error('no such person');
	return { ...person, at: `/fr/portal/${dossier.id}`, dossier };
};

/** A page as it was read: its words without the tags, and the addresses it leads or sends to. */
export interface Seen {
	readonly text: string;
	readonly leads: readonly string[];
}

export const shows = (page: Seen, ...said: readonly string[]): void =>
	expect(said.filter((s) => !page.text.includes(s))).toEqual([]);
export const hides = (page: Seen, ...said: readonly (string | RegExp)[]): void =>
	expect(said.filter((s) => (typeof s === 'string' ? page.text.includes(s) : s.test(page.text)))).toEqual([]);
export const offers = (page: Seen, lead: string): boolean => page.leads.some((l) => l === lead || l.endsWith(lead));

/** What a person does with pages: open one, send one of its forms, and what the record then holds. */
export const visitor = (path: HttpPath) => ({
	seen: async (actor: Actor, address: string): Promise<Seen> => {
		const { status, text } = await path.page(actor, address);
		expect(status, address).toBe(200);
		const [, main = ''] = text.split('<main');
		const words = main.replace(/<!--.*?-->/g, '').replace(/<[^>]*>/g, ' ');
		return {
			text: words.replace(/[\s\u00a0]+/g, ' '),
			leads: [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map((m) => m[1] ?? ''),
		};
	},
	sends: async (actor: Actor, address: string, fields: Readonly<Record<string, string>>) => {
		const answer = await path.post(actor, address, fields);
		expect([200, 303], `${address} answered ${answer.status}`).toContain(answer.status);
		return answer;
	},
	own: async ({ dossier, id }: { readonly dossier: Client['dossier']; readonly id: string }) =>
		(await path.factsOf(dossier)).dossier.of(id),
});
