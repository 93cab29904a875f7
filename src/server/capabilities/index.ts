import type { AnyAct } from '#server/kernel/act.ts';
import { type Fold, foldOf } from '#server/kernel/capability.ts';
import { type Dossier, foldDossier, noDossier } from '#server/kernel/dossier.ts';
import type { JournalKind, Of } from '#server/kernel/journal.ts';
import type { StorageFacts } from '#words/clauses/facts.ts';
import * as accessActs from './access/acts.ts';
import { type AccessFacts, accessFold } from './access/facts.ts';
import * as boundaryActs from './boundaries/acts.ts';
import { type BoundaryFacts, boundaryFold } from './boundaries/facts.ts';
import * as careActs from './care/acts.ts';
import { type CareFacts, careFold } from './care/facts.ts';
import * as planActs from './care/plan.ts';
import * as closingActs from './closing/acts.ts';
import { type ClosingFacts, closingFold } from './closing/facts.ts';
import * as consentActs from './consent/acts.ts';
import * as answerActs from './consent/answers.ts';
import { type ConsentFacts, consentFold } from './consent/facts.ts';
import * as reviewActs from './consent/review.ts';
import * as togetherActs from './consent/together.ts';
import * as contactActs from './contacts/acts.ts';
import { type ActivityFacts, activityFold, type ContactFacts, contactFold } from './contacts/facts.ts';
import * as disclosureActs from './disclosure/acts.ts';
import { type ConnectionFacts, connectionFold } from './disclosure/connection-facts.ts';
import * as connectionActs from './disclosure/connections.ts';
import { type DisclosureFacts, disclosureFold } from './disclosure/facts.ts';
import * as exportActs from './exports/acts.ts';
import { type ExportFacts, exportFold } from './exports/facts.ts';
import * as familyActs from './family/acts.ts';
import { type FamilyFacts, familyFold } from './family/facts.ts';
import * as identityActs from './identity/acts.ts';
import { type IdentityFacts, identityFold } from './identity/facts.ts';
import * as incidentActs from './incidents/acts.ts';
import { type IncidentFacts, incidentFold, type NoticedFacts, noticedFold } from './incidents/facts.ts';
import * as instrumentActs from './instruments/acts.ts';
import { type InstrumentFacts, instrumentFold } from './instruments/facts.ts';
import * as intakeActs from './intake/acts.ts';
import { type IntakeFacts, intakeFold } from './intake/facts.ts';
import * as laterActs from './intake/later.ts';
import * as mandateActs from './intake/mandate.ts';
import * as integrityActs from './integrity/acts.ts';
import { type IntegrityFacts, integrityFold } from './integrity/facts.ts';
import * as jurisdictionActs from './jurisdiction/acts.ts';
import { type JurisdictionFacts, jurisdictionFold, type PlaceFacts, placeFold } from './jurisdiction/facts.ts';
import * as loanActs from './loans/acts.ts';
import { type LoanFacts, loanFold, ownLoanFold } from './loans/facts.ts';
import * as messageActs from './messages/acts.ts';
import { type MessageFacts, messageFold } from './messages/facts.ts';
import * as missedActs from './missed/acts.ts';
import { type MissedFacts, missedFold } from './missed/facts.ts';
import * as noteActs from './notes/acts.ts';
import { type NoteFacts, noteFold } from './notes/facts.ts';
import { type NoteRuleFacts, noteRuleFold } from './notes/rule-facts.ts';
import * as supervisionActs from './notes/supervision.ts';
import * as paperActs from './papers/acts.ts';
import { type PaperFacts, paperFold } from './papers/facts.ts';
import * as registerActs from './papers/register.ts';
import { type RegisterFacts, registerFold } from './papers/register-facts.ts';
import * as paymentActs from './payments/acts.ts';
import { type PayerFacts, type PaymentFacts, payerFold, paymentFold } from './payments/facts.ts';
import * as policyActs from './policies/acts.ts';
import * as announceActs from './policies/announce.ts';
import { type PolicyFacts, policyFold } from './policies/facts.ts';
import { type ToldFacts, toldFold } from './policies/told-facts.ts';
import * as wordingActs from './policies/wording.ts';
import * as absenceActs from './practice/absences.ts';
import * as practiceActs from './practice/acts.ts';
import { type PracticeFacts, type PractitionerFacts, practiceFold, practitionerFold } from './practice/facts.ts';
import * as practicePlaceActs from './practice/place-acts.ts';
import * as protocolActs from './protocols/acts.ts';
import { type AttachedFacts, attachedFold, type ProtocolFacts, protocolFold } from './protocols/facts.ts';
import * as publicPageActs from './public-page/acts.ts';
import { type PublicPageFacts, publicPageFold } from './public-page/facts.ts';
import * as recordActs from './record/acts.ts';
import { type RecordFacts, recordFold } from './record/facts.ts';
import * as recoveryActs from './recovery/acts.ts';
import { type RecoveryFacts, recoveryFold } from './recovery/facts.ts';
import * as retentionActs from './retention/acts.ts';
import { type DestructionFacts, destructionFold, type RetentionFacts, retentionFold } from './retention/facts.ts';
import * as schedulingActs from './scheduling/acts.ts';
import * as availabilityActs from './scheduling/availability.ts';
import { type AvailabilityFacts, availabilityFold, type SchedulingFacts, schedulingFold } from './scheduling/facts.ts';
import * as offerActs from './scheduling/offers.ts';
import * as teamActs from './scheduling/team.ts';
import * as sessionActs from './sessions/acts.ts';
import { type SessionFacts, sessionFold } from './sessions/facts.ts';
import * as suitabilityActs from './suitability/acts.ts';
import { type SuitabilityFacts, suitabilityFold } from './suitability/facts.ts';
import * as transferActs from './transfer/acts.ts';
import { type LeavingFacts, leavingFold, type TransferFacts, transferFold } from './transfer/facts.ts';
import * as leavingActs from './transfer/leaving.ts';
import * as useActs from './uses/acts.ts';
import { type UseFacts, useFold } from './uses/facts.ts';
import * as waitingActs from './waiting/acts.ts';
import { type WaitingFacts, type WaitingListFacts, waitingFold, waitingListFold } from './waiting/facts.ts';
import * as searchActs from './web-search/acts.ts';
import { type EmergencyFacts, emergencyFold, type SearchFacts, searchFold } from './web-search/facts.ts';

