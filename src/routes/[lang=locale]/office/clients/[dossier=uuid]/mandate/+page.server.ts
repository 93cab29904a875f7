import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { bodyAt } from '#server/app/views/bodies.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { beneficiaries, present } from '#server/kernel/dossier.ts';
import type { Actions, PageServerLoad } from './$types';

interface MandateBody {
	readonly requester: string;
	readonly kind: string;
	readonly issuer: string;
	readonly on: string;
	readonly asks?: string;
}

/** The mandate on file, its two parties, and what each person answered about reporting. */
export const load: PageServerLoad = async (event) => {
	const { facts, bodies } = await openFile(event, 'mandate');
	const { dossier, intake } = facts.dossier.joint;
	const seq = intake.mandate?.evidence.seq;
	const body = bodyAt<MandateBody>(await bodies([seq]), seq, 'mandate.recorded');
	const served = beneficiaries(dossier);
	return {
		served: served.map((p) => p.name),
		askers: present(dossier)
			.filter((p) => p.roles.includes('requester') && !p.roles.includes('beneficiary'))
			.map(({ id, name }) => ({ id, name })),
		...(body && {
			mandate: {
				kind: body.kind,
				issuer: body.issuer,
				on: body.on,
				asker: dossier.persons[body.requester]?.name ?? '',
				...(body.asks !== undefined && { asks: body.asks }),
			},
		}),
		reporting: served.map(({ id, name }) => {
			const uses = Object.values(facts.dossier.of(id).uses.uses).filter((u) => u.use === 'reporting');
			return { id, name, state: uses.at(-1)?.state };
		}),
		state: await formState(event),
	};
};

export const actions: Actions = {
	record: attempt('mandate.record', {
		journal: thisDossier,
		input: (typed) => ({ ...typed, reporting: typed.reporting === true }),
	}),
};
