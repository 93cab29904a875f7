import { describe, expect, test } from 'vitest';
import { startError } from '../start-error.ts';
import { explain } from './explain.ts';

const failed = (code: string) => Object.assign(new Error(`${code}: no`), { code });

describe('what stops the database is said in one line, in both languages', () => {
	test.each([
		['a full disk', failed('ENOSPC'), /est plein.*is full/],
		['a used-up quota', failed('EDQUOT'), /est plein.*is full/],
		[
			'a full disk, in the words of the server',
			new Error('LOG: starting\nFATAL:  could not write lock file: No space left on device'),
			/est plein.*is full/,
		],
		[
			'a full disk, in the words of initdb',
			Object.assign(new Error('Command failed'), { stderr: 'initdb: error: could not write: No space left on device' }),
			/est plein.*is full/,
		],
		['a full disk, in the words of the lock', new Error('database or disk is full'), /est plein.*is full/],
		['a closed folder', failed('EACCES'), /ne peut pas écrire.*cannot write/],
		[
			'a closed folder, in the words of the lock',
			new Error('unable to open database file'),
			/ne peut pas écrire.*cannot write/,
		],
		['anything else', new Error('LOG: starting\nFATAL:  wrong phase\nLOG: ended'), /: wrong phase \|.*: wrong phase$/],
	])('%s', (_, error, line) => {
		const { name, message } = explain(error, '/srv/data');
		expect(name).toBe('StartError');
		expect(message).toMatch(line);
		expect(message).toContain('/srv/data');
		expect(message).not.toContain('\n');
	});

	test('a line that is already clear stays as it is', () => {
		const clear = startError('Non.', 'No.');
		expect(explain(clear, '/srv/data')).toBe(clear);
	});
});
