import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, marie, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type LoanEntry, type LoanFacts, loanFold, ownLoanFold } from './facts.ts';

const dossier = bench<LoanFacts, LoanEntry>(loanFold);
const practitioner = bench<LoanFacts, LoanEntry>(ownLoanFold);
const { person } = lea;
const loan = {
	id: uid(70),
	what: 'Tablette n° 3',
	from: '2026-11-22',
	until: '2027-02-22',
	answers: marie,
	terms: 'Ne la prêtez pas.',
};
const made = { kind: 'loan.made', part: person, data: { ...loan, person } } as const;
const lost = { kind: 'loan.lost', part: person, data: { id: loan.id, person, how: 'stolen' } } as const;

describe('[qc-intro-a] a device lent to a client', () => {
	test('is in their own part, with what was agreed; the facts keep what, until when, and who answers', () => {
		expect(dossier.given().when(acts.makeLoan, { ...loan, person, agreed: true })).toEqual({ did: [made] });
		const { facts } = dossier.given(made);
		const { terms: _, id: __, ...kept } = loan;
		expect(facts.of(person).out[loan.id]).toMatchObject(kept);
		expect(facts.joint.out).toEqual({});
	});
	test('is not lent without a yes, before it is known to whom, twice, or backwards in time', () => {
		const asked = { ...loan, person, agreed: true };
		const { agreed: _, ...unsaid } = asked;
		expect(dossier.given().when(acts.makeLoan, unsaid)).toEqual({ wrong: { agreed: 'field.required' } });
		expect(dossier.given().when(acts.makeLoan, { ...asked, until: '2026-01-01' })).toEqual({
			wrong: { until: 'field.endBeforeStart' },
		});
		expect(dossier.given().when(acts.makeLoan, { ...asked, person: stranger })).toEqual({
			refused: 'act.noSuchPerson',
		});
		expect(dossier.given(made).when(acts.makeLoan, asked)).toEqual({ refused: 'loan.known' });
		const ten = Array.from({ length: 10 }, (_, n) => ({ ...made, data: { ...made.data, id: uid(700 + n) } }));
		expect(dossier.given(...ten).when(acts.makeLoan, asked)).toEqual({ refused: 'loan.many' });
	});
	test('is said to be lost once, by the one who has it', () => {
		const said = { id: loan.id, person, how: 'stolen' };
		expect(dossier.given(made).when(acts.reportLoan, said, byLea)).toEqual({ did: [lost] });
		expect(dossier.given(made, lost).when(acts.reportLoan, said, byLea)).toEqual({ refused: 'loan.unknown' });
		expect(dossier.given().when(acts.reportLoan, said, byLea)).toEqual({ refused: 'loan.unknown' });
		expect(dossier.given(made).when(acts.reportLoan, { ...said, how: 'gone' })).toEqual({
			wrong: { how: 'field.choice' },
		});
		expect(dossier.given(made, lost).facts.of(person).out[loan.id]?.lost?.how).toBe('stolen');
	});
	test('comes back wiped and checked; a loss ends with what was done about it', () => {
		const back = { id: loan.id, person, outcome: 'returned', wiped: true, checked: true };
		expect(dossier.given(made).when(acts.endLoan, back)).toEqual({
			did: [{ kind: 'loan.ended', part: person, data: back }],
		});
		expect(dossier.given(made).when(acts.endLoan, { ...back, wiped: false })).toEqual({ refused: 'loan.notWiped' });
		expect(dossier.given().when(acts.endLoan, back)).toEqual({ refused: 'loan.unknown' });
		expect(dossier.given(made).when(acts.endLoan, { ...back, outcome: '' })).toEqual({
			wrong: { outcome: 'field.choice' },
		});
		const settled = {
			id: loan.id,
			person,
			outcome: 'settled',
			wiped: false,
			checked: false,
			note: 'Effacée à distance.',
		};
		expect(dossier.given(made).when(acts.endLoan, settled)).toEqual({ refused: 'loan.notSettled' });
		expect(dossier.given(made, lost).when(acts.endLoan, { ...settled, note: undefined })).toEqual({
			refused: 'loan.notSettled',
		});
		const { wiped: _, checked: __, ...kept } = settled;
		expect(dossier.given(made, lost).when(acts.endLoan, settled)).toEqual({
			did: [{ kind: 'loan.ended', part: person, data: kept }],
		});
		const { facts } = dossier.given(made, { kind: 'loan.ended', part: person, data: { ...back, outcome: 'returned' } });
		expect(facts.of(person)).toMatchObject({ out: {}, ended: { outcome: 'returned' } });
	});
});

test('[nb-6-l] a device lent to somebody who works here is on their own journal, and comes back the same way', () => {
	const own = { kind: 'loan.made', data: loan } as const;
	expect(practitioner.given().when(acts.lendEquipment, { ...loan, agreed: true })).toEqual({ did: [own] });
	expect(practitioner.given().when(acts.lendEquipment, { ...loan, agreed: true, what: '' })).toEqual({
		wrong: { what: 'field.required' },
	});
	const said = { id: loan.id, how: 'lost', note: 'Dans le train.' };
	expect(practitioner.given(own).when(acts.reportEquipment, said)).toEqual({
		did: [{ kind: 'loan.lost', data: said }],
	});
	expect(practitioner.given().when(acts.reportEquipment, said)).toEqual({ refused: 'loan.unknown' });
	expect(practitioner.given().when(acts.reportEquipment, { ...said, how: '' })).toEqual({
		wrong: { how: 'field.choice' },
	});
	const back = { id: loan.id, outcome: 'returned', wiped: true, checked: true };
	expect(practitioner.given(own).when(acts.endEquipment, back)).toEqual({ did: [{ kind: 'loan.ended', data: back }] });
	expect(practitioner.given(own).when(acts.endEquipment, { ...back, checked: false })).toEqual({
		refused: 'loan.notWiped',
	});
	expect(practitioner.given(own).when(acts.endEquipment, { ...back, wiped: 'yes' })).toEqual({
		wrong: { wiped: 'field.choice' },
	});
});
