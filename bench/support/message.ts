import type { JournalRef } from '#server/kernel/journal.ts';
import type { Path } from '../../tests/support/path.ts';

const phrase = 'Une phrase de la vie de tous les jours, écrite sans hâte. ';

/** The words of a message: a little over 1,000 bytes. */
export const oneKilobyte = phrase.repeat(17).slice(0, 1000);

/** The practitioner writes to a client: the message that every bench of acts sends. */
export const write = (
	{ does, practitioner }: Path,
	file: JournalRef,
	{ thread, purpose = 'care' }: { readonly thread: string; readonly purpose?: string },
): Promise<unknown> =>
	does(practitioner.actor, file, 'message.send', { thread, purpose, channel: 'portal', body: oneKilobyte });
