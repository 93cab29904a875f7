import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { grounds } from '#server/capabilities/disclosure/facts.ts';
import { acts } from '#server/capabilities/index.ts';
import { norms } from '#server/norms/judge.ts';

/**
 * Every address that hands out something other than a page, and by which right. `act`: words of a file go to somebody
 * outside it, and only through that gate. A new address is written here, or this test says so.
 */
const exits: Readonly<Record<string, { readonly act?: string; readonly because: string }>> = {
	'(lang)/claim/(token)/passkey/+server.ts': { because: 'a key is tied to an account: no file is opened' },
	'(lang)/sign-in/passkey/+server.ts': { because: 'a key is shown: no file is opened' },
	'(lang)/live/(dossier)/changes/+server.ts': { because: 'says that something changed, never what' },
	'(lang)/room/(dossier)/(session)/changes/+server.ts': { because: 'says that something changed, never what' },
	'(lang)/room/(dossier)/(session)/events/+server.ts': { because: 'what is said in a room, to those who sit in it' },
	'(lang)/room/(dossier)/(session)/ice/+server.ts': { because: 'where the relay is' },
	'(lang)/room/(dossier)/(session)/signal/+server.ts': { because: 'what is said in a room, to those who sit in it' },
	'(lang)/office/clients/(dossier)/papers/scan/(seq)/+server.ts': {
		because: 'a paper, to those who care for the client',
	},
	'(lang)/office/clients/(dossier)/transfer/(id)/package/+server.ts': {
		act: 'record.transfer',
		because: 'sealed to the practice that receives it, after a ground was given',
	},
	'(lang)/office/clients/(dossier)/notes/pdf/(seq)/+server.ts': {
		because: 'a note on a sheet, to those who care for the client',
	},
	'(lang)/office/clients/(dossier)/disclose/(seq)/pdf/+server.ts': {
		act: 'record.disclose',
		because: 'the lines that were chosen, after a ground was given',
	},
	'(lang)/portal/(dossier)/(person)/record/(request)/pdf/+server.ts': {
		act: 'access.deliver',
		because: 'a copy for the person it is about, each line looked at',
	},
	'(lang)/office/clients/(dossier)/export/(copy)/+server.ts': {
		because: 'a copy for the practice’s own use, noted with its protection and its recall, to who noted it',
	},
	'(lang)/portal/(dossier)/(person)/record/provided/+server.ts': {
		because: 'to the person, what they gave themselves',
	},
	'(lang)/portal/(dossier)/(person)/signed/copy/+server.ts': { because: 'to the person, what they signed themselves' },
	'api/fhir/[...path]/+server.ts': {
		act: 'record.disclose',
		because: 'to other software, what a disclosure opened to it: its gate is judged again at each reading',
	},
	'api/acts/+server.ts': { because: 'what was written by the same person, just now' },
	'feed/(account)/(token)/+server.ts': { because: 'hours without anybody’s name' },
	'(lang)/office/clients/(dossier)/disclose/(seq)/+page.server.ts': {
		act: 'record.disclose',
		because: 'the lines that were chosen, after a ground was given',
	},
	'(lang)/office/clients/(dossier)/rights/(request)/+page.server.ts': {
		act: 'access.deliver',
		because: 'a copy for the person it is about, each line looked at',
	},
};

const named = (path: string): string =>
	path
		.replace('src/routes/', '')
		.replace(/\[+lang=locale\]+/, '(lang)')
		.replace(/\[+([a-z]+)(?:=[a-z]+)?\]+/g, '($1)');

/** Addresses that answer something else than a page, and pages on which whole lines of a file are printed. */
const found = [
	...globSync('src/routes/**/+server.ts'),
	...globSync('src/routes/**/office/**/+page.server.ts').filter((path) =>
		/leavingSheet|answeredOf/.test(readFileSync(path, 'utf8')),
	),
].map(named);

test('[def-nb-confidentiality] every way out is known, and whatever takes words of a file to a third party passes its gate', () => {
	expect(found.length).toBeGreaterThan(10);
	expect(found.toSorted()).toEqual(Object.keys(exits).toSorted());
	for (const { act } of Object.values(exits)) {
		if (act === undefined) continue;
		expect(acts[act]).toBeDefined();
		expect(norms.some((norm) => (norm.gates as readonly string[]).includes(act))).toBe(true);
	}
	// The only act that lets words go to a third party asks for one of these grounds.
	expect(grounds).toEqual(['consent', 'danger', 'law', 'order', 'professionalDuty']);
	expect(acts['record.disclose']?.act.who).toEqual(['practitioner']);
});
