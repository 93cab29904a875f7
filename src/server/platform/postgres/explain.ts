import { isStartError, type StartError, startError } from '../start-error.ts';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? '';
const textOf = (error: unknown): string => {
	const { message = String(error), stderr = '' } = (error ?? {}) as { message?: string; stderr?: string };
	return `${message}\n${stderr}`;
};

/** Turns whatever stopped the server into one line that says what to do. */
export function explain(error: unknown, folder: string): StartError {
	if (isStartError(error)) return error;
	const code = codeOf(error);
	const text = textOf(error);
	if (/^(ENOSPC|EDQUOT)$/.test(code) || /No space left on device|Disk quota exceeded|disk is full/.test(text)) {
		return startError(
			`Le disque de ${folder} est plein : libérez de la place, puis relancez ; rien d’enregistré n’est perdu.`,
			`The disk of ${folder} is full: free some space, then start again; nothing that was saved is lost.`,
			error,
		);
	}
	if (
		/^(EACCES|EPERM|EROFS)$/.test(code) ||
		/Permission denied|Read-only file system|unable to open database file|readonly database/.test(text)
	) {
		return startError(
			`Balise ne peut pas écrire dans ${folder} : vérifiez à qui appartient ce dossier, ou choisissez-en un autre avec BALISE_DATA.`,
			`Balise cannot write in ${folder}: check whom that folder belongs to, or choose another with BALISE_DATA.`,
			error,
		);
	}
	const reason = text.match(/(?:FATAL|PANIC|error):\s+(.+)/)?.[1] ?? text.split('\n')[0];
	return startError(
		`La base de données de ${folder} n’a pas démarré : ${reason}`,
		`The database in ${folder} did not start: ${reason}`,
		error,
	);
}
