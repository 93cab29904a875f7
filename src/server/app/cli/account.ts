import { parseArgs } from 'node:util';
import { recoverByHost } from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { onHost, practiceNamed, say, sayInvitation, stopHere, wordsIn } from './host.ts';

/*
 * npm run account -- recover --practice cabinet --email nom@exemple.ca [--lang en]
 * Lets the last owner of a practice back in, from the machine itself. The practice sees it in its access log.
 */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { practice: { type: 'string', default: 'cabinet' }, email: { type: 'string' }, lang: { type: 'string' } },
});
const { lang, email, practice: slug } = values;
const words = wordsIn(lang);

await onHost(lang, async (app) => {
	if (positionals[0] !== 'recover' || email === undefined) stopHere(words.howAccount);
	const practice = (await practiceNamed(app, slug)) ?? stopHere(words.noPractice(slug));
	const invitation = await recoverByHost(app.world, practice, email);
	if (isRefusal(invitation)) stopHere(words.noAccount);
	await sayInvitation(app, practice, invitation, lang);
	say(words.recovered);
});