/** Everything in force in one part of a dossier: the joint part, or one person's own. */
export interface DossierPart {
	readonly dossier: Dossier;
	readonly intake: IntakeFacts;
	readonly suitability: SuitabilityFacts;
	readonly care: CareFacts;
	readonly boundaries: BoundaryFacts;
	readonly identity: IdentityFacts;
	readonly consent: ConsentFacts;
	readonly place: PlaceFacts;
	readonly scheduling: SchedulingFacts;
	readonly sessions: SessionFacts;
	readonly messages: MessageFacts;
	readonly notes: NoteFacts;
	readonly contacts: ContactFacts;
	/** The end of the work, and its summary. */
	readonly closing: ClosingFacts;
	/** The drawing of a family and what is around it. */
	readonly family: FamilyFacts;
	readonly protocols: AttachedFacts;
	readonly papers: PaperFacts;
	/** Where the papers of the file lie. */
	readonly register: RegisterFacts;
	readonly uses: UseFacts;
	/** Looking this person up on the web. */
	readonly searches: SearchFacts;
	readonly access: AccessFacts;
	readonly waiting: WaitingFacts;
	readonly missed: MissedFacts;
	readonly loans: LoanFacts;
	readonly retention: RetentionFacts;
	readonly disclosure: DisclosureFacts;
	/** Whether the file came from another practice, or went to one. */
	readonly transfer: TransferFacts;
	/** Other software that may read some of the file. */
	readonly connections: ConnectionFacts;
	/** Copies of the file outside of it. */
	readonly exports: ExportFacts;
	/** What they asked of their record, and the versions they added to it. */
	readonly record: RecordFacts;
	/** Of which privacy incidents they were told. */
	readonly incidents: NoticedFacts;
	/** Of which changes of the documents they were told. */
	readonly told: ToldFacts;
	/** The services that were given, and for which of them payment was asked. */
	readonly payments: PaymentFacts;
}

