import { describe, expect, test } from 'vitest';
import { locales } from '../i18n.ts';
import { readingEase } from '../readability.ts';
import { inNewBrunswick, inQuebec } from './believable.ts';
import { channelRiskParts } from './channel-risks.ts';
import { proseOf } from './clause.ts';
import { type ComposedClause, compose } from './compose.ts';
import { type ClauseKey, clauseKeys, documentKeys, documents } from './documents.ts';
import type { ClauseFacts } from './facts.ts';
import { riskParts } from './risks.ts';
import { canonicalMissed, missedFrom } from './states.ts';

const withRule: ClauseFacts = { ...inQuebec, missed: { hours: 24, amount: 5000, late: { minutes: 20, amount: 2500 } } };
const practices = { inQuebec, inNewBrunswick, withRule } as const;
const everything = (facts: ClauseFacts, locale: 'fr' | 'en'): readonly ComposedClause[] =>
	documentKeys.flatMap((key) => compose(key, facts, locale).clauses);
const clause = (key: ClauseKey, facts: ClauseFacts = inQuebec, locale: 'fr' | 'en' = 'fr'): ComposedClause => {
	const found = everything(facts, locale).find((c) => c.key === key);
	if (!found) throw new Error(`${key} was not written`);
	return found;
};
const words = (key: ClauseKey, facts: ClauseFacts = inQuebec, locale: 'fr' | 'en' = 'fr'): string =>
	JSON.stringify(clause(key, facts, locale)).replaceAll('\u00a0', ' ');
const written = (facts: ClauseFacts): readonly ClauseKey[] => everything(facts, 'fr').map((c) => c.key);
/** Facts less some of them. */
const without = (...keys: readonly (keyof ClauseFacts)[]): ClauseFacts =>
	Object.fromEntries(
		Object.entries(inQuebec).filter(([k]) => !keys.includes(k as keyof ClauseFacts)),
	) as unknown as ClauseFacts;

describe('every clause can be read', () => {
	for (const [name, facts] of Object.entries(practices))
		for (const locale of locales)
			test.each(everything(facts, locale).map((c) => [c.key, c] as const))(`${name}, ${locale}: %s`, (_, c) => {
				expect(readingEase(proseOf(c), locale), 'text').toBeGreaterThanOrEqual(60);
				expect(readingEase(c.easy.join('\n'), locale), 'easy').toBeGreaterThanOrEqual(60);
				for (const p of c.parts ?? []) expect(readingEase(proseOf(p), locale), p.key).toBeGreaterThanOrEqual(60);
				if (c.question) expect(readingEase(c.question, locale), 'question').toBeGreaterThanOrEqual(60);
			});
});

describe('what a missed meeting may cost', () => {
	test('is a part of the clause on fees, with what never counts; without a rule nothing is said of it', () => {
		for (const said of ['24 heures', '50,00 $', '20 minutes de retard', 'ne comptent jamais'])
			expect(words('fees', withRule)).toContain(said);
		expect(words('fees', withRule, 'en')).toContain('never count');
		expect(words('fees')).not.toContain('retard');
		const free = { ...inNewBrunswick, missed: { hours: 48, amount: 2000 } };
		expect(words('fees', free)).toContain('20,00 $');
		expect(words('fees', free)).not.toContain('rien à payer');
	});
	test('is kept with its version as one text, and read back the same', () => {
		for (const rule of [
			{ hours: 24, amount: 5000 },
			{ hours: 48, amount: 5000, late: { minutes: 20, amount: 2500 } },
		])
			expect(missedFrom(canonicalMissed(rule))).toEqual(rule);
		expect(missedFrom(undefined)).toBeUndefined();
	});
});

