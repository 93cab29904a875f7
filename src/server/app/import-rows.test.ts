import { expect, test } from 'vitest';
import { filesOf, type ImportedRow, rowsOf } from './import-rows.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const silent = { practitioner: 'eve', reason: 'Liste', newId: (about: string) => `id ${about}` };
const read = (text: string) => rowsOf(bytes(text)) as readonly ImportedRow[];

test('a list is read in either language, whichever sign separates its columns', () => {
	const expected = [{ line: 2, cells: { name: 'Zoé Côté-Roy', phone: '418-555-0100' } }];
	expect(read('Nom;Téléphone\nZoé Côté-Roy;418-555-0100\n')).toEqual(expected);
	expect(read('\uFEFFname,phone\r\n"Zoé Côté-Roy",418-555-0100\r\n')).toEqual(expected);
	expect(read('NAME\tPhone\tFavourite colour\nZoé Côté-Roy\t418-555-0100\tblue')).toEqual(expected);
});

test('older spreadsheets write accents in another way', () => {
	expect(rowsOf(Uint8Array.from([...bytes('nom\nZo'), 0xe9]))).toEqual([{ line: 2, cells: { name: 'Zoé' } }]);
});

test('what is no list says so', () => {
	expect(rowsOf(bytes('nom\n'))).toBe('empty');
	expect(rowsOf(bytes('téléphone\n1'))).toBe('noName');
	expect(rowsOf(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toBe('notAList');
	expect(rowsOf(bytes('nom\n"Zoé'))).toBe('notAList');
	expect(rowsOf(bytes(`nom\n${'Zoé\n'.repeat(2001)}`))).toBe('tooLong');
});

test('lines of the same file are one client, and nothing is allowed that the list does not say', () => {
	const rows = read('dossier;nom;province\nRoy;Ana;Québec\nRoy;Bob;\n;O’Neil;NB\n;D;\n');
	const files = filesOf(rows, silent);
	expect(files.map(({ lines, input }) => [lines, input.kind, input.label, input.territory])).toEqual([
		[[2, 3], 'couple', 'Roy', 'QC'],
		[[4], 'person', 'O’Neil', 'NB'],
		[[5], 'person', 'D', undefined],
	]);
	expect(files[0]?.input.persons).toMatchObject([
		{ name: 'Ana', roles: ['requester', 'beneficiary'], contact: { voiceMail: false, othersMayKnow: false } },
		{ name: 'Bob', roles: ['beneficiary'] },
	]);
});

test('the same lines are the same file in a corrected list; two lines alike are two files', () => {
	const marks = (text: string) => filesOf(read(text), silent).map((f) => f.mark);
	const [ana, bob] = marks('nom\nAna\nBob\n');
	expect(marks('nom\nBob\nCarl\nAna\n')).toEqual([bob, expect.anything(), ana]);
	const twice = marks('nom\nAna\nAna\n');
	expect(twice[0]).toBe(ana);
	expect(twice[1]).not.toBe(ana);
});
