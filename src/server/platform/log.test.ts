import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { databaseLine, type Log, type LogEvent, type LogFields, openLog } from './log.ts';

const name = 'Zéphirine Plantée';
const secret = 'elle a peur de rentrer';
const planted = [
	name,
	'Zéphirine',
	'zephirine',
	'Plantée',
	'plantee',
	secret,
	'peur',
	'514 555-0199',
	'5145550199',
	'5c0ffee0',
];

function logged(
	write: (log: Log) => void,
	level = 'trace',
): { readonly text: string; readonly lines: readonly Record<string, unknown>[] } {
	const lines: string[] = [];
	write(openLog({ level, to: { write: (line) => void lines.push(line) } }));
	return { text: lines.join(''), lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}
const expectNoWords = (text: string) => {
	for (const word of planted) expect(text).not.toContain(word);
};
/** As code that was written carelessly would call it. */
const careless = (value: unknown) => value as LogFields;

describe('a line of the log', () => {
	test('says what happened, when, and how grave', () => {
		const { lines } = logged((log) =>
			log.info('mail.sent', { tries: 2, practice: '6f9c1f58-0000-4000-8000-000000000001' }),
		);
		expect(lines).toEqual([
			{
				level: 'info',
				time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
				event: 'mail.sent',
				tries: 2,
				practice: '6f9c1f58-0000-4000-8000-000000000001',
			},
		]);
	});
	test('of a page carries its route, status and time, once the routes are known', () => {
		const { lines } = logged((log) => {
			log.info('http', { route: '/office/dossier/[id]', method: 'GET', status: 200, ms: 12.345 });
			log.know(['/office/dossier/[id]']);
			log.info('http', { route: '/office/dossier/[id]', method: 'GET', status: 200, ms: 12.345 });
		});
		expect(lines[0]).toMatchObject({ route: '?', method: 'GET', status: 200, ms: 12.3 });
		expect(lines[1]).toMatchObject({ route: '/office/dossier/[id]' });
	});
	test('below the level asked for is not written', () => {
		expect(logged((log) => log.info('mail.sent'), 'warn').lines).toEqual([]);
		expect(logged((log) => log.error('mail.failed', new Error(secret)), 'silent').lines).toEqual([]);
	});
});

describe('nobody’s words', () => {
	test('pass through a field, whatever it is called and whatever it holds', () => {
		const { text, lines } = logged((log) => {
			for (const value of [
				name,
				'zephirine',
				secret,
				{ name },
				[secret],
				() => name,
				Number('5145550199'),
				Symbol(name),
			]) {
				for (const field of [
					'route',
					'method',
					'task',
					'template',
					'state',
					'act',
					'duty',
					'practice',
					'signal',
					'severity',
					'status',
					'ms',
					'count',
					'name',
					'msg',
					'err',
					'error',
					'message',
					'event',
					'level',
					'__proto__',
				]) {
					log.info('http', careless({ [field]: value }));
					log.warn('http', careless({ [field]: value }));
				}
			}
		});
		expect(lines.length).toBe(8 * 21 * 2);
		expectNoWords(text);
	});
	test('are the name of an event', () => {
		const { text, lines } = logged((log) => log.info(`${name} est arrivée` as LogEvent));
		expect(lines[0]).toMatchObject({ event: 'unnamed' });
		expectNoWords(text);
	});
	test('pass with an address: neither ids, nor a query, nor a path', () => {
		const { text } = logged((log) => {
			for (const url of [
				'/office/dossier/5c0ffee0-0000-4000-8000-000000000001',
				`/office?q=${name}`,
				'/clients/zephirine',
				`https://a.example/${encodeURIComponent(name)}`,
			]) {
				log.info('http', { route: url, status: 200 });
				log.error('http.failed', new Error(`GET ${url}`), { route: url });
			}
		});
		expectNoWords(text);
		expect(text).not.toContain('%C3');
	});
});

describe('an error', () => {
	const thrown = (make: () => unknown): unknown => {
		try {
			throw make();
		} catch (error) {
			return error;
		}
	};
	const shown = (error: unknown) => {
		const { text, lines } = logged((log) => log.error('http.failed', error, careless({ act: secret })));
		expectNoWords(text);
		expect(lines).toHaveLength(1);
		return lines[0]?.error as Record<string, unknown>;
	};
	test('is told by its class, its code, and where it happened', () => {
		const error = shown(Object.assign(new RangeError(secret), { code: 'ECONNREFUSED' }));
		expect(error).toMatchObject({
			type: 'RangeError',
			code: 'ECONNREFUSED',
			mark: expect.stringMatching(/^[\da-f]{12}$/),
		});
		expect((error.at as string[])[0]).toMatch(/^src\/server\/platform\/log\.test\.ts:\d+:\d+$/);
	});
	test('keeps the same mark for the same message, so that repeats can be counted', () => {
		const [first, second, other] = [new Error(secret), new Error(secret), new Error(name)].map((e) => shown(e).mark);
		expect(first).toBe(second);
		expect(first).not.toBe(other);
	});
	test('hides words in its message, name, code, cause, fields and many-lined stack', () => {
		const file = join(process.cwd(), 'src/zephirine.ts');
		// biome-ignore format: a list
		const cases: readonly unknown[] = [
			new Error(name, { cause: new Error(secret, { cause: secret }) }),
			Object.assign(new Error('x'), { name, code: name, detail: secret, response: `550 ${name}`, query: secret }),
			Object.assign(new Error('x'), { name: 'Plantée', code: 'PEUR' }),
			new AggregateError([new Error(secret), new Error(name)], name),
			new Error(`${secret}\n    at ${name} (${file}:1:1)\n    at /tmp/zephirine:1:1\n    at peur (node:internal/peur:1:1)`),
			Object.assign(new Error('x'), { stack: `Error: ${secret}\n    at ${name} (${file}:1:1)` }),
			Object.assign(new Error('x'), { constructor: { name } }),
			Object.assign(new Error('x'), { constructor: undefined }),
			secret, name, { message: secret, stack: name }, undefined, null, 5145550199, [secret],
			thrown(() => JSON.parse(`{"note": ${name}`)),
			thrown(() => new URL(`https://${name}:x`)),
		];
		for (const error of cases) shown(error);
	});
	test('names its causes, four deep', () => {
		const deep = [1, 2, 3, 4, 5].reduce<Error | undefined>((cause, n) => new Error(`${n}`, { cause }), undefined);
		const text = JSON.stringify(shown(deep));
		expect(text.match(/"type":"Error"/g)).toHaveLength(4);
	});
	test('of the database keeps its SQLSTATE', () => {
		expect(
			shown(Object.assign(new Error(`Key (name)=(${name}) exists`), { code: '23505', detail: secret })),
		).toMatchObject({ code: '23505' });
	});
});

test('the database server’s lines are told by how grave they are, without what they quote', () => {
	const { text, lines } = logged((log) => {
		const said = databaseLine(log);
		said(`2026-03-09 14:30:00.000 UTC [12] ERROR:  invalid input syntax for type uuid: "${name}"`);
		said('2026-03-09 14:30:00.000 UTC [12] LOG:  database system is ready to accept connections');
		said(name);
	});
	expect(lines.map(({ event, severity }) => [event, severity])).toEqual([['database.said', 'ERROR']]);
	expectNoWords(text);
});
