import type { ConsentEntry } from '#server/capabilities/consent/facts.ts';
import type { NoticedEntry } from '#server/capabilities/incidents/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { MessageEntry } from '#server/capabilities/messages/facts.ts';
import type { ToldEntry } from '#server/capabilities/policies/told-facts.ts';
import type { Appointment, SchedulingEntry } from '#server/capabilities/scheduling/facts.ts';
import type { WaitingEntry } from '#server/capabilities/waiting/facts.ts';
import type { SearchEntry } from '#server/capabilities/web-search/facts.ts';
import type { Outgoing } from '#server/journal/world.ts';
import { shares } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { Template } from '#words/mail.ts';
import { languageOf } from './language.ts';

/** A letter to one person, if they gave an address and did not take e-mail back; never with anyone's words in it. */
function letter(
	facts: Facts,
	person: string,
	template: Template,
	values: Readonly<Record<string, string | number>>,
): readonly Outgoing[] {
	const own = facts.dossier.of(person);
	const to = own.intake.contact?.email;
	const language = languageOf(facts, person);
	if (to === undefined || own.consent.channels.email?.on === false) return [];
	const sender = facts.practice.practice.profile?.senderName;
	return [{ channel: 'email', to, language, template, values: { ...values, ...(sender !== undefined && { sender }) } }];
}

/** To whoever answers for privacy, at the practice's own address: that something waits, and no word of what. */
function toPrivacyOfficer({ practice }: Facts): readonly Outgoing[] {
	const { email, senderName } = practice.practice.profile ?? {};
	if (email === undefined) return [];
	const values = { path: '/office', ...(senderName !== undefined && { sender: senderName }) };
	return [{ channel: 'email', to: email, language: 'fr', template: 'taskWaiting', values }];
}

/** Whose file a letter is about: kept with it, sealed, so that in a practice of several each one sees their own. */
const filed =
	(file: string) =>
	(message: Outgoing): Outgoing => ({ ...message, values: { ...message.values, file } });

/** What leaves the house after a line: content-free, to who agreed to be written to. */
export const outgoing = (entry: Entry, facts: Facts, journal: JournalRef): readonly Outgoing[] =>
	journal.kind === 'dossier' ? lettersAfter(entry, facts).map(filed(journal.id)) : [];

/** The day and hour of an appointment, for those who agreed to read them in an e-mail. */
const whenOf = (a: Appointment) => ({
	path: '/portal',
	uid: a.id,
	sequence: a.sequence,
	starts: a.startsAt,
	ends: a.endsAt,
	zone: a.zone,
});

/** Who only pays or asked, and who left, is told of nothing that others share. */
function sharingAt({ dossier }: Facts, at: Instant): readonly string[] {
	const file = dossier.joint.dossier;
	return Object.values(file.persons)
		.filter((p) => shares(file, p, at))
		.map((p) => p.id);
}

/** What may ask for a letter. */
type Mailed = ConsentEntry | MessageEntry | SchedulingEntry | WaitingEntry | ToldEntry | SearchEntry | NoticedEntry;

function lettersAfter(entry: Entry, facts: Facts): readonly Outgoing[] {
	const e = entry as Mailed;
	const path = '/portal';
	switch (e.kind) {
		case 'appointment.booked':
		case 'appointment.moved':
		case 'appointment.cancelled': {
			const a = facts.dossier.joint.scheduling.appointments[e.data.id];
			const template = (
				{
					'appointment.booked': 'appointment',
					'appointment.moved': 'appointmentMoved',
					'appointment.cancelled': 'appointmentCancelled',
				} as const
			)[e.kind];
			if (!a) return [];
			const when = whenOf(a);
			// Day and hour only for people who agreed to read them in an e-mail; the others are told to sign in.
			return a.persons.flatMap((person) =>
				letter(facts, person, template, facts.dossier.of(person).consent.channels.email?.on ? when : { path }),
			);
		}
		case 'appointment.reminded': {
			const a = facts.dossier.joint.scheduling.appointments[e.data.id];
			if (!a) return [];
			const when = whenOf(a);
			const agreed = a.persons.filter((person) => facts.dossier.of(person).consent.channels.email?.on);
			return agreed.flatMap((person) => letter(facts, person, 'appointmentSoon', when));
		}
		case 'slots.offered':
			// A place is kept until a day: it is told at once. Moments without an end wait for the next visit.
			return e.data.keptUntil === undefined
				? []
				: e.data.persons.flatMap((person) => letter(facts, person, 'newsWaiting', { path }));
		case 'waiting.entered':
			return e.data.told === 'portal'
				? sharingAt(facts, entry.at).flatMap((person) => letter(facts, person, 'newsWaiting', { path }))
				: [];
		case 'package.sent':
			return letter(facts, e.data.person, 'packageReady', { path });
		case 'change.told':
			return e.data.means === 'email' ? letter(facts, e.data.person, 'packageReady', { path }) : [];
		case 'search.started':
		case 'search.recorded':
			return e.data.ground === 'emergency' ? toPrivacyOfficer(facts) : [];
		// Only that a message waits: that somebody's information was touched is for their own eyes.
		case 'incident.noticed':
			return e.data.way === 'mail' ? letter(facts, e.data.person, 'messageWaiting', { path }) : [];
		case 'question.answered':
			return letter(facts, e.data.person, 'questionAnswered', { path });
		case 'consent.given':
			return entry.by.as === 'practitioner'
				? letter(facts, e.data.person, 'consentForYou', { path })
				: letter(facts, e.data.person, 'documentsHanded', { path });
		case 'message.sent': {
			if (entry.by.as !== 'practitioner' || e.data.session !== undefined) return [];
			const persons = e.data.person === undefined ? sharingAt(facts, entry.at) : [e.data.person];
			return persons.flatMap((person) => letter(facts, person, 'messageWaiting', { path }));
		}
	}
	return [];
}
