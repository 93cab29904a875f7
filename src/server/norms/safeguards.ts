// What protects what is stored: each looks at something that can truly be missing.
import type { Facts } from '#server/capabilities/index.ts';
import type { IntegrityFacts } from '#server/capabilities/integrity/facts.ts';
import type { Evidence } from '#server/kernel/entry.ts';
import { DAY, type Instant } from '#server/kernel/time.ts';
import { attested, dueOrLate, met, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { revealsTheService } from '#words/neutral.ts';
import { mend, norm, practiceNorm } from './support.ts';

const seen = mend('integrity.check');

/** Everything is sealed: what matters is where the keys lie, and who else on the machine could read them. */
function keysKept({ keys, storage }: Facts['system'], beside: string, open: string): Verdict | undefined {
	if (!storage.encrypted || !keys.apart) return unmet(beside, seen);
	return keys.private ? undefined : unmet(open, seen);
}

/** qc-3.02-b1: what is archived is encrypted, and its keys lie elsewhere. */
export const qc302b1 = practiceNorm('qc-3.02-b1', [], ({ system, practice }) => {
	const { last } = practice.integrity;
	return keysKept(system, 'qc-3.02-b1', 'qc-3.02-b1.open') ?? met(...(last ? [last.evidence] : []));
});

/** nb-6-r: one protected file, paper and electronic alike: sealed apart from its keys, and no sheet lying about. */
export const nb6r = norm('nb-6-r', [], ({ system, dossier }) => {
	const wrong = keysKept(system, 'nb-6-r', 'nb-6-r.open');
	if (wrong) return wrong;
	const lying = Object.values(dossier.joint.register.items).filter((item) => !item.destroyed);
	if (lying.some((item) => !item.locked)) return unmet('nb-6-r.paper', mend('paper.place'));
	const { opened } = dossier.joint.dossier;
	return lying.length > 0 ? attested(opened, ...lying.map((i) => i.placed ?? i.evidence)) : met(opened);
});

/** qc-3.08-a: whoever follows a file still practises here; somebody who left and stays on its team is named. */
export const qc308a = norm('qc-3.08-a', [], ({ dossier, practice }) => {
	const team = Object.keys(dossier.joint.dossier.careTeam);
	const members = team.map((account) => practice.practice.members[account]);
	if (members.some((m) => !m?.roles.includes('practitioner'))) return unmet('qc-3.08-a', mend('careTeam.leave'));
	return met(dossier.joint.dossier.opened, ...members.flatMap((m) => m?.since ?? []));
});

/** nb-6-a: every tool used with clients was looked at for what it lets others see. */
export const nb6a = practiceNorm('nb-6-a', [], ({ practice: { practice } }) => {
	const tools = Object.values(practice.tools);
	const [open] = tools.filter((t) => t.assessed && !t.assessed.confidentiality);
	if (open) return unmet('nb-6-a.open', mend('tool.assess', undefined, open.id));
	const [unknown] = tools.filter((t) => !t.assessed);
	if (unknown) return unmet('nb-6-a', mend('tool.assess', undefined, unknown.id));
	return attested(...tools.flatMap((t): readonly Evidence[] => (t.assessed ? [t.assessed.evidence] : [])));
});

/** How long one look at everything stored is good for. */
const LOOKED = 31 * DAY;

function wholeAt(last: IntegrityFacts['last'], now: Instant): Verdict {
	if (!last) return unmet('nb-6-c', seen);
	if (last.findings > 0) return unmet('nb-6-c.broken', seen);
	const until = last.evidence.at + LOOKED;
	return now < until
		? { is: 'met', proof: 'machine', evidence: [last.evidence], changesAt: until }
		: dueOrLate(until + LOOKED, now, 'nb-6-c.old', seen);
}

const refused = new Set(['harmful', 'otherKind']);

/** nb-6-c: nothing stored was altered, at a recent look; nothing active or disguised is taken into a record. */
export const nb6c = practiceNorm('nb-6-c', ['record.upload'], ({ practice }, { now, focus }) => {
	if (focus.subject !== 'upload') return wholeAt(practice.integrity.last, now);
	const { means = '' } = focus;
	if (!refused.has(means)) return met();
	return unmet(means === 'harmful' ? 'nb-6-c.harmful' : 'nb-6-c.kind', mend('paper.scan'));
});

/** def-nb-privacy: the name under which letters and appointments leave says nothing of what is done here. */
export const defNbPrivacy = practiceNorm('def-nb-privacy', [], ({ practice: { practice } }) => {
	const { profile, members } = practice;
	if (!profile) return unmet('def-nb-privacy', mend('practice.describe'));
	if (revealsTheService(profile.senderName)) return unmet('def-nb-privacy', mend('practice.describe'));
	const [first] = Object.values(members);
	return met(...(first ? [first.since] : []));
});
