import type { AnyLine } from '../line.ts';
import { abroad } from './abroad.ts';
import { canada } from './canada.ts';
import { directory } from './directory.ts';
import { incidents } from './incidents.ts';
import { newBrunswick } from './new-brunswick.ts';
import { newBrunswickHelp } from './new-brunswick-help.ts';
import { otherProvinces } from './other-provinces.ts';
import { quebec } from './quebec.ts';
import { quebecHelp } from './quebec-help.ts';
import { ruleSheets } from './rule-sheets.ts';

/** Every line of every rule pack. */
export const packs: readonly AnyLine[] = [
	...quebecHelp,
	...quebec,
	...newBrunswickHelp,
	...newBrunswick,
	...canada,
	...otherProvinces,
	...abroad,
	...directory,
	...ruleSheets,
	...incidents,
];
