import type { Sayings } from './saying.ts';

/** Why a recovery sheet cannot be noted. */
export const recoveryCodes: Sayings = {
	'recoverySheet.kept': {
		fr: ['cette feuille de secours est déjà notée', 'Rien de plus n’est à faire\u00a0: elle est en vigueur.'],
		en: ['this recovery sheet is already noted', 'There is nothing more to do: it is in force.'],
	},
};
