import { HOUR, MINUTE } from '#server/kernel/time.ts';
import { ask } from '../path.ts';
import type { Person } from '../persons.ts';
import { type Story, system } from '../telling.ts';

/** A request that came today by the public form, and that nobody has answered yet. */
export async function tellToday(story: Story): Promise<void> {
	const { calendar, as } = story;
	const joanne: Person = {
		id: story.world.newId(),
		name: 'Joanne Surette',
		language: 'en',
		roles: ['requester', 'beneficiary'],
		contact: {
			phone: '506-555-0181',
			email: 'joanne@example.org',
			voiceMail: false,
			text: false,
			othersMayKnow: false,
			callFirst: true,
			hours: 'Mornings, when my mother is at the day centre',
		},
		voice: { actor: system, means: 'oral' },
		place: { territory: 'NB', town: 'Moncton' },
	};
	const file = await ask(story, {
		at: calendar.now - 2 * HOUR - 7 * MINUTE,
		by: { assurance: 'none' },
		practitioner: as.rachel,
		persons: [joanne],
		kind: 'person',
		label: joanne.name,
		via: 'form',
		reason:
			'I have been looking after my mother for almost a year and I am running out of steam. She is not easy and neither am I these days. I would rather somebody called me before sending anything to read.',
		prefers: 'either',
		territory: 'NB',
		availability: 'Weekday mornings between 9 and 11',
	});
	await file.does(system, 'techInfo.give', {
		person: joanne.id,
		means: 'Answer page of the request form: video, telephone and written messages',
	});
}
