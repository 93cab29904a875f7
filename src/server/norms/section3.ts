import { inForce } from '#server/capabilities/consent/facts.ts';
import { channels } from '#server/kernel/field.ts';
import { DAY } from '#server/kernel/time.ts';
import { attested, due, met, notApplicable, unmet } from '#server/kernel/verdict.ts';
import { publishedWith } from './section2.ts';
import {
	acknowledged,
	checkOf,
	elsewhere,
	everyone,
	explained,
	mend,
	norm,
	noteInput,
	outsideTheRoom,
	practiceNorm,
	shown,
} from './support.ts';

/** The notice of a channel's dangers: each family has its own text. */
export const noticeOf: Readonly<Record<string, string>> = {
	video: 'channelRisks.video',
	chat: 'channelRisks.internet',
	message: 'channelRisks.internet',
	portal: 'channelRisks.internet',
	email: 'channelRisks.internet',
	textMessage: 'channelRisks.text',
};

/** qc-3.01: the dangers of confiding over this channel, and what may follow, were told before it is used. */
export const qc301 = norm(
	'qc-3.01',
	['channel.use', 'channel.agree'],
	everyone((own, p, _, { focus }) => {
		const used = focus.channel === undefined ? channels.filter((c) => own.consent.channels[c]?.on) : [focus.channel];
		const asked = used.map((c) => noticeOf[c]).filter((n) => n !== undefined);
		const missing = asked.find((n) => !acknowledged(own, n));
		if (missing) return unmet('qc-3.01', mend('notice.acknowledge', p.id, missing));
		return asked.length > 0 ? met(...asked.map((n) => acknowledged(own, n))) : notApplicable;
	}),
);

/** qc-3.03-b: the privacy law of the client's territory, read before a session there. */
export const qc303b = norm(
	'qc-3.03-b',
	['session.start'],
	elsewhere((territory, facts, judging) => {
		if (judging.focus.purpose === 'safety') return notApplicable;
		const check = checkOf(territory, facts, judging);
		return check?.privacyRead
			? attested(check.evidence)
			: unmet('qc-3.03-b', mend('territory.check', undefined, territory));
	}),
);

/** qc-3.05-a: a confidentiality agreement exists before a package is sent. */
export const qc305a = practiceNorm('qc-3.05-a', ['policy.send'], ({ practice }) =>
	shown(
		publishedWith(practice, 'confidentiality', 'agreement'),
		'qc-3.05-a',
		mend('policy.publish', undefined, 'confidentiality'),
	),
);

/** qc-3.05-c: a note says that the person agreed to the confidentiality agreement; signing the first session's note signs it. */
export const qc305c = norm(
	'qc-3.05-c',
	['note.sign'],
	everyone((own, p, { dossier }, { focus }) => {
		if (!own.consent.given || !inForce(own.consent)) return notApplicable;
		const done = dossier.joint.notes.attested[p.id];
		if (done) return attested(done);
		const input = noteInput(focus.means);
		if (input?.attests.includes(p.id)) return attested(own.consent.given.evidence);
		return input
			? unmet('qc-3.05-c', mend('note.sign', p.id))
			: due(own.consent.given.evidence.at + 30 * DAY, 'qc-3.05-c', mend('note.sign', p.id));
	}),
);

/** qc-3.07: with several persons, each was told that the others' discretion cannot be promised; one alone is never asked. */
export const qc307 = norm(
	'qc-3.07',
	['session.admit'],
	everyone((own, p, { dossier }, { focus }) => {
		const several =
			Object.values(dossier.joint.dossier.persons).filter(
				(q) => q.leftAt === undefined && q.roles.includes('beneficiary'),
			).length > 1;
		if (!several || (focus.purpose !== undefined && focus.purpose !== 'service')) return notApplicable;
		const no = own.consent.answers['services.multiParty'];
		if (no?.agreed === false) {
			// Seen alone, as they asked: only a meeting with others waits.
			const meeting =
				focus.subject === undefined ? 0 : (dossier.joint.sessions.open[focus.subject]?.persons.length ?? 0);
			return meeting > 1 ? unmet('qc-3.07.alone', mend('appointment.book', p.id)) : met(no.evidence);
		}
		return shown(acknowledged(own, 'multiParty'), 'qc-3.07', mend('notice.acknowledge', p.id, 'multiParty'));
	}),
);

/** qc-3.09-a: texts and other firms' messaging protect poorly; who wrote by them is told before the next answer. */
export const qc309a = norm(
	'qc-3.09-a',
	['message.send'],
	outsideTheRoom(
		everyone((own, p) => {
			const outside = ['textMessage', 'email', 'voiceMail'].some((c) => own.messages.outside[c]);
			const used = outside || ['textMessage', 'email'].some((c) => own.consent.channels[c]?.on);
			if (!used) return notApplicable;
			return shown(
				acknowledged(own, 'thirdPartyMessaging'),
				'qc-3.09-a',
				mend('notice.acknowledge', p.id, 'thirdPartyMessaging'),
			);
		}),
	),
);

/** qc-3.10-a: words travel sealed only; mail, texts and notifications carry none. */
export const qc310a = norm('qc-3.10-a', ['message.send'], (_, { focus }) => {
	const free = focus.channel === undefined || focus.channel === 'portal' || focus.channel === 'chat';
	return free ? met() : unmet('qc-3.10-a', mend('message.send', undefined, 'portal'));
});

/** qc-3.10-b: how clients are told of a privacy incident, written before the first client. */
export const qc310b = practiceNorm('qc-3.10-b', ['client.accept'], ({ practice }) =>
	shown(
		practice.policies.documents.breach?.published?.evidence,
		'qc-3.10-b',
		mend('policy.publish', undefined, 'breach'),
	),
);

/** qc-5.01-b: how records are shared, kept and archived, given and explained; an acknowledgement is asked, not required. */
export const qc501b = norm(
	'qc-5.01-b',
	['service.start'],
	everyone((own, p, facts, judging) =>
		shown(explained(own, 'records', facts, judging), 'qc-5.01-b', mend('document.explain', p.id, 'records')),
	),
);

/** nb-6-f: record keeping, explained; by voice counts. */
export const nb6f = norm(
	'nb-6-f',
	['service.start'],
	everyone((own, p, facts, judging) =>
		shown(explained(own, 'records', facts, judging), 'nb-6-f', mend('document.explain', p.id, 'records')),
	),
);
