import { catalog } from './i18n.ts';

/** A telephone number is never cut at the end of a line. */
const whole = (number: string): string => number.replaceAll(' ', '\u00a0');

/** Help now: the lines to call, by place, and what quick exit does not erase. */
export const help = catalog(
	{
		title: 'Aide immédiate',
		now: 'Vous pouvez appeler tout de suite. Personne ne vous demandera pourquoi.',
		danger: 'En danger en ce moment',
		noEmergency: 'Appelez le numéro d’urgence de l’endroit où vous êtes, ou demandez à quelqu’un près de vous.',
		where: 'Où êtes-vous en ce moment\u00a0?',
		whereHint: 'Les lignes d’aide changent d’un endroit à l’autre. Votre réponse n’est pas gardée.',
		allPlaces: 'Québec et Nouveau-Brunswick',
		show: 'Montrer les lignes d’aide',
		lines: ({ place }: { place: string }) => `Lignes d’aide ${place}`,
		noLine: 'Nous n’avons pas encore de ligne vérifiée pour cet endroit. Le numéro d’urgence local peut vous guider.',
		call: ({ number }: { number: string }) => `Appeler le ${whole(number)}`,
		text: ({ number }: { number: string }) => `Texter le ${whole(number)}`,
		site: ({ host }: { host: string }) => `Aller à ${host}`,
		inLanguages: ({ both }: { both: string }) =>
			both === 'fr' ? 'En français' : both === 'en' ? 'En anglais' : 'En français et en anglais',
		traces: 'Si quelqu’un regarde votre appareil',
		exit: 'Le bouton «\u00a0Sortie rapide\u00a0» montre un calendrier à la place de la page. La touche Échap, deux fois, fait la même chose.',
		remains: 'Ce qui reste sur l’appareil',
		history: 'Les autres pages ouvertes avant celle-ci, dans l’historique.',
		mail: 'Les courriels et les textos reçus.',
		downloads: 'Les documents téléchargés.',
		offline: 'Cette page d’aide, pour qu’elle s’ouvre aussi sans réseau.',
		safer:
			'Pour ne rien laisser, prenez un appareil que l’autre personne ne voit pas, ou appelez d’un autre téléphone.',
	},
	{
		title: 'Help now',
		now: 'You can call right away. No one will ask you why.',
		danger: 'In danger right now',
		noEmergency: 'Call the emergency number of the place where you are, or ask someone near you.',
		where: 'Where are you right now?',
		whereHint: 'Help lines change from place to place. Your answer is not kept.',
		allPlaces: 'Québec and New Brunswick',
		show: 'Show help lines',
		lines: ({ place }) => `Help lines ${place}`,
		noLine: 'We have no verified line for this place yet. The local emergency number can guide you.',
		call: ({ number }) => `Call ${whole(number)}`,
		text: ({ number }) => `Text ${whole(number)}`,
		site: ({ host }) => `Go to ${host}`,
		inLanguages: ({ both }) => (both === 'fr' ? 'In French' : both === 'en' ? 'In English' : 'In French and English'),
		traces: 'If someone looks at your device',
		exit: 'The “Quick exit” button shows a calendar instead of the page. Pressing Esc twice does the same.',
		remains: 'What stays on the device',
		history: 'The other pages opened before this one, in the history.',
		mail: 'The e-mails and texts you received.',
		downloads: 'The documents you downloaded.',
		offline: 'This help page, so that it also opens without a network.',
		safer: 'To leave nothing, use a device the other person does not see, or call from another phone.',
	},
);

/** The neutral page of the quick exit: an ordinary calendar that names nothing. */
export const calendarWords = catalog(
	{ title: 'Calendrier', previous: 'Mois précédent', next: 'Mois suivant', today: 'aujourd’hui' },
	{ title: 'Calendar', previous: 'Previous month', next: 'Next month', today: 'today' },
);
