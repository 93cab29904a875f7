import { expect, test } from 'vitest';
import { masked } from './outbox.ts';

test.each([
	['camille.roy@exemple.org', 'c…@exemple.org'],
	['é@exemple.org', 'é…@exemple.org'],
	['a@b@exemple.org', 'a…@exemple.org'],
])('%s is shown as %s', (address, shown) => expect(masked(address)).toBe(shown));
