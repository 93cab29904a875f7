import { expect } from 'vitest';
import type { PostOffice } from '#server/journal/deliver.ts';
import { relayOnce } from '#server/journal/relay.ts';
import { openLog } from '#server/platform/log.ts';
import type { HttpPath } from './http-path.ts';
import { mailServer, mailTo } from './mail.ts';

/** What really reached somebody's mailbox: asked again until that many letters did. */
export async function mailOf(path: HttpPath, to: string) {
	const smtp = await mailServer();
	const post: PostOffice = { mail: mailTo(smtp.url), originOf: () => path.origin, log: openLog({ level: 'silent' }) };
	const mine = () => smtp.taken.filter((t) => t.to[0]?.startsWith(to));
	const after = async (count: number) => {
		const look = async () => {
			await relayOnce(path.world, post, path.practice.id);
			return mine().length;
		};
		await expect.poll(look, { timeout: 15_000 }).toBeGreaterThanOrEqual(count);
		expect(mine()).toHaveLength(count);
		return mine();
	};
	return { after };
}
