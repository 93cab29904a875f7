import { MINUTE } from '#server/kernel/time.ts';
import { accept, agree, ask, givePlans, interview, reads, welcome } from '../path.ts';
import { type Heard, personOf } from '../persons.ts';
import { book, type Meeting, meet } from '../sessions.ts';
import type { Story, Telling } from '../telling.ts';
import { interviewNote, notes } from './adult-notes.ts';

/** The week of her holidays: no meeting. */
const HOLIDAY = 8;
/** The week the power failed, and the week they looked again at the form of the service. */
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
	const { calendar, as } = story;
	const by = as.genevieve;
	const anchor = calendar.last(2, 4);
	const first = anchor - 7 * notes.length;
	const sophie = personOf(story, 'sophie', {
		roles: ['requester', 'beneficiary'],
		place: { territory: 'QC', town: 'Rimouski' },
		phone: '418-555-0131',
		voiceMail: true,
		hours: 'Après 17 h',
		othersMayKnow: false,
		callFirst: true,
	});
	const file = await ask(story, {
		at: calendar.at(first - 16, '20:12'),
		by: { assurance: 'none' },
		practitioner: by,
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
	file.on(calendar.at(first - 14, '17:10'));
	await welcome(file, by, { persons: [sophie], means: 'Vidéo, téléphone et messages dans un espace protégé' });
	const meeting: Meeting = { by, persons: [sophie], mode: 'video', minutes: 50, territory: 'QC' };
	const door = await book(file, meeting, { at: calendar.at(first - 7, '10:00'), purpose: 'initialInterview' });
	file.on(calendar.at(first - 11, '19:45'));
	await reads(file, sophie);
	await meet(
		file,
		{ ...meeting, minutes: 60 },
		{
			at: calendar.at(first - 7, '10:00'),
			appointment: door,
			purpose: 'initialInterview',
			meanwhile: () => interview(file, by, { person: sophie, heard: heard(calendar.born(41, 96)), means: 'video' }),
			note: interviewNote,
			deferred: 'Première rencontre : l’évaluation préliminaire n’est pas encore signée.',
		},
	);
	file.on(calendar.at(first - 6, '13:20'));
	await accept(file, by, {
		reasons: 'Demande claire, lieu calme, rien qui s’oppose à la vidéo.',
		conflict: 'Aucun autre dossier du cabinet ne la concerne.',
	});
	await givePlans(file, by, { person: sophie, plan });
	await book(file, meeting, { at: calendar.at(first, '10:00') });
	file.on(calendar.at(first - 5, '18:40'));
	await agree(file, sophie, { channels: ['video', 'telephone', 'voiceMail', 'portal', 'chat'] });
	await file.does(sophie.voice.actor, 'emergencyContact.set', {
		person: sophie.id,
		name: 'Mireille Roussel',
		phone: '418-555-0132',
		relation: 'conjointe',
	});
	await tellWeeks(file, meeting, first);
	await tellLately(file, meeting, anchor);
}

/** One meeting a week; the next one is agreed on before they part. */
async function tellWeeks(file: Telling, meeting: Meeting, first: number): Promise<void> {
	const { calendar } = file.story;
	const [sophie] = meeting.persons;
	let next = nextBooked(await file.facts());
	let week = 0;
	for (const [n, note] of notes.entries()) {
		if (n === HOLIDAY && sophie) {
			file.on(calendar.at(first + 7 * week - 5, '12:30'));
			await file.does(sophie.voice.actor, 'appointment.cancel', { id: next });
			next = await book(file, meeting, { at: calendar.at(first + 7 * (week + 1), '10:00') });
			week++;
		}
		if (n === REVIEW) {
			file.on(calendar.at(first + 7 * week - 1, '16:10'));
			await file.does(meeting.by, 'suitability.review', {
				stillFits: 'yes',
				reason:
					'Trois mois : elle vient à chaque rencontre, la vidéo lui convient, une seule coupure, réglée par téléphone.',
			});
		}
		await meet(file, meeting, {
			at: calendar.at(first + 7 * week, '10:00'),
			appointment: next,
			note,
			...(n === 0 && { first: true }),
			...(n === REVIEW && { stillFits: 'yes' }),
			...(n === POWER_CUT && { meanwhile: () => powerCut(file, meeting) }),
		});
		week++;
		next = await book(file, meeting, { at: calendar.at(first + 7 * week, '10:00') });
	}
}

type Facts = Awaited<ReturnType<Telling['facts']>>;

const nextBooked = ({ dossier }: Facts): string => {
	const booked = Object.values(dossier.joint.scheduling.appointments).filter((a) => a.state === 'booked');
	return booked.toSorted((a, b) => b.startsAt - a.startsAt)[0]?.id ?? '';
};

/** The line is cut on her side, and they go on by telephone, as the plan says. */
async function powerCut(file: Telling, { by, persons }: Meeting): Promise<void> {
	const { open } = (await file.facts()).dossier.joint.sessions;
	const [id = ''] = Object.keys(open);
	file.on(file.now() + 20 * MINUTE);
	await file.does(by, 'session.interrupt', {
		id,
		person: persons[0]?.id,
		cause: 'power',
		side: 'client',
		fallback: 'telephone',
	});
	file.on(file.now() + 5 * MINUTE);
	await file.does(by, 'session.resume', { id, means: 'telephone' });
}

/** A few words between meetings, and the next one moved to today by the desk. */
async function tellLately(file: Telling, { by, persons }: Meeting, anchor: number): Promise<void> {
	const { calendar, as } = file.story;
	const [sophie] = persons;
	if (!sophie) return;
	const thread = file.story.world.newId();
	const says = (actor: typeof sophie.voice.actor, body: string) =>
		file.does(actor, 'message.send', { thread, purpose: 'appointment', channel: 'portal', body });
	file.on(Math.max(file.now(), calendar.at(anchor, '12:20')));
	await says(
		sophie.voice.actor,
		'Bonjour, j’ai une formation mardi prochain toute la journée. Est-ce qu’on pourrait déplacer la rencontre?',
	);
	file.reads(sophie.voice.actor, 'portal.messages', sophie.id);
	file.on(calendar.at(anchor, '15:05'));
	await says(by, 'Bien sûr. Inès vous propose une autre heure cette semaine. À bientôt!');
	file.on(calendar.at(anchor, '16:00'));
	await file.does(as.ines, 'appointment.move', {
		id: nextBooked(await file.facts()),
		startsAt: calendar.soon,
		endsAt: calendar.soon + 50 * MINUTE,
		zone: 'America/Toronto',
	});
	file.reads(as.ines, 'dossier');
}
