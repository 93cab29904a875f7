import { catalog } from './i18n.ts';

/** Where something is not as it was written; each sentence uses what it needs. */
interface Where {
	readonly journal: string;
	readonly seq: number | string;
	readonly table: string;
}
interface Counts {
	readonly practices: number;
	readonly journals: number;
	readonly lines: number;
	readonly opened: number;
	readonly destroyed: number;
	readonly batches: number;
	readonly checkpoints: number;
}

/** What `npm run verify` says: what it read, the first broken line of each chain, what a receipt is worth. */
export const proofWords = catalog(
	{
		lineMissing: ({ journal, seq }: Where) => `Journal ${journal} : la ligne ${seq} manque.`,
		lineChanged: ({ journal, seq }: Where) => `Journal ${journal} : la ligne ${seq} n’est plus celle qui a été écrite.`,
		lineUnreadable: ({ journal, seq }: Where) => `Journal ${journal} : la ligne ${seq} ne s’ouvre pas avec sa clé.`,
		keyMissing: ({ journal, seq }: Where) =>
			`Journal ${journal} : la clé de la ligne ${seq} manque, et personne n’a décidé de la détruire.`,
		headChanged: ({ journal, seq }: Where) =>
			`Journal ${journal} : après la ligne ${seq}, la fin notée n’est pas celle des lignes.`,
		cutShort: ({ journal, seq }: Where) =>
			`Journal ${journal} : il est plus court qu’il ne l’était\u00a0; la ligne ${seq} manque.`,
		lineBeyondHead: ({ journal, seq }: Where) =>
			`Journal ${journal} : la ligne ${seq} est arrivée par un autre chemin que Balise, ou la fin a été reculée.`,
		journalGone: ({ journal, table }: Where) =>
			`Journal ${journal} : il a disparu et il en reste des traces (${table}).`,
		journalChanged: ({ journal }: Where) => `Journal ${journal} : son genre, sa date ou son intervenant a changé.`,
		attemptGone: ({ journal, seq }: Where) =>
			`Journal ${journal} : l’envoi qui a écrit la ligne ${seq} a été effacé ou changé.`,
		keyUnusable: ({ journal, table }: Where) =>
			`Journal ${journal} : une clé de la partie «\u00a0${table} » ne s’ouvre pas.`,
		sealedWithNothing: ({ table }: Where) =>
			`Une ligne de la table ${table} est scellée avec une clé qui n’existe plus.`,
		signKeyChanged: () => 'La clé qui signe les points de contrôle ne s’ouvre pas, ou n’est plus celle du cabinet.',
		snapshotChanged: ({ journal, seq }: Where) =>
			`Journal ${journal} : le résumé gardé à la ligne ${seq} ne dit pas la même chose que les lignes.`,
		rowChanged: ({ journal, table }: Where) => `Journal ${journal} : la table ${table} ne suit plus les lignes.`,
		briefChanged: ({ journal, seq }: Where) => `Dossier ${journal} : l’aperçu de la ligne ${seq} a changé ou manque.`,
		briefDiffers: ({ journal }: Where) =>
			`Dossier ${journal} : l’aperçu n’est pas celui que les normes donnent. La chaîne tient\u00a0; l’aperçu est à refaire.`,
		batchMissing: ({ seq }: Where) => `Registre des accès\u00a0: le lot ${seq} manque.`,
		batchChanged: ({ seq }: Where) => `Registre des accès\u00a0: le lot ${seq} n’est plus celui qui a été écrit.`,
		batchUnreadable: ({ seq }: Where) => `Registre des accès\u00a0: le lot ${seq} ne s’ouvre pas avec sa clé.`,
		accessHeadChanged: ({ seq }: Where) =>
			`Registre des accès\u00a0: après le lot ${seq}, la fin notée n’est pas celle des lots.`,
		subjectChanged: ({ seq }: Where) => `Registre des accès\u00a0: le lot ${seq} n’est plus lié aux bons dossiers.`,
		checkpointMissing: ({ seq }: Where) => `Point de contrôle ${seq} : il manque.`,
		checkpointChanged: ({ seq }: Where) => `Point de contrôle ${seq} : il n’est plus celui qui a été signé.`,
		checkpointNotSigned: ({ seq }: Where) => `Point de contrôle ${seq} : sa signature n’est pas celle du cabinet.`,
		checkpointHeadLost: ({ journal, seq }: Where) =>
			`Journal ${journal} : la ligne ${seq} était dans un point de contrôle signé\u00a0; elle a été réécrite ou retirée.`,
		rootLost: ({ seq }: Where) => `Point de contrôle ${seq} : le fichier gardé à côté de la base dit autre chose.`,
		notAReceipt: () => 'Ce fichier n’est pas un reçu de Balise.',
		notSigned: () => 'Ce reçu n’est pas signé par ce cabinet, ou il a été changé.',
		rootNotSigned: () => 'Le point de contrôle de ce reçu n’est pas signé par ce cabinet.',
		notInRoot: () => 'La ligne de ce reçu n’est pas dans son point de contrôle.',
		rootGone: () => 'Le point de contrôle remis avec ce reçu n’est plus dans la base\u00a0: l’histoire a été réécrite.',
		lineGone: () => 'La ligne de ce reçu n’est plus dans la base.',
		lineChangedSince: () => 'La ligne de ce reçu n’est plus celle qui a été remise.',
		keyDiffers: () => 'La clé publique de ce reçu n’est pas celle que la base donne à ce cabinet.',
		receiptHolds: ({ journal, seq }: Where) =>
			`Le reçu tient\u00a0: la ligne ${seq} du journal ${journal} est celle qui a été remise.`,
		held: ({ practices, journals, lines, batches, checkpoints }: Counts) =>
			`Lu\u00a0: ${practices} cabinet(s), ${journals} journaux, ${lines} lignes, ${batches} lots d’accès, ${checkpoints} points de contrôle.`,
		opened: ({ opened, destroyed }: Counts) =>
			`Avec les clés\u00a0: ${opened} lignes ouvertes, ${destroyed} d’une partie détruite.`,
		sealed: () => 'Sans les clés\u00a0: les chaînes et les signatures, sans rien lire.',
		whole: () => 'Tout se tient.',
		broken: (n: number) => (n === 1 ? 'Une rupture.' : `${n} ruptures.`),
		noData: (folder: string) => `Il n’y a pas de données de Balise dans ${folder}.`,
		noPractice: (slug: string) => `Il n’y a pas de cabinet du nom de ${slug}.`,
	},
	{
		lineMissing: ({ journal, seq }) => `Journal ${journal}: line ${seq} is missing.`,
		lineChanged: ({ journal, seq }) => `Journal ${journal}: line ${seq} is no longer the one that was written.`,
		lineUnreadable: ({ journal, seq }) => `Journal ${journal}: line ${seq} does not open with its key.`,
		keyMissing: ({ journal, seq }) =>
			`Journal ${journal}: the key of line ${seq} is missing, and nobody decided to destroy it.`,
		headChanged: ({ journal, seq }) =>
			`Journal ${journal}: after line ${seq}, the recorded end is not that of the lines.`,
		cutShort: ({ journal, seq }) => `Journal ${journal}: it is shorter than it was; line ${seq} is missing.`,
		lineBeyondHead: ({ journal, seq }) =>
			`Journal ${journal}: line ${seq} came by another way than Balise, or the end was moved back.`,
		journalGone: ({ journal, table }) => `Journal ${journal}: it is gone and traces of it remain (${table}).`,
		journalChanged: ({ journal }) => `Journal ${journal}: its kind, its date or its practitioner has changed.`,
		attemptGone: ({ journal, seq }) => `Journal ${journal}: the sending that wrote line ${seq} was erased or changed.`,
		keyUnusable: ({ journal, table }) => `Journal ${journal}: a key of the part “${table}” does not open.`,
		sealedWithNothing: ({ table }) => `A row of the table ${table} is sealed with a key that no longer exists.`,
		signKeyChanged: () => 'The key that signs checkpoints does not open, or is no longer the practice’s.',
		snapshotChanged: ({ journal, seq }) =>
			`Journal ${journal}: the summary kept at line ${seq} does not say what the lines say.`,
		rowChanged: ({ journal, table }) => `Journal ${journal}: the table ${table} no longer follows the lines.`,
		briefChanged: ({ journal, seq }) => `File ${journal}: the overview of line ${seq} has changed or is missing.`,
		briefDiffers: ({ journal }) =>
			`File ${journal}: the overview is not what the norms give. The chain holds; the overview is to be made again.`,
		batchMissing: ({ seq }) => `Access log: batch ${seq} is missing.`,
		batchChanged: ({ seq }) => `Access log: batch ${seq} is no longer the one that was written.`,
		batchUnreadable: ({ seq }) => `Access log: batch ${seq} does not open with its key.`,
		accessHeadChanged: ({ seq }) => `Access log: after batch ${seq}, the recorded end is not that of the batches.`,
		subjectChanged: ({ seq }) => `Access log: batch ${seq} is no longer tied to the right files.`,
		checkpointMissing: ({ seq }) => `Checkpoint ${seq}: it is missing.`,
		checkpointChanged: ({ seq }) => `Checkpoint ${seq}: it is no longer the one that was signed.`,
		checkpointNotSigned: ({ seq }) => `Checkpoint ${seq}: its signature is not the practice’s.`,
		checkpointHeadLost: ({ journal, seq }) =>
			`Journal ${journal}: line ${seq} was in a signed checkpoint; it was rewritten or removed.`,
		rootLost: ({ seq }) => `Checkpoint ${seq}: the file kept beside the database says otherwise.`,
		notAReceipt: () => 'This file is not a receipt from Balise.',
		notSigned: () => 'This receipt is not signed by this practice, or it was changed.',
		rootNotSigned: () => 'The checkpoint of this receipt is not signed by this practice.',
		notInRoot: () => 'The line of this receipt is not in its checkpoint.',
		rootGone: () => 'The checkpoint handed out with this receipt is no longer in the database: history was rewritten.',
		lineGone: () => 'The line of this receipt is no longer in the database.',
		lineChangedSince: () => 'The line of this receipt is no longer the one that was handed out.',
		keyDiffers: () => 'The public key of this receipt is not the one that the database gives this practice.',
		receiptHolds: ({ journal, seq }) =>
			`The receipt holds: line ${seq} of journal ${journal} is the one that was handed out.`,
		held: ({ practices, journals, lines, batches, checkpoints }) =>
			`Read: ${practices} practice(s), ${journals} journals, ${lines} lines, ${batches} access batches, ${checkpoints} checkpoints.`,
		opened: ({ opened, destroyed }) => `With the keys: ${opened} lines opened, ${destroyed} of a destroyed part.`,
		sealed: () => 'Without the keys: chains and signatures, nothing read.',
		whole: () => 'Everything holds together.',
		broken: (n: number) => (n === 1 ? 'One break.' : `${n} breaks.`),
		noData: (folder: string) => `There are no Balise data in ${folder}.`,
		noPractice: (slug: string) => `There is no practice named ${slug}.`,
	},
);
