/** How the line to here is. */
export type Line = 'good' | 'slow' | 'none';

const TIMES = 3;
const SLOW = 600;

/** Ask for something small a few times: does it answer, and how fast at its best? */
export async function tryLine(): Promise<Line> {
	const took: number[] = [];
	for (let n = 0; n < TIMES; n += 1) {
		const began = performance.now();
		try {
			await fetch('/icon.svg', { cache: 'no-store' });
			took.push(performance.now() - began);
		} catch {
			// No answer: the next one may get through.
		}
	}
	if (took.length === 0) return 'none';
	return Math.min(...took) < SLOW ? 'good' : 'slow';
}
