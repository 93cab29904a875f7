import { createHmac } from 'node:crypto';

/** Where relays and address mirrors answer; the relay's secret is shared with coturn (`use-auth-secret`). */
export type TurnSettings = {
	readonly turn: { readonly urls: readonly string[]; readonly secret: string } | undefined;
	readonly stunUrls: readonly string[];
};

/** A server a browser may use to reach another, in the shape that RTCPeerConnection takes. */
export type IceServer = { readonly urls: readonly string[]; readonly username?: string; readonly credential?: string };

/** How long a relay's pass opens, in seconds: a long meeting; the room sends a fresh one before it ends. */
export const passSeconds = 4 * 3600;

/**
 * The servers for one participant, with a pass to the relay that ends by itself. The id is a peer's, never a person's: the
 * relay writes it in its log.
 */
export function iceServers({ turn, stunUrls }: TurnSettings, id: string, now: number): readonly IceServer[] {
	const mirrors = stunUrls.length > 0 ? [{ urls: stunUrls }] : [];
	if (!turn || turn.urls.length === 0) return mirrors;
	const username = `${Math.floor(now / 1000) + passSeconds}:${id}`;
	const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
	return [...mirrors, { urls: turn.urls, username, credential }];
}
