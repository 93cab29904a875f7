import type { Locale } from '../i18n.ts';
import { channelRisks, deviceRisks } from './channel-risks.ts';
import { type Block, isContact } from './clause.ts';
import type { ClauseFacts } from './facts.ts';
import { typeset } from './phrases.ts';

/** The part of the clause on risks that tells of each way to talk; the others tell of devices. */
const parts: Readonly<Record<string, string>> = {
	video: 'channelRisks.video',
	chat: 'channelRisks.internet',
	portal: 'channelRisks.internet',
	email: 'channelRisks.internet',
	textMessage: 'channelRisks.texting',
};

/** What these two clauses ask of the facts: how the room is built, which no practice decides. */
const room = {
	security: { encryptedInTransit: true, endToEndVideo: true, strongSignIn: true, firewallAttested: false },
} as ClauseFacts;

/** The risks of one way to talk, from the clauses that clients read. */
export function channelRisksOf(channel: string, locale: Locale): readonly Block[] {
	const part = channelRisks[locale](room).parts?.find((p) => p.key === parts[channel]);
	const text = part?.text ?? deviceRisks[locale](room).text;
	return text.map((b) =>
		isContact(b) ? b : typeof b === 'string' ? typeset(b, locale) : b.map((line) => typeset(line, locale)),
	);
}
