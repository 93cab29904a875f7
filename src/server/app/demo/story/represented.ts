import { begin, series } from '../beginning.ts';
import { ask } from '../path.ts';
import { type Heard, type Person, personOf } from '../persons.ts';
import { book, type Meeting, meet, type Note } from '../sessions.ts';
import type { Story, Telling } from '../telling.ts';

const plan = {
	near: 'Sa fille Hélène, 418-555-0161, puis le voisin d’en face, M. Ouellet, 418-555-0162.',
	helps: 'Lui parler de ses abeilles, mettre la radio, s’asseoir près de la fenêtre.',
};

const heard = (birthDate: string): Heard => ({
	age: { birthDate },
	identity: 'healthCard',
	capacity: {
		result: 'notAble',
		basis:
			'Ne retient pas d’une minute à l’autre à quoi il dirait oui; une évaluation médicale est jointe au mandat. Il dit très bien, par contre, ce qui lui plaît et ce qui l’ennuie : nous en tenons compte à chaque rencontre.',
	},
	needs: { variant: 'oral', adaptation: 'Phrases courtes, photos tenues devant la caméra, Hélène assise à côté.' },
	discussion:
		'Expliqué à Lucien avec trois photos, puis à Hélène en entier. Lucien sourit et dit : « on jase, c’est bon ». Un non de sa part, même d’un geste, met fin à la rencontre.',
	ownWords: {
		risks: 'Hélène : qu’il se fatigue sans le dire, ou que la tablette s’éteigne pendant qu’il parle de maman.',
		limits:
			'Hélène : vous gardez pour vous ce que papa raconte, sauf danger. Et vous ne décidez rien à sa place ni à la mienne.',
	},
	answers: {
		techHabits: 'Reconnaît sa fille sur la tablette depuis longtemps; ne s’en sert pas seul.',
		relevance: 'Le déplacement le fatigue et l’inquiète; chez lui, il parle.',
		intellectual: {
			note: 'Perd le fil après vingt minutes.',
			adjustment: 'Rencontres de trente minutes, un seul sujet, des photos.',
		},
		emotional: 'Tendre, parfois inquiet en fin de journée : nous prenons l’après-midi.',
		physical: { note: 'Entend mal.', adjustment: 'Haut-parleur, et Hélène répète au besoin.' },
		clinical: 'Trouble neurocognitif suivi par sa médecin; rien d’aigu.',
		experience: 'Hélène installe la tablette.',
		disability: 'Marche avec un déambulateur; aucune adaptation de plus pour la vidéo.',
		language: 'Français.',
		culture: 'Apiculteur toute sa vie; la messe du dimanche à la radio.',
		safety: 'Hélène est dans la pièce. Secours de Trois-Pistoles à cinq minutes.',
	},
	plan,
});

const interviewNote: Note = {
	reason: 'Entrevue initiale avec Lucien et sa fille Hélène, qui le représente.',
	course:
		'Mandat de protection homologué : original vu à l’écran, page par page, non conservé. Lucien parle de ses ruches et demande deux fois où il va vivre. Hélène craint de décider à sa place.',
	plan: 'Préparer le départ de la maison avec lui, à son rythme. Trente minutes, une semaine sur deux.',
};

const notes: readonly Note[] = [
	{
		reason: 'Ce qui doit venir avec lui.',
		course:
			'Il choisit trois objets : l’enfumoir, la photo de Jeanne, le fauteuil. Il le redit deux fois, dans le même ordre.',
		plan: 'Hélène demande à la résidence si le fauteuil passe la porte.',
	},
	{
		reason: 'Voir la chambre avant d’y aller.',
		course: 'Hélène montre des photos de la chambre. Il remarque la fenêtre au sud : « les abeilles aimeraient ça ».',
		plan: 'Une visite en personne, le matin, sans valise.',
	},
	{
		reason: 'Après la visite.',
		course:
			'Il ne se souvient pas de la visite, mais il est plus calme. Hélène pleure un peu, hors de l’écran; nous en reparlons ensuite.',
		plan: 'Un appel à Hélène seule si elle le souhaite, et le nom d’un groupe de proches aidants.',
	},
	{
		reason: 'Dire au revoir à la maison.',
		course:
			'Il raconte chaque pièce. Hélène note ses mots pour en faire un cahier. Il rit de la porte qui a toujours collé.',
		plan: 'Le cahier fait partie des objets qui partent avec lui.',
	},
];

