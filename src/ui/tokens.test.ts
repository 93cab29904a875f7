import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');
const pairs = new Map(
	[...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
		name,
		{ light, dark },
	]),
);

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => channel(Number.parseInt(hex.slice(i, i + 2), 16) / 255));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
};

const colour = (name: string, scheme: 'light' | 'dark'): string => pairs.get(name)?.[scheme] ?? 'missing';
const grounds = ['paper', 'surface', 'surface-2', 'danger-tint', 'warn-tint', 'good-tint', 'info-tint'];

test.each(['light', 'dark'] as const)('reading text is 7:1 on every ground (%s)', (scheme) => {
	for (const ground of grounds)
		expect(contrast(colour('ink', scheme), colour(ground, scheme)), ground).toBeGreaterThanOrEqual(7);
	for (const ground of ['paper', 'surface', 'surface-2', 'info-tint'])
		expect(contrast(colour('ink-soft', scheme), colour(ground, scheme)), ground).toBeGreaterThanOrEqual(7);
	expect(contrast(colour('strip', scheme), colour('strip-ink', scheme))).toBeGreaterThanOrEqual(7);
	expect(contrast(colour('accent', scheme), colour('accent-ink', scheme))).toBeGreaterThanOrEqual(7);
});

test.each(['light', 'dark'] as const)('links and words of state are 4.5:1, borders of fields 3:1 (%s)', (scheme) => {
	for (const ground of grounds)
		expect(contrast(colour('accent', scheme), colour(ground, scheme)), ground).toBeGreaterThanOrEqual(4.5);
	for (const state of ['danger', 'warn', 'good'])
		for (const ground of ['paper', 'surface', 'surface-2', `${state}-tint`])
			expect(contrast(colour(state, scheme), colour(ground, scheme)), `${state} on ${ground}`).toBeGreaterThanOrEqual(
				4.5,
			);
	for (const ground of ['paper', 'surface', 'surface-2'])
		expect(contrast(colour('line-strong', scheme), colour(ground, scheme)), ground).toBeGreaterThanOrEqual(3);
});
