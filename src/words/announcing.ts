import { catalog } from './i18n.ts';

/** Telling everyone of an important change: who is concerned, who was told and how, letters to print. */
export const announcingWords = catalog(
	{
		title: (document: string) => `Aviser du changement\u00a0: ${document}`,
		now: (left: number) =>
			left === 0
				? 'Toutes les personnes concernées sont avisées.'
				: left === 1
					? 'Il reste 1 personne à aviser.'
					: `Il reste ${left} personnes à aviser.`,
		none: 'Personne n’avait donné son accord avant ce changement.',
		link: 'Voir qui en est avisé',
		back: 'Le document',
		left: 'À aviser',
		told: 'Avisées',
		inSpace: 'a un espace en ligne',
		noSpace: 'sans espace en ligne',
		until: (when: string) => `accord valable jusqu’au ${when}`,
		toldBy: (how: string, when: string) =>
			`${
				{
					space: 'document remis',
					posted: 'lettre postée',
					handed: 'lettre remise en main propre',
					telephone: 'au téléphone',
					email: 'avis par courriel, sans contenu',
				}[how] ?? how
			}, le ${when}`,
		letters: (count: number) =>
			count === 1 ? 'Préparer la lettre à imprimer' : `Préparer ${count} lettres à imprimer`,
		lettersWhy: 'Une lettre par personne, dans sa langue, avec les mots qui ont changé et la façon de répondre.',
		tell: 'Noter que l’avis est parti',
		tellWhy: 'Une seule fois pour toutes\u00a0: chaque dossier garde sa propre ligne.',
		means: 'De quelle façon',
		meansIs: (means: string) =>
			({
				posted: 'Lettre postée',
				handed: 'Lettre remise en main propre',
				telephone: 'Au téléphone',
				email: 'Courriel sans contenu, vers son espace',
			})[means] ?? means,
		on: 'Le',
		who: 'À qui',
		whoIs: (who: string) =>
			who === 'all' ? 'À toutes les personnes à aviser' : 'Seulement aux personnes cochées ci-dessous',
		tick: 'Personnes à aviser',
		go: 'Noter pour ces personnes',
		done: (count: number) => (count === 1 ? 'C’est noté pour 1 personne.' : `C’est noté pour ${count} personnes.`),
		not: 'Pas noté pour\u00a0:',
		cannotIs: (why: string) =>
			({
				noAddress: 'aucune adresse postale au dossier',
				noPhone: 'aucun numéro de téléphone au dossier',
				noEmail: 'pas de courriel permis, ou pas d’espace en ligne',
				already: 'déjà avisée',
				unknown: 'plus concernée, ou plus au dossier',
			})[why] ?? why,
		printWhy: 'Imprimez cette page. Chaque lettre commence sur une feuille. Rien d’autre de cette page ne s’imprime.',
		noLetters: 'Il n’y a aucune lettre à imprimer.',
	},
	{
		title: (document) => `Tell of the change: ${document}`,
		now: (left) =>
			left === 0
				? 'Everyone concerned has been told.'
				: left === 1
					? '1 person is still to be told.'
					: `${left} people are still to be told.`,
		none: 'Nobody had agreed before this change.',
		link: 'See who was told',
		back: 'The document',
		left: 'To be told',
		told: 'Told',
		inSpace: 'has an online space',
		noSpace: 'no online space',
		until: (when) => `agreement counts until ${when}`,
		toldBy: (how, when) =>
			`${
				{
					space: 'document handed over',
					posted: 'letter posted',
					handed: 'letter handed over in person',
					telephone: 'by telephone',
					email: 'notice by e-mail, without content',
				}[how] ?? how
			}, on ${when}`,
		letters: (count) => (count === 1 ? 'Prepare the letter to print' : `Prepare ${count} letters to print`),
		lettersWhy: 'One letter a person, in their language, with the words that changed and the way to answer.',
		tell: 'Note that the notice has left',
		tellWhy: 'Once for all of them: each file keeps a line of its own.',
		means: 'In which way',
		meansIs: (means) =>
			({
				posted: 'Letter posted',
				handed: 'Letter handed over in person',
				telephone: 'By telephone',
				email: 'E-mail without content, to their space',
			})[means] ?? means,
		on: 'On',
		who: 'To whom',
		whoIs: (who) => (who === 'all' ? 'To everyone still to be told' : 'Only to the people ticked below'),
		tick: 'People to be told',
		go: 'Note it for these people',
		done: (count) => (count === 1 ? 'It is noted for 1 person.' : `It is noted for ${count} people.`),
		not: 'Not noted for:',
		cannotIs: (why) =>
			({
				noAddress: 'no postal address on file',
				noPhone: 'no telephone number on file',
				noEmail: 'no e-mail allowed, or no online space',
				already: 'already told',
				unknown: 'no longer concerned, or no longer in the file',
			})[why] ?? why,
		printWhy: 'Print this page. Each letter begins on a sheet of its own. Nothing else of this page is printed.',
		noLetters: 'There is no letter to print.',
	},
);

/** The letter itself, as the person reads it. */
export const letterWords = catalog(
	{
		subject: (title: string) => `Un changement important dans notre document «\u00a0${title}\u00a0»`,
		hello: (name: string) => `Bonjour ${name},`,
		why: 'Nous avons changé un document que vous avez accepté. Voici les mots qui ont changé. Ce qui est barré n’y est plus. Ce qui est souligné est nouveau.',
		whole:
			'Vous voulez le texte en entier, ou une version plus facile à lire\u00a0? Demandez-les-nous\u00a0: c’est gratuit.',
		until: (when: string) => `Votre accord d’avant compte jusqu’au ${when}. Vos rencontres ne changent pas d’ici là.`,
		how: 'Pour nous dire oui, ou non',
		byPhone: (phone: string) => `Appelez-nous au ${phone}. Nous lirons ensemble, et vous pourrez poser vos questions.`,
		byPaper: (address: string) => `Ou remplissez le bas de cette lettre et renvoyez-le à\u00a0: ${address}.`,
		free: 'Vous pouvez dire non, ou prendre votre temps. Nous verrons ensemble ce que cela change.',
		slip: 'À renvoyer',
		yes: 'Oui, j’accepte ce changement.',
		no: 'Non. Appelez-moi pour en parler.',
		call: 'J’ai des questions. Appelez-moi au\u00a0:',
		name: 'Nom\u00a0:',
		sign: 'Signature et date\u00a0:',
		noWords: 'Les mots de ce document ont changé. Appelez-nous pour les recevoir.',
	},
	{
		subject: (title) => `An important change in our document “${title}”`,
		hello: (name) => `Hello ${name},`,
		why: 'We changed a document that you agreed to. Here are the words that changed. What is struck out is gone. What is underlined is new.',
		whole: 'Would you like the whole text, or one that is easier to read? Ask us: it is free.',
		until: (when) => `Your earlier agreement counts until ${when}. Your meetings stay the same until then.`,
		how: 'To tell us yes, or no',
		byPhone: (phone) => `Call us at ${phone}. We will read it together, and you can ask your questions.`,
		byPaper: (address) => `Or fill in the end of this letter and send it back to: ${address}.`,
		free: 'You may say no, or take your time. We will see together what it changes.',
		slip: 'To send back',
		yes: 'Yes, I agree to this change.',
		no: 'No. Call me to talk about it.',
		call: 'I have questions. Call me at:',
		name: 'Name:',
		sign: 'Signature and date:',
		noWords: 'The words of this document changed. Call us to have them.',
	},
);
