import { HOUR, MINUTE } from '#server/kernel/time.ts';
import { begin, type Step, series } from '../beginning.ts';
import { ask } from '../path.ts';
import { type Person, personOf } from '../persons.ts';
import type { Meeting } from '../sessions.ts';
import type { Story, Telling } from '../telling.ts';
import { interviewNote, isabelleHeard, notes, zoeHeard } from './family-words.ts';

/** Isabelle and Zoé, fifteen, who consents alone and has her own part; her mother pays. Zoé asked a question today. */
export async function tellFamily(story: Story): Promise<void> {
	const { calendar, as } = story;
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
	const all: Meeting = { by: as.genevieve, persons: [isabelle, zoe], mode: 'video', minutes: 75, territory: 'QC' };
	const alone: Meeting = { ...all, persons: [zoe], minutes: 50 };
	const file = await asks(story, all.persons, first);
	const appointment = await begins(file, { first, isabelle, zoe, all });
	await series(file, appointment, {
		steps: notes.map(
			({ together, ...note }, n): Step => ({
				meeting: together ? all : alone,
				note,
				at: calendar.at(first + 14 * n, '16:30'),
			}),
		),
		next: { meeting: alone, at: calendar.at(1, '16:30') },
	});
	await tellLately(file, zoe, anchor);
}

const asks = (story: Story, persons: readonly Person[], first: number): Promise<Telling> =>
	ask(story, {
		at: story.calendar.at(story.calendar.workday(first - 20), '12:25'),
		by: { assurance: 'none' },
		practitioner: story.as.genevieve,
		persons,
		kind: 'family',
		label: 'Famille Fortin-Diallo',
		via: 'form',
		reason:
			'Ma fille de quinze ans ne veut plus aller à l’école le lundi et on ne se parle plus qu’à travers la porte. J’aimerais qu’elle ait quelqu’un à elle, et un moment pour nous deux.',
		prefers: 'either',
		territory: 'QC',
	});

interface Told {
	/** The day of their first meeting. */
	readonly first: number;
	readonly isabelle: Person;
	readonly zoe: Person;
	readonly all: Meeting;
}

function begins(file: Telling, { first, isabelle, zoe, all }: Told): Promise<string> {
	const { at, born, workday } = file.story.calendar;
	return begin(file, {
		by: all.by,
		persons: [isabelle, zoe],
		heard: new Map([
			[isabelle, isabelleHeard(born(44, 12))],
			[zoe, zoeHeard(born(15, 140))],
		]),
		means: 'Vidéo à deux ou à trois, messages dans un espace protégé',
		when: {
			answered: at(workday(first - 18), '16:40'),
			read: at(first - 12, '19:30'),
			interview: at(first - 7, '16:30'),
			accepted: at(first - 6, '10:20'),
			agreed: at(first - 5, '20:15'),
			first: at(first, '16:30'),
		},
		interview: all,
		first: all,
		note: interviewNote,
		deferred: 'Première rencontre : l’évaluation préliminaire n’est pas encore signée.',
		reasons: 'Les deux le veulent. Zoé sera seule dans sa chambre, un adulte dans une autre pièce.',
		conflict: 'Aucun autre dossier du cabinet ne les nomme.',
		channels: ['video', 'portal', 'chat'],
	});
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
