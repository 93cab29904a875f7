import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import type { Channel } from '#server/kernel/field.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import type { HandedText } from './portal-reading.ts';

/** One means that this person may say yes or no to. */
export interface ChannelChoice {
	readonly channel: Channel;
	readonly on: boolean;
	readonly since?: Instant;
	/** The notice of its risks, and whether it was read. */
	readonly notice?: string;
	readonly told: boolean;
}

/** Each family of means has its own text of risks: the notice of the record, and the part of the clause that says it. */
const risks: Readonly<Partial<Record<Channel, readonly [notice: string, part: string]>>> = {
	video: ['channelRisks.video', 'channelRisks.video'],
	portal: ['channelRisks.internet', 'channelRisks.internet'],
	chat: ['channelRisks.internet', 'channelRisks.internet'],
	email: ['channelRisks.internet', 'channelRisks.internet'],
	textMessage: ['channelRisks.text', 'channelRisks.texting'],
};

const offered: readonly Channel[] = ['video', 'telephone', 'voiceMail', 'portal', 'chat', 'email', 'textMessage'];

/** The means that the practitioner opened; voice mail goes with the telephone, e-mail needs a mail server. */
export function channelChoices({ consent }: DossierPart, { practitioner, system }: Facts): readonly ChannelChoice[] {
	const { channels } = practitioner.practitioner;
	const isOpen = (c: Channel): boolean =>
		channels[c === 'voiceMail' ? 'telephone' : c] !== undefined && (c !== 'email' || system.mail);
	return offered.filter(isOpen).map((channel) => {
		const said = consent.channels[channel];
		const notice = risks[channel]?.[0];
		const told = notice === undefined || consent.acknowledged[notice] !== undefined;
		return {
			channel,
			on: said?.on ?? false,
			told,
			...(said && { since: said.evidence.at }),
			...(notice !== undefined && { notice }),
		};
	});
}

/** A means with the words of its risk, as they were handed. */
export interface ShownChannel extends ChannelChoice {
	readonly risk?: { readonly lines: readonly string[]; readonly language: Locale; readonly version: number };
	/** Its risk was not handed yet: the practitioner has to, before anyone says yes. */
	readonly waits: boolean;
}

/** The means with their risks beside them. */
export function shownChannels(
	own: DossierPart,
	facts: Facts,
	services: HandedText | undefined,
): readonly ShownChannel[] {
	const parts = services?.clauses.find((c) => c.key === 'channelRisks')?.parts ?? [];
	return channelChoices(own, facts).map((choice) => {
		const part = parts.find((p) => p.key === risks[choice.channel]?.[1]);
		const lines = part?.text.flatMap((block) =>
			typeof block === 'string' ? [block] : Array.isArray(block) ? block : [],
		);
		const risk = services && lines ? { lines, language: services.language, version: services.version } : undefined;
		return { ...choice, ...(risk && { risk }), waits: choice.notice !== undefined && !choice.told && !risk };
	});
}
