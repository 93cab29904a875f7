import type { Sayings } from './saying.ts';

/** Why a file may not pass into other hands, by duty. */
export const transferWhys: Sayings = {
	'nb-6-s': {
		fr: ['il manque l’accord de quelqu’un pour ce cabinet', 'Sans accord ni loi, un dossier ne change pas de mains.'],
		en: ['somebody’s agreement to this practice is missing', 'Without agreement or law, a file does not change hands.'],
	},
	'nb-6-s.cession': {
		fr: ['aucune cession n’est notée pour cette personne', 'Dites d’abord qui prend vos dossiers, et quand.'],
		en: ['no cession to this person is noted', 'Say first who takes your files, and when.'],
	},
	'nb-6-s.notice': {
		fr: ['l’Ordre n’a pas été avisé de la cession', 'L’avis part avant les dossiers.'],
		en: ['the regulator was not told of the cession', 'The notice goes before the files.'],
	},
	'nb-6-s.early': {
		fr: ['le délai de l’avis à l’Ordre court encore', 'Les dossiers partent une fois ce délai passé.'],
		en: ['the delay after the notice still runs', 'The files leave once that delay is over.'],
	},
	'nb-6-s.successor': {
		fr: ['personne n’est nommé pour prendre la suite', 'Seule la personne nommée d’avance reçoit les dossiers.'],
		en: ['nobody is named to take over', 'Only the person named beforehand receives the files.'],
	},
	'nb-6-s.closed': {
		fr: ['la succession n’est pas ouverte', 'Elle s’ouvre sur preuve, avec les accords demandés.'],
		en: ['the succession is not open', 'It opens on proof, with the agreements asked for.'],
	},
	'nb-6-s.here': {
		fr: ['la personne qui répond du dossier est encore là', 'Elle le confie elle-même, avec l’accord du client.'],
		en: ['whoever answers for the file is still here', 'They hand it over themselves, with the client’s agreement.'],
	},
	'nb-6-s.law': {
		fr: ['il manque la loi ou l’ordonnance qui l’exige', 'Citez-la\u00a0: elle dit pourquoi ce dossier peut partir.'],
		en: ['the law or the order that asks for it is missing', 'Cite it: it says why this file may leave.'],
	},
	'nb-6-s.receipt': {
		fr: ['un dossier transféré attend encore son reçu', 'Demandez à l’autre cabinet s’il l’a bien reçu.'],
		en: ['a transferred file still waits for its receipt', 'Ask the other practice whether it arrived.'],
	},
};

/** Why a step of a transfer cannot be taken so. */
export const transferCodes: Sayings = {
	'transfer.unknown': {
		fr: ['ce transfert n’est pas au dossier', 'Rechargez la page\u00a0: la liste a changé.'],
		en: ['this transfer is not in the file', 'Reload the page: the list changed.'],
	},
	'transfer.already': {
		fr: ['c’est déjà noté', 'Rechargez la page\u00a0: quelqu’un l’a fait entre-temps.'],
		en: ['it is already noted', 'Reload the page: somebody did it meanwhile.'],
	},
	'transfer.receipt': {
		fr: ['ce reçu n’est pas celui de ce paquet', 'Recopiez-le en entier, ou demandez-le de nouveau.'],
		en: ['this receipt is not of this package', 'Copy all of it again, or ask for it anew.'],
	},
	'transfer.same': {
		fr: ['cette personne répond déjà du dossier', 'Choisissez quelqu’un d’autre.'],
		en: ['this person already answers for the file', 'Choose somebody else.'],
	},
	'cession.notYetSigned': {
		fr: ['le jour de l’entente est à venir', 'Notez-la une fois signée.'],
		en: ['the day of the agreement is to come', 'Note it once it is signed.'],
	},
	'cession.notYetSent': {
		fr: ['le jour de l’avis est à venir', 'Notez-le une fois l’avis parti.'],
		en: ['the day of the notice is to come', 'Note it once the notice left.'],
	},
	'cession.already': {
		fr: ['une cession est déjà notée', 'Annulez-la d’abord, si elle ne se fait plus.'],
		en: ['a cession is already noted', 'Cancel it first, if it no longer happens.'],
	},
	'cession.alreadyNoticed': {
		fr: ['l’avis est déjà noté', 'Rechargez la page pour voir son jour.'],
		en: ['the notice is already noted', 'Reload the page to see its day.'],
	},
	'cession.none': {
		fr: ['aucune cession n’est notée', 'Dites d’abord qui prend vos dossiers.'],
		en: ['no cession is noted', 'Say first who takes your files.'],
	},
	'succession.none': {
		fr: ['personne n’est nommé', 'La personne qui intervient nomme d’avance qui prend la suite.'],
		en: ['nobody is named', 'Somebody must be named first, by the one whose files they are.'],
	},
	'succession.alreadyOpen': {
		fr: ['cette succession est déjà ouverte', 'Les dossiers peuvent être confiés ou transférés.'],
		en: ['this succession is already open', 'The files can be handed over or transferred.'],
	},
	'succession.sameEye': {
		fr: ['il faut l’accord de quelqu’un d’autre', 'Chaque personne ne donne son accord qu’une fois.'],
		en: ['one more yes is needed', 'Each of you says yes only once.'],
	},
	'succession.colleagues': {
		fr: ['des collègues doivent donner leur accord', 'La machine seule n’ouvre rien tant qu’il y en a.'],
		en: ['colleagues have to agree', 'The machine alone opens nothing while there are any.'],
	},
};
