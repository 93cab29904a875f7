import { catalog } from './i18n.ts';

/** The small words around every form. */
export const actForm = catalog(
	{
		resumed: 'Voici ce que vous aviez écrit. Vous pouvez continuer.',
		waive: 'Continuer quand même, avec une raison',
		reason: 'Votre raison (elle reste au dossier, avec votre nom)',
		sign: 'Signer cette raison',
	},
	{
		resumed: 'Here is what you had written. You can go on.',
		waive: 'Go on anyway, with a reason',
		reason: 'Your reason (it stays in the file, with your name)',
		sign: 'Sign this reason',
	},
);
