import { met, unmet } from '#server/kernel/verdict.ts';
import { mend, practiceNorm } from './support.ts';

/** qc-3.10-c: what is done about a privacy incident is published, and the public page says where; without it, the page is off line. */
export const qc310c = practiceNorm(
	'qc-3.10-c',
	['page.publish'],
	({ practice: { policies, publicPage } }, { focus }) => {
		const policy = policies.documents.breach?.published;
		if (!policy) return unmet('qc-3.10-c.policy', mend('policy.publish', undefined, 'breach'));
		if (focus.subject === 'publishing')
			return focus.means?.split(' ').includes('breach')
				? met(policy.evidence)
				: unmet('qc-3.10-c', mend('page.publish'));
		if (!publicPage.published) return unmet('qc-3.10-c.off', mend('page.publish'));
		return publicPage.links.includes('breach')
			? met(policy.evidence, publicPage.published)
			: unmet('qc-3.10-c', mend('page.publish'));
	},
);
