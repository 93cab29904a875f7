import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '#server/platform/hash.ts';
import { headerText } from './chain.ts';

test('the text of a header is the one text that such a value has, whatever stands in it', () => {
	const header = fc.record({
		practice: fc.uuid(),
		journal: fc.uuid(),
		seq: fc.integer({ min: 1 }),
		part: fc.string({ unit: 'binary' }),
		key: fc.uuid(),
		at: fc.integer(),
		attempt: fc.string({ unit: 'binary' }),
	});
	fc.assert(
		fc.property(header, (one) => {
			expect(headerText(one)).toBe(canonical(one));
		}),
	);
});
