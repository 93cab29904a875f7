import { gate as judgeGate } from '#server/norms/judge.ts';
import { openSession, request, walk } from '../tests/support/path.ts';
import { openHouse } from './support/house.ts';
import { inTurn, timed } from './support/measure.ts';
import { atMost, type Bench, row } from './support/row.ts';

/** Judging every norm of `service.start` on the facts of a file that is ready: what a person waits for beside the database. */
export const gate: Bench = async (effort) => {
	const house = await openHouse();
	const { path, world } = house;
	const client = await request(path);
	await walk(path, client);
	const session = await openSession(path, client);
	for (const { id: person } of client.persons)
		await path.does(path.practitioner.actor, client.dossier, 'session.admit', { id: session, person });
	const facts = await path.factsOf(client.dossier);
	const judging = { now: world.now(), focus: { subject: session, purpose: 'service', channel: 'video' } };
	const refused = judgeGate(['service.start'], facts, judging);
	if (refused.length > 0) throw new Error(`not ready: ${refused.map((u) => u.why).join(' ')}`);
	const calls = effort.short ? 100 : 20_000;
	const judgeAll = async () =>
		((await timed(() => {
			for (let n = 0; n < calls; n++) judgeGate(['service.start'], facts, judging);
		})) *
			1000) /
		calls;
	const { micros } = await inTurn(effort.rounds, { micros: judgeAll });
	await house.stop();
	return [
		row(
			effort,
			{ name: 'gate', value: micros, unit: 'µs', note: `mean of ${calls} judgements of a person’s file, all met` },
			atMost(50),
		),
	];
};
