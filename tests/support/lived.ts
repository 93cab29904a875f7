import { randomUUID } from 'node:crypto';
import { noteAccess } from '#server/journal/access.ts';
import { checkpoint } from '#server/journal/checkpoint.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
import type { TestServer } from './server.ts';
import { type Story, toyStory } from './story.ts';
import { done, type ToyFacts, toyModel } from './toy.ts';
import { type TestHouse, testHouse } from './world.ts';

/** A practice that has lived a little: two files with every kind of line and row, readings, checkpoints after each. */
export interface Lived {
	readonly house: TestHouse<ToyFacts>;
	readonly story: Story;
	/** The couple's file, and another of the same practitioner. */
	readonly dossier: JournalRef;
	readonly other: JournalRef;
	/** How many lines the couple's file has. */
	readonly length: number;
	/** A brief of the couple's file, as it was sealed a while ago. */
	readonly earlierBrief: Buffer;
}

/** Live it; roots are kept in the folder. */
export async function lived(server: TestServer, roots: string): Promise<Lived> {
	const house = await testHouse({ server, model: toyModel() });
	const { world, practice, ownerOne, clock } = house;
	const story = await toyStory(house);
	const { send, dossier, anne, luc, practitioner } = story;
	const say = async (text: string, part: string = JOINT, to = dossier) =>
		done(await send('message.send', to, { part, text }));
	const other = await story.openDossier();
	for (let i = 0; i < 14; i++) {
		await say(`line ${i}`, [JOINT, anne.person, luc.person][i % 3]);
		await say(`other ${i}`, JOINT, other);
	}
	for (const c of [anne, luc])
		done(await send('consent.give', dossier, { person: c.person, means: 'signature' }, { as: c.account }));
	done(await send('session.open', dossier, { id: randomUUID() }));
	done(await send('consent.withdraw', dossier, { person: luc.person }, { as: luc.account }));
	for (const start of [1000, 2000])
		done(await send('meeting.book', dossier, { id: randomUUID(), practitioner, start, end: start + 500 }));
	const { sealed: earlierBrief } = await ownerOne('select sealed from brief where journal_id = $1', [dossier.id]);
	for (let i = 0; i < 5; i++) {
		clock.advance(11 * 60_000);
		const subject = { journal: i % 2 ? dossier.id : other.id };
		await noteAccess(world, practice, {
			at: world.now(),
			account: practitioner,
			what: 'read dossier',
			outcome: 'done',
			subject,
		});
		await checkpoint(world, practice, roots);
		await say(`after checkpoint ${i}`);
	}
	await checkpoint(world, practice, roots);
	const { seq: length } = await ownerOne('select seq from journal where id = $1', [dossier.id]);
	return { house, story, dossier, other, length, earlierBrief };
}
