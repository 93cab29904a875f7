import { inTerritory } from '../territories.ts';
import type { Clause } from './clause.ts';
import type { ClauseFacts } from './facts.ts';
import { years } from './phrases.ts';

const where = {
	fr: ({ storage: s, practice }: ClauseFacts): string =>
		({
			ownComputer: `sur un ordinateur de ${practice.name}`,
			ownServer: `sur un serveur de ${practice.name}`,
			hostedServer: `sur un serveur tenu par ${s.provider ?? 'une autre entreprise'}`,
		})[s.place],
	en: ({ storage: s, practice }: ClauseFacts): string =>
		({
			ownComputer: `on a computer of ${practice.name}`,
			ownServer: `on a server of ${practice.name}`,
			hostedServer: `on a server run by ${s.provider ?? 'another company'}`,
		})[s.place],
};

/** Where and how the record is secured and backed up, as the running system says (qc-5.03-a). */
export const storage: Clause = {
	fr: (facts) => {
		const { storage: s } = facts;
		const copy = s.backup;
		return {
			title: 'Où votre dossier est gardé',
			summary: [
				`Il est ${where.fr(facts)}, ${inTerritory(s.territory, 'fr')}.`,
				s.encrypted ? 'Il est chiffré.' : 'Il n’est pas chiffré.',
				copy ? 'Il y a une copie de secours.' : 'Il n’y a pas de copie de secours.',
			],
			text: [
				`Votre dossier est ${where.fr(facts)}, ${inTerritory(s.territory, 'fr')}.`,
				s.encrypted
					? 'Il est chiffré : sans la clé, on n’y lit rien. La clé est gardée ailleurs que le dossier.'
					: 'Il n’est pas chiffré. Qui prend l’appareil peut le lire.',
				copy
					? `Une copie de secours est gardée ${inTerritory(copy.territory, 'fr')}. ${copy.encrypted ? 'Elle est chiffrée aussi.' : 'Elle n’est pas chiffrée.'}`
					: 'Il n’y a pas de copie de secours. Si l’appareil brise, le dossier peut être perdu.',
				'Si cela change, nous vous le disons.',
			],
			easy: [
				`Votre dossier est ${inTerritory(s.territory, 'fr')}.`,
				s.encrypted ? 'Sans la clé, on ne peut pas le lire.' : 'Il n’est pas chiffré.',
				copy ? 'Il y a une copie.' : 'Il n’y a pas de copie.',
			],
		};
	},
	en: (facts) => {
		const { storage: s } = facts;
		const copy = s.backup;
		return {
			title: 'Where your file is kept',
			summary: [
				`It is ${where.en(facts)}, ${inTerritory(s.territory, 'en')}.`,
				s.encrypted ? 'It is encrypted.' : 'It is not encrypted.',
				copy ? 'There is a backup.' : 'There is no backup.',
			],
			text: [
				`Your file is ${where.en(facts)}, ${inTerritory(s.territory, 'en')}.`,
				s.encrypted
					? 'It is encrypted: without the key, no one can read it. The key is kept apart from the file.'
					: 'It is not encrypted. Whoever takes the device can read it.',
				copy
					? `A backup is kept ${inTerritory(copy.territory, 'en')}. ${copy.encrypted ? 'It is encrypted too.' : 'It is not encrypted.'}`
					: 'There is no backup. If the device breaks, the file may be lost.',
				'If this changes, we tell you.',
			],
			easy: [
				`Your file is ${inTerritory(s.territory, 'en')}.`,
				s.encrypted ? 'Without the key, no one can read it.' : 'It is not encrypted.',
				copy ? 'There is a copy.' : 'There is no copy.',
			],
		};
	},
};

/** How long it is kept before it is destroyed (qc-5.03-b). */
export const retention: Clause = {
	needs: ({ retention: r }) => r !== undefined && r.years > 0,
	fr: ({ retention: r }) => {
		const length = years(r?.years ?? 0, 'fr');
		return {
			title: 'Combien de temps nous gardons votre dossier',
			summary: [
				`${length} après le dernier service`,
				'Puis il est détruit, copies comprises.',
				'La date prévue est dans votre espace.',
			],
			text: [
				`Nous gardons votre dossier ${length} après le dernier service.`,
				...(r?.minorsYearsAfterMajority === undefined
					? []
					: [
							`Pour une personne mineure, nous le gardons au moins ${years(r.minorsYearsAfterMajority, 'fr')} après sa majorité.`,
						]),
				'Puis nous le détruisons, copies comprises. Il reste seulement la preuve que c’est fait, sans rien de votre histoire.',
				'Une loi ou un juge peut nous demander d’attendre. La date prévue est dans votre espace dès que le dossier est fermé.',
			],
			easy: [`Nous gardons le dossier ${length}.`, 'Puis nous le détruisons.', 'Vous pouvez voir la date.'],
		};
	},
	en: ({ retention: r }) => {
		const length = years(r?.years ?? 0, 'en');
		return {
			title: 'How long we keep your file',
			summary: [
				`${length} after the last service`,
				'Then it is destroyed, copies included.',
				'The planned date is in your space.',
			],
			text: [
				`We keep your file for ${length} after the last service.`,
				...(r?.minorsYearsAfterMajority === undefined
					? []
					: [`For a minor, we keep it at least ${years(r.minorsYearsAfterMajority, 'en')} after they come of age.`]),
				'Then we destroy it, copies included. Only the proof that it was done remains, with nothing of your story.',
				'A law or a judge may ask us to wait. The planned date is in your space as soon as the file is closed.',
			],
			easy: [`We keep the file for ${length}.`, 'Then we destroy it.', 'You can see the date.'],
		};
	},
};
