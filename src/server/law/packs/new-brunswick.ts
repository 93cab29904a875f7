import { type AnyLine, line } from '../line.ts';
import { read, readAgain, soon } from './help.ts';

const nb = { territory: 'NB', verifiedOn: read } as const;

/** Rules of New Brunswick, beside its help lines. */
export const newBrunswick: readonly AnyLine[] = [
	line({
		...nb,
		topic: 'vocabulary',
		value: {
			regulator: { fr: 'l’Association', en: 'the Association' },
			registrationNumber: { fr: 'numéro d’immatriculation', en: 'registration number' },
			complain: {
				fr: 'déposer une plainte écrite et signée à l’Association',
				en: 'send the Association a written and signed complaint',
			},
			breach: { fr: 'incident de confidentialité', en: 'privacy breach' },
		},
		source: 'ATSNB, norms on technology; NBASW Act, 2019, c. 23',
		confidence: 'seen',
	}),
	line({
		...nb,
		topic: 'ageOfConsent',
		from: '2024-01-01',
		value: {
			alone: 16,
			settled: false,
			below: {
				fr: 'le parent ou le tuteur; la loi ne parle que de soins médicaux, et l’avis d’une travailleuse sociale ou d’un travailleur social n’y suffit pas',
				en: 'the parent or guardian; the Act speaks of medical treatment only, and a social worker’s opinion is not enough under it',
			},
		},
		source: 'M-6.1, ss. 2-3 (medical treatment); its reach to counselling is not settled',
		confidence: 'general',
	}),
	line({ ...nb, topic: 'ageOfMajority', value: 19, source: 'general knowledge', confidence: 'general' }),
	line({
		...nb,
		topic: 'regulator',
		verifiedOn: readAgain,
		value: {
			key: 'ATSNB',
			name: {
				fr: 'Association des travailleuses et des travailleurs sociaux du Nouveau-Brunswick',
				en: 'New Brunswick Association of Social Workers',
			},
			address: 'C.P. / P.O. Box 1533, Station A, Fredericton (N.-B.) E3B 5G2',
			phones: ['1-877-495-5595'],
			email: 'info@nbasw-attsnb.ca',
			site: 'https://www.nbasw-atsnb.ca',
			complaint: {
				fr: 'Remplissez le formulaire de plainte. Mettez la date et signez. Envoyez-le au registraire. Si vous ne pouvez pas écrire, appelez l’Association.',
				en: 'Fill in the complaint form. Date it and sign it. Send it to the Registrar. If you cannot write, call the Association.',
			},
			complaintPage: 'https://www.nbasw-atsnb.ca/contact-us/complaint-faqs/',
		},
		source:
			'nbasw-atsnb.ca, complaint FAQs and membership pages; NBASW Act 2019, c. 23 (name); annual report 2012-2013 (address, telephone)',
		confidence: 'secondary',
		expiresOn: soon,
		note: {
			fr: 'L’adresse et le téléphone viennent d’un rapport de 2013 : vérifiez-les.',
			en: 'The address and telephone come from a 2013 report: verify them.',
		},
	}),
	line({
		...nb,
		topic: 'secrecyException',
		value: {
			basis: 'danger',
			clause: {
				fr: 'Quelqu’un court un danger grave, et il faut agir tout de suite. Cela vaut aussi pour vous.',
				en: 'Someone is in serious danger, and we must act at once. This also holds for you.',
			},
			conditions: [
				{ fr: 'Danger grave, prévisible et imminent', en: 'Serious, foreseeable and imminent danger' },
				{
					fr: 'Pour le client ou une personne que l’on peut identifier',
					en: 'To the client or a person who can be identified',
				},
				{ fr: 'Seulement ce qu’il faut, à qui peut aider', en: 'Only what is needed, to those able to help' },
			],
		},
		source: 'ATSNB, norms on technology, glossary (professional obligation); wording of the stricter document',
		confidence: 'secondary',
	}),
	line({
		...nb,
		topic: 'secrecyException',
		value: {
			basis: 'law',
			clause: {
				fr: 'La loi nous y oblige. Par exemple, nous devons parler sans attendre si un enfant ou un jeune est en danger.',
				en: 'The law requires it. For example, we must speak up at once if a child or a youth is in danger.',
			},
			conditions: [
				{ fr: 'Loi et article qui l’exigent', en: 'Law and section that require it' },
				{ fr: 'Seulement ce que la loi demande', en: 'Only what the law asks for' },
			],
		},
		source: 'ATSNB, norms on technology, glossary; Child and Youth Well-Being Act',
		confidence: 'seen',
	}),
	line({
		...nb,
		topic: 'secrecyException',
		value: {
			basis: 'order',
			clause: { fr: 'Un juge l’ordonne.', en: 'A judge orders it.' },
			conditions: [
				{ fr: 'Copie de l’ordonnance au dossier', en: 'Copy of the order on file' },
				{ fr: 'Seulement ce qu’elle vise', en: 'Only what it covers' },
			],
		},
		source: 'ATSNB, norms on technology, glossary (legal obligation)',
		confidence: 'seen',
	}),
	line({
		...nb,
		topic: 'secrecyException',
		value: {
			basis: 'professionalDuty',
			clause: {
				fr: 'Les règles de la profession l’exigent. Nous vous disons alors laquelle et pourquoi.',
				en: 'The rules of the profession require it. We then tell you which one and why.',
			},
			conditions: [
				{ fr: 'Règle de la profession qui l’exige', en: 'Rule of the profession that requires it' },
				{ fr: 'Seulement ce qu’il faut', en: 'Only what is needed' },
			],
		},
		source: 'ATSNB, norms on technology, glossary',
		confidence: 'seen',
	}),
	line({
		...nb,
		topic: 'retention',
		value: { years: 7, start: 'lastService', minorsYearsAfterMajority: 7 },
		source: 'no number found for the Association; proposal after a sister college (Ontario)',
		confidence: 'notFound',
		note: {
			fr: 'Une proposition, pas une règle : décidez de la durée avec l’Association et écrivez-la dans votre politique.',
			en: 'A proposal, not a rule: settle the length with the Association and write it in your policy.',
		},
	}),
	line({
		...nb,
		topic: 'destructionRecord',
		value: { individual: true },
		source: 'P-7.05, s. 55: individual, summary of contents, period covered, method, name of who supervised',
		confidence: 'seen',
	}),
	line({
		...nb,
		topic: 'breachAuthority',
		value: {
			name: { fr: 'Ombud Nouveau-Brunswick', en: 'Ombud New Brunswick' },
			phones: ['1-877-755-2811', '506-453-5965'],
			address: '230-65, rue Regent, Fredericton (N.-B.)',
			notice: {
				fr: 'Nous vous avisons, ainsi que l’Ombud, dès que possible.',
				en: 'We notify you and the Ombud at the first reasonable opportunity.',
			},
		},
		source: 'P-7.05, s. 49(1)(c), 49(2); ombudnb breach form',
		confidence: 'seen',
		note: {
			fr: 'Exception : quand on croit raisonnablement qu’il n’y aura ni tort ni identification.',
			en: 'Exception: where it is reasonably believed that there will be neither harm nor identification.',
		},
	}),
	line({
		...nb,
		topic: 'safetyReviewDays',
		value: 7,
		source: 'No text sets this delay: a proposal of Balise, so that a colleague looks back while it is fresh',
		confidence: 'notFound',
	}),
	line({
		...nb,
		topic: 'noteHours',
		value: 48,
		source: 'No text sets this delay: a proposal of Balise, so that a note is written while it is fresh',
		confidence: 'notFound',
	}),
	line({
		...nb,
		topic: 'childProtection',
		from: '2024-01-26',
		value: {
			name: { fr: 'Développement social, protection de l’enfance', en: 'Social Development, child protection' },
			phones: [
				{ number: '1-833-733-7835' },
				{ number: '1-800-442-9799', when: { fr: 'hors des heures de bureau', en: 'after hours' } },
			],
			duty: {
				fr: 'Signaler sans délai. La limite d’âge pour « jeune » est en discussion : traitez toute personne mineure comme visée.',
				en: 'Report without delay. The upper age for “youth” is under discussion: treat every minor as covered.',
			},
		},
		source: 'Child and Youth Well-Being Act; gnb.ca; hnb.ca',
		confidence: 'secondary',
	}),
	line({
		...nb,
		topic: 'privacyLaw',
		value: {
			name: {
				fr: 'Loi sur l’accès et la protection en matière de renseignements personnels sur la santé',
				en: 'Personal Health Information Privacy and Access Act',
			},
			citation: 'P-7.05',
			appliesTo: {
				fr: 'les fournisseurs de soins de santé, cabinets privés compris',
				en: 'health-care providers, private practices included',
			},
		},
		source: 'ombudnb; pvcounselling.com',
		confidence: 'secondary',
	}),
	line({
		...nb,
		topic: 'accessReply',
		verifiedOn: readAgain,
		value: {
			days: 30,
			count: 'business',
			appeal: { fr: 'l’Ombud', en: 'the Ombud' },
			silenceRefuses: true,
		},
		source: 'worldprivacylaw.com on P-7.05, s. 10(2); laws.gnb.ca, P-7.05, s. 1 "business day"',
		confidence: 'secondary',
	}),
	...(['thirdParty', 'health', 'proceedings'] as const).map((ground) =>
		line({
			...nb,
			topic: 'accessGround',
			verifiedOn: readAgain,
			value: { ground, citation: 'P-7.05, s. 14' },
			source: 'gnb.ca, access to personal health information: reasons stand in s. 14, whose text was not read',
			confidence: 'general',
		}),
	),
	line({
		...nb,
		topic: 'territorySheet',
		verifiedOn: readAgain,
		value: {
			authorisation: 'required',
			regulator: { name: { fr: 'ATSNB', en: 'NBASW' }, site: 'https://www.nbasw-atsnb.ca' },
			notes: {
				fr: 'Une catégorie temporaire existe pour servir, aussi à distance, un client qui se trouve au Nouveau-Brunswick. Faites connaître votre intention à l’Association avant le premier service.',
				en: 'A temporary class exists for serving, also remotely, a client who is in New Brunswick. Tell the Association of your intention before the first service.',
			},
		},
		source: 'nbasw-atsnb.ca, temporary authorized membership; ATSNB, norms on technology, 4',
		confidence: 'seen',
	}),
];
