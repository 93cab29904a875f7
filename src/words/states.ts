import type { Locale } from './i18n.ts';

/** Name in French, and with its preposition; then the same in English, where it is not "in" and the name. */
type Named = readonly [fr: string, inFr: string, en: string, inEn?: string];

/** The fifty states and the District of Columbia. */
const names = {
	'US-AL': ['Alabama', 'en Alabama', 'Alabama'],
	'US-AK': ['Alaska', 'en Alaska', 'Alaska'],
	'US-AZ': ['Arizona', 'en Arizona', 'Arizona'],
	'US-AR': ['Arkansas', 'en Arkansas', 'Arkansas'],
	'US-CA': ['Californie', 'en Californie', 'California'],
	'US-CO': ['Colorado', 'au Colorado', 'Colorado'],
	'US-CT': ['Connecticut', 'au Connecticut', 'Connecticut'],
	'US-DE': ['Delaware', 'au Delaware', 'Delaware'],
	'US-DC': [
		'District de Columbia (Washington)',
		'dans le district de Columbia',
		'District of Columbia (Washington)',
		'in the District of Columbia',
	],
	'US-FL': ['Floride', 'en Floride', 'Florida'],
	'US-GA': ['Géorgie', 'en Géorgie', 'Georgia'],
	'US-HI': ['Hawaï', 'à Hawaï', 'Hawaii'],
	'US-ID': ['Idaho', 'en Idaho', 'Idaho'],
	'US-IL': ['Illinois', 'en Illinois', 'Illinois'],
	'US-IN': ['Indiana', 'en Indiana', 'Indiana'],
	'US-IA': ['Iowa', 'en Iowa', 'Iowa'],
	'US-KS': ['Kansas', 'au Kansas', 'Kansas'],
	'US-KY': ['Kentucky', 'au Kentucky', 'Kentucky'],
	'US-LA': ['Louisiane', 'en Louisiane', 'Louisiana'],
	'US-ME': ['Maine', 'dans le Maine', 'Maine'],
	'US-MD': ['Maryland', 'au Maryland', 'Maryland'],
	'US-MA': ['Massachusetts', 'au Massachusetts', 'Massachusetts'],
	'US-MI': ['Michigan', 'au Michigan', 'Michigan'],
	'US-MN': ['Minnesota', 'au Minnesota', 'Minnesota'],
	'US-MS': ['Mississippi', 'au Mississippi', 'Mississippi'],
	'US-MO': ['Missouri', 'au Missouri', 'Missouri'],
	'US-MT': ['Montana', 'au Montana', 'Montana'],
	'US-NE': ['Nebraska', 'au Nebraska', 'Nebraska'],
	'US-NV': ['Nevada', 'au Nevada', 'Nevada'],
	'US-NH': ['New Hampshire', 'au New Hampshire', 'New Hampshire'],
	'US-NJ': ['New Jersey', 'au New Jersey', 'New Jersey'],
	'US-NM': ['Nouveau-Mexique', 'au Nouveau-Mexique', 'New Mexico'],
	'US-NY': ['New York (État)', 'dans l’État de New York', 'New York (state)', 'in New York State'],
	'US-NC': ['Caroline du Nord', 'en Caroline du Nord', 'North Carolina'],
	'US-ND': ['Dakota du Nord', 'au Dakota du Nord', 'North Dakota'],
	'US-OH': ['Ohio', 'en Ohio', 'Ohio'],
	'US-OK': ['Oklahoma', 'en Oklahoma', 'Oklahoma'],
	'US-OR': ['Oregon', 'en Oregon', 'Oregon'],
	'US-PA': ['Pennsylvanie', 'en Pennsylvanie', 'Pennsylvania'],
	'US-RI': ['Rhode Island', 'au Rhode Island', 'Rhode Island'],
	'US-SC': ['Caroline du Sud', 'en Caroline du Sud', 'South Carolina'],
	'US-SD': ['Dakota du Sud', 'au Dakota du Sud', 'South Dakota'],
	'US-TN': ['Tennessee', 'au Tennessee', 'Tennessee'],
	'US-TX': ['Texas', 'au Texas', 'Texas'],
	'US-UT': ['Utah', 'en Utah', 'Utah'],
	'US-VT': ['Vermont', 'au Vermont', 'Vermont'],
	'US-VA': ['Virginie', 'en Virginie', 'Virginia'],
	'US-WA': ['Washington (État)', 'dans l’État de Washington', 'Washington (state)', 'in Washington State'],
	'US-WV': ['Virginie-Occidentale', 'en Virginie-Occidentale', 'West Virginia'],
	'US-WI': ['Wisconsin', 'au Wisconsin', 'Wisconsin'],
	'US-WY': ['Wyoming', 'au Wyoming', 'Wyoming'],
} as const satisfies Readonly<Record<`US-${string}`, Named>>;

/** One state of the United States, or the District of Columbia: `US-NY`. */
export type State = keyof typeof names;

/** All of them, by their code. */
export const states = Object.keys(names) as readonly State[];

/** Name, and name with its preposition. */
export function stateNames(state: State): Readonly<Record<Locale, readonly [name: string, inside: string]>> {
	const [fr, inFr, en, inEn = `in ${en}`]: Named = names[state];
	return { fr: [fr, inFr], en: [en, inEn] };
}
