import { convertIcsCalendar, type IcsCalendar } from 'ts-ics';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, calendarFile } from './calendar.ts';

const event: CalendarEvent = {
	uid: '6f9c1f58-0000-4000-8000-000000000001',
	start: Date.parse('2026-03-09T18:30:00Z'),
	end: Date.parse('2026-03-09T19:20:00Z'),
	sequence: 3,
	status: 'confirmed',
	title: 'Rendez-vous',
	stamp: Date.parse('2026-03-01T12:00:00Z'),
	from: 'rendez-vous@cabinet.example',
	to: 'une-adresse-assez-longue-pour-que-la-ligne-soit-pliee@exemple-de-courriel.example',
};
const read = (text: string) => (convertIcsCalendar(undefined, text) as IcsCalendar).events?.[0];

describe('the calendar file of an appointment', () => {
	test('reads back as it was written, in UTC', () => {
		const { method, text } = calendarFile(event);
		expect(method).toBe('REQUEST');
		expect(text).toContain('METHOD:REQUEST\r\n');
		expect(text).toContain('DTSTART:20260309T183000Z\r\n');
		expect(text).toContain('DTEND:20260309T192000Z\r\n');
		expect(read(text)).toMatchObject({
			uid: event.uid,
			summary: 'Rendez-vous',
			sequence: 3,
			status: 'CONFIRMED',
			class: 'PRIVATE',
			start: { date: new Date(event.start) },
			end: { date: new Date(event.end) },
			organizer: { email: event.from },
			attendees: [{ email: event.to, rsvp: false }],
		});
	});
	test('asks the calendar to take a cancelled appointment away', () => {
		const { method, text } = calendarFile({ ...event, status: 'cancelled', sequence: 4 });
		expect(method).toBe('CANCEL');
		expect(text).toContain('METHOD:CANCEL\r\n');
		expect(read(text)).toMatchObject({ uid: event.uid, sequence: 4, status: 'CANCELLED' });
	});
	test('the first one carries its sequence too', () => {
		expect(calendarFile({ ...event, sequence: 0 }).text).toContain('SEQUENCE:0\r\n');
	});
	test('says nothing but when: no place, no description, no name beside an address', () => {
		const names = calendarFile(event)
			.text.replaceAll('\r\n ', '')
			.split('\r\n')
			.map((line) => line.split(/[:;]/)[0]);
		expect(new Set(names)).toEqual(
			new Set([
				'BEGIN',
				'VERSION',
				'PRODID',
				'METHOD',
				'UID',
				'SUMMARY',
				'DTSTAMP',
				'DTSTART',
				'DTEND',
				'SEQUENCE',
				'STATUS',
				'CLASS',
				'TRANSP',
				'ORGANIZER',
				'ATTENDEE',
				'END',
				'',
			]),
		);
		expect(calendarFile(event).text).not.toContain('CN=');
	});
	test('folds at 75 octets, never inside a letter', () => {
		const title = `${'é'.repeat(60)}, ${'🙂'.repeat(30)}; fin`;
		const { text } = calendarFile({ ...event, title });
		const sizes = text.split('\r\n').map((line) => Buffer.byteLength(line));
		expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
		expect(sizes.filter((size) => size > 70).length).toBeGreaterThan(1);
		expect(text).not.toContain('\ufffd');
		expect(read(text)?.summary).toBe(title);
	});
	test('ends with a line break, and has no bare one', () => {
		const { text } = calendarFile(event);
		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	});
	test('a title cannot bring a line of its own', () => {
		const { text } = calendarFile({ ...event, title: 'Rendez-vous\r\nLOCATION:ici' });
		expect(text).not.toMatch(/^LOCATION/m);
		const { text: mail } = calendarFile({ ...event, to: 'a@b.example\r\nLOCATION:ici' });
		expect(mail).not.toMatch(/^LOCATION/m);
	});
});
