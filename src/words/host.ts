import { catalog } from './i18n.ts';

/** What the commands of the host say: letting an owner back in, creating a further practice. */
export const hostWords = catalog(
	{
		noData: (folder: string) => `Aucune donnée de Balise dans ${folder}. Lancez-la d’abord une fois.`,
		noPractice: (slug: string) => `Aucun cabinet ne porte l’adresse «\u00a0${slug}\u00a0».`,
		noAccount: 'Aucun compte n’a ce courriel dans ce cabinet.',
		missing: (names: string) => `Il manque\u00a0: ${names}`,
		slugTaken: (slug: string) => `L’adresse «\u00a0${slug}\u00a0» est déjà prise.`,
		slugWrong: 'Une adresse tient en lettres minuscules, chiffres et tirets, et commence par une lettre.',
		unreadable: (fields: string) => `À revoir\u00a0: ${fields}`,
		created: (address: string) => `Le cabinet est créé\u00a0: ${address}`,
		invitation: (link: string) => `Lien à ouvrir\u00a0: ${link}`,
		second: (code: string) => `Code à dire de vive voix\u00a0: ${code}`,
		until: (day: string) => `Le lien sert une fois, jusqu’au ${day}.`,
		recovered: 'C’est noté\u00a0: le cabinet verra que l’accès a été redonné depuis la machine.',
		codesHere: 'Aucun serveur de courriel\u00a0: les codes pour entrer paraîtront ici.',
		code: ({ to, code }: { to: string; code: string }) =>
			`Code pour ${to}\u00a0: ${code} (une seule fois, dix minutes)`,
		codeShows: 'La personne donnera son courriel\u00a0: son code paraîtra dans le terminal où Balise tourne.',
		needsMail: 'La personne recevra un code à son courriel\u00a0: un serveur de courriel doit être réglé.',
		howAccount: 'Écrivez\u00a0: npm run account -- recover --practice <adresse> --email <courriel>',
		sealedFiles: ({ count, out }: { count: number; out: string }) =>
			`${count} dossier${count > 1 ? 's' : ''} scellé${count > 1 ? 's' : ''} dans ${out}. Remettez-les à la personne nommée : elle seule les ouvre.`,
		howSuccession:
			'Écrivez : npm run succession -- --email <courriel> --proof "…" --to <adresse de réception> --numbers "…" --out <dossier> [--practice <adresse>]',
		howPractice:
			'Écrivez\u00a0: npm run practice -- create --slug <adresse> --practice-name … --name … --title … --order OTSTCFQ|ATSNB --email … --phone … --address … --permit-number … --permit-from AAAA-MM-JJ --permit-until AAAA-MM-JJ',
	},
	{
		noData: (folder) => `No Balise data in ${folder}. Start it once first.`,
		noPractice: (slug) => `No practice has the address “${slug}”.`,
		noAccount: 'No account has this e-mail in this practice.',
		missing: (names) => `Missing: ${names}`,
		slugTaken: (slug) => `The address “${slug}” is already taken.`,
		slugWrong: 'An address is made of lower-case letters, digits and dashes, and begins with a letter.',
		unreadable: (fields) => `To be looked at again: ${fields}`,
		created: (address) => `The practice is created: ${address}`,
		invitation: (link) => `Link to open: ${link}`,
		second: (code) => `Code to tell by voice: ${code}`,
		until: (day) => `The link works once, until ${day}.`,
		recovered: 'It is noted: the practice will see that access was given back from the machine.',
		codesHere: 'No mail server: codes to sign in will show here.',
		code: ({ to, code }) => `Code for ${to}: ${code} (once, for ten minutes)`,
		codeShows: 'The person will give their e-mail: their code will show in the terminal where Balise runs.',
		needsMail: 'The person will get a code by e-mail: a mail server must be set up.',
		howAccount: 'Type: npm run account -- recover --practice <address> --email <e-mail>',
		sealedFiles: ({ count, out }) =>
			`${count} file${count === 1 ? '' : 's'} sealed in ${out}. Hand them to the person who was named: nobody else opens them.`,
		howSuccession:
			'Type: npm run succession -- --email <e-mail> --proof “…” --to <receiving address> --numbers “…” --out <folder> [--practice <address>]',
		howPractice:
			'Type: npm run practice -- create --slug <address> --practice-name … --name … --title … --order OTSTCFQ|ATSNB --email … --phone … --address … --permit-number … --permit-from YYYY-MM-DD --permit-until YYYY-MM-DD',
	},
);
