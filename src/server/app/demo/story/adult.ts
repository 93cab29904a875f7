import type { Actor } from '#server/kernel/act.ts';
import { MINUTE } from '#server/kernel/time.ts';
import { begin, type Step, series } from '../beginning.ts';
import { ask } from '../path.ts';
import { type Heard, type Person, personOf } from '../persons.ts';
import { book, type Meeting } from '../sessions.ts';
import type { Story, Telling } from '../telling.ts';
import { interviewNote, notes } from './adult-notes.ts';

/** The meeting before which she was on holiday, the one when the power failed, the one when they looked again at its form. */
const HOLIDAY = 8;
const POWER_CUT = 6;
const REVIEW = 11;

const plan = {
	near: 'Sa conjointe, Mireille, 418-555-0132. Ne pas appeler au travail.',
	helps: 'Sortir marcher, appeler Mireille, relire sa liste.',
};

const heard = (birthDate: string): Heard => ({
	age: { birthDate },
	identity: 'drivingLicence',
	capacity: {
		result: 'able',
		basis: 'Comprend ce qui est offert et ce qui ne l’est pas, pèse le pour et le contre, décide pour elle-même.',
	},
	needs: { variant: 'standard' },
	discussion: 'Elle sait qu’elle peut arrêter quand elle veut. Ce qui l’inquiète : être entendue par ses voisins.',
	ownWords: {
		risks: 'Que ça coupe, que mes voisins m’entendent, ou qu’on passe à côté de quelque chose parce qu’on se voit mal.',
		limits:
			'Ce que je dis reste ici, sauf si quelqu’un risque de mourir, si un enfant est en danger ou si un juge l’exige.',
	},
	answers: {
		techHabits: 'Utilise la vidéo au travail toutes les semaines; aime mieux le téléphone avec sa mère.',
		relevance: 'Habite à quarante minutes du bureau et n’a qu’une heure libre le mardi.',
		intellectual: 'Suit une conversation d’une heure sans peine.',
		emotional: 'Émue par moments, sait demander une pause.',
		physical: 'Aucune difficulté signalée.',
		clinical: 'Suivie par sa médecin de famille; pas de crise depuis l’arrêt de travail.',
		experience: 'À l’aise avec son ordinateur, son casque et son téléphone.',
		disability: 'Aucune.',
		language: 'Français, lit et écrit beaucoup.',
		culture: 'Tient à ce que la foi de sa mère soit respectée; rien à adapter de plus.',
		safety: 'Sa conjointe est là le soir. Les secours de Rimouski sont à dix minutes.',
	},
	plan,
});

/** Sophie, 41: weekly meetings for four months, a cut line, a week off, a review; the next one is today. */
export async function tellAdult(story: Story): Promise<void> {
	const { calendar } = story;
	const anchor = calendar.last(2, 4);
	const sophie = personOf(story, 'sophie', {
		roles: ['requester', 'beneficiary'],
		place: { territory: 'QC', town: 'Rimouski' },
		phone: '418-555-0131',
		voiceMail: true,
		hours: 'Après 17 h',
		othersMayKnow: false,
		callFirst: true,
	});
	const meeting: Meeting = {
		by: story.as.genevieve,
		persons: [sophie],
		mode: 'video',
		minutes: 50,
		territory: 'QC',
	};
	const told: Told = { story, meeting, sophie, anchor, first: anchor - 7 * notes.length };
	const file = await asks(told);
	await tellWeeks(file, told, await begins(file, told));
	await tellLately(file, told);
}

interface Told {
	readonly story: Story;
	readonly meeting: Meeting;
	readonly sophie: Person;
	/** The day of her last meeting, and of her first. */
	readonly anchor: number;
	readonly first: number;
}

const asks = ({ story, sophie, first, meeting }: Told): Promise<Telling> =>
	ask(story, {
		at: story.calendar.at(first - 16, '20:12'),
		by: { assurance: 'none' },
		practitioner: meeting.by,
		persons: [sophie],
		kind: 'person',
		label: sophie.name,
		via: 'form',
		reason:
			'Je suis revenue au travail il y a six semaines, après un arrêt de quatre mois. Je tiens, mais je dors mal et j’ai peur de retomber. J’aimerais en parler avec quelqu’un, à distance si possible.',
		prefers: 'remote',
		territory: 'QC',
		availability: 'Le mardi avant le dîner',
	});

