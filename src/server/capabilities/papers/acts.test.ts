import { describe, expect, test } from 'vitest';
import { bench, lea, noe, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type PaperEntry, type PaperFacts, paperFold } from './facts.ts';
import { MOST_BYTES } from './kind.ts';

const { given } = bench<PaperFacts, PaperEntry>(paperFold);
const { person } = lea;

describe('[qc-intro-b] a package on paper', () => {
	const posted = { person, documents: { services: 1 }, means: 'posted' };
	test('is posted or handed, in the versions that it holds', () => {
		expect(given().when(acts.postPackage, posted)).toEqual({
			did: [{ kind: 'package.posted', part: person, data: posted }],
		});
	});
	test('leaves for a person of the file, by a way that exists, and never empty', () => {
		expect(given().when(acts.postPackage, { ...posted, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.postPackage, { ...posted, means: 'fax' })).toEqual({ wrong: { means: 'field.choice' } });
		expect(given().when(acts.postPackage, { ...posted, documents: {} })).toEqual({
			wrong: { documents: 'field.required' },
		});
	});
});

describe('[nb-2-h] the written copy of a consent', () => {
	const copy = { person, consent: uid(72), means: 'posted' };
	test('is of one consent, and remembered', () => {
		expect(given().when(acts.sendCopy, copy)).toEqual({ did: [{ kind: 'copy.sent', part: person, data: copy }] });
		const line = { kind: 'copy.sent', part: person, data: { person, consent: uid(72), means: 'posted' } } as const;
		expect(given(line).facts.of(person).copy).toMatchObject({ consent: uid(72), means: 'posted' });
	});
	test('lies in an online space only where there is one', () => {
		expect(given().when(acts.sendCopy, { ...copy, person: noe.person, means: 'portal' })).toEqual({
			refused: 'copy.noSpace',
		});
		expect(given().when(acts.sendCopy, { ...copy, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.sendCopy, { ...copy, consent: 'x' })).toEqual({ wrong: { consent: 'field.id' } });
	});
});

describe('a paper that was scanned', () => {
	const scan = (bytes: string, more: object = {}) =>
		given().when(acts.scanPaper, { person, of: 'consent', content: btoa(bytes), ...more });
	const png = '\u0089PNG\r\n\u001a\n…'.replace('…', '12');
	test.each([
		['%PDF-1.7 page', 'pdf'],
		['\u00ff\u00d8\u00ff\u00e0 photo', 'jpeg'],
		[png, 'png'],
	])('is kept as what its bytes say', (bytes, type) => {
		expect(scan(bytes)).toEqual({
			did: [
				{
					kind: 'paper.scanned',
					part: person,
					data: { person, of: 'consent', type, bytes: bytes.length, content: btoa(bytes) },
				},
			],
		});
	});
	test.each([
		['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*', 'paper.harmful'],
		['%PDF-1.7 EICAR-STANDARD-ANTIVIRUS-TEST-FILE', 'paper.harmful'],
		['%PDF-1.7 /OpenAction << /JavaScript >>', 'paper.harmful'],
		['<svg onload="x">', 'paper.otherKind'],
		['MZ program', 'paper.otherKind'],
	])('is refused when it is anything else: %s', (bytes, refused) => {
		expect(scan(bytes)).toEqual({ refused });
	});
	test('is refused when it is too big, unreadable, or nobody’s', () => {
		expect(scan(`%PDF-${'x'.repeat(MOST_BYTES)}`)).toEqual({ refused: 'paper.tooBig' });
		expect(scan('', { content: '***' })).toEqual({ refused: 'paper.unreadable' });
		expect(scan('%PDF-', { person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(scan('%PDF-', { of: 'letter' })).toEqual({ wrong: { of: 'field.choice' } });
	});
});

describe('a paper beside a note', () => {
	const session = uid(61);
	const content = btoa('%PDF-1.7');
	const scanned = {
		kind: 'paper.scanned',
		part: person,
		data: { person, of: 'other', type: 'pdf', bytes: 8, content },
	};
	const about = { ...scanned, seq: 5, at: 0, by: { as: 'practitioner' } } as const;
	test('is kept there at once, or joins it later', () => {
		const kept = given().when(acts.scanPaper, { person, of: 'other', content, session });
		expect(kept).toHaveProperty('did.0.data.session', session);
		const attached = { kind: 'paper.attached', part: person, data: { paper: 5, session } } as const;
		expect(given().when(acts.attachPaper, attached.data, { about })).toEqual({ did: [attached] });
		expect(given(scanned as never, attached).facts.of(person).scans[0]).toMatchObject({ session });
	});
	test('is one of the file', () => {
		expect(given().when(acts.attachPaper, { paper: 2, session })).toEqual({ refused: 'paper.unknown' });
		expect(given().when(acts.attachPaper, { paper: 0, session: 'x' })).toHaveProperty('wrong.session');
	});
});
