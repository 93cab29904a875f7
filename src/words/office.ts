import { catalog } from './i18n.ts';

/** The practitioner's places and what lists say. */
export const office = catalog(
	{
		office: 'Bureau',
		today: 'Aujourd’hui',
		clients: 'Clientes et clients',
		board: 'Où en est ma pratique',
		me: 'Ma vie professionnelle',
		practice: 'Cabinet',
		conflicts: 'Conflits à trancher',
		clientsNow: (n: number) =>
			n === 0
				? 'Rien à faire ici pour l’instant.'
				: n === 1
					? 'Un dossier attend quelque chose de vous.'
					: `${n} dossiers attendent quelque chose de vous.`,
		asks: 'demande une première rencontre, sans réponse encore',
		outbox: 'Courriels à envoyer',
		account: 'Mon compte',
		newRequest: 'Noter une première demande',
		search: 'Chercher un nom',
		searchDo: 'Chercher',
		find: 'Chercher',
		none: 'Personne pour l’instant. La première demande apparaîtra ici.',
		state: (s: string) =>
			({ request: 'première demande', accepted: 'suivi en cours', declined: 'non retenue', closed: 'fermé' })[s] ?? s,
		kind: (k: string) =>
			({
				person: 'personne',
				couple: 'couple',
				family: 'famille',
				group: 'groupe',
				organisation: 'organisme',
				community: 'collectivité',
			})[k] ?? k,
		missing: (n: number) => (n === 0 ? 'rien ne manque' : n === 1 ? 'une preuve manquante' : `${n} preuves manquantes`),
		questions: (n: number) => (n === 1 ? 'une question attend une réponse' : `${n} questions attendent une réponse`),
		notesDue: (n: number) => (n === 1 ? 'une note à faire' : `${n} notes à faire`),
		waiting: 'attend dans la salle d’attente',
		next: (when: string) => `Prochain rendez-vous\u00a0: ${when}`,
	},
	{
		office: 'Office',
		today: 'Today',
		clients: 'Clients',
		board: 'Where my practice stands',
		me: 'My practice life',
		practice: 'Practice',
		conflicts: 'Conflicts to decide',
		clientsNow: (n) =>
			n === 0
				? 'Nothing to do here for now.'
				: n === 1
					? 'One file awaits something from you.'
					: `${n} files await something from you.`,
		asks: 'asks for a first meeting, not answered yet',
		outbox: 'Outgoing mail',
		account: 'My account',
		newRequest: 'Note a first request',
		search: 'Find a name',
		searchDo: 'Find',
		find: 'Search',
		none: 'Nobody yet. The first request will appear here.',
		state: (s) =>
			({ request: 'first request', accepted: 'in care', declined: 'not taken on', closed: 'closed' })[s] ?? s,
		kind: (k) =>
			({
				person: 'person',
				couple: 'couple',
				family: 'family',
				group: 'group',
				organisation: 'organisation',
				community: 'community',
			})[k] ?? k,
		missing: (n) =>
			n === 0 ? 'nothing is missing' : n === 1 ? 'one piece of evidence missing' : `${n} pieces of evidence missing`,
		questions: (n) => (n === 1 ? 'one question awaits an answer' : `${n} questions await an answer`),
		notesDue: (n) => (n === 1 ? 'one note to write' : `${n} notes to write`),
		waiting: 'is in the waiting room',
		next: (when) => `Next appointment: ${when}`,
	},
);