async function begins(file: Telling, { story, sophie, first, meeting }: Told): Promise<string> {
	const { at, born } = story.calendar;
	const appointment = await begin(file, {
		by: meeting.by,
		persons: [sophie],
		heard: new Map([[sophie, heard(born(41, 96))]]),
		means: 'Vidéo, téléphone et messages dans un espace protégé',
		when: {
			answered: at(first - 14, '17:10'),
			read: at(first - 11, '19:45'),
			interview: at(first - 7, '10:00'),
			accepted: at(first - 6, '13:20'),
			agreed: at(first - 5, '18:40'),
			first: at(first, '10:00'),
		},
		interview: { ...meeting, minutes: 60 },
		first: meeting,
		note: interviewNote,
		deferred: 'Première rencontre : l’évaluation préliminaire n’est pas encore signée.',
		reasons: 'Demande claire, lieu calme, rien qui s’oppose à la vidéo.',
		conflict: 'Aucun autre dossier du cabinet ne la concerne.',
		channels: ['video', 'telephone', 'voiceMail', 'portal', 'chat'],
	});
	const near = { name: 'Mireille Roussel', phone: '418-555-0132', relation: 'conjointe' };
	await file.does(sophie.voice.actor, 'emergencyContact.set', { person: sophie.id, ...near });
	return appointment;
}

/** One meeting a week, but for the week of her holidays. */
async function tellWeeks(file: Telling, told: Told, appointment: string): Promise<void> {
	const { meeting, first, story } = told;
	const { at } = story.calendar;
	const week = (n: number) => at(first + 7 * (n < HOLIDAY ? n : n + 1), '10:00');
	const steps = notes.map(
		(note, n): Step => ({
			meeting,
			note,
			at: week(n),
			...(n === HOLIDAY && {
				bookedFor: at(first + 7 * HOLIDAY, '10:00'),
				before: (booked) => onHoliday(file, told, booked),
			}),
			...(n === POWER_CUT && { meanwhile: () => powerCut(file, meeting) }),
			...(n === REVIEW && { before: (booked) => reviewed(file, told, booked), stillFits: 'yes' }),
		}),
	);
	await series(file, appointment, { steps, next: { meeting, at: at(told.anchor + 7, '10:00') } });
}

/** She calls off the meeting of that week, and another is agreed on. */
async function onHoliday(file: Telling, { story, sophie, meeting, first }: Told, booked: string): Promise<string> {
	const week = first + 7 * HOLIDAY;
	file.on(story.calendar.at(week - 5, '12:30'));
	await file.does(sophie.voice.actor, 'appointment.cancel', { id: booked });
	return book(file, meeting, { at: story.calendar.at(week + 7, '10:00') });
}

async function reviewed(file: Telling, { meeting, first, story }: Told, booked: string): Promise<string> {
	file.on(story.calendar.at(first + 7 * (REVIEW + 1) - 1, '16:10'));
	const reason =
		'Trois mois : elle vient à chaque rencontre, la vidéo lui convient, une seule coupure, réglée par téléphone.';
	await file.does(meeting.by, 'suitability.review', { stillFits: 'yes', reason });
	return booked;
}

/** The line is cut on her side, and they go on by telephone, as the plan says. */
async function powerCut(file: Telling, { by, persons }: Meeting): Promise<void> {
	const [id = ''] = Object.keys((await file.facts()).dossier.joint.sessions.open);
	const cut = { id, person: persons[0]?.id, cause: 'power', side: 'client', fallback: 'telephone' };
	file.on(file.now() + 20 * MINUTE);
	await file.does(by, 'session.interrupt', cut);
	file.on(file.now() + 5 * MINUTE);
	await file.does(by, 'session.resume', { id, means: 'telephone' });
}

/** A few words between meetings, and the next one moved to today by the desk. */
async function tellLately(file: Telling, { story, meeting, sophie, anchor }: Told): Promise<void> {
	const { calendar, as, world } = story;
	const thread = world.newId();
	const says = (actor: Actor, body: string) =>
		file.does(actor, 'message.send', { thread, purpose: 'appointment', channel: 'portal', body });
	file.on(calendar.at(anchor, '12:20'));
	await says(
		sophie.voice.actor,
		'Bonjour, j’ai une formation mardi prochain toute la journée. Est-ce qu’on pourrait déplacer la rencontre?',
	);
	file.reads(sophie.voice.actor, 'portal.messages', sophie.id);
	file.on(calendar.at(anchor, '15:05'));
	await says(meeting.by, 'Bien sûr. Inès vous propose une autre heure cette semaine. À bientôt!');
	file.on(calendar.at(anchor, '16:00'));
	const [id] = await comingIn(file);
	const { soon } = calendar;
	await file.does(as.ines, 'appointment.move', {
		id,
		startsAt: soon,
		endsAt: soon + 50 * MINUTE,
		zone: 'America/Toronto',
	});
	file.reads(as.ines, 'dossier');
}

/** The appointments that are still to come, as this moment of the story sees them. */
async function comingIn(file: Telling): Promise<readonly string[]> {
	const { appointments } = (await file.facts()).dossier.joint.scheduling;
	return Object.values(appointments)
		.filter((a) => a.state === 'booked' && a.startsAt > file.now())
		.map((a) => a.id);
}
