import { DAY, HOUR, MINUTE } from '#server/kernel/time.ts';
import { marie, NOON, uid } from './acts.harness.ts';
import { clause, everyLine, type Line, type OfAFile, said } from './folds.samples.ts';

const line = <K extends OfAFile['kind']>(
	kind: K,
	data: Extract<OfAFile, { kind: K }>['data'],
	part?: string,
): Line => ({
	kind,
	data,
	...(part !== undefined && { part }),
});

const beginnings: ReadonlySet<string> = new Set([
	'contact.set',
	'contact.verified',
	'emergencyContact.set',
	'person.calledBack',
	'person.invited',
	'techInfo.given',
	'suitability.answered',
	'age.recorded',
	'identity.checked',
	'questions.offered',
	'question.asked',
	'question.answered',
	'question.settled',
	'capacity.assessed',
	'discussion.held',
	'information.adapted',
	'plan.given',
]);
const documents = ['services', 'confidentiality', 'regulator', 'records', 'communications', 'plans', 'breach'];
const notices = [
	'channelRisks.video',
	'channelRisks.internet',
	'multiParty',
	'thirdParties',
	'thirdPartyMessaging',
	'communications',
];
const asked = [
	'techHabits',
	'relevance',
	'intellectual',
	'emotional',
	'physical',
	'clinical',
	'experience',
	'disability',
	'language',
	'culture',
	'safety',
] as const;

/** One person of a couple, up to the first service. */
const welcomed = (id: string): readonly Line[] => {
	const versions = Object.fromEntries(documents.map((d) => [d, 1]));
	return [
		...everyLine.filter((l) => beginnings.has(l.kind)).map((l) => ({ ...l, part: id })),
		...asked.map((question) =>
			line(
				'suitability.answered',
				{ person: id, question, finding: 'noObstacle', note: said, ...(question === 'safety' && { town: 'Rimouski' }) },
				id,
			),
		),
		line(
			'package.sent',
			{
				person: id,
				documents: versions,
				language: 'fr',
				territory: 'QC',
				texts: Object.fromEntries(documents.map((d) => [d, { one: clause, two: clause, three: clause, four: clause }])),
			},
			id,
		),
		...documents.map((document) => line('document.read', { person: id, document, version: 1 }, id)),
		...documents.map((document) =>
			line('document.explained', { person: id, document, version: 1, means: 'video' }, id),
		),
		...['risks', 'limits', 'storage', 'emergency', 'exceptions'].map((c) =>
			line('teachBack.given', { person: id, clause: c, understood: true, inConversation: false }, id),
		),
		line('consent.given', { person: id, id: uid(72), documents: versions, means: 'signature', by: 'self' }, id),
		...notices.map((notice) => line('notice.acknowledged', { person: id, notice, version: 1, means: 'signature' }, id)),
		...(['video', 'portal', 'email', 'telephone'] as const).map((channel) =>
			line('channel.agreed', { person: id, channel, means: 'signature' }, id),
		),
	];
};

/** The nth meeting: booked, arrived, held, noted, with two messages around it. */
const meeting = (n: number, persons: readonly string[]): readonly Line[] => {
	const id = uid(1000 + n);
	const startsAt = NOON - DAY + n * 7 * DAY;
	const at = startsAt;
	const zone = 'America/Toronto';
	return [
		line('appointment.booked', {
			id: uid(2000 + n),
			purpose: 'service',
			mode: 'video',
			persons,
			practitioner: marie,
			startsAt,
			endsAt: startsAt + HOUR,
			zone,
		}),
		line('session.opened', {
			id,
			purpose: 'service',
			mode: 'video',
			tool: uid(31),
			persons,
			appointment: uid(2000 + n),
		}),
		...persons.map((p) =>
			line(
				'arrival.declared',
				{ person: p, session: id, place: 'new', territory: 'QC', town: 'Rimouski', alone: 'yes' },
				p,
			),
		),
		...persons.map((p) => line('session.admitted', { id, person: p })),
		line('session.started', { id }),
		line('session.ended', { id }),
		line('note.due', { session: id, mode: 'video', chat: false }),
		line('note.signed', {
			session: id,
			body: { reason: said, course: said, plan: said },
			happened: {},
			attests: persons,
			authors: [marie],
			stillFits: 'yes',
		}),
		...[0, 1].map((m) =>
			line('message.sent', {
				id: uid(3000 + 2 * n + m),
				thread: uid(4000 + 2 * n + m),
				purpose: 'care',
				channel: 'portal',
				body: said,
			}),
		),
	].map((l, i) => ({ ...l, at: at + i * MINUTE }));
};

/** The file of these persons, with that many weekly meetings. */
export const ordinaryFile = (meetings: number, persons: readonly string[]): readonly Line[] => [
	...everyLine.filter((l) =>
		[
			'dossier.opened',
			'person.added',
			'person.linked',
			'request.received',
			'suitability.finalised',
			'relation.declared',
			'conflict.searched',
			'conflict.decided',
			'client.accepted',
			'home.declared',
		].includes(l.kind),
	),
	...persons.flatMap(welcomed),
	...Array.from({ length: meetings }, (_, n) => meeting(n, persons)).flat(),
];
