import type { Draft } from '#ui/room/chat.ts';

/** What became of an act that the room sent. */
export type Sent = 'done' | 'refused' | 'unreachable';

/** Sends one act of this file: the same door as every form. The id makes a repeat do it once. */
export const sendAct = async (
	dossier: string,
	act: string,
	input: object,
	id: string = crypto.randomUUID(),
): Promise<Sent> => {
	const body = JSON.stringify({ id, act, journal: { kind: 'dossier', id: dossier }, input });
	const headers = { 'Content-Type': 'application/json' };
	const signal = AbortSignal.timeout(10_000);
	const answer = await fetch('/api/acts', { method: 'POST', headers, body, signal }).catch(() => undefined);
	if (!answer || answer.status >= 500 || answer.status === 429) return 'unreachable';
	return answer.ok ? 'done' : 'refused';
};

const longestPause = 15_000;

/** Messages on their way into the file, one after the other, tried until they are there. */
export const openChat = (dossier: string, session: string, changed: (drafts: readonly Draft[]) => void) => {
	let drafts: readonly Draft[] = [];
	let busy = false;
	let open = true;

	const show = (now: readonly Draft[]) => {
		drafts = now;
		changed(now);
	};
	const mark = (id: string, state: Draft['state']) => show(drafts.map((d) => (d.id === id ? { ...d, state } : d)));
	const post = ({ id, text }: Draft) =>
		sendAct(dossier, 'message.send', { id, thread: session, session, channel: 'chat', body: text }, id);

	const arrived = new Set<string>();
	const drain = async () => {
		if (busy) return;
		busy = true;
		const first = () => drafts.find((d) => !arrived.has(d.id));
		for (let next = first(), wait = 1000; open && next; next = first()) {
			if ((await post(next)) === 'done') {
				arrived.add(next.id);
				wait = 1000;
				continue;
			}
			mark(next.id, 'waiting');
			await new Promise((resolve) => setTimeout(resolve, wait));
			wait = Math.min(wait * 1.6, longestPause);
		}
		busy = false;
	};

	return {
		send: (text: string) => {
			show([...drafts.filter((d) => !arrived.has(d.id)), { id: crypto.randomUUID(), text, state: 'sending' }]);
			void drain();
		},
		close: () => {
			open = false;
		},
	};
};
