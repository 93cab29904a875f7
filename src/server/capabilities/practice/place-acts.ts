import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { bilingualField, dayField, lineField, territoryField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import type { PracticeEntry, PracticeFacts } from './facts.ts';

const act = actsOn<PracticeFacts, PracticeEntry>('practice');
const urlField = z.url({ protocol: /^https?$/, error: 'field.url' });

/** A place's rules changed: the practice publishes its own sheet of them, and everyone registered there reads it (qc-1.09-a). */
export const publishRuleSheet = act({
	name: 'ruleSheet.publish',
	who: ['owner', 'privacyOfficer', 'system'],
	input: z.object({
		territory: territoryField,
		edition: dayField,
		title: bilingualField,
		points: z.object({ fr: textField, en: textField }),
		source: lineField,
		site: urlField.optional(),
	}),
	decide(mine, { site, ...data }) {
		const before = mine.joint.ruleSheets[data.territory];
		if (before && data.edition <= before.edition) return refuse('ruleSheet.older');
		return [{ kind: 'ruleSheet.published', data: { ...data, ...(site !== undefined && { site }) } }];
	},
});

/** What the law of one's own place asks of the technology in use, what was done about it, and when that was looked at (qc-3.03-a). */
export const recordPrivacyAssessment = act({
	name: 'privacyAssessment.record',
	who: ['owner', 'privacyOfficer', 'system'],
	input: z.object({
		territory: territoryField,
		law: lineField,
		measures: textField,
		hosting: territoryField,
		reviewedOn: dayField,
	}),
	decide: (_, data, { now }) =>
		data.reviewedOn > dayOf(now + DAY)
			? refuse('privacyAssessment.toCome')
			: [{ kind: 'privacyAssessment.recorded', data }],
});

/** Say where the files lie; outside one's own place only once the law of that own place was assessed for it (qc-3.03-a). */
export const chooseHosting = act({
	name: 'hosting.choose',
	who: ['owner', 'privacyOfficer'],
	input: z.object({ territory: territoryField }),
	gates: (mine, { territory }) => (territory === mine.joint.profile?.territory ? [] : ['hosting.choose']),
	focus: ({ territory }) => ({ subject: territory }),
	decide: (_, data) => [{ kind: 'hosting.chosen', data }],
});