export interface PractitionerPart {
	readonly practitioner: PractitionerFacts;
	readonly jurisdiction: JurisdictionFacts;
	readonly availability: AvailabilityFacts;
	/** What of the practice's devices they have. */
	readonly loans: LoanFacts;
	/** Who takes their files over. */
	readonly leaving: LeavingFacts;
	/** What they do that is about no client. */
	readonly contacts: ActivityFacts;
	/** Reasoned waivers on this journal; the rest of the shape stays empty. */
	readonly waivers: Dossier;
}

export interface PracticePart {
	readonly practice: PracticeFacts;
	readonly policies: PolicyFacts;
	readonly protocols: ProtocolFacts;
	readonly instruments: InstrumentFacts;
	readonly waiting: WaitingListFacts;
	/** Files that were destroyed. */
	readonly retention: DestructionFacts;
	/** How the practice gets its keys back. */
	readonly recovery: RecoveryFacts;
	/** What the practice says of its notes. */
	readonly notes: NoteRuleFacts;
	/** Emergency searches on the web, for the privacy officer. */
	readonly searches: EmergencyFacts;
	readonly incidents: IncidentFacts;
	/** Who pays from outside, and what they ask of the record. */
	readonly payments: PayerFacts;
	readonly publicPage: PublicPageFacts;
	readonly integrity: IntegrityFacts;
	/** Reasoned waivers on this journal; the rest of the shape stays empty. */
	readonly waivers: Dossier;
}

/** What the running system is: a notice can never say what it does not do. */
export interface SystemFacts {
	readonly tls: boolean;
	readonly mail: boolean;
	readonly relay: boolean;
	readonly storage: StorageFacts;
	/** Where the keys of everything stored lie: not beside it, and open to nobody else on the machine (qc-3.02-b1). */
	readonly keys: { readonly apart: boolean; readonly private: boolean };
	/** What is asked at the way in, and noted when it is refused (qc-3.02-b2). */
	readonly signIn: {
		/** How many passwords known to have leaked are refused. */
		readonly breachedPasswords: number;
		/** After how many wrong guesses nothing more is looked at for a while. */
		readonly guesses: number;
		readonly boundToDevice: boolean;
		readonly secondFactor: boolean;
		readonly register: boolean;
	};
}

/** A dossier's facts, part by part; of nobody when the act is about a practitioner or the practice. */
export type DossierFacts = Of<DossierPart>;

/** Everything that norms may look at. */
export interface Facts {
	readonly dossier: DossierFacts;
	readonly practitioner: PractitionerPart;
	readonly practice: PracticePart;
	readonly system: SystemFacts;
}

const waiverFold = (on: JournalKind): Fold<Dossier> => foldOf(on, 2, noDossier, foldDossier);

/** Every fold, by kind of journal and by the name of its slice. */
export const folds = {
	dossier: {
		dossier: foldOf('dossier', 3, noDossier, foldDossier),
		intake: intakeFold,
		suitability: suitabilityFold,
		care: careFold,
		boundaries: boundaryFold,
		identity: identityFold,
		consent: consentFold,
		place: placeFold,
		scheduling: schedulingFold,
		sessions: sessionFold,
		messages: messageFold,
		notes: noteFold,
		contacts: contactFold,
		closing: closingFold,
		family: familyFold,
		protocols: attachedFold,
		papers: paperFold,
		register: registerFold,
		uses: useFold,
		searches: searchFold,
		access: accessFold,
		waiting: waitingFold,
		missed: missedFold,
		loans: loanFold,
		retention: retentionFold,
		disclosure: disclosureFold,
		transfer: transferFold,
		connections: connectionFold,
		exports: exportFold,
		record: recordFold,
		incidents: noticedFold,
		told: toldFold,
		payments: paymentFold,
	},
	practitioner: {
		practitioner: practitionerFold,
		jurisdiction: jurisdictionFold,
		availability: availabilityFold,
		loans: ownLoanFold,
		contacts: activityFold,
		leaving: leavingFold,
		waivers: waiverFold('practitioner'),
	},
	practice: {
		practice: practiceFold,
		policies: policyFold,
		instruments: instrumentFold,
		protocols: protocolFold,
		waiting: waitingListFold,
		retention: destructionFold,
		recovery: recoveryFold,
		notes: noteRuleFold,
		searches: emergencyFold,
		incidents: incidentFold,
		payments: payerFold,
		publicPage: publicPageFold,
		integrity: integrityFold,
		waivers: waiverFold('practice'),
	},
} as const;

