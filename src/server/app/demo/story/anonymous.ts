import { accept, agree, ask, givePlans, interview, welcome } from '../path.ts';
import type { Heard, Person } from '../persons.ts';
import { type Meeting, meet, type Note } from '../sessions.ts';
import type { Story } from '../telling.ts';

const plan = {
	near: 'Personne à prévenir : rappelle d’elle-même.',
	helps: 'Le quai tôt le matin, la lettre à son frère, composer le numéro d’une ligne d’aide la nuit.',
};

const heard: Heard = {
	age: { band: 'adult' },
	capacity: { result: 'able', basis: 'Dit clairement ce qu’elle veut dire et taire, et ce que cela limite.' },
	needs: { variant: 'oral', adaptation: 'Tout est lu et expliqué au téléphone; rien n’est envoyé.' },
	discussion: 'Elle sait que, sans nom ni adresse, aucun secours ne peut lui être envoyé. Elle rappelle elle-même.',
	ownWords: {
		risks: 'Que ça coupe, que je ne rappelle pas, et que vous ne puissiez rien y faire.',
		limits:
			'Vous gardez tout pour vous sauf un gros danger; et comme vous savez pas qui je suis, faut que j’appelle moi-même.',
	},
	answers: { relevance: 'Dans son village, tout le monde se connaît : elle n’irait voir personne autrement.' },
	plan,
};

const interviewNote: Note = {
	reason: 'Premier appel d’une personne qui ne veut pas donner son nom.',
	course:
		'Son frère est mort en mer l’an dernier. Au village, on lui dit d’être forte. Elle choisit qu’on l’appelle Marée. Les limites d’un service sans nom lui sont dites de vive voix; elle les redit.',
	plan: 'Elle rappelle le mercredi, sur l’heure du dîner, quand elle le veut. Mot convenu pour se reconnaître.',
};

const notes: readonly Note[] = [
	{
		reason: 'Elle rappelle.',
		course:
			'Mot convenu donné. Elle parle de la voix de son frère sur le répondeur, qu’elle n’ose ni écouter ni effacer.',
		plan: 'Rien à faire du message. Il peut attendre.',
	},
	{
		reason: 'Le message.',
		course:
			'Elle l’a écouté, assise dans son auto au quai. Elle a pleuré, puis elle a ri : il demandait si elle avait du beurre.',
		plan: 'Lui écrire une lettre, si elle en a envie; personne ne la lira.',
	},
	{
		reason: 'La lettre.',
		course: 'Elle en lit deux phrases. Elle dort mieux. Elle pourrait un jour donner son nom, « pas aujourd’hui ».',
		plan: 'Elle rappelle quand elle veut. Les lignes d’aide de la nuit lui sont redites.',
	},
];

/** Somebody who calls without a name: a pseudonym, a province, limits told, everything by voice. */
export async function tellAnonymous(story: Story): Promise<void> {
	const { calendar, as } = story;
	const by = as.rachel;
	const anchor = calendar.last(3, 8);
	const first = anchor - 14 * (notes.length - 1);
	const maree: Person = {
		id: story.world.newId(),
		name: 'Marée',
		language: 'fr',
		roles: ['requester', 'beneficiary'],
		contact: { voiceMail: false, text: false, othersMayKnow: false, callFirst: false },
		voice: { actor: by, means: 'oral' },
		place: { territory: 'NB', town: 'Nouveau-Brunswick' },
	};
	const file = await ask(story, {
		at: calendar.at(first - 14, '12:04', 'NB'),
		by,
		practitioner: by,
		persons: [maree],
		kind: 'person',
		label: 'Marée (nom choisi)',
		via: 'phone',
		reason: 'Veut parler de la mort de son frère sans donner son nom : dans son village, tout le monde se connaît.',
		prefers: 'remote',
		territory: 'NB',
		anonymous: true,
	});
	await welcome(file, by, { persons: [maree], means: 'Téléphone seulement; elle rappelle elle-même' });
	const meeting: Meeting = { by, persons: [maree], mode: 'telephone', minutes: 35, territory: 'NB' };
	await meet(file, meeting, {
		at: calendar.at(first - 7, '12:10', 'NB'),
		purpose: 'initialInterview',
		meanwhile: async () => {
			const { does } = file;
			await does(by, 'identity.waive', {
				person: maree.id,
				reason:
					'Ne viendrait pas s’il fallait un nom. Aucun signe de danger; elle peut rappeler, et connaît les lignes d’aide.',
			});
			await does(by, 'limits.tell', { person: maree.id, means: 'voice' });
			await does(by, 'codeWord.agree', { person: maree.id });
			await interview(file, by, { person: maree, heard, means: 'telephone' });
			await accept(file, by, {
				reasons: 'Le téléphone et l’anonymat sont ce qui rend l’aide possible; les limites sont comprises.',
				conflict:
					'Sans nom, aucune recherche ne peut être complète; rien dans ce qui est dit ne touche un autre dossier.',
			});
			await givePlans(file, by, { person: maree, plan });
			await agree(file, maree, { channels: ['telephone'] });
		},
		note: interviewNote,
	});
	for (const [n, note] of notes.entries())
		await meet(file, meeting, {
			at: calendar.at(first + 14 * n, '12:10', 'NB'),
			note,
			...(n === 0 && { first: true }),
		});
}
