import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { startError } from '../start-error.ts';

/** The system user the server runs as when Balise itself runs as root; `undefined` means "as ourselves". */
export type RunAs = { readonly uid: number; readonly gid: number } | undefined;

const serviceUser = 'balise';

/** PostgreSQL refuses root: the owner of an existing cluster, else the system user `balise`, made when missing. */
export function chooseRunAs(cluster: string): RunAs {
	const owner = statSync(cluster, { throwIfNoEntry: false });
	if (process.getuid?.() !== 0) {
		if (owner && owner.uid !== process.getuid?.()) throw othersData(cluster);
		return undefined;
	}
	if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
	return findUser() ?? createUser();
}

/** May that user pass through this folder (and all above it)? */
export const mayEnter = (folder: string, runAs: RunAs): boolean =>
	spawnSync('/bin/sh', ['-c', '[ -x "$0" ]', folder], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0;

function findUser(): RunAs {
	try {
		const id = (flag: string) =>
			Number(execFileSync('id', [flag, serviceUser], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
		return { uid: id('-u'), gid: id('-g') };
	} catch {
		return undefined;
	}
}

function createUser(): RunAs {
	const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
	spawnSync('useradd', [...args, '--shell', '/usr/sbin/nologin', serviceUser], { stdio: 'ignore' });
	const user = findUser();
	if (user) return user;
	throw startError(
		'Lancée par root, Balise a besoin d’un compte système « balise » et n’a pas pu le créer : créez-le ou lancez Balise sous un compte ordinaire.',
		'Started by root, Balise needs a system account “balise” and could not create it: create it, or start Balise from an ordinary account.',
	);
}

const othersData = (cluster: string) =>
	startError(
		`Les données de ${cluster} appartiennent à un autre compte : lancez Balise sous ce compte, ou choisissez un autre dossier avec BALISE_DATA.`,
		`The data in ${cluster} belong to another account: start Balise from that account, or choose another folder with BALISE_DATA.`,
	);