/** The acts of one capability, and the slice of facts they decide on. */
const modules = {
	practice: { ...practiceActs, ...practicePlaceActs, ...absenceActs },
	policies: { ...policyActs, ...wordingActs, ...announceActs },
	instruments: instrumentActs,
	intake: { ...intakeActs, ...laterActs, ...mandateActs },
	suitability: suitabilityActs,
	care: { ...careActs, ...planActs },
	boundaries: boundaryActs,
	identity: identityActs,
	consent: { ...consentActs, ...reviewActs, ...answerActs, ...togetherActs },
	place: jurisdictionActs,
	scheduling: {
		bookAppointment: schedulingActs.bookAppointment,
		moveAppointment: schedulingActs.moveAppointment,
		remindAppointment: schedulingActs.remindAppointment,
		cancelAppointment: schedulingActs.cancelAppointment,
		...offerActs,
		...teamActs,
		setAvailability: availabilityActs.setAvailability,
		exceptDay: availabilityActs.exceptDay,
		openFeed: availabilityActs.openFeed,
		closeFeed: availabilityActs.closeFeed,
	},
	sessions: sessionActs,
	messages: messageActs,
	notes: { ...noteActs, ...supervisionActs },
	contacts: contactActs,
	closing: closingActs,
	family: familyActs,
	protocols: protocolActs,
	papers: paperActs,
	register: registerActs,
	uses: useActs,
	searches: searchActs,
	access: accessActs,
	waiting: waitingActs,
	missed: missedActs,
	loans: loanActs,
	retention: retentionActs,
	recovery: recoveryActs,
	disclosure: disclosureActs,
	transfer: { ...transferActs, ...leavingActs },
	connections: {
		openConnection: connectionActs.openConnection,
		closeConnection: connectionActs.closeConnection,
	},
	exports: exportActs,
	record: {
		requestAccess: recordActs.requestAccess,
		lookAtLines: recordActs.lookAtLines,
		deliverAccess: recordActs.deliverAccess,
		askCorrection: recordActs.askCorrection,
		answerCorrection: recordActs.answerCorrection,
	},
	incidents: incidentActs,
	payments: paymentActs,
	publicPage: publicPageActs,
	integrity: integrityActs,
} as const;

type Modules = typeof modules;
type ActsOf<M> = M[keyof M] extends infer A ? (A extends { readonly name: string } ? A : never) : never;
/** The name of every act that exists: norms gate these and nothing else. */
export type ActName = { [K in keyof Modules]: ActsOf<Modules[K]>['name'] }[keyof Modules];
/** Moments that several acts lead to, judged like acts. */
export type Moment = 'service.start' | 'channel.use' | 'record.edit' | 'record.upload';
export type Gate = ActName | Moment;

/** An act on a practitioner's journal decides on that journal's slice of the same folder. */
const sliceFor = (folder: string, act: AnyAct): string => {
	if (act.on !== 'practitioner') return folder;
	return (
		{ place: 'jurisdiction', scheduling: 'availability', loans: 'loans', contacts: 'contacts', transfer: 'leaving' }[
			folder
		] ?? 'practitioner'
	);
};

/** Every act by name, with the slice it decides on. */
export const acts: Readonly<Record<string, { readonly capability: string; readonly act: AnyAct }>> = Object.fromEntries(
	Object.entries(modules).flatMap(([folder, module]) =>
		Object.values(module as Readonly<Record<string, AnyAct>>).map((act) => [
			act.name,
			{ capability: sliceFor(folder, act), act },
		]),
	),
);
