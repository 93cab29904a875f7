import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { ClauseWords } from '#server/kernel/field.ts';

/** A clause as it stands in a draft: from the library, or the practice's own words. */
export interface DraftClause {
	readonly own: boolean;
	/** Parts of the clause left out on purpose, each with a reason (qc-2.02-d). */
	readonly omitted: readonly string[];
	readonly evidence: Evidence;
}

/** A published version: which clauses it holds, and which facts of the running system it states. */
export interface Published {
	readonly version: number;
	readonly clauses: readonly string[];
	/** Those that the practice wrote itself: no library composes them. */
	readonly own: readonly string[];
	/** Canonical text of the storage, retention and third-party facts it states (qc-5.03-a). */
	readonly states: Readonly<Record<string, string>>;
	readonly material: boolean;
	readonly evidence: Evidence;
}

export interface PolicyDocument {
	readonly draft: Readonly<Record<string, DraftClause>>;
	readonly published?: Published;
	/** The last version whose change was material: consents older than it are asked again. */
	readonly materialVersion: number;
}

export interface PolicyFacts {
	readonly documents: Readonly<Record<string, PolicyDocument>>;
}

export type PolicyEntry =
	| Entry<'policy.adopted', { document: string; clauses: readonly string[] }>
	| Entry<
			'clause.written',
			{ document: string; clause: string; fr: string; en: string; omitted: readonly string[]; reason?: string }
	  >
	| Entry<'clause.removed', { document: string; clause: string }>
	| Entry<
			'policy.published',
			{
				document: string;
				version: number;
				material: boolean;
				states: Readonly<Record<string, string>>;
				clauses: Readonly<Record<string, { readonly fr: ClauseWords; readonly en: ClauseWords }>>;
			}
	  >;

export const noDocument: PolicyDocument = { draft: {}, materialVersion: 0 };

const change = (
	{ documents }: PolicyFacts,
	document: string,
	edit: (before: PolicyDocument) => Partial<PolicyDocument>,
): PolicyFacts => {
	const before = documents[document] ?? noDocument;
	return { documents: { ...documents, [document]: { ...before, ...edit(before) } } };
};

function fold(f: PolicyFacts, e: PolicyEntry): PolicyFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'policy.adopted': {
			const clauses = e.data.clauses.map((key) => [key, { own: false, omitted: [], evidence }] as const);
			return change(f, e.data.document, ({ draft }) => ({ draft: { ...draft, ...Object.fromEntries(clauses) } }));
		}
		case 'clause.written': {
			const clause: DraftClause = { own: true, omitted: e.data.omitted, evidence };
			return change(f, e.data.document, ({ draft }) => ({ draft: { ...draft, [e.data.clause]: clause } }));
		}
		case 'clause.removed':
			return change(f, e.data.document, ({ draft }) => ({
				draft: Object.fromEntries(Object.entries(draft).filter(([key]) => key !== e.data.clause)),
			}));
		case 'policy.published': {
			const { document, version, material, states, clauses } = e.data;
			const keys = Object.keys(clauses);
			return change(f, document, ({ draft, materialVersion }) => ({
				published: { version, material, states, clauses: keys, own: keys.filter((k) => draft[k]?.own), evidence },
				materialVersion: material ? version : materialVersion,
			}));
		}
	}
	return f;
}

export const policyFold = foldOf('practice', 2, { documents: {} } as PolicyFacts, fold);
