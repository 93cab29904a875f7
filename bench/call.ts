import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { median } from './support/measure.ts';
import { firstFrame, join, type Meeting, openMeeting, toTheDoor } from './support/meeting.ts';
import { type Bench, ratioAtMost, row } from './support/row.ts';
import { openRunning } from './support/running.ts';

/** In the page: a bare pair of connections with the signalling in the page, from the first offer to a frame on both sides. */
async function barePair(): Promise<number> {
	const stream = await navigator.mediaDevices.getUserMedia({
		audio: true,
		video: { width: 640, height: 360, frameRate: 20 },
	});
	const start = performance.now();
	const pair = [new RTCPeerConnection(), new RTCPeerConnection()] as const;
	const frames = pair.map(
		(pc, side) =>
			new Promise<number>((resolve) => {
				pc.ontrack = ({ track }) => {
					if (track.kind !== 'video') return;
					const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true });
					video.srcObject = new MediaStream([track]);
					document.body.append(video);
					video.requestVideoFrameCallback(() => resolve(performance.now() - start));
				};
				pc.onicecandidate = ({ candidate }) => candidate && pair[1 - side]?.addIceCandidate(candidate);
				for (const track of stream.getTracks()) pc.addTrack(track, stream);
			}),
	);
	await pair[0].setLocalDescription();
	await pair[1].setRemoteDescription(pair[0].localDescription as RTCSessionDescription);
	await pair[1].setLocalDescription();
	await pair[0].setRemoteDescription(pair[1].localDescription as RTCSessionDescription);
	const took = Math.max(...(await Promise.all(frames)));
	for (const pc of pair) pc.close();
	for (const track of stream.getTracks()) track.stop();
	return took;
}

async function ours({ office, client, address }: Meeting): Promise<number> {
	await Promise.all([toTheDoor(office, address), toTheDoor(client, address)]);
	await join(office);
	await office.locator('ul.tiles').waitFor();
	await settle();
	await join(client);
	const frames = await Promise.all([firstFrame(office), firstFrame(client)]);
	const clicked = await client.evaluate(() => window.bench.click ?? Number.NaN);
	await leave(office);
	return Math.max(...frames) - clicked;
}

/** Long enough for both pages to have read everything: whoever looks at themselves first takes longer. */
const settle = () => sleep(2500);

const leave = (page: Page) => page.goto('/fr/calendar');

/** The second of two enters the room: from the click to the first picture on both sides, beside a bare pair of connections. */
export const call: Bench = async (effort) => {
	const running = await openRunning();
	const meeting = await openMeeting(running);
	const bare: number[] = [];
	const real: number[] = [];
	for (let round = -1; round < effort.rounds; round++) {
		await meeting.client.goto('/fr/help');
		await settle();
		const reference = await meeting.client.evaluate(barePair);
		const value = await ours(meeting);
		if (round >= 0) bare.push(reference);
		if (round >= 0) real.push(value);
	}
	await meeting.close();
	await running.stop();
	const note = `median of ${real.length}; two browser contexts, camera and microphone already open on both sides, direct path; reference: a bare pair of RTCPeerConnection in one page of the same browser`;
	return [
		row(effort, { name: 'call', value: median(real), reference: median(bare), unit: 'ms', note }, ratioAtMost(1.5)),
	];
};
