import { looksAtEveryPage } from '../support/every-page.ts';

// A file for each language, so that both may be looked at side by side.
await looksAtEveryPage('en');
