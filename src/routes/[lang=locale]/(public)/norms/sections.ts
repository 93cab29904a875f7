import type { Duty } from '#server/norms/catalogue.ts';
import type { NormSection } from '#words/norms-page.ts';

/** The part of its document in which a duty stands, read from its number. */
export const sectionOf = (id: Duty['id']): NormSection => {
	const numbered = /^(qc-[1-7]|nb-[1-9])[.-]/.exec(id)?.[1];
	if (numbered) return numbered as NormSection;
	if (id.startsWith('qc-annex')) return 'qc-annex';
	if (id.startsWith('def-')) return id.startsWith('def-qc') ? 'qc-def' : 'nb-def';
	return id.startsWith('qc') ? 'qc-intro' : 'nb-intro';
};
