/** A person, whoever speaks for them, or the practitioner who writes it down. */
export const self = ['client', 'representative', 'practitioner'];

/** Who may do each act by which something leaves a file, or by which it ends. */
export const whoLetsOut = {
	'authorisation.give': self,
	'authorisation.revoke': self,
	'record.disclose': ['practitioner'],
	'disclosure.note': ['practitioner'],
	'disclosure.complete': ['practitioner'],
	'record.transfer': ['practitioner', 'system'],
	'transfer.confirm': ['system'],
	'transfer.end': ['practitioner'],
	'record.receive': ['system'],
	'dossier.handOver': ['practitioner', 'owner'],
	'cession.declare': ['practitioner'],
	'cession.notice': ['practitioner'],
	'cession.cancel': ['practitioner'],
	'succession.name': ['practitioner'],
	'succession.withdraw': ['practitioner'],
	'succession.approve': ['owner', 'privacyOfficer', 'system'],
	'record.export': ['practitioner'],
	'export.take': ['system'],
	'export.recall': ['practitioner'],
	'export.keep': ['practitioner'],
	'connection.open': ['practitioner'],
	'connection.close': ['practitioner'],
	'hold.place': ['practitioner'],
	'hold.lift': ['practitioner'],
	'destruction.review': ['practitioner'],
	'destruction.approve': ['practitioner', 'privacyOfficer'],
	'record.destroy': ['practitioner'],
	'destruction.confirm': ['system'],
} as const;
