import { catalog } from './i18n.ts';

interface Made {
	readonly place: string;
	readonly name: string;
	readonly megabytes: string;
	readonly seconds: string;
	readonly lines: number;
}
interface Back {
	readonly at: string;
	readonly minutes: string;
	readonly seconds: string;
	readonly lines: number;
}

/** What `npm run backup` and `npm run restore` say to whoever typed them. */
export const backupHostWords = catalog(
	{
		made: ({ place, name, megabytes, seconds, lines }: Made) =>
			`Sauvegarde faite et relue\u00a0: ${name} dans ${place} (${megabytes}\u00a0Mo, ${lines} lignes, ${seconds}\u00a0s).`,
		removed: (n: number) => `${n} plus ancienne(s) ne sont plus gardées.`,
		noSheet:
			'Aucune feuille de secours n’est imprimée pour un cabinet au moins\u00a0: qui perd le fichier de clés perd tout. Ouvrez Cabinet, puis Sauvegardes.',
		noPractice: (slug: string) => `Il n’y a pas de cabinet du nom de ${slug}.`,
		noArchive: (place: string) => `Il n’y a pas de sauvegarde dans ${place}.`,
		howRestore:
			'Écrivez\u00a0: npm run restore -- --from <dossier ou s3://…> et --keys <fichier de clés>, ou --sheet pour taper la feuille de secours.',
		notEmpty:
			'La base de données contient déjà un cabinet. Une sauvegarde ne se remet que dans une base vide\u00a0: rien n’a été touché.',
		keysThere: (file: string) =>
			`Un fichier de clés se trouve déjà à ${file}. Rien n’est écrit par-dessus\u00a0: déplacez-le d’abord, ou donnez une autre place avec BALISE_KEYS.`,
		noKeys: (file: string) =>
			`Il n’y a pas de fichier de clés à ${file}. Donnez-le avec --keys, ou tapez la feuille de secours avec --sheet.`,
		notAKeyFile: (file: string) => `${file} n’est pas un fichier de clés de Balise.`,
		typeSheet: 'Tapez les huit groupes de la feuille de secours, puis Entrée\u00a0:',
		wrongGroup: (n: number) =>
			n > 8
				? 'Il y a plus de huit groupes. Tapez la feuille d’un seul cabinet.'
				: `Le groupe ${n} n’est pas celui de la feuille. Relisez-le et tapez tout de nouveau.`,
		cut: 'Cette sauvegarde est coupée\u00a0: il en manque la fin. Rien n’a été remis. Prenez-en une autre avec --archive.',
		changed:
			'Cette sauvegarde a été changée depuis qu’elle a été écrite. Rien n’a été remis. Prenez-en une autre avec --archive.',
		notOurs: 'Ce fichier n’est pas une sauvegarde de Balise. Rien n’a été remis.',
		noKey: 'Les clés données n’ouvrent pas cette sauvegarde. Rien n’a été remis.',
		chain: 'Une chaîne de cette sauvegarde ne tient pas. Rien n’a été remis. Prenez-en une autre avec --archive.',
		restored: ({ at, minutes, seconds, lines }: Back) =>
			`Remis\u00a0: ${lines} lignes, telles qu’elles étaient le ${at}. Perdu au plus (RPO)\u00a0: ${minutes}\u00a0min. Durée (RTO)\u00a0: ${seconds}\u00a0s.`,
		destroyed: (n: number) =>
			`${n} dossier(s) ou partie(s) détruits depuis cette sauvegarde\u00a0: leurs lignes sont là, et rien ne les ouvre.`,
		newSheet: 'Tout le monde entre de nouveau. Faites une nouvelle feuille de secours si celle-ci a été vue.',
		tried: 'La sauvegarde a été remise à part, prouvée, puis effacée. Rien n’a changé ici.',
	},
	{
		made: ({ place, name, megabytes, seconds, lines }) =>
			`Backed up and read back: ${name} in ${place} (${megabytes} MB, ${lines} lines, ${seconds} s).`,
		removed: (n) => `${n} older one(s) are no longer kept.`,
		noSheet:
			'At least one practice has no printed recovery sheet: whoever loses the key file loses everything. Open Practice, then Backups.',
		noPractice: (slug) => `There is no practice called ${slug}.`,
		noArchive: (place) => `There is no backup in ${place}.`,
		howRestore:
			'Write: npm run restore -- --from <folder or s3://…> and --keys <key file>, or --sheet to type the recovery sheet.',
		notEmpty:
			'The database already holds a practice. A backup is restored into an empty database only: nothing was touched.',
		keysThere: (file) =>
			`There is already a key file at ${file}. Nothing is written over it: move it first, or give another place with BALISE_KEYS.`,
		noKeys: (file) => `There is no key file at ${file}. Give it with --keys, or type the recovery sheet with --sheet.`,
		notAKeyFile: (file) => `${file} is not a key file of Balise.`,
		typeSheet: 'Type the eight groups of the recovery sheet, then Enter:',
		wrongGroup: (n) =>
			n > 8
				? 'There are more than eight groups. Type the sheet of one practice.'
				: `Group ${n} is not the one on the sheet. Read it again and type everything once more.`,
		cut: 'This backup is cut: its end is missing. Nothing was restored. Take another with --archive.',
		changed: 'This backup was changed since it was written. Nothing was restored. Take another with --archive.',
		notOurs: 'This file is not a backup of Balise. Nothing was restored.',
		noKey: 'The keys that were given do not open this backup. Nothing was restored.',
		chain: 'A chain of this backup does not hold. Nothing was restored. Take another with --archive.',
		restored: ({ at, minutes, seconds, lines }) =>
			`Restored: ${lines} lines, as they were on ${at}. Lost at most (RPO): ${minutes} min. Time it took (RTO): ${seconds} s.`,
		destroyed: (n) =>
			`${n} file(s) or part(s) destroyed since this backup: their lines are there, and nothing opens them.`,
		newSheet: 'Everybody signs in anew. Make a new recovery sheet if this one was seen.',
		tried: 'The backup was restored apart, proved, then erased. Nothing changed here.',
	},
);
