/** What the lines of a file that passes into other hands say in the timeline. */
export const transferLines = {
	fr: {
		'careTeam.handedOver': 'Dossier confié à une autre personne du cabinet',
		'record.transferred': 'Dossier transféré à un autre cabinet',
		'transfer.confirmed': 'Reçu de l’autre cabinet vérifié',
		'transfer.ended': 'Transfert sans suite',
		'record.received': 'Dossier reçu d’un autre cabinet',
		'record.linesReceived': 'Lignes reçues avec le dossier',
	},
	en: {
		'careTeam.handedOver': 'File handed to somebody else of the practice',
		'record.transferred': 'File transferred to another practice',
		'transfer.confirmed': 'Receipt of the other practice checked',
		'transfer.ended': 'Transfer came to nothing',
		'record.received': 'File received from another practice',
		'record.linesReceived': 'Lines received with the file',
	},
};
