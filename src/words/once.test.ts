import { expect, test } from 'vitest';
import { toldOnce } from './once.ts';

test('what every line would repeat is told once; what differs stays with its line', () => {
	expect(toldOnce(['le 14 juillet', 'le 14 juillet', 'le 14 juillet'])).toBe('le 14 juillet');
	expect(toldOnce(['le 14 juillet', 'le 15 juillet'])).toBeUndefined();
	expect(toldOnce(['le 14 juillet'])).toBeUndefined();
	expect(toldOnce(['le 14 juillet', undefined])).toBeUndefined();
	expect(toldOnce([])).toBeUndefined();
});
