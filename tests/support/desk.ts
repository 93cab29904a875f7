import { missingOn } from './board.ts';
import type { HttpPath } from './http-path.ts';
import { type Fields, reader, type Shown } from './no-script.ts';
import { type Client, type Step, walkStep } from './path.ts';

/** Where the one button of a missing duty leads. */
const mendsOn = ({ html }: Pick<Shown, 'html'>, duty: string): string | undefined => {
	const [, after = ''] = html.split('class="stack missing');
	const [, row = ''] = after.split(`/norms/${duty}"`);
	return /<a class="button[^"]*" href="([^"]*)"/.exec(row.split('/norms/')[0] ?? '')?.[1];
};

/** The practitioner at their desk: the pages of one file, and what its board lacks. */
export const deskOf = (path: HttpPath) => {
	const eve = reader(path, path.practitioner.actor);
	const at = (client: Pick<Client, 'dossier'>, place: string) =>
		`/fr/office/clients/${client.dossier.id}${place && `/${place}`}`;
	return {
		...eve,
		at,
		fills: async (client: Pick<Client, 'dossier'>, place: string, form: string, typed: Fields = {}): Promise<Shown> =>
			eve.send(await eve.open(at(client, place)), form, typed),
		lacks: async (client: Pick<Client, 'dossier'>) => missingOn(path, path.practitioner.actor, at(client, 'board')),
		mend: async (client: Pick<Client, 'dossier'>, duty: string) => mendsOn(await eve.open(at(client, 'board')), duty),
	};
};

/** Somebody telephones: the practitioner types the request; there is no e-mail, and there will be no account. */
export async function byTelephone(path: HttpPath, name = 'Rose Lavoie'): Promise<Client & { readonly person: string }> {
	const desk = deskOf(path);
	const file = await desk.send(await desk.open('/fr/office/clients/new'), 'send', {
		via: 'phone',
		kind: 'person',
		reason: 'Deuil de sa sœur',
		prefers: 'either',
		'persons.0.name': name,
		'persons.0.language': 'fr',
		'persons.0.contact.phone': '418-555-0177',
	});
	const id = file.address.split('/').at(-1) ?? '';
	const dossier = { kind: 'dossier', id } as const;
	const [person] = Object.keys((await path.factsOf(dossier)).dossier.joint.dossier.persons);
	return { dossier, person: person ?? '', persons: [{ id: person ?? '', actor: path.practitioner.actor }] };
}

/** What the practitioner does themself, whoever is at the other end. */
export async function accompanied(path: HttpPath, client: Client, without: readonly Step[] = []): Promise<void> {
	const own = [
		'explain',
		'identity',
		'age',
		'capacity',
		'discussion',
		'needs',
		'teachBack',
		'assessment',
		'relation',
		'conflict',
		'accept',
		'plans',
	] as const;
	for (const step of own) if (!without.includes(step)) await walkStep(path, client, step);
}

/** A page of one's own file, as the person opens it. */
export const portal = (client: Client, place = '') => `/fr/portal/${client.dossier.id}${place && `/${place}`}`;
