import { createSecretKey } from 'node:crypto';
import type { ForeignLine, TransferEntry } from '#server/capabilities/transfer/facts.ts';
import { headerText } from '#server/journal/chain.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { openJson } from '#server/platform/seal.ts';
import { dateText } from '#words/dates.ts';
import type { Locale } from '#words/i18n.ts';
import { bodyAt } from './bodies.ts';
import { homeZone } from './home-zone.ts';
import type { OpenFile } from './open-file.ts';
import { tellLine } from './timeline.ts';
import { daysOf } from './timeline-days.ts';

/** What left the file for another practice, the newest first, and what of it could leave. */
export function transfersOf({ facts }: OpenFile) {
	const { dossier, transfer } = facts.dossier.joint;
	const sent = Object.entries(transfer.sent).map(([id, { basis, to, leaving, evidence, confirmed, ended }]) => ({
		id,
		basis,
		to,
		seq: leaving.seq,
		digest: leaving.digest,
		at: evidence.at,
		...(confirmed && { confirmedAt: confirmed.at }),
		ended: ended !== undefined,
	}));
	return { sent: sent.reverse(), persons: present(dossier).map(({ id, name }) => ({ id, name })) };
}

type Stretch = Extract<TransferEntry, { kind: 'record.linesReceived' }>['data'];

/** A line of another practice, opened with the key that came with it; undefined when it stayed sealed. */
function opened({ header, sealed }: ForeignLine, keys: Stretch['keys'], part: string): Entry | undefined {
	const key = keys[header.key];
	if (key === undefined) return undefined;
	const words = openJson<Pick<Entry, 'kind' | 'data' | 'by'>>(
		createSecretKey(Buffer.from(key, 'base64url')),
		headerText(header),
		Buffer.from(sealed, 'base64'),
	);
	return { ...words, part, seq: header.seq, at: header.at };
}

/** A hundred lines that came with the file, the newest first, as far as the reader reaches; and where the others are. */
export async function receivedOf(file: OpenFile, lang: Locale, window: number) {
	const { facts, bodies } = file;
	const { received } = facts.dossier.joint.transfer;
	if (!received || window >= received.windows) return undefined;
	const first = received.evidence.seq + 1 + (received.windows - 1 - window) * received.width;
	const seqs = Array.from({ length: received.width }, (_, i) => first + i);
	const read = await bodies(seqs);
	const zone = homeZone(facts);
	const lines = seqs.flatMap((seq) => {
		const stretch = bodyAt<Stretch>(read, seq, 'record.linesReceived');
		const part = read.get(seq)?.part ?? JOINT;
		return (stretch?.lines ?? []).flatMap((line) => opened(line, stretch?.keys ?? {}, part) ?? []);
	});
	const told = lines.toSorted((a, b) => b.seq - a.seq).map((entry) => tellLine(entry, facts, lang, zone));
	return {
		from: received.from,
		lines: received.seq,
		at: received.evidence.at,
		digest: received.digest,
		days: daysOf(told, (at) => dateText(lang, at, zone)),
		zone,
		...(window > 0 && { newer: window - 1 }),
		...(window + 1 < received.windows && { older: window + 1 }),
	};
}