describe('every clause is whole', () => {
	test('both practices get every clause of the library', () => {
		for (const facts of Object.values(practices)) expect([...written(facts)].sort()).toEqual([...clauseKeys].sort());
	});

	test('a title, one to five key points, a text, an easy version, in both languages, and they differ', () => {
		for (const key of clauseKeys) {
			const [fr, en] = [clause(key), clause(key, inQuebec, 'en')];
			for (const c of [fr, en]) {
				expect(c.title, key).not.toBe('');
				expect(c.summary.length, key).toBeGreaterThanOrEqual(1);
				expect(c.summary.length, key).toBeLessThanOrEqual(5);
				expect(proseOf(c).length, key).toBeGreaterThan(40);
				expect(c.easy.length, key).toBeGreaterThan(0);
			}
			expect(fr.title, key).not.toBe(en.title);
			expect(fr.question === undefined, key).toBe(en.question === undefined);
			expect(
				fr.parts?.map((p) => p.key),
				key,
			).toEqual(en.parts?.map((p) => p.key));
		}
	});

	test('a question is an open one, for talking', () => {
		for (const key of clauseKeys) {
			const { question } = clause(key);
			if (question !== undefined) expect(question, key).toMatch(/^Redites-le dans vos mots\u00a0: /);
		}
		for (const key of ['limits', 'deviceRisks', 'multiParty', 'complaint', 'interruption'] as const)
			expect(clause(key).question, key).toBeDefined();
	});

	test('the words are the field’s: nothing that misleads or hurts', () => {
		const never =
			/\b(patient|usager|bénéficiaire|tentative|inscription|conforme|SMS|NDA|test|quiz|undefined|NaN|lobby)\b/i;
		for (const facts of Object.values(practices))
			for (const locale of locales)
				for (const c of everything(facts, locale)) expect(JSON.stringify(c), c.key).not.toMatch(never);
	});

	test('every clause stands in one document, and says which duties ask for it', () => {
		expect(documents.flatMap((d) => d.clauses).sort()).toEqual([...clauseKeys].sort());
		for (const d of documents)
			for (const c of d.clauses) expect(d.requiredBy[c]?.length, `${d.key} ${c}`).toBeGreaterThan(0);
	});
});

describe('a text cannot promise what the facts do not say', () => {
	test('where the record lies, whether it is encrypted and backed up follow the running system', () => {
		expect(words('storage')).toContain('sur un serveur tenu par Hébergement Boréal, au Québec');
		expect(words('storage')).toContain('Il est chiffré');
		const moved = {
			...inQuebec,
			storage: { place: 'hostedServer', provider: 'Maple Hosting', territory: 'ON', encrypted: false },
		} as const;
		expect(words('storage', moved)).toContain('Maple Hosting, en Ontario');
		expect(words('storage', moved)).toContain('Il n’est pas chiffré');
		expect(words('storage', moved)).toContain('Il n’y a pas de copie de secours');
		expect(words('storage', moved)).not.toContain('Boréal');
	});

	test('encryption, sign-in and firewall are told as they are, both ways', () => {
		for (const locale of locales) {
			expect(words('security', inNewBrunswick, locale)).not.toBe(words('security', inQuebec, locale));
			expect(words('channelRisks', inQuebec, locale)).toMatch(/bout en bout|end to end/);
			expect(words('channelRisks', inNewBrunswick, locale)).not.toMatch(/bout en bout|end to end/);
		}
		expect(words('security', inNewBrunswick)).toContain('Votre dossier n’est pas chiffré');
		expect(words('security', inNewBrunswick)).toContain('Nous ne pouvons pas vous dire s’il y a un pare-feu');
	});

	test('fees, third parties, cover and cards are those of the practice, or said to be none', () => {
		expect(words('fees')).toContain('Rencontre de 50 minutes : 125,00 $');
		expect(words('fees', inQuebec, 'en')).toContain('50-minute meeting: $125.00');
		expect(words('fees', inNewBrunswick)).toContain('Vous n’avez rien à payer');
		expect(words('thirdParties')).toContain('Textos du Fleuve');
		expect(words('thirdParties', inNewBrunswick)).toContain('Personne d’autre ne prend part');
		expect(words('holidays')).toContain('Luc Roy');
		expect(words('holidays', inNewBrunswick)).toContain('Personne ne prend le relais');
		expect(words('cards')).toContain('Paiements du Nord');
		expect(words('cards', inNewBrunswick)).toContain('Nous ne prenons pas de carte');
	});

	test('no crisis number is known for the place: the text says how to find one, and invents none', () => {
		expect(words('emergency', inNewBrunswick)).toContain('numéro d’urgence de l’endroit où vous êtes');
		expect(words('emergency', inNewBrunswick)).not.toMatch(/\d{3}/);
		expect(words('emergency')).toContain('1-800-555-0199, texto 555');
	});

	test('the interruption plan speaks of the means offered, and of who calls whom', () => {
		expect(clause('interruption').parts?.map((p) => p.key)).toEqual([
			'interruption.video',
			'interruption.phone',
			'interruption.chat',
			'interruption.email',
			'interruption.text',
		]);
		expect(clause('interruption', inNewBrunswick).parts).toHaveLength(2);
		expect(words('interruption')).toContain('Après 5 minutes, nous vous appelons');
		expect(words('interruption', inNewBrunswick)).toContain('Après 1 minute, appelez-nous');
	});
});

