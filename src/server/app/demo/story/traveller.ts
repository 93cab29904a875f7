import { begin, type Step, series } from '../beginning.ts';
import { ask } from '../path.ts';
import { type Heard, type Person, personOf } from '../persons.ts';
import type { Meeting, Note } from '../sessions.ts';
import type { Story, Telling } from '../telling.ts';

const plan = {
	near: 'In Saint John: my neighbour Bev, 506-555-0172. In Ottawa: my sister Claire, 613-555-0173.',
	helps: 'Swimming, calling Claire, going to bed early even in a hotel.',
};

const heard = (birthDate: string): Heard => ({
	age: { birthDate },
	identity: 'passport',
	capacity: { result: 'able', basis: 'Asked what would happen to her file if she moved; weighed it and decided.' },
	needs: { variant: 'standard' },
	discussion:
		'Talked about thin hotel walls and about who might walk in. She will use a headset and say so if she is not alone.',
	ownWords: {
		risks: 'Bad hotel internet, thin walls, and you being a province away if I had a really bad night.',
		limits: 'It stays between us unless someone could be seriously hurt, a child is at risk, or a judge orders it.',
	},
	answers: {
		techHabits: 'On video calls for work most days; would rather not be, on weekends.',
		relevance: 'Away one week in four: meeting at a distance is what lets the work continue.',
		clinical: 'No crisis, no medication. Sees her family doctor once a year.',
		experience: 'Comfortable; brings her own headset.',
		safety: 'Bev next door in Saint John, her sister in Ottawa. Both numbers are in the plan.',
	},
	plan,
});

const interviewNote: Note = {
	reason: 'Initial interview: a recent separation, and work that keeps her on the road.',
	course:
		'Clear about what she wants: to stop deciding everything at two in the morning. The documents were gone through together. She spends one week in four in Ottawa; the rules for Ontario were read and the registration there is in order.',
	plan: 'Every second Friday at noon, Atlantic time. Ask where she is each time, and keep both plans at hand.',
};

const HOME = { territory: 'NB', town: 'Saint John' } as const;
const AWAY = { territory: 'ON', town: 'Ottawa' } as const;

const notes: readonly (Note & { readonly away?: true })[] = [
	{
		reason: 'Decisions made at night.',
		course:
			'She lists nine decisions from the past month; seven were made after midnight and three were undone by noon.',
		plan: 'A notebook by the bed: write it, do not send it.',
	},
	{
		reason: 'The notebook.',
		course: 'It worked four nights in ten, “which is four more”. The others were Sundays. We look at Sundays.',
		plan: 'One fixed thing on Sunday evening, with somebody in it.',
	},
	{
		away: true,
		reason: 'First meeting from Ottawa.',
		course:
			'She said where she was before anything else. Staying at her sister’s, door closed. Supports there checked together. It felt odd for five minutes, then not.',
		plan: 'Same arrangement next time she travels. Her sister has agreed to be called.',
	},
	{
		reason: 'What to tell the children about the two houses.',
		course: 'She tries the sentence aloud three ways and keeps the shortest. Some tears, good ones she says.',
		plan: 'Tell them on a walk, not at the table.',
	},
	{
		reason: 'How the telling went.',
		course:
			'The younger one asked who keeps the dog. She had not planned an answer and did not make one up. Proud of that.',
		plan: 'Leave the dog question open until they have talked with their father.',
	},
	{
		away: true,
		reason: 'From Ottawa again; a hard week at work.',
		course: 'Tired, not low. She noticed the two-in-the-morning decision coming and phoned Claire instead.',
		plan: 'Friday off after each trip. See whether every three weeks would be enough.',
	},
	{
		reason: 'Spacing the meetings.',
		course:
			'Sleeping. The notebook is mostly about groceries now. She would like to keep the next one, on the road, and then decide.',
		plan: 'Next meeting from Ottawa, then every three weeks.',
	},
];

/** Hannah lives in New Brunswick and works one week in four in Ontario, whose rules Rachel read before. */
export async function tellTraveller(story: Story): Promise<void> {
	const { calendar, as } = story;
	const first = calendar.last(5, 4) - 14 * (notes.length - 1);
	const hannah = personOf(story, 'hannah', {
		roles: ['requester', 'beneficiary'],
		place: HOME,
		phone: '506-555-0171',
		voiceMail: true,
		text: true,
		hours: 'Lunch hour or after 6',
	});
	const meeting: Meeting = { by: as.rachel, persons: [hannah], mode: 'video', minutes: 50, territory: 'NB' };
	const noon = (day: number) => calendar.at(day, '12:00', 'NB');
	const file = await asks(story, hannah, first);
	await series(file, await begins(file, { first, hannah, meeting }), {
		steps: notes.map(
			({ away, ...note }, n): Step => ({
				meeting,
				note,
				at: noon(first + 14 * n),
				place: away ? AWAY : HOME,
				...(away && { stillFits: 'yes', after: () => reviewed(file, meeting) }),
			}),
		),
		next: { meeting, at: noon(calendar.next(4, 3)) },
	});
}

/** A new place asks whether this form still suits. */
async function reviewed(file: Telling, { by }: Meeting): Promise<void> {
	const reason = 'In Ottawa for the week: private room, sister nearby, plan names both towns. The form still suits.';
	await file.does(by, 'suitability.review', { stillFits: 'yes', reason });
}

const asks = (story: Story, hannah: Person, first: number): Promise<Telling> =>
	ask(story, {
		at: story.calendar.at(first - 19, '21:35', 'NB'),
		by: { assurance: 'none' },
		practitioner: story.as.rachel,
		persons: [hannah],
		kind: 'person',
		label: hannah.name,
		via: 'form',
		reason:
			'My husband and I separated a few months ago. I am managing, but I make all my decisions at two in the morning and I would like to stop. I travel for work, so it would have to be online.',
		prefers: 'remote',
		territory: 'NB',
		availability: 'Fridays around noon',
	});

interface Told {
	/** The day of her first meeting. */
	readonly first: number;
	readonly hannah: Person;
	readonly meeting: Meeting;
}

function begins(file: Telling, { first, hannah, meeting }: Told): Promise<string> {
	const { at, born, workday } = file.story.calendar;
	return begin(file, {
		by: meeting.by,
		persons: [hannah],
		heard: new Map([[hannah, heard(born(36, 301))]]),
		means: 'Video, telephone and messages in a private space',
		when: {
			answered: at(workday(first - 17), '10:05', 'NB'),
			read: at(first - 12, '20:20', 'NB'),
			interview: at(first - 7, '12:00', 'NB'),
			accepted: at(first - 4, '09:40', 'NB'),
			agreed: at(first - 3, '18:30', 'NB'),
			first: at(first, '12:00', 'NB'),
		},
		interview: { ...meeting, minutes: 60 },
		first: meeting,
		note: interviewNote,
		deferred: 'First meeting: the preliminary assessment is not signed yet.',
		reasons: 'Private place both at home and away, steady use of video, supports known in both towns.',
		conflict: 'Aucun autre dossier du cabinet ne la nomme.',
		channels: ['video', 'telephone', 'voiceMail', 'portal', 'chat'],
	});
}
