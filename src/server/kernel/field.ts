import { z } from 'zod';

/** Shapes of input shared by acts; the message is the key of its text (words/fields.ts). */
export const idField = z.uuid('field.id');
export const personField = z.uuid('field.id');
export const instantField = z
	.number('field.instant')
	.int('field.instant')
	.min(0, 'field.instant')
	.max(8.64e15, 'field.instant');
export const dayField = z.iso.date('field.day');
export const lineField = z
	.string('field.line')
	.trim()
	.min(1, 'field.required')
	.max(200, 'field.tooLong')
	.refine(noControl, 'field.control');
/** A paragraph or a note: up to 20,000 characters. */
export const textField = z
	.string('field.text')
	.trim()
	.min(1, 'field.required')
	.max(20_000, 'field.tooLong')
	.refine(noNul, 'field.control');
export const reasonField = z
	.string('field.text')
	.trim()
	.min(3, 'field.reason')
	.max(2000, 'field.tooLong')
	.refine(noNul, 'field.control');
export const languageField = z.enum(['fr', 'en'], 'field.choice');
export const meansField = z.enum(['signature', 'oral', 'paper'], 'field.choice');
export const emailField = z.email('field.email').max(200, 'field.tooLong');
export const phoneField = z
	.string('field.phone')
	.trim()
	.regex(/^\+?[0-9 ().-]{7,24}( ?(p|x|ext)\.? ?[0-9]{1,6})?$/i, 'field.phone');
export const territoryField = z.string('field.territory').regex(/^[A-Z]{2,5}(-[A-Z]{2})?$/, 'field.territory');

/** By which means people meet or write (def-qc-inperson, nb: the telephone is technology too). */
export const modes = ['inPerson', 'video', 'telephone', 'chat', 'message'] as const;
export type Mode = (typeof modes)[number];
export const modeField = z.enum(modes, 'field.choice');

/** Channels that reach a person; each is consented to apart. */
export const channels = ['video', 'telephone', 'chat', 'portal', 'email', 'textMessage', 'voiceMail'] as const;
export type Channel = (typeof channels)[number];
export const channelField = z.enum(channels, 'field.choice');

/** Why people meet: only `service` needs everything; the others only place, channel and crisis. */
export const purposes = ['rehearsal', 'initialInterview', 'service', 'safety'] as const;
export type Purpose = (typeof purposes)[number];
export const purposeField = z.enum(purposes, 'field.choice');

/**
 * Why people are seen together before each was seen alone about safety: one of these, never words, for the joint part is
 * read by both of them.
 */
export const togetherReasons = ['knownOtherwise', 'ordered', 'judgement'] as const;
export type TogetherReason = (typeof togetherReasons)[number];
export const togetherField = z.enum(togetherReasons, 'field.choice');

/** Words in both languages. */
export const bilingualField = z.object({ fr: lineField, en: lineField });

const block = z.union([
	z.string().max(20_000),
	z.array(z.string().max(5000)).max(60),
	z.object({ contact: z.array(z.string().max(500)).max(20) }),
]);
/** A clause filled in, in one language (words/clauses). */
export const clauseTextField = z.object({
	title: z.string().max(300),
	summary: z.array(z.string().max(1000)).max(5),
	text: z.array(block).max(60),
	parts: z
		.array(z.object({ key: z.string().max(40), title: z.string().max(300), text: z.array(block).max(30) }))
		.max(20)
		.optional(),
	easy: z.array(z.string().max(1000)).max(60),
	question: z.string().max(1000).optional(),
});
/** A clause as a person read it. */
export type ClauseWords = z.infer<typeof clauseTextField>;

function noNul(text: string): boolean {
	return !text.includes('\0');
}
function noControl(text: string): boolean {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
	return !/[\u0000-\u001f\u007f]/.test(text);
}
