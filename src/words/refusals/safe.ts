import type { Sayings } from './saying.ts';

/** What protects the record, the public page, and payment: what is missing, and why it matters. */
export const safeWhys: Sayings = {
	'qc-3.02-b1': {
		fr: [
			'les clés sont au même endroit que les données',
			'Qui copie les données prendrait aussi les clés\u00a0: mettez-les ailleurs.',
		],
		en: [
			'the keys lie in the same place as the data',
			'Whoever copies the data would take the keys too: put them elsewhere.',
		],
	},
	'qc-3.02-b1.open': {
		fr: [
			'd’autres comptes de cet ordinateur peuvent lire les clés',
			'Les clés ne s’ouvrent qu’à Balise\u00a0: refermez-les aux autres comptes.',
		],
		en: [
			'other accounts of this computer can read the keys',
			'The key file opens to Balise alone: close it to others.',
		],
	},
	'nb-6-r': {
		fr: [
			'les clés du dossier sont avec les données',
			'Un vol de l’ordinateur prendrait tout\u00a0: mettez les clés ailleurs.',
		],
		en: [
			'the keys of the file lie with the data',
			'A stolen computer would give everything away: put the keys elsewhere.',
		],
	},
	'nb-6-r.open': {
		fr: [
			'les clés du dossier sont lisibles par d’autres',
			'Un dossier protégé ne s’ouvre qu’à qui le suit\u00a0: refermez ces clés.',
		],
		en: [
			'others can read the keys of the file',
			'A protected file opens only to those who follow it: close this file.',
		],
	},
	'nb-6-r.paper': {
		fr: [
			'une partie du dossier est sur papier, sans clé',
			'Papier ou écran, tout se garde aussi bien\u00a0: mettez ce papier sous clé.',
		],
		en: [
			'part of the file is on paper, not under lock',
			'On paper or on screen, all of it is kept as safe: lock this paper away.',
		],
	},
	'qc-3.08-a': {
		fr: [
			'quelqu’un de l’équipe du dossier ne travaille plus ici',
			'Seul qui en a besoin garde un accès\u00a0: retirez cette personne de l’équipe.',
		],
		en: [
			'somebody on the team of this file no longer works here',
			'Only those who need it keep access: take this person off the team.',
		],
	},
	'nb-6-a': {
		fr: [
			'un outil n’a pas encore été évalué',
			'Avant de servir avec des clients, on regarde ce qu’un outil laisse voir.',
		],
		en: ['a tool was not looked at yet', 'Before it serves with clients, one looks at what a tool lets others see.'],
	},
	'nb-6-a.open': {
		fr: [
			'un outil ne protège pas la vie privée',
			'Votre évaluation le dit\u00a0: choisissez un autre outil, ou évaluez-le de nouveau.',
		],
		en: ['a tool does not protect privacy', 'Your own assessment says so: choose another tool, or assess it again.'],
	},
	'nb-6-c': {
		fr: [
			'les dossiers n’ont pas encore été vérifiés',
			'Une vérification relit tout et nomme ce qui aurait été changé par un autre chemin.',
		],
		en: [
			'the records were never checked',
			'A check reads everything again and names whatever was changed some other way.',
		],
	},
	'nb-6-c.old': {
		fr: [
			'la dernière vérification des dossiers date',
			'Relue chaque mois, une altération se voit tant qu’on peut encore agir.',
		],
		en: [
			'the last check of the records is old',
			'Read every month, an alteration is seen while something can still be done.',
		],
	},
	'nb-6-c.broken': {
		fr: [
			'quelque chose a été changé hors de Balise',
			'La vérification nomme la ligne\u00a0: voyez laquelle, et notez un incident.',
		],
		en: ['something was changed outside of Balise', 'The check names the line: see which one, and note an incident.'],
	},
	'nb-6-c.harmful': {
		fr: [
			'ce document pourrait agir quand on l’ouvre',
			'Rien d’actif n’entre au dossier\u00a0: numérisez la feuille, ou prenez-la en photo.',
		],
		en: [
			'this file could act when it is opened',
			'Nothing active goes into the record: scan the sheet, or take a picture of it.',
		],
	},
	'nb-6-c.kind': {
		fr: [
			'ce document n’est pas ce que son nom dit',
			'Ses premiers octets ne sont ni d’un PDF, ni d’un JPEG, ni d’un PNG.',
		],
		en: ['this file is not what its name says', 'Its first bytes are those of no PDF, JPEG or PNG.'],
	},
	'def-nb-privacy': {
		fr: [
			'le nom d’envoi dit quel service est donné',
			'Ce nom se lit sur une enveloppe ou un agenda\u00a0: prenez-en un neutre.',
		],
		en: [
			'the sender name tells which service is given',
			'This name is read on a letter or in a calendar: take a neutral one.',
		],
	},
	'nb-6-p': {
		fr: [
			'la note ne dit pas tout ce que ce payeur demande',
			'Ce payeur veut le lire au dossier\u00a0: ajoutez-le à la note, ou dites pourquoi non.',
		],
		en: [
			'the note does not say all that this payer asks',
			'This payer wants it on file: add it to the note, or say why not.',
		],
	},
	'nb-6-p.review': {
		fr: ['les exigences d’un payeur sont à relire', 'Elles changent\u00a0: relisez-les, puis notez le jour.'],
		en: ['a payer’s requirements are to be read again', 'They change: read them again, then note the day.'],
	},
	'qc-5.02-b.payment': {
		fr: [
			'ce service n’a pas encore de note signée',
			'On demande à être payé pour un service consigné\u00a0: signez la note, ou dites pourquoi non.',
		],
		en: [
			'this service has no signed note yet',
			'One asks to be paid for a service on record: sign its note, or say why not.',
		],
	},
	'qc-3.10-c': {
		fr: [
			'la page publique ne dit pas où lire la politique sur les incidents',
			'Chacun peut lire ce que vous ferez si un renseignement se perd.',
		],
		en: [
			'the public page does not say where the policy on incidents is',
			'Anyone may read what you will do if information is lost.',
		],
	},
	'qc-3.10-c.policy': {
		fr: ['la politique sur les incidents n’est pas publiée', 'Publiez-la d’abord\u00a0: la page publique y mènera.'],
		en: ['the policy on incidents is not published', 'Publish it first: the public page will lead to it.'],
	},
	'qc-3.10-c.off': {
		fr: ['la page publique n’est pas en ligne', 'C’est par elle que chacun trouve ce que vous faites d’un incident.'],
		en: ['the public page is not on line', 'It is where anyone finds what you do about an incident.'],
	},
};

