/** Parts of words that say what is done here, in either language, without accents. */
const telling =
	/therap|psy|counsel|clini|travail social|travailleu|social work|\bt\.?s\.?\b|\btsi\b|\brsw\b|\btcf\b|couple|famil|\bcris(e|is)\b|\bsante\b|health|\bmental|dependance|addict|violence|\babus|\bdeuil|\bgrief\b/;

/** Would somebody who sees this name on a letter or in a calendar know what service it is about? */
export const revealsTheService = (name: string): boolean =>
	telling.test(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
