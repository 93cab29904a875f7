// Files that pass into other hands.
import { isLive, isTo } from '#server/capabilities/disclosure/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { type Basis, isNamed } from '#server/capabilities/transfer/facts.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { DAY, dayOf, type Instant, startOf } from '#server/kernel/time.ts';
import { dueOrLate, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { lookUp } from '#server/law/look-up.ts';
import { isTerritory } from '#words/territories.ts';
import { type DutyNorm, mend, norm, worst } from './support.ts';

/** What is about to pass, as the act says it; `departure`: within the practice, whoever answered for it is gone. */
interface Passing {
	readonly basis: Basis | 'departure';
	readonly to: string;
	readonly parts: readonly string[];
	readonly reference: boolean;
}

/** Everyone whose part goes, and whoever receives the service, agreed that it goes to this recipient. */
function authorised({ dossier }: Facts, { to, parts }: Passing, now: Instant): Verdict {
	const served = beneficiaries(dossier.joint.dossier).map((p) => p.id);
	const persons = [...new Set([...served, ...parts.filter((part) => dossier.joint.dossier.persons[part])])];
	const living = (person: string) =>
		Object.values(dossier.of(person).disclosure.authorisations).filter((a) => isLive(a, now) && isTo(a, to));
	const without = persons.find((person) => living(person).length === 0);
	if (without !== undefined) return unmet('nb-6-s', mend('authorisation.give', without));
	return met(...persons.flatMap((person) => living(person).map((a) => a.evidence)));
}

/** The regulator was told of the cession to this very person, early enough. */
function ceded({ practitioner }: Facts, { to }: Passing, now: Instant): Verdict {
	const { cession } = practitioner.leaving;
	const home = practitioner.practitioner.profile?.territory ?? '';
	if (!cession || !isNamed(cession.to, to)) return unmet('nb-6-s.cession', mend('cession.declare'));
	if (cession.noticed === undefined) return unmet('nb-6-s.notice', mend('cession.notice'));
	const days = isTerritory(home) ? (lookUp('cessionNoticeDays', home, dayOf(now)).value ?? 0) : 0;
	const from = startOf(cession.noticed) + days * DAY;
	return now < from ? unmet('nb-6-s.early', mend('cession.notice')) : met(cession.evidence);
}

/** The named successor's envelope was opened. */
function succeeded({ practitioner }: Facts, { to }: Passing): Verdict {
	const { succession } = practitioner.leaving;
	if (!succession || !isNamed(succession.to, to)) return unmet('nb-6-s.successor', mend('succession.name'));
	return succession.opened ? met(succession.opened) : unmet('nb-6-s.closed', mend('succession.approve'));
}

/** Whoever answered for the file no longer works here, may no longer practise, or their succession is open. */
function departed({ dossier, practice, practitioner }: Facts, now: Instant): Verdict {
	const [account = ''] = Object.keys(dossier.joint.dossier.careTeam);
	const isHere = practice.practice.members[account]?.roles.includes('practitioner') === true;
	const { permits } = practitioner.practitioner;
	const mayPractise = permits.some((p) => p.until === undefined || p.until >= dayOf(now));
	const { succession } = practitioner.leaving;
	if (succession?.opened) return met(succession.opened);
	return isHere && mayPractise ? unmet('nb-6-s.here', mend('authorisation.give')) : met();
}

function mayPass(facts: Facts, passing: Passing, now: Instant): Verdict {
	switch (passing.basis) {
		case 'authorised':
			return authorised(facts, passing, now);
		case 'cession':
			return ceded(facts, passing, now);
		case 'succession':
			return succeeded(facts, passing);
		case 'departure':
			return departed(facts, now);
		case 'law':
			return passing.reference ? met() : unmet('nb-6-s.law', mend('record.transfer'));
	}
}

/** How long a receipt may be waited for before somebody asks where the package is. */
const TO_CONFIRM = 30 * DAY;

function arrived({ dossier }: Facts, now: Instant): Verdict {
	const { sent, received } = dossier.joint.transfer;
	const all = Object.values(sent).map(({ confirmed, ended, evidence }) =>
		confirmed || ended
			? met(evidence, confirmed, ended)
			: dueOrLate(evidence.at + TO_CONFIRM, now, 'nb-6-s.receipt', mend('transfer.confirm')),
	);
	return all.length === 0 && received ? met(received.evidence) : worst(all);
}

function passed(facts: Facts, { now, focus }: Judging): Verdict {
	if (focus.subject !== 'transfer' && focus.subject !== 'handOver') return arrived(facts, now);
	return focus.means === undefined ? notApplicable : mayPass(facts, JSON.parse(focus.means) as Passing, now);
}

/** nb-6-s: a file passes to others only with the client's agreement or on a ground of law, sealed to whoever receives it. */
export const nb6s: DutyNorm = { ...norm('nb-6-s', ['record.transfer'], passed), everywhere: true };
