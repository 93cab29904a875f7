import { expect, test } from 'vitest';
import { refuse } from '#server/kernel/refusal.ts';
import { mend } from '#server/kernel/verdict.ts';
import { presentRefusal } from './refusals.ts';

const unmet = (duty: string, act: string, person?: string) => ({
	duty,
	why: duty,
	mend: mend(act, person),
	soft: false,
});
const where = { lang: 'fr', dossier: 'd', attempt: 'a', office: true } as const;

test('a refusal leads to the page that mends it, and back', () => {
	const refusal = refuse('act.normUnmet', [unmet('qc-2.01-c', 'consent.record', 'p')]);
	expect(presentRefusal(refusal, { ...where, act: 'session.admit' }).mend?.href).toBe(
		'/fr/office/clients/d/consent?for=a#p-p',
	);
});

test('what its own form mends leads nowhere else: the text stays where it was typed', () => {
	const refusal = refuse('act.normUnmet', [unmet('qc-3.05-c', 'note.sign', 'p')]);
	expect(presentRefusal(refusal, { ...where, act: 'note.sign' })).not.toHaveProperty('mend');
	expect(presentRefusal(refusal, { ...where, act: 'session.end' })).toHaveProperty('mend');
});

test('somebody at the door is asked at the door', () => {
	const at = { ...unmet('qc-2.04-b', 'arrival.declare', 'p'), mend: mend('arrival.declare', 'p', 's') };
	const { mend: way } = presentRefusal(refuse('act.normUnmet', [at]), { ...where, act: 'session.admit' });
	expect(way?.href).toBe('/fr/room/d/s?for=a#p-p');
});
