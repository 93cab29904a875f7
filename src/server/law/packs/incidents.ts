import { type AnyLine, line } from '../line.ts';
import { incidentFields } from '../topics.ts';
import { read } from './help.ts';

const qc = { territory: 'QC', verifiedOn: read } as const;
const nb = { territory: 'NB', verifiedOn: read } as const;

/** The notice to the authority holds what the register holds, but for the notices themselves. */
const noticeFields = incidentFields.filter((field) => field !== 'notices');
const proposedDays =
	'No text gives a number of days (« avec diligence », "at the first reasonable opportunity"): a proposal of Balise';

/** What is written, told and kept when confidential information was lost, stolen or seen; whom to tell stands in `breachAuthority`. */
export const incidents: readonly AnyLine[] = [
	line({
		...qc,
		topic: 'incidentRule',
		value: {
			threshold: 'seriousInjury',
			question: { fr: 'Y a-t-il un risque de préjudice sérieux ?', en: 'Is there a risk of serious injury?' },
			when: {
				fr: 'S’il y a un risque de préjudice sérieux, la Commission et les personnes sont avisées avec diligence. L’Ordre demande d’avertir chaque client sans tarder, quel que soit le risque.',
				en: 'Where there is a risk of serious injury, the Commission and the persons are told promptly. The Order asks that every client be told without delay, whatever the risk.',
			},
		},
		source: 'P-39.1, s. 3.5 (summary); OTSTCFQ, norms on technology, 3.10',
		confidence: 'secondary',
	}),
	line({
		...qc,
		topic: 'incidentRegister',
		value: incidentFields,
		source: 'A-2.1, r. 3.1, s. 7 (version of 2024-11-15); every incident, even without serious risk',
		confidence: 'seen',
	}),
	line({
		...qc,
		topic: 'incidentNotice',
		value: noticeFields,
		source: 'P-39.1, s. 3.5; A-2.1, r. 3.1 (summary of dataguidance.com)',
		confidence: 'secondary',
	}),
	line({ ...qc, topic: 'incidentTellingDays', value: 3, source: proposedDays, confidence: 'notFound' }),
	line({
		...nb,
		topic: 'incidentRule',
		value: {
			threshold: 'unlessNoHarm',
			question: {
				fr: 'Peut-on craindre un tort, ou que quelqu’un soit reconnu ?',
				en: 'May harm follow, or may somebody be identified?',
			},
			when: {
				fr: 'La personne et l’Ombud sont avisés dès que possible, à moins de croire raisonnablement qu’il n’y aura ni tort (soins, bien-être, argent) ni identification.',
				en: 'The person and the Ombud are told at the first reasonable opportunity, unless it is reasonably believed that there will be neither harm (care, well-being, money) nor identification.',
			},
		},
		source: 'P-7.05, s. 49(1)(c), 49(2)',
		confidence: 'seen',
	}),
	line({
		...nb,
		topic: 'incidentRegister',
		value: incidentFields,
		source: 'No list of contents was found for New Brunswick: a proposal after Québec’s (A-2.1, r. 3.1, s. 7)',
		confidence: 'notFound',
	}),
	line({
		...nb,
		topic: 'incidentNotice',
		value: noticeFields,
		source: 'The Ombud’s own form was not read: a proposal after Québec’s',
		confidence: 'notFound',
	}),
	line({
		...nb,
		topic: 'incidentRegisterYears',
		value: 5,
		source: 'No number was found for New Brunswick: a proposal after Québec’s',
		confidence: 'notFound',
	}),
	line({ ...nb, topic: 'incidentTellingDays', value: 3, source: proposedDays, confidence: 'notFound' }),
];
