import list from './breached.json' with { type: 'json' };

// Twelve signs and more, in small letters, sorted: what stands in the breaches gathered by the Django project (BSD-3-Clause,
// `django/contrib/auth/common-passwords.txt.gz`, 5.2) and zxcvbn-ts (MIT, @zxcvbn-ts/language-common 4.1.3), with what
// people here would add to it. Nothing is asked of anybody's server: a password leaves this house for nobody.
const breached: ReadonlySet<string> = new Set(list);

/** How many passwords are known to have leaked. */
export const breachedCount: number = breached.size;

/** Words that leaked so often that a year or a few digits behind them hide nothing. */
const leaked =
	/^(password|passw0rd|motdepasse|azerty(uiop)?|qwerty(uiop)?|bienvenue|welcome|iloveyou|jetaime|soleil|doudou|admin(istrateur|istrator)?|letmein|dragon|monkey|football|baseball|superman|batman|sunshine|princess|princesse|chocolat|canadiens?|nordiques|quebec|montreal|tabarnak|changeme)+$/;

/** Has this password leaked, as it is or with digits and signs around it? */
export function isBreached(password: string): boolean {
	const text = password.normalize('NFKC').toLowerCase();
	const bare = text.normalize('NFD').replace(/[^a-z]/g, '');
	return breached.has(text) || leaked.test(bare);
}
