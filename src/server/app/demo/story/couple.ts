import { accept, agree, ask, givePlans, interview, reads, welcome } from '../path.ts';
import { type Person, personOf } from '../persons.ts';
import { book, type Meeting, meet } from '../sessions.ts';
import type { Story, Telling } from '../telling.ts';
import { danielHeard, interviewNote, maudeHeard, notes } from './couple-words.ts';

/** Maude in Québec, Daniel in New Brunswick: two places, two languages, each their own consent, and a private question. */
export async function tellCouple(story: Story): Promise<void> {
	const { calendar, as } = story;
	const by = as.genevieve;
	const anchor = calendar.last(3, 6);
	const first = anchor - 14 * (notes.length - 1);
	const maude = personOf(story, 'maude', {
		roles: ['requester', 'beneficiary', 'payer'],
		place: { territory: 'QC', town: 'Lévis' },
		phone: '418-555-0141',
		voiceMail: true,
		text: true,
	});
	const daniel = personOf(story, 'daniel', {
		roles: ['beneficiary'],
		place: { territory: 'NB', town: 'Fredericton' },
		phone: '506-555-0143',
		hours: 'After 5 p.m.',
		othersMayKnow: false,
	});
	const both = [maude, daniel];
	const file = await ask(story, {
		at: calendar.at(calendar.workday(first - 24), '11:40'),
		by: as.ines,
		practitioner: by,
		persons: both,
		kind: 'couple',
		label: 'Maude et Daniel',
		via: 'phone',
		reason:
			'Vivent à deux endroits depuis un an, pour le travail de Daniel. Se disputent surtout le dimanche soir, avant les départs. Veulent s’y prendre autrement avant que ça s’abîme.',
		prefers: 'remote',
		territory: 'QC',
		availability: 'Le mercredi après 18 h, heure du Québec',
	});
	file.on(calendar.at(calendar.workday(first - 22), '09:15'));
	await welcome(file, by, { persons: both, means: 'Vidéo à trois, chacun de son endroit' });
	const meeting: Meeting = { by, persons: both, mode: 'video', minutes: 75, territory: 'QC' };
	const door = await book(file, meeting, { at: calendar.at(first - 14, '18:30'), purpose: 'initialInterview' });
	file.on(calendar.at(first - 17, '20:30'));
	await reads(file, maude);
	file.on(calendar.at(first - 17, '21:40'));
	await reads(file, daniel);
	const question = await asksAlone(file, daniel);
	await meet(file, meeting, {
		at: calendar.at(first - 14, '18:30'),
		appointment: door,
		purpose: 'initialInterview',
		meanwhile: async () => {
			await interview(file, by, { person: maude, heard: maudeHeard(calendar.born(38, 210)), means: 'video' });
			await interview(file, by, { person: daniel, heard: danielHeard(calendar.born(40, 33)), means: 'video' });
		},
		note: interviewNote,
		deferred: 'Première rencontre : l’évaluation préliminaire n’est pas encore signée.',
	});
	file.on(calendar.at(first - 13, '09:30'));
	await isAnswered(file, daniel, question);
	await accept(file, by, {
		reasons: 'Aucune crainte ni contrainte, entendus séparément. La vidéo est la seule façon d’être trois.',
		conflict: 'Aucun autre dossier du cabinet ne les nomme.',
	});
	for (const [person, heard] of [
		[maude, maudeHeard],
		[daniel, danielHeard],
	] as const)
		await givePlans(file, by, { person, plan: heard('').plan });
	let next = await book(file, meeting, { at: calendar.at(first, '18:30') });
	file.on(calendar.at(first - 10, '20:00'));
	for (const person of both)
		await agree(file, person, { channels: ['video', 'telephone', 'portal', 'chat'], several: true });
	for (const [n, note] of notes.entries()) {
		const day = first + 14 * n;
		await meet(file, meeting, {
			at: calendar.at(day, '18:30'),
			appointment: next,
			note,
			...(n === 0 && { first: true }),
		});
		const ahead = n === notes.length - 1 ? calendar.next(3, 2) : day + 14;
		next = await book(file, meeting, { at: calendar.at(ahead, '18:30') });
	}
}

/** Daniel asks something that Maude will never see: his question lies in his own part. */
async function asksAlone(file: Telling, { id, voice }: Person): Promise<string> {
	await file.does(voice.actor, 'question.ask', {
		person: id,
		document: 'services',
		clause: 'multiParty',
		text: 'If I tell you something when we are on our own, do you have to tell Maude?',
	});
	const [question = ''] = Object.keys((await file.facts()).dossier.of(id).consent.questions);
	return question;
}

async function isAnswered(file: Telling, { id, voice }: Person, question: string): Promise<void> {
	await file.does(file.story.as.genevieve, 'question.answer', {
		person: id,
		id: question,
		text: 'No, not without your yes. What you tell me alone stays in your own part of the file, and Maude cannot open it. If keeping it to ourselves gets in the way of our work together, I will say so to you first, and we will decide how to bring it up.',
		orally: false,
	});
	await file.does(voice.actor, 'question.settle', { person: id, id: question, means: 'signature' });
	file.reads(voice.actor, 'portal.read', id);
}
