import { HOUR, MINUTE } from '#server/kernel/time.ts';
import { accept, agree, ask, givePlans, interview, reads, welcome } from '../path.ts';
import { type Person, personOf } from '../persons.ts';
import { book, type Meeting, meet } from '../sessions.ts';
import type { Story, Telling } from '../telling.ts';
import { interviewNote, isabelleHeard, notes, zoeHeard } from './family-words.ts';

/** Isabelle and Zoé, fifteen, who consents alone and has her own part; her mother pays. Zoé asked a question today. */
export async function tellFamily(story: Story): Promise<void> {
	const { calendar, as } = story;
	const by = as.genevieve;
	const anchor = calendar.last(4, 5);
	const first = anchor - 14 * (notes.length - 1);
	const place = { territory: 'QC', town: 'Québec' };
	const isabelle = personOf(story, 'isabelle', {
		roles: ['requester', 'beneficiary', 'payer'],
		place,
		phone: '418-555-0151',
		text: true,
		voiceMail: true,
		callFirst: true,
	});
	const zoe = personOf(story, 'zoe', { roles: ['beneficiary'], place, phone: '418-555-0152', text: true });
	const both = [isabelle, zoe];
	const file = await ask(story, {
		at: calendar.at(calendar.workday(first - 20), '12:25'),
		by: { assurance: 'none' },
		practitioner: by,
		persons: both,
		kind: 'family',
		label: 'Famille Fortin-Diallo',
		via: 'form',
		reason:
			'Ma fille de quinze ans ne veut plus aller à l’école le lundi et on ne se parle plus qu’à travers la porte. J’aimerais qu’elle ait quelqu’un à elle, et un moment pour nous deux.',
		prefers: 'either',
		territory: 'QC',
	});
	file.on(calendar.at(calendar.workday(first - 18), '16:40'));
	await welcome(file, by, { persons: both, means: 'Vidéo à deux ou à trois, messages dans un espace protégé' });
	const all: Meeting = { by, persons: both, mode: 'video', minutes: 75, territory: 'QC' };
	const alone: Meeting = { ...all, persons: [zoe], minutes: 50 };
	const door = await book(file, all, { at: calendar.at(first - 7, '16:30'), purpose: 'initialInterview' });
	file.on(calendar.at(first - 12, '19:30'));
	for (const person of both) await reads(file, person);
	await meet(file, all, {
		at: calendar.at(first - 7, '16:30'),
		appointment: door,
		purpose: 'initialInterview',
		meanwhile: async () => {
			await interview(file, by, { person: isabelle, heard: isabelleHeard(calendar.born(44, 12)), means: 'video' });
			await interview(file, by, { person: zoe, heard: zoeHeard(calendar.born(15, 140)), means: 'video' });
		},
		note: interviewNote,
		deferred: 'Première rencontre : l’évaluation préliminaire n’est pas encore signée.',
	});
	file.on(calendar.at(first - 6, '10:20'));
	await accept(file, by, {
		reasons: 'Les deux le veulent. Zoé sera seule dans sa chambre, un adulte dans une autre pièce.',
		conflict: 'Aucun autre dossier du cabinet ne les nomme.',
	});
	await givePlans(file, by, { person: isabelle, plan: isabelleHeard('').plan });
	await givePlans(file, by, { person: zoe, plan: zoeHeard('').plan });
	let next = await book(file, all, { at: calendar.at(first, '16:30') });
	file.on(calendar.at(first - 5, '20:15'));
	for (const person of both) await agree(file, person, { channels: ['video', 'portal', 'chat'], several: true });
	for (const [n, note] of notes.entries()) {
		const last = n === notes.length - 1;
		await meet(file, note.together ? all : alone, {
			at: calendar.at(first + 14 * n, '16:30'),
			appointment: next,
			note: { reason: note.reason, course: note.course, plan: note.plan },
			...(n === 0 && { first: true }),
		});
		const together = notes[n + 1]?.together === true;
		next = await book(file, together ? all : alone, {
			at: last ? calendar.at(1, '16:30') : calendar.at(first + 14 * (n + 1), '16:30'),
		});
	}
	await tellLately(file, zoe, anchor);
}

/** A few words of Zoé's own, and the question that waits for an answer before tomorrow. */
async function tellLately(file: Telling, { id, voice }: Person, anchor: number): Promise<void> {
	const { calendar, as, world } = file.story;
	const thread = world.newId();
	const body = (text: string) => ({ thread, purpose: 'care', channel: 'portal', body: text, person: id });
	file.on(calendar.at(anchor + 3, '17:10'));
	await file.does(
		voice.actor,
		'message.send',
		body('Exposé fait!! J’ai respiré comme on a dit. J’ai presque pas tremblé.'),
	);
	file.reads(voice.actor, 'portal.messages', id);
	file.on(calendar.at(anchor + 4, '08:50'));
	await file.does(as.genevieve, 'message.send', body('Bravo, Zoé. Tu me raconteras comment c’était. À bientôt.'));
	file.on(Math.max(file.now(), calendar.now - 3 * HOUR - 12 * MINUTE));
	await file.does(voice.actor, 'question.ask', {
		person: id,
		document: 'confidentiality',
		clause: 'agreement',
		text: 'Si ma mère demande de voir mon dossier, est-ce qu’elle peut lire ce que je vous dis quand on est juste nous deux?',
	});
	file.reads(voice.actor, 'portal.read', id);
}
