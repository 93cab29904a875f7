import { catalog } from './i18n.ts';

/** Culture, context and language of a person, and the talk alone about safety. */
export const contextWords = catalog(
	{
		context: 'Culture, contexte et langue',
		contextHint: 'Ce qui peut changer le service. La langue choisie ici est celle de tout ce que la personne reçoit.',
		culture: 'Culture et valeurs',
		life: 'Contexte de vie',
		language: 'Langue de tout ce qui lui est envoyé',
		languages: (l: string) => ({ fr: 'français', en: 'anglais' })[l] ?? l,
		spoken: 'Langue qu’elle parle chez elle, si c’en est une autre',
		interpreter: 'Faut-il un interprète\u00a0?',
		interpreters: (i: string) => ({ none: 'Non', needed: 'Oui, à chaque rencontre' })[i] ?? i,
		adjustments: 'Ce qui est adapté',
		save: 'Garder',
		saved: 'C’est gardé.',
		done: (date: string) => `noté le ${date}`,
		todo: 'à noter',
		talk: 'Échange seul à seul sur la sécurité',
		talkHint:
			'Avant une séance ensemble. Demandez à chaque personne, seule, si elle se sent en sécurité. Sa réponse reste dans sa partie du dossier\u00a0: les autres ne la voient jamais, et rien ne la laisse deviner.',
		held: 'Cet échange a-t-il eu lieu\u00a0?',
		helds: (h: string) => ({ yes: 'Oui', declined: 'La personne n’a pas voulu' })[h] ?? h,
		together: 'Une séance ensemble',
		togethers: (t: string) =>
			({ ok: 'Elle peut avoir lieu', notOk: 'Pas ensemble', later: 'Plus tard, à revoir' })[t] ?? t,
		togetherHint:
			'Pas ensemble\u00a0? Annulez vous-même ce qui est prévu, au moment qui protège le mieux. Les autres reçoivent le même avis que pour toute annulation.',
		note: 'Ce qu’il faut en garder',
		instruments: 'Outils que votre cabinet admet pour cette question, si vous en voulez un\u00a0:',
	},
	{
		context: 'Culture, context and language',
		contextHint: 'What may change the service. The language chosen here is that of all that the person gets.',
		culture: 'Culture and values',
		life: 'Life context',
		language: 'Language of all that is sent to them',
		languages: (l) => ({ fr: 'French', en: 'English' })[l] ?? l,
		spoken: 'Language they speak at home, if it is another',
		interpreter: 'Is an interpreter needed?',
		interpreters: (i) => ({ none: 'No', needed: 'Yes, at every meeting' })[i] ?? i,
		adjustments: 'What is adapted',
		save: 'Keep',
		saved: 'Kept.',
		done: (date) => `noted on ${date}`,
		todo: 'to note',
		talk: 'Talk alone about safety',
		talkHint:
			'Before a session together. Ask each person, alone, whether they feel safe. Their answer stays in their own part of the file: the others never see it, and nothing lets them guess.',
		held: 'Did this talk take place?',
		helds: (h) => ({ yes: 'Yes', declined: 'The person did not want it' })[h] ?? h,
		together: 'A session together',
		togethers: (t) => ({ ok: 'It can take place', notOk: 'Not together', later: 'Later, to be seen again' })[t] ?? t,
		togetherHint:
			'Not together? Cancel what is planned yourself, at the moment that protects best. The others get the same notice as for any cancellation.',
		note: 'What to keep of it',
		instruments: 'Instruments your practice allows for this question, if you want one:',
	},
);
