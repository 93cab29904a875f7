import { begin, series } from '../beginning.ts';
import { ask } from '../path.ts';
import { type Person, personOf } from '../persons.ts';
import type { Meeting } from '../sessions.ts';
import type { Story, Telling } from '../telling.ts';
import { danielHeard, interviewNote, maudeHeard, notes } from './couple-words.ts';

/** Maude in Québec, Daniel in New Brunswick: two places, two languages, each their own consent, and a private question. */
export async function tellCouple(story: Story): Promise<void> {
	const { calendar, as } = story;
	const { at } = calendar;
	const first = calendar.last(3, 6) - 14 * (notes.length - 1);
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
	const meeting: Meeting = { by: as.genevieve, persons: both, mode: 'video', minutes: 75, territory: 'QC' };
	const file = await asks(story, both, first);
	const appointment = await begins(file, { first, maude, daniel, meeting });
	await series(file, appointment, {
		steps: notes.map((note, n) => ({ meeting, note, at: at(first + 14 * n, '18:30') })),
		next: { meeting, at: at(calendar.next(3, 2), '18:30') },
	});
}

const asks = (story: Story, persons: readonly Person[], first: number): Promise<Telling> =>
	ask(story, {
		at: story.calendar.at(story.calendar.workday(first - 24), '11:40'),
		by: story.as.ines,
		practitioner: story.as.genevieve,
		persons,
		kind: 'couple',
		label: 'Maude et Daniel',
		via: 'phone',
		reason:
			'Vivent à deux endroits depuis un an, pour le travail de Daniel. Se disputent surtout le dimanche soir, avant les départs. Veulent s’y prendre autrement avant que ça s’abîme.',
		prefers: 'remote',
		territory: 'QC',
		availability: 'Le mercredi après 18 h, heure du Québec',
	});

interface Told {
	/** The day of their first meeting. */
	readonly first: number;
	readonly maude: Person;
	readonly daniel: Person;
	readonly meeting: Meeting;
}

function begins(file: Telling, { first, maude, daniel, meeting }: Told): Promise<string> {
	const { at, born, workday } = file.story.calendar;
	const asked = { question: '' };
	return begin(file, {
		by: meeting.by,
		persons: [maude, daniel],
		heard: new Map([
			[maude, maudeHeard(born(38, 210))],
			[daniel, danielHeard(born(40, 33))],
		]),
		means: 'Vidéo à trois, chacun de son endroit',
		when: {
			answered: at(workday(first - 22), '09:15'),
			read: at(first - 17, '20:30'),
			interview: at(first - 14, '18:30'),
			accepted: at(first - 13, '09:30'),
			agreed: at(first - 10, '20:00'),
			first: at(first, '18:30'),
		},
		interview: meeting,
		first: meeting,
		note: interviewNote,
		deferred: 'Première rencontre : l’évaluation préliminaire n’est pas encore signée.',
		reasons: 'Aucune crainte ni contrainte, entendus séparément. La vidéo est la seule façon d’être trois.',
		conflict: 'Aucun autre dossier du cabinet ne les nomme.',
		channels: ['video', 'telephone', 'portal', 'chat'],
		onceRead: async () => {
			asked.question = await asksAlone(file, daniel);
		},
		beforeAnswer: () => isAnswered(file, daniel, asked.question),
	});
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
