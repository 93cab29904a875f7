import { catalog } from './i18n.ts';

/** After a meeting that was not kept: what the agreement says, and what the practitioner decides. */
export const missedWords = catalog(
	{
		today: 'Absences\u00a0: suite à décider',
		mayApply: 'La règle acceptée par écrit peut s’appliquer.',
		notAgreed:
			'Personne n’avait accepté de règle par écrit avant cette rencontre\u00a0: rien ne peut être demandé. Pour la prochaine fois\u00a0:',
		never:
			'La règle ne s’applique pas\u00a0: une panne, une crise ou une demande d’aide est notée autour de ce moment.',
		ask: 'Remettre les documents',
		rule: 'La règle',
		answers: (answer: string) =>
			({ applied: 'La règle est appliquée.', waived: 'Rien n’est demandé.' })[answer] ?? answer,
		apply: (amount: string) => `Demander ${amount}`,
		payer: 'À qui',
		payerIs: (name: string) => `À qui\u00a0: ${name}`,
		noGrace: 'Rien de ceci, à ma connaissance\u00a0: maladie, panne, urgence, violence',
		waive: 'Ne rien demander',
		why: 'Pourquoi',
		whys: (why: string) =>
			({
				grace: 'Une raison qui ne compte jamais (sans dire laquelle)',
				kindness: 'Un geste de ma part',
				doubt: 'Un doute sur ce qui s’est passé',
			})[why] ?? why,
		waiveGo: 'Ne rien demander',
		done: 'C’est noté.',
		lateBy: 'Retard, en minutes',
		lateByHint: 'Seulement pour un retard.',
		asked: 'Qui le demande',
		askedBy: (by: string) => ({ person: 'La personne', practice: 'Nous' })[by] ?? by,
		hows: (how: string) =>
			({ missed: 'rencontre manquée', late: 'retard', cancelledLate: 'annulation tardive' })[how] ?? how,
	},
	{
		today: 'Absences: what follows',
		mayApply: 'The rule agreed to in writing may apply.',
		notAgreed: 'Nobody had agreed to a rule in writing before this meeting: nothing can be asked. For the next time:',
		never: 'The rule does not apply: a failed device, a crisis or a call for help is noted around that time.',
		ask: 'Hand over the documents',
		rule: 'The rule',
		answers: (answer) => ({ applied: 'The rule is applied.', waived: 'Nothing is asked.' })[answer] ?? answer,
		apply: (amount) => `Ask for ${amount}`,
		payer: 'Of whom',
		payerIs: (name) => `Of whom: ${name}`,
		noGrace: 'None of these, to my knowledge: illness, a failed device, an emergency, violence',
		waive: 'Ask for nothing',
		why: 'Why',
		whys: (why) =>
			({
				grace: 'A reason that never counts (without saying which)',
				kindness: 'A kindness of mine',
				doubt: 'A doubt about what happened',
			})[why] ?? why,
		waiveGo: 'Ask for nothing',
		done: 'It is noted.',
		lateBy: 'How late, in minutes',
		lateByHint: 'Only when somebody was late.',
		asked: 'Who asks for it',
		askedBy: (by) => ({ person: 'The person', practice: 'We do' })[by] ?? by,
		hows: (how) => ({ missed: 'missed meeting', late: 'lateness', cancelledLate: 'late cancellation' })[how] ?? how,
	},
);
