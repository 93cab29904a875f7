/** What is written at length in a file, as the timeline tells it. */
export const writtenLines = {
	fr: {
		'closing.summarised': 'Bilan de fin de suivi signé',
		'closing.given': 'Bilan de fin de suivi remis, ou non voulu',
		'family.drawn': 'Génogramme et écocarte\u00a0: nouvelle version',
		'supervision.named': 'Notes à contresigner\u00a0: superviseure ou superviseur nommé',
		'supervision.ended': 'Notes à contresigner\u00a0: fin',
		'note.countersigned': 'Note contresignée',
		'note.sentBack': 'Note renvoyée avec une remarque',
		'paper.attached': 'Papier joint à une note',
	},
	en: {
		'closing.summarised': 'Closing summary signed',
		'closing.given': 'Closing summary given, or not wanted',
		'family.drawn': 'Genogram and ecomap: new version',
		'supervision.named': 'Notes to countersign: supervisor named',
		'supervision.ended': 'Notes to countersign: over',
		'note.countersigned': 'Note countersigned',
		'note.sentBack': 'Note sent back with a remark',
		'paper.attached': 'Paper attached to a note',
	},
} as const;
