import { catalog } from './i18n.ts';

/** What stands in a PDF beside the words of the file. */
export const pdfWords = catalog(
	{
		pdf: 'PDF',
		entry: (hash: string) => `Empreinte de la ligne\u00a0: ${hash}`,
		root: (hash: string) => `Racine la plus récente\u00a0: ${hash}`,
		file: (label: string) => `Copie du dossier\u00a0: ${label}`,
		note: (when: string) => `Note du ${when}`,
		label: (text: string) => `${text}\u00a0:`,
	},
	{
		pdf: 'PDF',
		entry: (hash) => `Fingerprint of the line: ${hash}`,
		root: (hash) => `Latest root: ${hash}`,
		file: (label) => `Copy of the file: ${label}`,
		note: (when) => `Note of ${when}`,
		label: (text) => `${text}:`,
	},
);
