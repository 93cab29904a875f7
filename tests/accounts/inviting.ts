import { randomUUID } from 'node:crypto';
import {
	type Claiming,
	claimWithCode,
	type Invitation,
	type InvitedTo,
	invite,
	lookAtInvitation,
	openInvitation,
	requestClaimCode,
} from '#server/capabilities/accounts/index.ts';
import { codeFor, granted, type House, visitor } from './support.ts';

/** A person of a dossier. */
export const toDossier = () => ({ to: 'dossier', dossier: randomUUID(), person: randomUUID() }) as const;
/** An address nobody has yet. */
export const address = (): string => `invitee-${randomUUID()}@exemple.example`;
/** The secret of an invitation's link. */
export const tokenOf = ({ path }: Invitation): string => path.split('/').at(-1) ?? '';

/** Both sides of an invitation: whoever invites, and whoever is invited. */
export function invitations({ world, practice, ...house }: House) {
	const from = visitor();
	const inviting = async (to: InvitedTo = toDossier(), email?: string): Promise<Invitation> =>
		granted(
			await invite(world, practice, {
				to,
				name: 'Ève Létourneau',
				language: 'fr',
				by: randomUUID(),
				...(email && { email }),
			}),
		);
	const ticketOf = async (invitation: Invitation): Promise<Claiming> => {
		const token = tokenOf(invitation);
		const { ticket } = granted(await openInvitation(world, practice, { token, second: invitation.second, from }));
		return { token, ticket, from };
	};
	return {
		inviting,
		ticketOf,
		stateOf: async (invitation: Invitation) => (await lookAtInvitation(world, practice, tokenOf(invitation))).state,
		claimed: async (invitation: Invitation, email: string) => {
			const claiming = await ticketOf(invitation);
			const { id } = granted(await requestClaimCode(world, practice, { ...claiming, email }));
			const code = await codeFor({ world, practice, ...house }, email);
			return claimWithCode(world, practice, { ...claiming, id, code, name: 'Ève Létourneau' });
		},
	};
}
