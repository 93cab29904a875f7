import { accept, agree, ask, givePlans, interview, reads, welcome } from '../path.ts';
import { type Heard, personOf } from '../persons.ts';
import { book, type Meeting, meet, type Note } from '../sessions.ts';
import type { Story } from '../telling.ts';

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
	const by = as.rachel;
	const anchor = calendar.last(5, 4);
	const first = anchor - 14 * (notes.length - 1);
	const hannah = personOf(story, 'hannah', {
		roles: ['requester', 'beneficiary'],
		place: HOME,
		phone: '506-555-0171',
		voiceMail: true,
		text: true,
		hours: 'Lunch hour or after 6',
	});
	const file = await ask(story, {
		at: calendar.at(first - 19, '21:35', 'NB'),
		by: { assurance: 'none' },
		practitioner: by,
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
	file.on(calendar.at(calendar.workday(first - 17), '10:05', 'NB'));
	await welcome(file, by, { persons: [hannah], means: 'Video, telephone and messages in a private space' });
	const meeting: Meeting = { by, persons: [hannah], mode: 'video', minutes: 50, territory: 'NB' };
	const door = await book(file, meeting, { at: calendar.at(first - 7, '12:00', 'NB'), purpose: 'initialInterview' });
	file.on(calendar.at(first - 12, '20:20', 'NB'));
	await reads(file, hannah);
	await meet(
		file,
		{ ...meeting, minutes: 60 },
		{
			at: calendar.at(first - 7, '12:00', 'NB'),
			appointment: door,
			purpose: 'initialInterview',
			meanwhile: () => interview(file, by, { person: hannah, heard: heard(calendar.born(36, 301)), means: 'video' }),
			note: interviewNote,
			deferred: 'First meeting: the preliminary assessment is not signed yet.',
		},
	);
	file.on(calendar.at(first - 4, '09:40', 'NB'));
	await accept(file, by, {
		reasons: 'Private place both at home and away, steady use of video, supports known in both towns.',
		conflict: 'Aucun autre dossier du cabinet ne la nomme.',
	});
	await givePlans(file, by, { person: hannah, plan });
	let next = await book(file, meeting, { at: calendar.at(first, '12:00', 'NB') });
	file.on(calendar.at(first - 3, '18:30', 'NB'));
	await agree(file, hannah, { channels: ['video', 'telephone', 'voiceMail', 'portal', 'chat'] });
	for (const [n, { away, ...note }] of notes.entries()) {
		const day = first + 14 * n;
		await meet(file, meeting, {
			at: calendar.at(day, '12:00', 'NB'),
			appointment: next,
			note,
			place: away ? AWAY : HOME,
			...(n === 0 && { first: true }),
			...(away && { stillFits: 'yes' }),
		});
		if (away) {
			const reason =
				'In Ottawa for the week: private room, sister nearby, plan names both towns. The form still suits.';
			await file.does(by, 'suitability.review', { stillFits: 'yes', reason });
		}
		const ahead = n === notes.length - 1 ? calendar.workday(calendar.next(4, 3)) : day + 14;
		next = await book(file, meeting, { at: calendar.at(ahead, '12:00', 'NB') });
	}
}
