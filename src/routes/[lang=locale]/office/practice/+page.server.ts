import { fail } from '@sveltejs/kit';
import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { freshly } from '#server/app/recover.ts';
import { codesBy } from '#server/app/terminal.ts';
import { openPractice, signedIn } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { memberRoles, membersOf } from '#server/app/views/practice.ts';
import { allowRecovery, type IdentityCheck, type Invitation, invite } from '#server/capabilities/accounts/index.ts';
import type { Role } from '#server/kernel/entry.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { practiceWords } from '#words/practice.ts';
import { refusalText } from '#words/refusals.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import type { Invited } from './invited.ts';

/** The practice as its owner describes it: profile, members, its own rule on borders. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles, session } = await openPractice(event, 'practice');
	const { practice, policies } = facts.practice;
	const published = Object.values(policies.documents).flatMap((d) => (d.published ? [d.published.evidence.at] : []));
	return {
		owner: roles.includes('owner'),
		mayLend: roles.includes('owner') || roles.includes('practitioner'),
		mayEnd: roles.some((role) => role === 'owner' || role === 'practitioner' || role === 'privacyOfficer'),
		mayRule: roles.includes('owner') || roles.includes('privacyOfficer'),
		rulesAt: practice.privacyAssessments[practice.profile?.territory ?? '']?.evidence.at,
		mine: session.account,
		zone: homeZone(facts),
		profile: practice.profile,
		...(practice.crossBorder && { rule: { is: practice.crossBorder.rule, at: practice.crossBorder.evidence.at } }),
		members: membersOf(practice),
		memberRoles,
		termsAt: practice.terms?.evidence.at,
		policiesAt: published.sort().at(-1),
		instrumentsAt: Object.values(facts.practice.instruments.instruments).at(-1)?.evidence.at,
		toolsAt: Object.values(practice.regulators)[0]?.evidence.at,
		codes: codesBy(event.locals.app.config, event.locals.practice?.demo === true),
		state: await formState(event),
	};
};

/** Prepare an invitation to work here: only an owner may. */
async function inviteMember(event: RequestEvent) {
	const { session, practice } = signedIn(event);
	const { app, lang } = event.locals;
	const form = await event.request.formData();
	const text = (name: string): string => String(form.get(name) ?? '').trim();
	const roles = form.getAll('roles').filter((role): role is Role => memberRoles.includes(role as Role));
	const values = { name: text('name'), email: text('email'), language: text('language'), roles };
	const no = (title: string, why: string) =>
		fail(422, { form: 'invite', notYet: { title, why }, values } satisfies Invited);
	if (!session.roles.includes('owner')) return no(...both(lang, 'act.notYours'));
	if (roles.length === 0) return no(practiceWords(lang).rolesMissing, '');
	const language = values.language === 'en' ? 'en' : 'fr';
	const made = await invite(app.world, practice, {
		to: { to: 'practice', roles },
		name: values.name,
		language,
		by: session.account,
		...(values.email !== '' && { email: values.email }),
	});
	if (isRefusal(made)) return no(...both(lang, made.code));
	return { form: 'invite', invited: shownOnce(event, values.name, made) } satisfies Invited;
}

const shownOnce = ({ url }: RequestEvent, name: string, { path, second, expiresAt }: Invitation) => ({
	name,
	link: `${url.origin}${path}`,
	second,
	until: expiresAt,
});

/** Let a colleague back in who lost every way: only an owner may, who recognised them; never oneself. */
async function restoreMember(event: RequestEvent) {
	const { session, practice } = signedIn(event);
	const { app, lang } = event.locals;
	const form = await event.request.formData();
	const account = String(form.get('account') ?? '');
	const which = `restore:${account}`;
	const no = (code: string) => {
		const [title, why] = both(lang, code);
		return fail(422, { form: which, notYet: { title, why } } satisfies Invited);
	};
	const { facts } = await openPractice(event, 'practice');
	const member = membersOf(facts.practice.practice).find((m) => m.account === account);
	if (!session.roles.includes('owner') || !member || account === session.account) return no('act.notYours');
	const check = form.get('check') as IdentityCheck;
	const made = await allowRecovery(app.world, practice, { account, by: session.account, check });
	if (isRefusal(made)) return no(made.code);
	return { form: which, invited: shownOnce(event, member.name, made) } satisfies Invited;
}

const both = (lang: 'fr' | 'en', code: string): readonly [string, string] => {
	const { title, why } = refusalText(lang, code);
	return [title, why];
};

export const actions: Actions = {
	describe: attempt('practice.describe', { journal: thisPractice, input: (typed) => ({ solo: false, ...typed }) }),
	rule: attempt('workplace.rule', { journal: thisPractice }),
	roles: freshly(attempt('member.join', { journal: thisPractice })),
	leave: freshly(attempt('member.leave', { journal: thisPractice })),
	invite: freshly(inviteMember),
	restore: freshly(restoreMember),
};
