import { generateIcsCalendar } from 'ts-ics';
import type { Instant } from '#server/kernel/time.ts';

/** An appointment as a calendar may hold it: no name, no place, no reason. */
export interface CalendarEvent {
	readonly uid: string;
	readonly start: Instant;
	readonly end: Instant;
	/** Raised at each change, so that a late file never undoes a newer one. */
	readonly sequence: number;
	readonly status: 'confirmed' | 'cancelled';
	readonly title: string;
	/** When the file is made. */
	readonly stamp: Instant;
	/** Addresses only: RFC 5546 wants who asks and who is asked. */
	readonly from: string;
	readonly to: string;
}

/** A file that calendars take in, and how they should take it. */
export interface CalendarFile {
	readonly method: 'REQUEST' | 'CANCEL';
	readonly text: string;
}

/** The .ics file of one appointment (RFC 5545, 5546): UTC, private, and it says nothing but when. */
export function calendarFile(event: CalendarEvent): CalendarFile {
	const cancelled = event.status === 'cancelled';
	const method = cancelled ? 'CANCEL' : 'REQUEST';
	const instant = (at: Instant) => ({ date: new Date(at) });
	const text = generateIcsCalendar({
		version: '2.0',
		prodId: '-//Agenda//FR', // some calendars show it
		method,
		events: [
			{
				uid: oneLine(event.uid),
				stamp: instant(event.stamp),
				start: instant(event.start),
				end: instant(event.end),
				summary: event.title,
				sequence: event.sequence,
				status: cancelled ? 'CANCELLED' : 'CONFIRMED',
				class: 'PRIVATE',
				timeTransparent: cancelled ? 'TRANSPARENT' : 'OPAQUE',
				organizer: { email: oneLine(event.from) },
				// No answer is asked: it would come back as mail that nobody reads.
				attendees: [{ email: oneLine(event.to), role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', rsvp: false }],
			},
		],
	});
	return { method, text: foldOctets(text) };
}

/** Times when somebody is busy, for a calendar elsewhere to read again and again: nobody's name, nothing but when. */
export const busyCalendar = (
	events: readonly Pick<CalendarEvent, 'uid' | 'start' | 'end'>[],
	{ title, stamp }: Pick<CalendarEvent, 'title' | 'stamp'>,
): string =>
	foldOctets(
		generateIcsCalendar({
			version: '2.0',
			prodId: '-//Agenda//FR',
			method: 'PUBLISH',
			events: events.map(({ uid, start, end }) => ({
				uid: oneLine(uid),
				stamp: { date: new Date(stamp) },
				start: { date: new Date(start) },
				end: { date: new Date(end) },
				summary: title,
				class: 'PRIVATE',
				timeTransparent: 'OPAQUE',
			})),
		}),
	);

/** ts-ics escapes titles, not addresses. */
const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, '');

/** ts-ics folds at 75 characters; RFC 5545 says 75 octets, and an é is two of them. */
const foldOctets = (text: string): string => text.replaceAll('\r\n ', '').split('\r\n').map(foldLine).join('\r\n');

function foldLine(line: string): string {
	const lines = [''];
	let octets = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (octets + size > 75) {
			lines.push(' ');
			octets = 1;
		}
		lines[lines.length - 1] += character;
		octets += size;
	}
	return lines.join('\r\n');
}
