import { catalog } from './i18n.ts';

/** What is wrong with the backups, for an owner. */
export type BackupsTrouble = 'failed' | 'silent' | 'noSheet' | 'oldSheet';

const groupFr = (n: number): string => `Groupe ${n} de la feuille`;

/** Backups and the recovery sheet, for those who answer for the practice. */
export const backupWords = catalog(
	{
		title: 'Sauvegardes',
		why: 'Quand tout a été copié, où, et comment revenir si la machine est perdue.',
		lastTitle: 'La dernière sauvegarde',
		none: 'Aucune sauvegarde n’a encore été faite. La première se fait la nuit, d’elle-même.',
		demo: 'La démonstration n’est pas sauvegardée\u00a0: ses personnes sont inventées, et elle se refait toute seule.',
		made: 'Faite le',
		age: 'Il y a',
		hours: (n: number) => (n < 1 ? 'moins d’une heure' : n === 1 ? 'une heure' : `${n} heures`),
		size: 'Taille',
		megabytes: (n: string) => `${n}\u00a0Mo`,
		place: 'Où',
		tried: 'Remise à l’essai',
		triedAt: (when: string) => `le ${when}, tout y était`,
		neverTried: 'pas encore. À faire sur la machine\u00a0: npm run restore -- --try',
		keysAt: 'Clés copiées le',
		troubles: 'À voir',
		troubleTask: (is: BackupsTrouble) =>
			({
				failed: 'Voir pourquoi la sauvegarde n’a pas réussi',
				silent: 'Refaire marcher les sauvegardes',
				noSheet: 'Imprimer la feuille de secours',
				oldSheet: 'Vérifier la feuille de secours',
			})[is],
		troubleWhy: (is: BackupsTrouble) =>
			({
				failed: 'la dernière sauvegarde a échoué',
				silent: 'aucune sauvegarde depuis deux jours',
				noSheet: 'sans elle, qui perd les clés perd tous les dossiers',
				oldSheet: 'elle a plus d’un an',
			})[is],
		troubleWhat: (is: BackupsTrouble) =>
			({
				failed:
					'La dernière sauvegarde n’a pas réussi. Elle sera faite de nouveau. Si cela dure, voyez si la place est pleine ou coupée.',
				silent:
					'Aucune sauvegarde n’a été faite depuis plus de 48 heures. Si la machine est perdue aujourd’hui, ce temps est perdu aussi.',
				noSheet: 'Aucune feuille de secours n’est imprimée. Faites-la maintenant\u00a0: cinq minutes suffisent.',
				oldSheet:
					'La feuille de secours a plus d’un an. Allez voir si elle est toujours à sa place, ou faites-en une autre.',
			})[is],
		keptTitle: 'Ce qui est gardé',
		kept: 'Chaque nuit, tout est copié, scellé, puis relu. Sept jours, cinq semaines et douze mois sont gardés, si rien d’autre n’est réglé. Une copie plus vieille ne part qu’une fois la nouvelle prouvée. Ce qui a été détruit ne revient pas, même d’une copie d’avant.',
		sheetTitle: 'La feuille de secours',
		lossTitle: 'Ce que l’on perd avec les clés',
		loss: 'Les dossiers sont scellés. Les clés sont dans un fichier à part, sur la machine qui fait marcher Balise.\nSi ce fichier est perdu, tous les dossiers sont perdus\u00a0: personne ne peut les rouvrir, ni vous, ni nous.\nUne vieille copie de ce fichier ne suffit pas\u00a0: dès qu’un dossier est détruit, les clés changent.\nLa feuille de secours, elle, reste bonne. Avec une sauvegarde, elle rend les clés.\nQui tient cette feuille et une sauvegarde peut tout lire. Gardez-la sous clé, loin de la machine.',
		since: (when: string) => `La feuille en vigueur a été imprimée le ${when}.`,
		noSheet: 'Aucune feuille n’est en vigueur.',
		make: 'Faire la feuille de secours',
		makeNew: 'Faire une nouvelle feuille',
		makeHint: 'Ayez une imprimante, ou du papier et un crayon. La feuille ne paraît qu’une fois.',
		onlyOwner: 'Seule une personne propriétaire du cabinet fait la feuille.',
		printNow: 'Imprimez cette page maintenant, ou recopiez les huit groupes. Elle ne reviendra pas.',
		paperTitle: 'Feuille de secours de Balise',
		paperFor: (name: string) => `Pour\u00a0: ${name}`,
		paperMade: (when: string) => `Faite le ${when}`,
		paperWhat:
			'Cette feuille rend les clés des dossiers. Gardez-la sous clé, loin de la machine. Ne la photographiez pas.',
		paperHow: 'Pour revenir, sur une machine neuve où Balise est installée, tapez ceci, puis les huit groupes\u00a0:',
		paperBackups: '<sauvegardes>',
		qr: 'Les huit groupes, à lire par un appareil',
		group: groupFr,
		readBack: 'Prouver qu’elle est sur papier',
		readBackWhy: 'Tapez deux groupes depuis le papier. La feuille ne compte qu’après cela.',
		keep: 'La feuille est imprimée',
		wrong: 'Un groupe n’est pas comme sur la feuille. Relisez-le. Si le papier est perdu, faites une nouvelle feuille.',
		gone: 'Cette feuille a attendu plus d’une heure\u00a0: elle ne compte pas. Faites-en une nouvelle.',
		done: 'C’est noté. Cette feuille rend maintenant les clés\u00a0; celle d’avant n’ouvre plus rien.',
		doneLater: 'C’est noté. Elle comptera dès la prochaine sauvegarde\u00a0; gardez l’ancienne d’ici là.',
	},
	{
		title: 'Backups',
		why: 'When everything was copied, where, and how to come back if the machine is lost.',
		lastTitle: 'The last backup',
		none: 'No backup was made yet. The first is made at night, by itself.',
		demo: 'The demonstration is not backed up: its people are made up, and it is made anew by itself.',
		made: 'Made on',
		age: 'How long ago',
		hours: (n) => (n < 1 ? 'less than an hour' : n === 1 ? 'one hour' : `${n} hours`),
		size: 'Size',
		megabytes: (n) => `${n} MB`,
		place: 'Where',
		tried: 'Tried out',
		triedAt: (when) => `on ${when}, everything was there`,
		neverTried: 'not yet. To be done on the machine: npm run restore -- --try',
		keysAt: 'Keys copied on',
		troubles: 'To look at',
		troubleTask: (is) =>
			({
				failed: 'See why the backup failed',
				silent: 'Get backups going again',
				noSheet: 'Print the recovery sheet',
				oldSheet: 'Check the recovery sheet',
			})[is],
		troubleWhy: (is) =>
			({
				failed: 'the last backup failed',
				silent: 'no backup for two days',
				noSheet: 'without it, whoever loses the keys loses every file',
				oldSheet: 'it is more than a year old',
			})[is],
		troubleWhat: (is) =>
			({
				failed:
					'The last backup failed. It will be made again. If this goes on, see whether the place is full or cut off.',
				silent: 'No backup was made for more than 48 hours. If the machine is lost today, that time is lost too.',
				noSheet: 'No recovery sheet is printed. Make it now: it takes five minutes.',
				oldSheet:
					'The recovery sheet is more than a year old. Go and see whether it is still in its place, or make another.',
			})[is],
		keptTitle: 'What is kept',
		kept: 'Each night everything is copied, sealed, then read back. Seven days, five weeks and twelve months are kept, unless set otherwise. An older copy goes only once the new one is proved. What was destroyed does not come back, even from a copy made before.',
		sheetTitle: 'The recovery sheet',
		lossTitle: 'What is lost with the keys',
		loss: 'The files are sealed. Their keys lie in a file of their own, on the machine that runs Balise.\nIf that file is lost, every file is lost: nobody can open them again, neither you nor we.\nAn old copy of it is not enough: once a file is destroyed, the keys change.\nThe recovery sheet stays good. Together with a backup, it gives the keys back.\nWhoever holds this sheet and a backup can read everything. Keep it locked away, far from the machine.',
		since: (when) => `The sheet in force was printed on ${when}.`,
		noSheet: 'No sheet is in force.',
		make: 'Make the recovery sheet',
		makeNew: 'Make a new sheet',
		makeHint: 'Have a printer, or paper and a pencil. The sheet is shown once.',
		onlyOwner: 'Only an owner of the practice makes the sheet.',
		printNow: 'Print this page now, or copy the eight groups by hand. It will not come back.',
		paperTitle: 'Recovery sheet of Balise',
		paperFor: (name) => `For: ${name}`,
		paperMade: (when) => `Made on ${when}`,
		paperWhat:
			'This sheet gives back the keys of the files. Keep it locked away, far from the machine. Take no photograph.',
		paperHow: 'To come back, on a new machine where Balise is installed, type this, then the eight groups:',
		paperBackups: '<backups>',
		qr: 'The eight groups, for a device to read',
		group: (n) => `Group ${n} of the sheet`,
		readBack: 'Prove that it is on paper',
		readBackWhy: 'Type two groups from the paper. Only then does the sheet count.',
		keep: 'The sheet is printed',
		wrong: 'A group is not as on the sheet. Read it again. If the paper is lost, make a new sheet.',
		gone: 'This sheet waited more than an hour: it does not count. Make a new one.',
		done: 'It is noted. This sheet now gives back the keys; the one before opens nothing any more.',
		doneLater: 'It is noted. It will count from the next backup on; keep the old one until then.',
	},
);