/** Lucien, 81, who may not consent alone, and his daughter, whose mandate was seen. Their last note is not signed yet. */
export async function tellRepresented(story: Story): Promise<void> {
	const { calendar, as } = story;
	const { at } = calendar;
	const last = calendar.workday(-1);
	const first = calendar.last(1, 12) - 14 * (notes.length - 1);
	const place = { territory: 'QC', town: 'Trois-Pistoles' };
	const helene = personOf(story, 'helene', {
		roles: ['requester', 'representative'],
		place,
		phone: '418-555-0161',
		voiceMail: true,
		callFirst: true,
	});
	const lucien: Person = {
		id: story.world.newId(),
		name: 'Lucien Boisvert',
		language: 'fr',
		roles: ['beneficiary'],
		contact: { phone: '418-555-0160', voiceMail: false, text: false, othersMayKnow: true, callFirst: false },
		voice: helene.voice,
		place,
	};
	const meeting: Meeting = { by: as.genevieve, persons: [lucien], mode: 'video', minutes: 30, territory: 'QC' };
	const file = await asks(story, [lucien, helene], first);
	const appointment = await series(file, await begins(file, { first, lucien, helene, meeting }), {
		steps: notes.map((note, n) => ({ meeting, note, at: at(first + 14 * n, '14:00') })),
		next: { meeting, at: at(last, '14:00') },
	});
	await meet(file, meeting, { at: at(last, '14:00'), appointment, agreed: 'Montrer la ruche peinte par Jeanne.' });
	await book(file, meeting, { at: at(calendar.next(1, 8), '14:00') });
}

const asks = (story: Story, persons: readonly Person[], first: number): Promise<Telling> =>
	ask(story, {
		at: story.calendar.at(story.calendar.workday(first - 22), '10:50'),
		by: story.as.ines,
		practitioner: story.as.genevieve,
		persons,
		kind: 'person',
		label: 'Lucien Boisvert',
		via: 'phone',
		reason:
			'Sa fille appelle. Son père perd ses repères et doit bientôt quitter sa maison pour une résidence. Il parle peu, mais il aime jaser. Elle voudrait qu’il soit accompagné là-dedans, et ne pas être seule à décider.',
		prefers: 'either',
		territory: 'QC',
		availability: 'En après-midi',
	});

interface Told {
	/** The day of their first meeting. */
	readonly first: number;
	readonly lucien: Person;
	readonly helene: Person;
	readonly meeting: Meeting;
}

function begins(file: Telling, { first, lucien, helene, meeting }: Told): Promise<string> {
	const { at, born, workday } = file.story.calendar;
	const mandate = { of: lucien.id, by: helene.id, authority: 'mandatary', proofSeen: true };
	return begin(file, {
		by: meeting.by,
		persons: [lucien, helene],
		heard: new Map([[lucien, heard(born(81, 260))]]),
		means: 'Vidéo sur la tablette de Lucien, Hélène à côté',
		when: {
			answered: at(workday(first - 20), '13:10'),
			read: at(first - 10, '21:00'),
			interview: at(first - 7, '14:00'),
			accepted: at(first - 6, '11:30'),
			agreed: at(first - 5, '19:20'),
			first: at(first, '14:00'),
		},
		interview: { ...meeting, minutes: 75 },
		first: meeting,
		note: interviewNote,
		deferred: 'Première rencontre : l’évaluation préliminaire n’est pas encore signée.',
		reasons: 'Plus calme chez lui qu’en déplacement; rencontres courtes, sa fille dans la pièce.',
		conflict: 'Aucun autre dossier du cabinet ne les nomme.',
		channels: ['video', 'telephone', 'portal'],
		onceWelcomed: async () => void (await file.does(meeting.by, 'representative.name', mandate)),
	});
}
