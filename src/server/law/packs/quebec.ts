import { type AnyLine, line } from '../line.ts';
import { read, readAgain } from './help.ts';

const qc = { territory: 'QC', verifiedOn: read } as const;

/** Rules of Québec, beside its help lines. */
export const quebec: readonly AnyLine[] = [
	line({
		...qc,
		topic: 'vocabulary',
		value: {
			regulator: { fr: 'l’Ordre', en: 'the Order' },
			registrationNumber: { fr: 'numéro de permis', en: 'permit number' },
			complain: { fr: 'demander une enquête au syndic de l’Ordre', en: 'ask the Order’s syndic for an inquiry' },
			breach: { fr: 'incident de confidentialité', en: 'privacy incident' },
		},
		source: 'OTSTCFQ, norms on technology; C-26',
		confidence: 'seen',
	}),
	line({
		...qc,
		topic: 'ageOfConsent',
		value: {
			alone: 14,
			settled: true,
			below: {
				fr: 'le titulaire de l’autorité parentale ou le tuteur',
				en: 'the holder of parental authority or the tutor',
			},
		},
		source: 'P-39.1, s. 14; Civil Code of Québec, art. 14',
		confidence: 'general',
	}),
	line({
		...qc,
		topic: 'ageOfMajority',
		value: 18,
		source: 'Civil Code of Québec, art. 153',
		confidence: 'general',
	}),
	line({
		...qc,
		topic: 'regulator',
		verifiedOn: readAgain,
		value: {
			key: 'OTSTCFQ',
			name: {
				fr: 'Ordre des travailleurs sociaux et des thérapeutes conjugaux et familiaux du Québec',
				en: 'Ordre des travailleurs sociaux et des thérapeutes conjugaux et familiaux du Québec (order of social workers and of couple and family therapists)',
			},
			address: '255, boulevard Crémazie Est, bureau 800, Montréal (Québec) H2M 1L5',
			phones: ['514 731-3925', '1 888 731-9420'],
			site: 'https://www.otstcfq.org',
			complaint: {
				fr: 'Écrivez au Bureau du syndic. Il y a un formulaire, mais une lettre signée suffit. Vous pouvez aussi appeler d’abord, pour poser vos questions. La loi défend de vous faire du tort parce que vous avez parlé au syndic.',
				en: 'Write to the Office of the Syndic. There is a form, but a signed letter is enough. You can also call first, to ask your questions. The law forbids anyone to harm you because you spoke to the syndic.',
			},
			complaintPage: 'https://www.otstcfq.org/public/protection-du-public/demande-d-enquete/',
		},
		source: 'otstcfq.org, demande d’enquête and its FAQ; C-26, s. 122',
		confidence: 'seen',
	}),
	line({
		...qc,
		topic: 'regulatorEmail',
		value: 'info.general@otstcfq.org',
		source: 'general knowledge; hidden on the pages that were read',
		confidence: 'general',
	}),
	line({
		...qc,
		topic: 'secrecyException',
		value: {
			basis: 'danger',
			clause: {
				fr: 'Quelqu’un risque la mort ou une blessure grave, très bientôt. Cela vaut aussi pour le suicide et pour une blessure de l’esprit.',
				en: 'Someone is at risk of death or of serious harm, very soon. This also holds for suicide and for harm to the mind.',
			},
			conditions: [
				{
					fr: 'Motif raisonnable de croire à un acte de violence, y compris un suicide',
					en: 'Reasonable cause to believe in an act of violence, suicide included',
				},
				{
					fr: 'Risque de mort ou de blessures graves, physiques ou psychologiques',
					en: 'Risk of death or of serious injury, physical or psychological',
				},
				{ fr: 'Danger imminent, qui inspire un sentiment d’urgence', en: 'Imminent danger, a sense of urgency' },
				{ fr: 'Personne ou groupe que l’on peut identifier', en: 'A person or a group that can be identified' },
				{
					fr: 'Dit seulement aux personnes exposées ou qui peuvent aider, et seulement ce qu’il faut',
					en: 'Told only to those exposed or able to help, and only what is needed',
				},
			],
		},
		source: 'C-26, r. 286.1, s. 40; C-26, s. 60.4',
		confidence: 'seen',
	}),
	line({
		...qc,
		topic: 'secrecyException',
		value: {
			basis: 'law',
			clause: {
				fr: 'La loi nous y oblige. Par exemple, nous devons parler sans attendre si un enfant est en danger.',
				en: 'The law requires it. For example, we must speak up at once if a child is in danger.',
			},
			conditions: [
				{ fr: 'Loi et article qui l’exigent', en: 'Law and section that require it' },
				{ fr: 'Seulement ce que la loi demande', en: 'Only what the law asks for' },
			],
		},
		source: 'P-34.1, ss. 38, 38.1, 39; OTSTCFQ, norms on technology, 3.08',
		confidence: 'seen',
	}),
	line({
		...qc,
		topic: 'secrecyException',
		value: {
			basis: 'order',
			clause: { fr: 'Un juge l’ordonne.', en: 'A judge orders it.' },
			conditions: [
				{ fr: 'Copie de l’ordonnance au dossier', en: 'Copy of the order on file' },
				{ fr: 'Seulement ce qu’elle vise', en: 'Only what it covers' },
			],
		},
		source: 'OTSTCFQ, norms on technology, 3.08',
		confidence: 'seen',
	}),
	line({
		...qc,
		topic: 'retention',
		value: { years: 5, start: 'lastService' },
		source: 'C-26, r. 121, s. 4 (a sister order); the text for social workers was not retrieved',
		confidence: 'secondary',
	}),
	line({
		...qc,
		topic: 'breachAuthority',
		verifiedOn: readAgain,
		value: {
			name: { fr: 'Commission d’accès à l’information', en: 'Commission d’accès à l’information' },
			phones: ['1 888 528-7741', '418 528-7741', '514 873-4196'],
			address: '525, boulevard René-Lévesque Est, bureau 2.36, Québec (Québec) G1R 5S9',
			site: 'https://www.cai.gouv.qc.ca',
			notice: {
				fr: 'S’il y a un risque de préjudice sérieux, nous avisons la Commission par écrit et nous vous avisons, avec diligence.',
				en: 'If there is a risk of serious injury, we notify the Commission in writing and we notify you, promptly.',
			},
		},
		source: 'P-39.1, s. 3.5 (summary); cai.gouv.qc.ca, nous joindre',
		confidence: 'secondary',
	}),
	line({
		...qc,
		topic: 'incidentRegisterYears',
		value: 5,
		source: 'A-2.1, r. 3.1 (summaries); every incident is entered, even without serious risk',
		confidence: 'secondary',
	}),
	line({
		...qc,
		topic: 'cessionNoticeDays',
		value: 15,
		source:
			'otstcfq.org, FAQ: date, name, address and telephone of the taker, and the signed agreement; the taker is a member',
		confidence: 'seen',
	}),
	line({
		...qc,
		topic: 'safetyReviewDays',
		value: 7,
		source: 'No text sets this delay: a proposal of Balise, so that a colleague looks back while it is fresh',
		confidence: 'notFound',
	}),
	line({
		...qc,
		topic: 'noteHours',
		value: 48,
		source: 'No text sets this delay: a proposal of Balise, so that a note is written while it is fresh',
		confidence: 'notFound',
	}),
	line({
		...qc,
		topic: 'webSearchDays',
		value: { note: 2, tell: 7 },
		source:
			'No text sets these delays: a proposal of Balise, so that a search is noted fresh and told at the next meeting',
		confidence: 'notFound',
	}),
	line({
		...qc,
		topic: 'exportRecallDays',
		value: 30,
		source: 'No text sets this delay: a proposal of Balise, so that no copy of a file is forgotten where it lies',
		confidence: 'notFound',
	}),
	line({
		...qc,
		topic: 'childProtection',
		value: {
			name: { fr: 'Directeur de la protection de la jeunesse (DPJ)', en: 'Director of Youth Protection (DYP)' },
			phones: [],
			duty: {
				fr: 'Signaler sans délai au DPJ dès qu’il y a un motif raisonnable; le secret professionnel n’y fait pas obstacle.',
				en: 'Report to the DYP without delay as soon as there is reasonable cause; professional secrecy is no bar.',
			},
		},
		source: 'P-34.1, ss. 38, 38.1, 39',
		confidence: 'seen',
	}),
	line({
		...qc,
		topic: 'privacyLaw',
		value: {
			name: {
				fr: 'Loi sur la protection des renseignements personnels dans le secteur privé',
				en: 'Act respecting the protection of personal information in the private sector',
			},
			citation: 'P-39.1',
			appliesTo: { fr: 'toute entreprise, donc tout cabinet privé', en: 'every enterprise, so every private practice' },
		},
		source: 'P-39.1',
		confidence: 'seen',
	}),
	line({
		...qc,
		topic: 'privacyLaw',
		from: '2024-07-01',
		value: {
			name: {
				fr: 'Loi sur les renseignements de santé et de services sociaux',
				en: 'Act respecting health and social services information',
			},
			citation: 'R-22.1',
			appliesTo: {
				fr: 'les cabinets privés de professionnels qui y sont énumérés',
				en: 'the private professional offices that it lists',
			},
		},
		source: 'odnq.org; chairesante.openum.ca',
		confidence: 'secondary',
	}),
	line({
		...qc,
		topic: 'accessReply',
		verifiedOn: readAgain,
		value: {
			days: 30,
			count: 'calendar',
			appeal: { fr: 'la Commission d’accès à l’information', en: 'the Commission d’accès à l’information' },
			silenceRefuses: true,
		},
		source: 'P-39.1, s. 32, as reproduced by openum.ca (2017): access and rectification, from the day of receipt',
		confidence: 'secondary',
	}),
	line({
		...qc,
		topic: 'accessGround',
		value: { ground: 'thirdParty', citation: 'P-39.1, s. 40' },
		source: 'P-39.1, s. 40',
		confidence: 'general',
	}),
	line({
		...qc,
		topic: 'accessGround',
		value: { ground: 'health', citation: 'P-39.1, s. 37' },
		source: 'P-39.1, s. 37',
		confidence: 'general',
	}),
	line({
		...qc,
		topic: 'accessGround',
		verifiedOn: readAgain,
		value: { ground: 'proceedings', citation: 'P-39.1, s. 39' },
		source: 'P-39.1, s. 39 (2), as quoted by steinmonast.ca, 2022-03-02',
		confidence: 'secondary',
	}),
	line({
		...qc,
		topic: 'territorySheet',
		value: {
			authorisation: 'unknown',
			regulator: { name: { fr: 'OTSTCFQ', en: 'OTSTCFQ' }, site: 'https://www.otstcfq.org' },
			notes: {
				fr: 'Pas de règle commune entre les ordres : on peut regarder le lieu du professionnel ou celui du client. Vérifiez auprès de l’Ordre avant le premier service; si les règles diffèrent, suivez la plus protectrice.',
				en: 'No common rule among the orders: the place looked at may be the professional’s or the client’s. Check with the Order before the first service; where rules differ, follow the more protective one.',
			},
		},
		source: 'orientation.qc.ca 2024-10; ooaq.qc.ca 2024-11; CIQ, seven principles, 2021',
		confidence: 'secondary',
	}),
];
