import type { ActName } from '#server/capabilities/index.ts';
import type { Mend } from '#server/kernel/verdict.ts';
import type { Locale } from '#words/i18n.ts';
import { sheetHref } from '#words/places.ts';

/** Where a mend leads: in which file, for which person, about what. */
interface Way {
	readonly lang: Locale;
	readonly dossier: string | undefined;
	readonly mend: Mend;
}

const file =
	(place: string) =>
	({ lang, dossier, mend }: Way) =>
		dossier ? `/${lang}/office/clients/${dossier}/${place}${mend.person ? `#p-${mend.person}` : ''}` : undefined;
const practice =
	(place: string) =>
	({ lang, mend }: Way) =>
		`/${lang}/office/${place}${mend.about ? `#${mend.about.split('.')[0]}` : ''}`;

/** The incident it is about, at that place of its page. */
const incident =
	(at: string) =>
	({ lang, mend }: Way) =>
		mend.about ? `/${lang}/office/practice/incidents/${mend.about}#${at}` : `/${lang}/office/practice/incidents`;

/** The page from which each mending act can be done; one table, so that every refusal has its way out. */
const ways: Readonly<Partial<Record<ActName, (way: Way) => string | undefined>>> = {
	'permit.record': practice('me/permits'),
	'training.record': practice('me/channels'),
	'drill.pass': practice('me/channels'),
	'risk.read': practice('me/channels'),
	'channel.enable': practice('me/channels'),
	'device.attest': ({ lang }) => `/${lang}/account/devices`,
	'territory.check': ({ lang, mend }) => sheetHref(lang, mend.about ?? ''),
	'regulator.tell': ({ lang, mend }) => sheetHref(lang, mend.about ?? ''),
	'regulator.verify': ({ lang, mend }) =>
		mend.about && mend.about !== 'OTSTCFQ' && mend.about !== 'ATSNB'
			? `/${lang}/office/practice/regulators#${mend.about}`
			: `/${lang}/office/practice/tools#regulators`,
	'rules.acknowledge': practice('me/territories'),
	'ruleSheet.publish': ({ lang }) => `/${lang}/office/practice/rules`,
	'privacyAssessment.record': ({ lang }) => `/${lang}/office/practice/rules#privacy`,
	'workplace.rule': practice('practice'),
	'tool.register': practice('practice/tools'),
	'tool.assess': practice('practice/tools'),
	'service.describe': practice('practice/terms'),
	'policy.publish': ({ lang, mend }) => `/${lang}/office/practice/policies/${mend.about ?? ''}`,
	'policy.review': ({ lang, mend }) => `/${lang}/office/practice/policies/${mend.about ?? ''}#review`,
	'protocol.write': ({ lang, mend }) => `/${lang}/office/practice/protocols${mend.about ? `#${mend.about}` : ''}`,
	'absence.set': practice('me/absences'),
	'cession.declare': practice('me/leaving'),
	'cession.notice': practice('me/leaving'),
	'succession.name': practice('me/leaving'),
	'succession.approve': practice('practice/departures'),
	'incident.tell': incident('people'),
	'incident.affect': incident('people'),
	'consent.review': ({ lang, dossier, mend }) =>
		dossier &&
		`/${lang}/office/clients/${dossier}/review?about=${mend.about ?? 'periodic'}${mend.person ? `#p-${mend.person}` : ''}`,
	'policy.adopt': ({ lang, mend }) => `/${lang}/office/practice/policies/${(mend.about ?? '').replace('.', '#')}`,
	'client.accept': file('decision'),
	'client.decline': file('decision'),
	'suitability.answer': file('assessment'),
	'suitability.finalise': file('assessment'),
	'suitability.review': file('assessment'),
	'context.assess': file('assessment'),
	'safetyTalk.record': file('assessment'),
	'instrument.appraise': ({ lang, mend }) =>
		`/${lang}/office/practice/instruments${mend.about ? `#i-${mend.about}` : ''}`,
	'interventionPlan.write': file('intervention'),
	'interventionPlan.review': file('intervention'),
	'contact.escalate': file('distress'),
	'safety.review': file('safety'),
	'age.record': file('interview'),
	'capacity.assess': file('interview'),
	'discussion.record': file('interview'),
	'information.adapt': file('interview'),
	'teachBack.record': file('interview'),
	'identity.check': file('interview'),
	'identity.waive': file('interview'),
	'limits.tell': file('interview'),
	'document.explain': file('interview'),
	'questions.offer': file('interview'),
	'question.answer': file('questions'),
	'question.settle': file('questions'),
	'policy.send': file('package'),
	'consent.record': file('consent'),
	'notice.acknowledge': file('consent'),
	'channel.agree': file('consent'),
	'plan.give': file('plans'),
	'plan.deliver': file('plans'),
	'relation.declare': file('boundaries'),
	'conflict.search': file('boundaries'),
	'conflict.decide': file('boundaries'),
	'crossBorder.approve': file('boundaries'),
	'referral.record': file('referral'),
	'referral.followUp': file('referral'),
	'inPerson.offer': file('referral'),
	'package.post': file('papers'),
	'copy.send': file('papers'),
	'use.propose': file('uses'),
	'access.deliver': ({ lang, dossier, mend }) =>
		dossier && `/${lang}/office/clients/${dossier}/rights${mend.about ? `/${mend.about}` : ''}`,
	'correction.answer': ({ lang, dossier, mend }) =>
		dossier && `/${lang}/office/clients/${dossier}/rights${mend.about ? `#c-${mend.about}` : ''}`,
	'paper.scan': file('papers'),
	'payer.review': ({ lang, mend }) => `/${lang}/office/practice/payers${mend.about ? `#y-${mend.about}` : ''}`,
	'page.publish': ({ lang }) => `/${lang}/office/practice/page`,
	'integrity.check': ({ lang }) => `/${lang}/office/practice/safeguards`,
	'practice.describe': ({ lang }) => `/${lang}/office/practice#profile`,
	'careTeam.leave': file('team'),
	'paper.place': ({ lang, dossier }) => dossier && `/${lang}/office/clients/${dossier}/papers#register`,
	'search.finish': file('searches'),
	'search.tell': file('searches'),
	'search.review': file('searches'),
	'help.close': file('access'),
	'rehearsal.offer': file('access'),
	'rehearsal.record': file('access'),
	'mandate.record': file('mandate'),
	'techInfo.give': file('persons'),
	'contact.set': file('persons'),
	'person.add': file('persons'),
	'representative.name': file('persons'),
	'home.declare': file('persons'),
	'contact.verify': file('persons'),
	'appointment.book': file('appointments'),
	'interpreter.name': ({ lang, dossier, mend }) =>
		dossier && `/${lang}/office/clients/${dossier}/appointments${mend.about ? `#a-${mend.about}` : ''}`,
	'arrival.declare': ({ lang, dossier, mend }) =>
		dossier && mend.about
			? `/${lang}/room/${dossier}/${mend.about}${mend.person ? `#p-${mend.person}` : ''}`
			: dossier && `/${lang}/office/clients/${dossier}`,
	'placeNotice.read': ({ lang, dossier, mend }) =>
		dossier && mend.about
			? `/${lang}/room/${dossier}/${mend.about}#p-${mend.person}`
			: dossier && `/${lang}/office/clients/${dossier}/appointments#place`,
	'session.start': ({ lang, dossier, mend }) => dossier && mend.about && `/${lang}/room/${dossier}/${mend.about}#start`,
	'message.send': file('messages'),
	'note.sign': file('notes'),
	'authorisation.give': file('disclose'),
	'record.disclose': file('disclose'),
	'disclosure.complete': file('disclose'),
	'record.transfer': file('transfer'),
	'transfer.confirm': file('transfer'),
	'export.recall': ({ lang, dossier, mend }) =>
		dossier && `/${lang}/office/clients/${dossier}/export${mend.about ? `#e-${mend.about}` : ''}`,
	'hold.place': file('retention'),
	'hold.lift': file('retention'),
	'destruction.review': file('retention'),
	'destruction.approve': file('retention'),
	'note.amend': ({ lang, dossier, mend }) =>
		dossier && `/${lang}/office/clients/${dossier}/notes?before=${Number(mend.about ?? 0) + 1}#n-${mend.about}`,
	'contact.log': ({ lang, dossier, mend }) =>
		dossier && `/${lang}/office/clients/${dossier}/contacts${mend.about ? `?appointment=${mend.about}` : ''}`,
};

/** The address that mends, or nothing when another person must do it from their own side. */
export const mendHref = (
	mend: Mend,
	at: { readonly lang: Locale; readonly dossier: string | undefined },
): string | undefined => ways[mend.act as ActName]?.({ ...at, mend });

/** Every mending act that has a page; a test compares it with the mends that norms name. */
export const mendableActs: readonly string[] = Object.keys(ways);
