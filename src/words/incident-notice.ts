import { dayText } from './dates.ts';
import { catalog, type Locale } from './i18n.ts';

/** What a notice is written from; the words of the incident itself stay with the practice. */
export interface NoticeFacts {
	readonly name: string;
	readonly how: string;
	readonly data: readonly string[];
	readonly from: string;
	readonly until?: string;
	readonly awareOn: string;
	readonly practice: string;
	readonly phone: string;
	readonly officer: string;
	/** Whom one may also turn to, where the packs know it. */
	readonly authority?: { readonly name: string; readonly phone?: string };
	readonly exercise: boolean;
}

const phrases = catalog(
	{
		exercise: 'CECI EST UN EXERCICE. RIEN DE CECI N’EST ARRIVÉ.',
		hello: ({ name }: { name: string }) => `Bonjour ${name},`,
		open: 'Nous devons vous dire une chose qui vous touche.',
		how: ({ how }: { how: string }) =>
			({
				seen: 'Quelqu’un a vu des choses sur vous sans en avoir le droit.',
				disclosed: 'Des choses sur vous ont été dites ou envoyées à quelqu’un qui ne devait pas les avoir.',
				lost: 'Des choses sur vous ont été perdues.',
				stolen: 'Des choses sur vous ont été volées.',
				destroyed: 'Des choses sur vous ont été détruites, et ne devaient pas l’être.',
			})[how] ?? '',
		onDay: ({ day }: { day: string }) => `C’était le ${day}.`,
		between: ({ from, until }: { from: string; until: string }) => `C’était entre le ${from} et le ${until}.`,
		known: ({ day }: { day: string }) => `Nous le savons depuis le ${day}.`,
		touched: ({ data }: { data: string }) => `Ce qui est touché\u00a0: ${data}.`,
		datum: ({ kind }: { kind: string }) =>
			({
				identity: 'votre nom',
				contact: 'votre adresse, votre numéro ou votre courriel',
				meetings: 'les dates de vos rendez-vous',
				notes: 'ce qui est écrit dans votre dossier',
				messages: 'vos messages',
				documents: 'vos documents',
				payments: 'vos paiements',
			})[kind] ?? '',
		sorry: 'Nous en sommes désolés. Vous avez le droit de le savoir, et de poser vos questions.',
		can: 'Ce que vous pouvez faire\u00a0:',
		call: ({ phone }: { phone: string }) => `- Appelez-nous pour en parler\u00a0: ${phone}.`,
		fear: '- Dites-nous si vous craignez quelqu’un. Nous verrons ensemble quoi faire.',
		wary: '- Quelqu’un vous appelle ou vous écrit, et en sait trop sur vous\u00a0? Ne répondez pas. Dites-le-nous.',
		log: '- Demandez-nous qui a ouvert votre dossier.',
		complain: ({ name, phone }: { name: string; phone: string }) =>
			`- Vous pouvez aussi écrire ou parler à l’organisme qui veille sur la vie privée\u00a0: ${name}${phone && `, ${phone}`}.`,
		signed: ({ officer, practice }: { officer: string; practice: string }) =>
			`${officer}, pour la vie privée\n${practice}`,
	},
	{
		exercise: 'THIS IS AN EXERCISE. NONE OF THIS HAPPENED.',
		hello: ({ name }) => `Hello ${name},`,
		open: 'We have to tell you something that concerns you.',
		how: ({ how }) =>
			({
				seen: 'Someone saw things about you and had no right to.',
				disclosed: 'Things about you were told or sent to someone who should not have them.',
				lost: 'Things about you were lost.',
				stolen: 'Things about you were stolen.',
				destroyed: 'Things about you were destroyed, and should not have been.',
			})[how] ?? '',
		onDay: ({ day }) => `It was on ${day}.`,
		between: ({ from, until }) => `It was between ${from} and ${until}.`,
		known: ({ day }) => `We have known of it since ${day}.`,
		touched: ({ data }) => `What it touches: ${data}.`,
		datum: ({ kind }) =>
			({
				identity: 'your name',
				contact: 'your address, your number or your e-mail',
				meetings: 'the dates of your appointments',
				notes: 'what is written in your file',
				messages: 'your messages',
				documents: 'your documents',
				payments: 'your payments',
			})[kind] ?? '',
		sorry: 'We are sorry. You have the right to know, and to ask your questions.',
		can: 'What you can do:',
		call: ({ phone }) => `- Call us to talk about it: ${phone}.`,
		fear: '- Tell us if you fear someone. We will see together what to do.',
		wary: '- Does someone call or write, and know too much about you? Do not answer. Tell us.',
		log: '- Ask us who opened your file.',
		complain: ({ name, phone }) =>
			`- You can also write or speak to the body that looks after privacy: ${name}${phone && `, ${phone}`}.`,
		signed: ({ officer, practice }) => `${officer}, for privacy\n${practice}`,
	},
);

/** The notice to one person, in plain words, ready to be read again and sent. */
export function noticeText(lang: Locale, facts: NoticeFacts): string {
	const words = phrases(lang);
	const { name, how, from, until, awareOn, authority, officer, practice, phone } = facts;
	const day = (date: string): string => dayText(lang, date);
	const when =
		until === undefined || until === from
			? words.onDay({ day: day(from) })
			: words.between({ from: day(from), until: day(until) });
	const list = new Intl.ListFormat(lang).format(facts.data.map((kind) => words.datum({ kind })));
	const paragraphs = [
		facts.exercise && words.exercise,
		words.hello({ name }),
		`${words.open} ${words.how({ how })} ${when} ${words.known({ day: day(awareOn) })}`,
		words.touched({ data: list }),
		words.sorry,
		[
			words.can,
			words.call({ phone }),
			words.fear,
			words.wary,
			words.log,
			...(authority ? [words.complain({ name: authority.name, phone: authority.phone ?? '' })] : []),
		].join('\n'),
		words.signed({ officer, practice }),
	];
	return paragraphs.filter((p) => p !== false).join('\n\n');
}

/** The page of one's own space where such a notice is read. */
export const noticeWords = catalog(
	{
		title: 'Vos renseignements',
		card: ({ when }: { when: string }) =>
			`Un avis important du ${when} vous attend. Lisez-le quand vous êtes au calme.`,
		go: 'Lire l’avis',
		now: 'Il s’est passé quelque chose qui vous touche. Lisez, puis dites-nous ce qui vous aiderait.',
		none: 'Aucun avis. Si un jour vos renseignements étaient touchés, nous vous le dirions ici.',
		on: ({ when }: { when: string }) => `Avis du ${when}`,
		what: 'Ce que vous pouvez faire maintenant',
		ask: 'Nous écrire',
		opened: 'Voir qui a ouvert mon dossier',
		contact: 'Changer la façon de me joindre',
		rights: 'Mes droits, et à qui me plaindre',
		back: 'Mon espace',
	},
	{
		title: 'Your information',
		card: ({ when }) => `An important notice of ${when} is waiting. Read it when you are at ease.`,
		go: 'Read the notice',
		now: 'Something happened that concerns you. Read, then tell us what would help you.',
		none: 'No notice. If your information were ever touched, we would tell you here.',
		on: ({ when }) => `Notice of ${when}`,
		what: 'What you can do now',
		ask: 'Write to us',
		opened: 'See who opened my file',
		contact: 'Change how I am reached',
		rights: 'My rights, and where to complain',
		back: 'My space',
	},
);
