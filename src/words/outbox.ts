import { catalog } from './i18n.ts';

/** What left the house, what waits, what could not arrive. */
export const outboxWords = catalog(
	{
		title: 'Courriels à envoyer',
		nowNoServer: 'Aucun serveur de courriel n’est réglé\u00a0: rien ne part. Remettez les liens vous-même.',
		nowWaiting: (n: number) => (n === 1 ? 'Un courriel attend de partir.' : `${n} courriels attendent de partir.`),
		nowTrouble: (n: number) => (n === 1 ? 'Un courriel n’est pas arrivé.' : `${n} courriels ne sont pas arrivés.`),
		nowFine: 'Tout est parti.',
		noServer:
			'Les courriels restent ici, lisibles, jusqu’à ce qu’un serveur soit réglé. La personne qui a installé Balise règle SMTP_URL et MAIL_FROM, puis la redémarre. Les codes pour entrer ne paraissent jamais ici.',
		none: 'Aucun courriel',
		noneWhy: 'Les invitations et les avis paraîtront ici. Aucun ne porte les mots de personne.',
		state: (state: string) =>
			({
				waiting: 'attend de partir',
				sent: 'parti',
				refused: 'personne à cette adresse',
				expired: 'trop vieux, n’est pas parti',
				failed: 'n’a pas pu partir',
			})[state] ?? state,
		to: (address: string) => `à ${address}`,
		made: (when: string) => `préparé le ${when}`,
		done: (when: string) => `le ${when}`,
		tries: (n: number) => (n === 1 ? 'un essai' : `${n} essais`),
		next: (when: string) => `prochain essai\u00a0: ${when}`,
		read: 'Lire ce courriel',
		unreadable: 'Ce courriel ne peut plus être lu.',
		ownOnly: 'Vous voyez ici les courriels de vos dossiers et ceux que vous avez préparés.',
		others: (waiting: number, trouble: number) =>
			[
				waiting === 1 ? 'Ailleurs dans le cabinet, un courriel attend.' : '',
				waiting > 1 ? `Ailleurs dans le cabinet, ${waiting} courriels attendent.` : '',
				trouble === 1 ? 'Un courriel d’ailleurs n’est pas arrivé.' : '',
				trouble > 1 ? `${trouble} courriels d’ailleurs ne sont pas arrivés.` : '',
			]
				.filter(Boolean)
				.join(' '),
		copy: 'Voir le lien, pour le remettre autrement',
		copyWhy: 'Le code reste à dire de vive voix. Le fait d’avoir vu le lien est noté.',
		copied: 'Voici le courriel, avec son lien.',
		copyGone: 'Cette invitation a servi ou n’est plus valable\u00a0: préparez-en une autre.',
	},
	{
		title: 'Outgoing mail',
		nowNoServer: 'No mail server is set up: nothing leaves. Hand the links over yourself.',
		nowWaiting: (n) => (n === 1 ? 'One e-mail waits to leave.' : `${n} e-mails wait to leave.`),
		nowTrouble: (n) => (n === 1 ? 'One e-mail did not arrive.' : `${n} e-mails did not arrive.`),
		nowFine: 'Everything has left.',
		noServer:
			'E-mails stay here, readable, until a server is set up. Whoever installed Balise sets SMTP_URL and MAIL_FROM, then restarts it. Codes to sign in never appear here.',
		none: 'No e-mail',
		noneWhy: 'Invitations and notices will appear here. None carries anyone’s words.',
		state: (state) =>
			({
				waiting: 'waits to leave',
				sent: 'left',
				refused: 'nobody at that address',
				expired: 'too old, did not leave',
				failed: 'could not leave',
			})[state] ?? state,
		to: (address) => `to ${address}`,
		made: (when) => `prepared on ${when}`,
		done: (when) => `on ${when}`,
		tries: (n) => (n === 1 ? 'one go' : `${n} goes`),
		next: (when) => `next go: ${when}`,
		read: 'Read this e-mail',
		unreadable: 'This e-mail can no longer be read.',
		ownOnly: 'You see here the e-mails of your files, and those that you prepared.',
		others: (waiting, trouble) =>
			[
				waiting === 1 ? 'Elsewhere in the practice, one e-mail waits.' : '',
				waiting > 1 ? `Elsewhere in the practice, ${waiting} e-mails wait.` : '',
				trouble === 1 ? 'One e-mail from elsewhere did not arrive.' : '',
				trouble > 1 ? `${trouble} e-mails from elsewhere did not arrive.` : '',
			]
				.filter(Boolean)
				.join(' '),
		copy: 'See the link, to hand it over another way',
		copyWhy: 'The code is still to be told by voice. That you saw the link is noted.',
		copied: 'Here is the e-mail, with its link.',
		copyGone: 'This invitation was used or is no longer valid: prepare another.',
	},
);