describe('a clause whose facts are lacking is not written, and the document says which', () => {
	test('no alternative', () => {
		const composed = compose('services', { ...inQuebec, alternatives: [] }, 'fr');
		expect(composed.missing).toEqual(['alternatives']);
		expect(composed.clauses.map((c) => c.key)).not.toContain('alternatives');
	});
	test('no fee, no exception', () => {
		expect(compose('services', { ...inQuebec, fees: [], exceptions: [] }, 'en').missing).toEqual(['fees', 'limits']);
		expect(compose('confidentiality', { ...inQuebec, exceptions: [] }, 'en').missing).toEqual(['exceptions']);
	});
	test('no length of keeping', () => {
		expect(compose('records', without('retention'), 'fr').missing).toEqual(['retention']);
		expect(compose('records', { ...inQuebec, retention: { years: 0, start: 'lastService' } }, 'fr').missing).toEqual([
			'retention',
		]);
	});
	test('no interruption protocol', () =>
		expect(compose('plans', without('interruption'), 'fr').missing).toEqual(['interruption']));
	test('five items of six about the regulator are not enough', () => {
		const { regulator } = inQuebec;
		if (!regulator) throw new Error('the believable practice has one');
		for (const lacking of [{ address: '' }, { email: ' ' }, { site: '' }, { phones: [] }])
			expect(compose('regulator', { ...inQuebec, regulator: { ...regulator, ...lacking } }, 'fr').missing).toEqual([
				'regulatorNotice',
				'complaint',
			]);
		expect(compose('regulator', inQuebec, 'fr').missing).toEqual([]);
	});
	test('everything is there: nothing is missing', () => {
		for (const key of documentKeys) expect(compose(key, inNewBrunswick, 'en').missing, key).toEqual([]);
	});
});

describe('who the text is for', () => {
	test('the notice for several is for couples, families and groups; nobody alone is asked for it', () => {
		expect(written({ ...inQuebec, client: 'one' })).not.toContain('multiParty');
		expect(compose('services', { ...inQuebec, client: 'one' }, 'fr').missing).toEqual([]);
		expect(written({ ...inQuebec, client: 'several' })).toContain('multiParty');
		expect(written(without('client'))).toContain('multiParty');
	});

	test('Québec has an Order and a syndic, New Brunswick an Association and a complaint, in both languages', () => {
		expect(words('complaint')).toContain('syndic');
		expect(words('complaint', inQuebec, 'en')).toContain('Order’s syndic');
		expect(words('complaint', inNewBrunswick)).toContain('plainte écrite et signée');
		for (const locale of locales)
			expect(words('regulatorNotice', inNewBrunswick, locale)).not.toMatch(/\b(Ordre|Order|permis|permit|syndic)\b/);
		for (const locale of locales)
			expect(words('regulatorNotice', inQuebec, locale)).not.toMatch(/Association|immatriculation/);
	});

	test('the regulator’s notice shows name, number, address, telephones, e-mail and site', () => {
		const notice = words('regulatorNotice');
		for (const item of [
			'TS-00000',
			'1, rue de la Place',
			'514-555-0100',
			'info@ordre.example',
			'https://ordre.example',
			'Ordre des travailleurs sociaux',
		])
			expect(notice).toContain(item);
	});
});

describe('parts', () => {
	test('the five risks and the four families of means are parts of their own', () => {
		expect(clause('risks').parts?.map((p) => p.key)).toEqual([...riskParts]);
		expect(clause('channelRisks').parts?.map((p) => p.key)).toEqual([...channelRiskParts]);
		for (const p of clause('channelRisks').parts ?? []) {
			expect(proseOf(p)).toContain('Le risque');
			expect(proseOf(p)).toContain('Ce qui peut arriver');
		}
	});

	test('a risk left out is left out of the text and of its key points', () => {
		const less = clause('risks', { ...inQuebec, leftOut: ['risks.delays'] });
		expect(less.parts?.map((p) => p.key)).not.toContain('risks.delays');
		expect(less.summary).toHaveLength(4);
	});

	test('benefits and risks weigh the same on a summary', () => {
		expect(clause('benefits').summary.length).toBe(clause('risks').summary.length);
	});
});

test('French keeps its hard spaces, English has none', () => {
	for (const c of everything(inQuebec, 'fr')) expect(JSON.stringify(c), c.key).not.toMatch(/ [:?!»]|« /);
	for (const c of everything(inQuebec, 'en')) expect(JSON.stringify(c), c.key).not.toMatch(/\u00a0| [:?!;]/);
});

test('the same facts give the same text; one changed fact changes it', () => {
	expect(compose('records', inQuebec, 'fr')).toEqual(compose('records', inQuebec, 'fr'));
	expect(compose('records', { ...inQuebec, retention: { years: 6, start: 'lastService' } }, 'fr')).not.toEqual(
		compose('records', inQuebec, 'fr'),
	);
});
