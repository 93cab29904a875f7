import type { BoundaryEntry } from '#server/capabilities/boundaries/facts.ts';
import type { IntakeEntry } from '#server/capabilities/intake/facts.ts';
import type { SchedulingEntry } from '#server/capabilities/scheduling/facts.ts';
import type { Row } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { JournalRef } from '#server/kernel/journal.ts';

/** A name as conflict searches compare it: no accents, no case, œ as oe, words in one order. */
export const foldedName = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.split(/[^a-z0-9]+/)
		.filter(Boolean)
		.sort()
		.join(' ');

/** The ten last digits of a telephone number. */
export const foldedPhone = (phone: string): string =>
	phone
		.replace(/ ?(p|x|ext)\.? ?\d+$/i, '')
		.replace(/\D/g, '')
		.slice(-10);

const given = (words: readonly (string | undefined)[]): readonly string[] =>
	words.filter((w) => w !== undefined && w !== '') as string[];

/** The rows that lists, exclusivity and blind search need; `verify` rebuilds them and compares. */
export function project(entry: Entry, _journal: JournalRef): readonly Row[] {
	const e = entry as IntakeEntry | SchedulingEntry | BoundaryEntry;
	switch (e.kind) {
		case 'dossier.opened':
			return [{ table: 'care', key: { account_id: e.data.practitioner, role: 'practitioner' } }];
		case 'careTeam.joined':
			return [{ table: 'care', key: { account_id: e.data.account, role: e.data.role } }];
		case 'careTeam.left':
			return (['practitioner', 'supervisor'] as const).map((role) => ({
				table: 'care',
				key: { account_id: e.data.account, role },
				gone: true,
			}));
		case 'careTeam.handedOver':
			return [
				...(['practitioner', 'supervisor'] as const).map(
					(role): Row => ({ table: 'care', key: { account_id: e.data.from, role }, gone: true }),
				),
				{ table: 'care', key: { account_id: e.data.to, role: 'practitioner' } },
			];
		case 'person.linked':
			return [{ table: 'care', key: { account_id: e.data.account, role: 'person' } }];
		case 'person.added':
		case 'person.renamed':
			return [
				{ table: 'blind', key: { person_id: e.data.id, field: 'name' }, words: given([foldedName(e.data.name)]) },
			];
		case 'other.named':
			return [
				{ table: 'blind', key: { person_id: e.data.id, field: 'name' }, words: given([foldedName(e.data.name)]) },
				{
					table: 'blind',
					key: { person_id: e.data.id, field: 'phone' },
					words: given([e.data.phone && foldedPhone(e.data.phone)]),
				},
			];
		case 'contact.set': {
			const { person, contact } = e.data;
			return [
				{
					table: 'blind',
					key: { person_id: person, field: 'phone' },
					words: given([contact.phone && foldedPhone(contact.phone)]),
				},
				{ table: 'blind', key: { person_id: person, field: 'email' }, words: given([contact.email?.toLowerCase()]) },
			];
		}
		case 'appointment.booked':
		case 'appointment.moved':
		case 'appointment.cancelled': {
			const { id, practitioner, startsAt, endsAt } = e.data;
			const state = e.kind === 'appointment.cancelled' ? 'cancelled' : 'booked';
			return [
				{
					table: 'appointment',
					key: { id },
					values: { practitioner_id: practitioner, starts_at: startsAt, ends_at: endsAt, state },
				},
			];
		}
	}
	return [];
}
