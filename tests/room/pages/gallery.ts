import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import '../../../src/ui/forms.css';
import '../../../src/ui/layout.css';
import { mount, unmount } from 'svelte';
import Chat from '#ui/room/Chat.svelte';
import type { CallView } from '#ui/room/call.ts';
import DeviceCheck from '#ui/room/DeviceCheck.svelte';
import Interruption from '#ui/room/Interruption.svelte';
import type { InterruptionPlan } from '#ui/room/interruption.ts';
import Phrase from '#ui/room/Phrase.svelte';
import Quality from '#ui/room/Quality.svelte';
import Room from '#ui/room/Room.svelte';
import Stage from '#ui/room/Stage.svelte';
import type { Locale } from '#words/i18n.ts';

/** Each piece of the room in each of its states, without a meeting; and the whole room, in one. */

const said: unknown[] = [];
const tell =
	(what: string) =>
	(...values: unknown[]) =>
		void said.push([what, ...values]);

const plan: InterruptionPlan = {
	phone: '418 555-0134',
	name: 'Marie Roy',
	caller: 'other',
	minutes: 5,
	callBack: '506 555-0199',
	otherwise: 'Si personne ne répond, on se réécrit par la messagerie.',
};

const member = (name: string, change: Partial<CallView['members'][number]> = {}): CallView['members'][number] => ({
	id: name,
	name,
	role: 'client',
	stream: new MediaStream(),
	microphone: true,
	camera: true,
	connected: true,
	quality: 'good',
	path: 'direct',
	...change,
});

const view = (change: Partial<CallView> = {}): CallView => ({
	me: 'me',
	line: 'up',
	members: [member('Marie Roy')],
	phrase: { kind: 'alone' },
	picture: new MediaStream(),
	microphone: true,
	camera: true,
	voiceOnly: false,
	lost: new Set(),
	...change,
});

const four = [
	member('Marie Roy'),
	member('Jean-Baptiste Arsenault-Thibodeau', { camera: false, microphone: false, quality: 'fair', path: 'relayed' }),
	member('Ana', { connected: false, quality: 'lost', path: 'unknown' }),
];
const chat = [
	{
		id: '1',
		from: 'Marie Roy',
		mine: false,
		text: 'Bonjour, vous m’entendez ?',
		at: '14 h 30',
		state: 'kept' as const,
	},
	{ id: '2', from: 'moi', mine: true, text: 'Oui.\nUn peu bas.', at: '14 h 31', state: 'kept' as const },
	{ id: '3', mine: true as const, text: 'Voilà', state: 'waiting' as const },
];
const stage = {
	onmicrophone: tell('microphone'),
	oncamera: tell('camera'),
	onchat: tell('chat'),
	oncut: tell('cut'),
	onleave: tell('leave'),
};
const phrase = { nameOf: (id: string) => id, onanswer: tell('phrase') };
const report = async (cut: unknown) => said.push(['reported', cut]) > 0;

const pieces = {
	devices: (target: Element, locale: Locale) =>
		mount(DeviceCheck, { target, props: { locale, onready: tell('ready') } }),
	alone: (target: Element, locale: Locale) =>
		mount(Stage, { target, props: { locale, view: view({ members: [] }), ...stage } }),
	four: (target: Element, locale: Locale) =>
		mount(Stage, { target, props: { locale, view: view({ members: four, camera: false }), unread: 2, ...stage } }),
	words: (target: Element, locale: Locale) =>
		mount(Phrase, {
			target,
			props: { locale, phrase: { kind: 'words', bytes: [0, 50, 100, 150, 200, 255] }, ...phrase },
		}),
	waiting: (target: Element, locale: Locale) =>
		mount(Phrase, { target, props: { locale, phrase: { kind: 'waiting' }, ...phrase } }),
	alarm: (target: Element, locale: Locale) =>
		mount(Phrase, { target, props: { locale, phrase: { kind: 'alarm', who: ['Marie Roy'] }, ...phrase } }),
	chat: (target: Element, locale: Locale) =>
		mount(Chat, { target, props: { locale, lines: chat, onsend: tell('send') } }),
	silence: (target: Element, locale: Locale) =>
		mount(Chat, { target, props: { locale, lines: [], onsend: tell('send') } }),
	quality: (target: Element, locale: Locale) =>
		mount(Quality, {
			target,
			props: { locale, view: view({ members: four, line: 'down' }), onvoiceonly: tell('voice') },
		}),
	plan: (target: Element, locale: Locale) =>
		mount(Interruption, {
			target,
			props: { locale, meeting: 'm', plan, line: { server: 'up', others: 'heard' }, onreport: report },
		}),
	cut: (target: Element, locale: Locale) =>
		mount(Interruption, {
			target,
			props: { locale, meeting: 'cut', plan, line: { server: 'down', others: 'lost' }, onreport: report },
		}),
};

let shown: ReturnType<typeof mount>[] = [];
const clear = async () => {
	for (const piece of shown.splice(0)) await unmount(piece);
	document.querySelector('main')?.replaceChildren();
};
const main = () => document.querySelector('main') as Element;

const api = {
	/** Every piece in every state, one below the other. */
	showAll: async (locale: Locale, theme: 'light' | 'dark') => {
		await clear();
		document.documentElement.lang = locale;
		document.documentElement.dataset.theme = theme;
		shown = Object.values(pieces).map((piece) => piece(main(), locale));
	},
	/** The whole room, entered with a real camera and microphone. */
	enter: async (base: string, locale: Locale) => {
		await clear();
		const onready = (tracks: ReadonlyMap<'audio' | 'video', MediaStreamTrack>) =>
			void clear().then(() => {
				const entered = mount(Room, {
					target: main(),
					props: {
						locale,
						base,
						tracks,
						plan,
						chat,
						onsend: tell('send'),
						oncut: report,
						onphrase: tell('phrase'),
						onheard: tell('heard'),
						onrefused: tell('refused'),
						onleave: tell('left'),
					},
				});
				shown = [entered];
			});
		shown = [mount(DeviceCheck, { target: main(), props: { locale, onready } })];
	},
	said: () => said,
};

/** What a test asks the gallery. */
export type GalleryPage = typeof api;

Object.assign(window, { gallery: api });
