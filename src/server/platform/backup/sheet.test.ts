import { expect, test } from 'vitest';
import { isSheetKey, makeSheet, openBySheet, readSheet, sealForSheet } from './sheet.ts';

const sheet = makeSheet();
const typed = sheet.groups.join(' ');
const secret = readSheet(typed) as Buffer;

test('what is printed opens what was sealed for it, however it is typed', () => {
	expect(sheet.groups).toHaveLength(8);
	const box = sealForSheet(sheet.publicKey, 'the keys');
	expect(openBySheet(secret, box)).toBe('the keys');
	const carelessly = typed.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll(' ', '-');
	expect(readSheet(carelessly)).toEqual(secret);
});
test('another sheet opens nothing of it, nor does the public half', () => {
	const other = readSheet(makeSheet().groups.join('')) as Buffer;
	expect(openBySheet(other, sealForSheet(sheet.publicKey, 'the keys'))).toBeUndefined();
	expect(openBySheet(secret, 'nonsense')).toBeUndefined();
	expect(isSheetKey(sheet.publicKey)).toBe(true);
	expect(isSheetKey('nonsense')).toBe(false);
});
test('a group that was misread, left out or put elsewhere is named', () => {
	const { groups } = sheet;
	const swapped = [groups[1], groups[0], ...groups.slice(2)].join('');
	let named = 0;
	for (let n = 0; n < groups.length; n++) {
		const wrong = groups.map((group, at) => (at === n ? `${group[0] === 'A' ? 'B' : 'A'}${group.slice(1)}` : group));
		const read = readSheet(wrong.join(' '));
		// One letter checks four: a slip goes unseen once in thirty-two, and then the sheet opens nothing.
		if ('wrongGroup' in read && read.wrongGroup === n + 1) named++;
	}
	expect(named).toBeGreaterThanOrEqual(6);
	expect(readSheet(groups.slice(0, 7).join(''))).toEqual({ wrongGroup: 8 });
	expect(readSheet(`${typed} ${groups[0]}`)).toEqual({ wrongGroup: 9 });
	if (groups[0] !== groups[1]) expect(readSheet(swapped)).not.toEqual(secret);
	expect(readSheet('')).toEqual({ wrongGroup: 1 });
});
