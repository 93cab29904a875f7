import { catalog } from './i18n.ts';

/** The board: what the record shows, duty by duty. Evidence, never a mark. */
export const boardWords = catalog(
	{
		title: 'Où en est ma pratique',
		fileTitle: 'Où en est ce dossier',
		now: 'Commencez par ce qui manque. Chaque ligne dit ce qui la répare.',
		nothing: 'Rien ne manque de ce que le logiciel peut montrer.',
		missing: 'Ce qui manque',
		all: 'Toutes les exigences',
		evidence: (n: number) => (n === 1 ? '1 entrée au dossier le montre' : `${n} entrées au dossier le montrent`),
		entry: (seq: number, when: string) => `Entrée ${seq}, ${when}`,
		files: (n: number) => (n === 1 ? 'Manque dans 1 dossier' : `Manque dans ${n} dossiers`),
		filesNone: 'Ne manque dans aucun dossier',
		waived: (reason: string) => `Raison signée : ${reason}`,
		due: (when: string) => `À faire d’ici le ${when}`,
		notShown: 'Le logiciel ne peut pas le montrer.',
		notBuilt: 'Balise ne sait pas encore le vérifier. Cela viendra avec une autre partie.',
		group: (capability: string) =>
			({
				'public-page': 'Page publique', accounts: 'Comptes', intake: 'Première demande', 'identity-location': 'Identité et lieu', consent: 'Consentement',
				suitability: 'Pertinence du service', policies: 'Politiques', scheduling: 'Rendez-vous', sessions: 'Séances', messaging: 'Messages', record: 'Dossier',
				retention: 'Conservation', 'disclosure-breach': 'Communication et incidents', 'web-search': 'Recherche sur le Web', boundaries: 'Limites et conflits',
				'social-media': 'Médias sociaux', colleagues: 'Collègues', supervision: 'Supervision', competence: 'Compétence', jurisdiction: 'Territoires',
				research: 'Recherche', advocacy: 'Défense des droits', payments: 'Paiements', governance: 'Gouvernance',
			})[capability] ?? capability,
	},
	{
		title: 'Where my practice stands',
		fileTitle: 'Where this file stands',
		now: 'Start with what is missing. Each line says what mends it.',
		nothing: 'Nothing is missing of what software can show.',
		missing: 'What is missing',
		all: 'Every duty',
		evidence: (n) => (n === 1 ? '1 entry in the file shows it' : `${n} entries in the file show it`),
		entry: (seq, when) => `Entry ${seq}, ${when}`,
		files: (n) => (n === 1 ? 'Missing in 1 file' : `Missing in ${n} files`),
		filesNone: 'Missing in no file',
		waived: (reason) => `Signed reason: ${reason}`,
		due: (when) => `Due by ${when}`,
		notShown: 'Software cannot show this.',
		notBuilt: 'Balise cannot check this yet. It will come with another part.',
		group: (capability) =>
			({
				'public-page': 'Public page', accounts: 'Accounts', intake: 'First request', 'identity-location': 'Identity and place', consent: 'Consent',
				suitability: 'Fit of the service', policies: 'Policies', scheduling: 'Appointments', sessions: 'Sessions', messaging: 'Messages', record: 'Record',
				retention: 'Retention', 'disclosure-breach': 'Disclosure and incidents', 'web-search': 'Web search', boundaries: 'Boundaries and conflicts',
				'social-media': 'Social media', colleagues: 'Colleagues', supervision: 'Supervision', competence: 'Competence', jurisdiction: 'Territories',
				research: 'Research', advocacy: 'Advocacy', payments: 'Payments', governance: 'Governance',
			})[capability] ?? capability,
	},
);
