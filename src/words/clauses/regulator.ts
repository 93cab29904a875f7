import type { Locale } from '../i18n.ts';
import type { Clause, Contact } from './clause.ts';
import type { ClauseFacts, RegulatorFacts } from './facts.ts';
import { capital } from './phrases.ts';

const whole = (r: RegulatorFacts | undefined): r is RegulatorFacts =>
	r !== undefined && r.phones.length > 0 && [r.address, r.email, r.site, ...r.phones].every((x) => x.trim() !== '');

const reach: Readonly<Record<Locale, (phones: readonly string[], email: string) => readonly string[]>> = {
	fr: (phones, email) => [`Téléphone : ${phones.join(' · ')}`, `Courriel : ${email}`],
	en: (phones, email) => [`Phone: ${phones.join(' · ')}`, `E-mail: ${email}`],
};

const practitionerContact = ({ practitioner: p, vocabulary: v }: ClauseFacts, locale: Locale): Contact => ({
	contact: [
		`${p.name}, ${p.title[locale]}`,
		`${capital(v.registrationNumber[locale])} : ${p.number}`,
		p.address,
		...reach[locale]([p.phone], p.email),
	],
});

const regulatorContact = ({ regulator: r }: ClauseFacts, locale: Locale): Contact => ({
	contact: r ? [r.name[locale], r.address, ...reach[locale](r.phones, r.email), r.site] : [],
});

/** Who the practitioner is and who watches over the profession: six items (qc-2.09-e1). */
export const regulatorNotice: Clause = {
	needs: ({ regulator }) => whole(regulator),
	fr: (facts) => {
		const { practitioner: p, vocabulary: v } = facts;
		return {
			title: 'Qui vous accompagne, et qui veille',
			summary: [
				`${p.name}, ${p.title.fr}`,
				`${capital(v.registrationNumber.fr)} : ${p.number}`,
				`Qui veille aux règles : ${v.regulator.fr}`,
			],
			text: [
				'Voici qui vous accompagne, et comment joindre son bureau.',
				practitionerContact(facts, 'fr'),
				`La profession a des règles. Pour protéger le public, ${v.regulator.fr} y veille. Voici ses coordonnées.`,
				regulatorContact(facts, 'fr'),
			],
			easy: [
				`${p.name} vous accompagne.`,
				'La profession a des règles.',
				`${capital(v.regulator.fr)} y veille.`,
				'Vous pouvez l’appeler.',
			],
		};
	},
	en: (facts) => {
		const { practitioner: p, vocabulary: v } = facts;
		return {
			title: 'Who works with you, and who watches',
			summary: [
				`${p.name}, ${p.title.en}`,
				`${capital(v.registrationNumber.en)}: ${p.number}`,
				`Who watches over the rules: ${v.regulator.en}`,
			],
			text: [
				'Here is who works with you, and how to reach the office.',
				practitionerContact(facts, 'en'),
				`The profession has rules. To protect the public, ${v.regulator.en} watches over them. Here is how to get in touch.`,
				regulatorContact(facts, 'en'),
			],
			easy: [
				`${p.name} works with you.`,
				'The profession has rules.',
				`${capital(v.regulator.en)} watches over them.`,
				'You can call there.',
			],
		};
	},
};

/** The right to report (qc-2.09-e2). */
export const complaint: Clause = {
	needs: ({ regulator }) => whole(regulator),
	fr: ({ vocabulary: v, regulator: r }) => ({
		title: 'Si quelque chose ne va pas',
		summary: [
			'Vous avez le droit de vous plaindre.',
			'Vous n’avez pas à nous le dire.',
			'Cela ne change rien à votre service.',
		],
		text: [
			`Vous croyez que nous n’avons pas suivi les règles ? Vous pouvez ${v.complain.fr}.`,
			r?.complaint.fr ?? '',
			'Vous n’avez pas à nous le dire ni à passer par nous. Cela ne change rien à votre service. Vous pouvez aussi nous en parler, si vous voulez.',
		],
		easy: ['Quelque chose ne va pas ?', `Vous pouvez ${v.complain.fr}.`, 'Vous n’avez pas à nous le dire.'],
		question: 'Redites-le dans vos mots : à qui pourriez-vous vous plaindre de nous ?',
	}),
	en: ({ vocabulary: v, regulator: r }) => ({
		title: 'If something is wrong',
		summary: ['You have the right to complain.', 'You do not have to tell us.', 'It changes nothing in your service.'],
		text: [
			`Do you think we did not follow the rules? You can ${v.complain.en}.`,
			r?.complaint.en ?? '',
			'You do not have to tell us or go through us. It changes nothing in your service. You can also talk to us about it, if you wish.',
		],
		easy: ['Is something wrong?', `You can ${v.complain.en}.`, 'You do not have to tell us.'],
		question: 'In your own words: to whom could you complain about us?',
	}),
};
