import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accountByEmail } from '#server/capabilities/accounts/index.ts';
import type { Refusal } from '#server/kernel/refusal.ts';
import { isLocale } from '#words/i18n.ts';
import { refusalText, whyText } from '#words/refusals.ts';
import { openSuccession } from '../succession.ts';
import { addressIn, areNumbersOf } from '../transfer.ts';
import { onHost, practiceNamed, say, stopHere, wordsIn } from './host.ts';

/*
 * npm run succession -- --email nom@exemple.ca --proof "…" --to balise-adresse-1.… --numbers "…" --out dossier [--practice cabinet] [--lang en]
 * A practitioner who worked alone died or may no longer practise: their files, each sealed to the successor they named.
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({
	options: {
		practice: { ...text, default: 'cabinet' },
		email: text,
		proof: text,
		to: text,
		numbers: text,
		out: text,
		lang: text,
	},
});
const { lang, email, proof, to, numbers = '', out, practice: slug } = values;
const words = wordsIn(lang);
const language = isLocale(lang) ? lang : 'fr';
const whyOf = ({ code, duties: [duty] }: Refusal): string =>
	(duty ? whyText(language, duty.why) : refusalText(language, code)).title;

await onHost(lang, async (app) => {
	if (!email || !proof || !to || !out) stopHere(words.howSuccession);
	const address = addressIn(to) ?? stopHere(words.unreadable('--to'));
	if (!areNumbersOf(address, numbers)) stopHere(words.unreadable('--numbers'));
	const practice = (await practiceNamed(app, slug)) ?? stopHere(words.noPractice(slug));
	const account = (await accountByEmail(app.world, practice, email)) ?? stopHere(words.noAccount);
	mkdirSync(out, { recursive: true, mode: 0o700 });
	const packages = openSuccession(app.world, { practice, account: account.id, proof, to: address });
	for (let count = 0; ; count++) {
		const { done, value } = await packages.next();
		if (!done) writeFileSync(join(out, value.name), value.text, { mode: 0o600 });
		else if (value) stopHere(whyOf(value));
		else return say(words.sealedFiles({ count, out }));
	}
});
