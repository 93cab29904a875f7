import type { Locale } from '../i18n.ts';
import { inTerritory } from '../territories.ts';
import type { Clause, Part } from './clause.ts';
import type { ClauseFacts } from './facts.ts';
import { retention, storage } from './storage.ts';

const titles: Readonly<Record<Locale, Readonly<Record<'storage' | 'retention' | 'others', string>>>> = {
	fr: { storage: 'Où ils sont', retention: 'Combien de temps', others: 'Qui d’autre voit quelque chose' },
	en: { storage: 'Where it is', retention: 'For how long', others: 'Who else sees something' },
};

const others = ({ thirdParties }: ClauseFacts, locale: Locale): Part['text'] =>
	thirdParties.length === 0
		? [{ fr: 'Personne d’autre ne reçoit ce qui vous concerne.', en: 'No one else gets anything about you.' }[locale]]
		: [
				{ fr: 'Voici qui, pourquoi, et ce que chacun reçoit.', en: 'Here is who, why, and what each one gets.' }[
					locale
				],
				thirdParties.map(
					(t) => `${t.name} : ${t.purpose[locale]}. ${{ fr: 'Reçoit', en: 'Gets' }[locale]} : ${t.shared[locale]}.`,
				),
			];

const partsOf = (facts: ClauseFacts, locale: Locale): readonly Part[] => [
	{ key: 'privacyFacts.storage', title: titles[locale].storage, text: storage[locale](facts).text },
	{ key: 'privacyFacts.retention', title: titles[locale].retention, text: retention[locale](facts).text },
	{ key: 'privacyFacts.others', title: titles[locale].others, text: others(facts, locale) },
];

/** What is so, point by point: read from the running system and the settings, so that the policy cannot say otherwise (nb-6-h). */
export const privacyFacts: Clause = {
	needs: ({ retention: r }) => r !== undefined && r.years > 0,
	fr: (facts) => ({
		title: 'Vos renseignements, point par point',
		summary: [
			`Ils sont gardés ${inTerritory(facts.storage.territory, 'fr')}.`,
			facts.storage.encrypted ? 'Ils sont chiffrés.' : 'Ils ne sont pas chiffrés.',
			facts.storage.backup ? 'Il y a une copie de secours.' : 'Il n’y a pas de copie de secours.',
			facts.thirdParties.length > 0
				? 'D’autres en voient une partie : la liste est ici.'
				: 'Personne d’autre n’en voit.',
		],
		text: ['Voici ce qui est vrai en ce moment. Ce texte suit notre installation : il ne peut pas dire autre chose.'],
		parts: partsOf(facts, 'fr'),
		easy: [...storage.fr(facts).easy, ...retention.fr(facts).easy.slice(0, 2)],
	}),
	en: (facts) => ({
		title: 'Your information, point by point',
		summary: [
			`It is kept ${inTerritory(facts.storage.territory, 'en')}.`,
			facts.storage.encrypted ? 'It is encrypted.' : 'It is not encrypted.',
			facts.storage.backup ? 'There is a backup.' : 'There is no backup.',
			facts.thirdParties.length > 0 ? 'Others see part of it: the list is here.' : 'No one else sees any of it.',
		],
		text: ['Here is what is true right now. This text follows the way we are set up: it cannot say anything else.'],
		parts: partsOf(facts, 'en'),
		easy: [...storage.en(facts).easy, ...retention.en(facts).easy.slice(0, 2)],
	}),
};
