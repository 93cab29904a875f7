import type { Actor } from '#server/kernel/act.ts';
import type { Instant } from '#server/kernel/time.ts';
import { accept, agree, givePlans, interview, isServed, reads, welcome } from './path.ts';
import type { Heard, Person } from './persons.ts';
import { book, type Held, type Meeting, meet, type Note } from './sessions.ts';
import type { Telling } from './telling.ts';

/** From the answer to a request to the consent of everyone: who, when, and what is particular to this file. */
export interface Beginning {
	readonly by: Actor;
	/** What each person who receives the service said of themself. */
	readonly heard: ReadonlyMap<Person, Heard>;
	readonly persons: readonly Person[];
	readonly means: string;
	readonly when: Readonly<Record<'answered' | 'read' | 'interview' | 'accepted' | 'first' | 'agreed', Instant>>;
	readonly interview: Meeting;
	/** The first service, agreed on when the file is accepted. */
	readonly first: Meeting;
	readonly note: Note;
	readonly deferred: string;
	readonly reasons: string;
	readonly conflict: string;
	readonly channels: readonly string[];
	readonly onceWelcomed?: () => Promise<void>;
	readonly onceRead?: () => Promise<void>;
	readonly beforeAnswer?: () => Promise<void>;
}

/** Tell it; answers the appointment of the first service. */
export async function begin(file: Telling, beginning: Beginning): Promise<string> {
	const { by, persons, heard, when, channels } = beginning;
	const served = persons.filter(isServed);
	file.on(when.answered);
	await welcome(file, by, beginning);
	await beginning.onceWelcomed?.();
	await meetFirst(file, beginning, served);
	file.on(when.accepted);
	await beginning.beforeAnswer?.();
	await accept(file, by, beginning);
	for (const [person, { plan }] of heard) await givePlans(file, by, { person, plan });
	const first = await book(file, beginning.first, { at: when.first });
	file.on(when.agreed);
	for (const person of served) await agree(file, person, { channels, several: served.length > 1 });
	return first;
}

/** They read, then meet for the first time: the initial interview, and its note. */
async function meetFirst(file: Telling, beginning: Beginning, served: readonly Person[]): Promise<void> {
	const { by, heard, when, note, deferred } = beginning;
	const appointment = await book(file, beginning.interview, { at: when.interview, purpose: 'initialInterview' });
	file.on(when.read);
	for (const person of served) await reads(file, person);
	await beginning.onceRead?.();
	const goThrough = async () => {
		for (const [person, said] of heard) await interview(file, by, { person, heard: said, means: 'video' });
	};
	const held = { at: when.interview, appointment, note, deferred, meanwhile: goThrough };
	await meet(file, beginning.interview, { ...held, purpose: 'initialInterview' });
}

/** One of several meetings. `bookedFor`: another time was agreed on first; `before` then answers the appointment that replaced it. */
export interface Step extends Omit<Held, 'appointment'> {
	readonly meeting: Meeting;
	readonly bookedFor?: Instant;
	readonly before?: (appointment: string) => Promise<string>;
	readonly after?: () => Promise<void>;
}

/** One meeting after another, each agreed on when the one before ends. Answers the appointment that is still to come. */
export async function series(
	file: Telling,
	first: string,
	{ steps, next }: { readonly steps: readonly Step[]; readonly next: Pick<Step, 'meeting' | 'at' | 'bookedFor'> },
): Promise<string> {
	let appointment = first;
	for (const [n, { meeting, before, after, bookedFor: _, ...held }] of steps.entries()) {
		appointment = (await before?.(appointment)) ?? appointment;
		await meet(file, meeting, { ...held, appointment, ...(n === 0 && { first: true }) });
		await after?.();
		const coming = steps[n + 1] ?? next;
		appointment = await book(file, coming.meeting, { at: coming.bookedFor ?? coming.at });
	}
	return appointment;
}
