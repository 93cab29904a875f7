import { describe, expect, test } from 'vitest';
import { iceServers, passSeconds } from './turn.ts';

const turn = { urls: ['turn:relay.example:3478?transport=udp'], secret: 'a secret' };
const now = Date.UTC(2026, 10, 22, 14, 30);

describe('the pass to the relay', () => {
	test('ends by itself and names the participant', () => {
		const [relay] = iceServers({ turn, stunUrls: [] }, 'p-1', now);
		expect(relay?.username).toBe(`${now / 1000 + passSeconds}:p-1`);
		expect(relay?.urls).toEqual(turn.urls);
	});

	test('is the HMAC-SHA1 that the relay computes itself', () => {
		const [relay] = iceServers({ turn, stunUrls: [] }, 'p-1', now);
		// printf '1795372200:p-1' | openssl dgst -sha1 -hmac 'a secret' -binary | base64
		expect(relay?.credential).toBe('oSvYtH44aMjT9sDqf7w2m5HRoSo=');
	});

	test('is another for another participant, another moment, another secret', () => {
		const credential = (id: string, at: number, secret: string) =>
			iceServers({ turn: { ...turn, secret }, stunUrls: [] }, id, at)[0]?.credential;
		const all = [
			credential('p-1', now, 'a'),
			credential('p-2', now, 'a'),
			credential('p-1', now + 1000, 'a'),
			credential('p-1', now, 'b'),
		];
		expect(new Set(all).size).toBe(4);
	});

	test('without a relay there are only the mirrors, without either nothing', () => {
		expect(iceServers({ turn: undefined, stunUrls: ['stun:a'] }, 'p-1', now)).toEqual([{ urls: ['stun:a'] }]);
		expect(iceServers({ turn: undefined, stunUrls: [] }, 'p-1', now)).toEqual([]);
	});

	test('the secret leaves nowhere', () => {
		expect(JSON.stringify(iceServers({ turn, stunUrls: ['stun:a'] }, 'p-1', now))).not.toContain(turn.secret);
	});
});
