import { catalog } from './i18n.ts';

/** What protects the records, as the running system finds it. */
export const safeguardWords = catalog(
	{
		title: 'Ce qui protège les dossiers',
		why: 'Où sont les clés, ce qui est chiffré, et si rien n’a été changé hors de Balise.',
		now: 'Voici ce que Balise constate en ce moment. Vérifiez les dossiers chaque mois.',
		stored: 'Ce qui est gardé',
		sealed: 'Chiffré',
		sealedIs: 'Chaque ligne, chaque papier et chaque lettre en attente, avec une clé par personne et par dossier.',
		keys: 'Les clés',
		keysApart: 'Ailleurs que les données.',
		keysBeside: 'Au même endroit que les données\u00a0: qui copie l’un prend l’autre.',
		keysPrivate: 'Lisibles par Balise seul.',
		keysOpen: 'Lisibles par d’autres comptes de cet ordinateur.',
		incoming: 'Les fichiers reçus',
		incomingIs:
			'Reconnus à leurs premiers octets\u00a0: PDF, JPEG ou PNG. Ce qui pourrait agir est refusé. Aucun antivirus n’est branché.',
		outside: 'Les autres sites',
		outsideIs: 'Aucune page ne charge quoi que ce soit d’ailleurs. Personne ne compte les visites.',
		check: 'Vérifier que rien n’a changé',
		checkWhy: 'Tout est relu, ligne par ligne, et comparé à ce qui a été écrit.',
		checkDo: 'Vérifier maintenant',
		checked: 'La vérification est faite.',
		never: 'Aucune vérification n’a encore été faite.',
		last: (when: string) => `Dernière vérification\u00a0: ${when}.`,
		whole: ({ n }: { n: number }) => `${n} lignes relues\u00a0: rien n’a changé hors de Balise.`,
		broken: ({ n }: { n: number }) =>
			n === 1
				? 'Une chose n’est plus comme elle a été écrite.'
				: `${n} choses ne sont plus comme elles ont été écrites.`,
		incident: 'Noter un incident',
		duties: 'Les normes que cela sert',
	},
	{
		title: 'What protects the records',
		why: 'Where the keys are, what is encrypted, and whether anything was changed outside of Balise.',
		now: 'This is what Balise finds right now. Check the records every month.',
		stored: 'What is kept',
		sealed: 'Encrypted',
		sealedIs: 'Every line, every paper and every letter that waits, with one key for each person and each file.',
		keys: 'The keys',
		keysApart: 'Elsewhere than the data.',
		keysBeside: 'In the same place as the data: whoever copies one takes the other.',
		keysPrivate: 'Readable by Balise alone.',
		keysOpen: 'Readable by other accounts of this computer.',
		incoming: 'Files received',
		incomingIs:
			'Known by their first bytes: PDF, JPEG or PNG. Whatever could act is refused. No antivirus program is connected.',
		outside: 'Other sites',
		outsideIs: 'No page loads anything from elsewhere. Nobody counts visits.',
		check: 'Check that nothing has changed',
		checkWhy: 'Everything is read again, line by line, and compared with what was written.',
		checkDo: 'Check now',
		checked: 'The check is done.',
		never: 'No check was made yet.',
		last: (when) => `Last check: ${when}.`,
		whole: ({ n }) => `${n} lines read again: nothing was changed outside of Balise.`,
		broken: ({ n }) =>
			n === 1 ? 'One thing is no longer as it was written.' : `${n} things are no longer as they were written.`,
		incident: 'Note an incident',
		duties: 'The duties that this serves',
	},
);
