import type { PracticeRow, App as RunningApp } from '#server/app/world.ts';
import type { Session } from '#server/capabilities/accounts/index.ts';
import type { Locale } from '#words/i18n.ts';

declare global {
	namespace App {
		interface PageData {
			/** What the pages are headed and their tabs named with; ours where there is none. */
			site?: string | undefined;
		}
		interface Locals {
			/** The running product. */
			app: RunningApp;
			/** The practice of the host name; none before the first run. */
			practice: PracticeRow | undefined;
			/** Who is signed in, with a factor strong enough for who they are. */
			session: Session | undefined;
			lang: Locale;
		}
	}
}