/** Codes of the same acts. */
export const safeCodes: Sayings = {
	'payer.unknown': {
		fr: ['ce payeur n’est pas dans la liste', 'Choisissez-en un autre, ou notez-le d’abord sur la page des payeurs.'],
		en: ['this payer is not on the list', 'Choose another one, or note it first on the page of payers.'],
	},
	'payer.day': {
		fr: ['ce jour n’est pas encore venu', 'Notez le jour où vous avez lu ces exigences.'],
		en: ['this day has not come yet', 'Note the day on which you read these requirements.'],
	},
	'payment.noService': {
		fr: [
			'ce service n’est pas parmi les derniers donnés',
			'On demande un paiement pour une séance qui a eu lieu\u00a0: choisissez-la dans la liste.',
		],
		en: [
			'this service is not among the last ones given',
			'Payment is asked for a session that was held: choose it from the list.',
		],
	},
	'payment.asked': {
		fr: ['le paiement de ce service est déjà demandé', 'Voyez la liste des demandes, plus bas sur la page.'],
		en: ['payment for this service was already asked', 'See the list of requests, further down the page.'],
	},
	'page.notLinked': {
		fr: ['la page n’y mène déjà plus', 'Rechargez la page pour voir où on en est.'],
		en: ['the page no longer leads there', 'Reload the page to see where things stand.'],
	},
	'page.notPublished': {
		fr: ['la page n’est déjà plus en ligne', 'Rechargez la page pour voir où on en est.'],
		en: ['the page is already off line', 'Reload the page to see where things stand.'],
	},
};
