import { parseArgs } from 'node:util';
import { recoverByHost } from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { fieldWords } from '#words/fields.ts';
import { isLocale } from '#words/i18n.ts';
import { readFirstRun } from '../first-run.ts';
import { createPractice } from '../practices.ts';
import { originOf } from '../world.ts';
import { onHost, practiceNamed, say, sayInvitation, stopHere, wordsIn } from './host.ts';

/*
 * npm run practice -- create --slug rive --practice-name … --name … (npm run practice alone says the rest)
 * A further practice beside the first, at its own address, and the invitation of its first owner.
 */
const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		slug: text,
		'practice-name': text,
		'sender-name': { ...text, default: 'Agenda' },
		name: text,
		title: text,
		order: text,
		email: text,
		phone: text,
		address: text,
		'permit-number': text,
		'permit-from': text,
		'permit-until': text,
		office: { type: 'boolean', default: false },
		lang: text,
	},
});
const { slug = '', lang } = values;
const language = isLocale(lang) ? lang : 'fr';
const words = wordsIn(lang);

const named = (option: string): string => option.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const optionOf = (field: string): string => `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

await onHost(lang, async (app) => {
	if (positionals[0] !== 'create') stopHere(words.howPractice);
	if (!/^(?!demo$)[a-z][a-z0-9-]{1,38}[a-z0-9]$/.test(slug)) stopHere(`--slug : ${words.slugWrong}`);
	if (await practiceNamed(app, slug)) stopHere(words.slugTaken(slug));
	const typed = Object.fromEntries(Object.entries(values).map(([option, value]) => [named(option), value]));
	const first = readFirstRun(typed, language);
	if ('fields' in first) {
		const wrong = Object.entries(first.fields).map(
			([field, why]) => `${optionOf(field)} (${fieldWords(language, why)})`,
		);
		stopHere(words.unreadable(wrong.join(', ')));
	}
	const made = await createPractice(app.world, { ...first, slug });
	if (isRefusal(made))
		stopHere(made.code === 'practice.addressTaken' ? words.slugTaken(slug) : words.unreadable('--email'));
	const invitation = await recoverByHost(app.world, made.practice, first.email);
	if (isRefusal(invitation)) stopHere(words.noAccount);
	say(words.created(`${await originOf(app.world, app.config, made.practice)}/${language}`));
	await sayInvitation(app, made.practice, invitation, lang);
});
