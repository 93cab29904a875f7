import { error, type RequestEvent } from '@sveltejs/kit';
import { reachOf } from '#server/kernel/dossier.ts';
import { whenEnded } from './door.ts';
import { factsOf } from './facts.ts';
import { signedIn } from './view.ts';

const text = new TextEncoder();
const BEAT = 15_000;

/** Says `changed` whenever something was written in this file, to whoever may open it; what changed is read by the page itself. */
export async function fileChanges(event: RequestEvent): Promise<Response> {
	const { session, practice } = signedIn(event);
	const { world, live } = event.locals.app;
	const id = event.params.dossier ?? '';
	const found = await factsOf(world, practice, { kind: 'dossier', id });
	const reach = found && reachOf(found.facts.dossier.joint.dossier, session.account, session.roles, world.now());
	if (!reach) error(404);
	let stop = () => {};
	const body = new ReadableStream<Uint8Array>({
		start: (out) => {
			const write = (line: string) => {
				try {
					out.enqueue(text.encode(line));
				} catch {
					stop(); // the browser is gone
				}
			};
			const shut = () => {
				stop();
				try {
					out.close();
				} catch {
					// closed by the browser before
				}
			};
			const ends = [
				whenEnded(event.locals.app, practice, session, shut),
				live.subscribe(`journal:${practice}:${id}`, undefined, () => write('event: changed\ndata: {}\n\n')),
			];
			const beat = setInterval(() => write(': here\n\n'), BEAT);
			// Once we listen: what was written between the page and now is not missed.
			const first = setTimeout(() => write('event: changed\ndata: {}\n\n'), 250);
			stop = () => {
				clearInterval(beat);
				clearTimeout(first);
				for (const end of ends.splice(0)) end();
			};
			write('retry: 1000\n\n');
		},
		cancel: () => stop(),
	});
	event.request.signal.addEventListener('abort', () => stop(), { once: true });
	return new Response(body, {
		headers: {
			'Content-Type': 'text/event-stream',
			'Cache-Control': 'no-cache, no-transform',
			'X-Accel-Buffering': 'no',
		},
	});
}
