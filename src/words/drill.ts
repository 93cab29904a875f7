import type { Locale } from './i18n.ts';

/** The five steps of a channel's practical drill, in order. */
export const drillSteps = ['admit', 'mute', 'remove', 'fallback', 'end'] as const;
type DrillStep = (typeof drillSteps)[number];
type Family = 'live' | 'voice' | 'written';
type Told = Readonly<Record<DrillStep, string>>;

const families: Readonly<Record<string, Family>> = { video: 'live', telephone: 'voice', voiceMail: 'voice' };

const told: Readonly<Record<Family, Readonly<Record<Locale, Told>>>> = {
	live: {
		fr: {
			admit: 'Faire entrer\u00a0: ouvrez un essai, et laissez entrer l’autre personne depuis la salle d’attente.',
			mute: 'Couper le son\u00a0: coupez et rouvrez votre micro, puis votre caméra. L’autre personne confirme.',
			remove: 'Faire sortir\u00a0: ramenez l’autre personne dans la salle d’attente, ou terminez sa présence.',
			fallback: 'Se rabattre\u00a0: débranchez le réseau une minute, puis rappelez au téléphone.',
			end: 'Terminer\u00a0: fermez la rencontre, et voyez que la salle est vide.',
		},
		en: {
			admit: 'Let in: open a rehearsal, and let the other person in from the waiting room.',
			mute: 'Mute: turn your microphone off and on, then your camera. The other person confirms.',
			remove: 'Remove: bring the other person back to the waiting room, or end their presence.',
			fallback: 'Fall back: unplug the network for a minute, then call back by telephone.',
			end: 'End: close the meeting, and see that the room is empty.',
		},
	},
	voice: {
		fr: {
			admit: 'Joindre\u00a0: appelez, et vérifiez à qui vous parlez avant de dire qui vous êtes.',
			mute: 'Couper le son\u00a0: mettez l’appel en sourdine, puis revenez.',
			remove: 'Faire sortir\u00a0: à trois, retirez une personne de l’appel sans perdre l’autre.',
			fallback: 'Se rabattre\u00a0: raccrochez, et rappelez au numéro convenu.',
			end: 'Terminer\u00a0: raccrochez, et voyez que rien de la personne ne reste dans le journal d’appels partagé.',
		},
		en: {
			admit: 'Reach: call, and check who you are talking to before saying who you are.',
			mute: 'Mute: silence the call, then come back.',
			remove: 'Remove: in a three-way call, take one person out without losing the other.',
			fallback: 'Fall back: hang up, and call the agreed number.',
			end: 'End: hang up, and see that nothing of the person stays in a shared call log.',
		},
	},
	written: {
		fr: {
			admit: 'Ouvrir\u00a0: commencez un échange avec la bonne personne, et relisez son nom.',
			mute: 'Faire taire\u00a0: coupez les avis de l’appareil, pour que rien ne s’affiche à l’écran.',
			remove: 'Retirer\u00a0: fermez l’échange à quelqu’un qui ne doit plus y être.',
			fallback: 'Se rabattre\u00a0: sans réponse dans le délai convenu, passez au téléphone.',
			end: 'Terminer\u00a0: dites que l’échange est fini, et quand vous lirez le prochain message.',
		},
		en: {
			admit: 'Open: begin an exchange with the right person, and read their name again.',
			mute: 'Silence: turn off the device’s notices, so that nothing shows on the screen.',
			remove: 'Remove: close the exchange to someone who should no longer be in it.',
			fallback: 'Fall back: with no answer in the agreed time, turn to the telephone.',
			end: 'End: say that the exchange is over, and when you will read the next message.',
		},
	},
};

/** What to do at each step of the drill, for one channel. */
export const drillText = (
	channel: string,
	locale: Locale,
): readonly { readonly step: DrillStep; readonly text: string }[] => {
	const family = families[channel] ?? 'written';
	return drillSteps.map((step) => ({ step, text: told[family][locale][step] }));
};
