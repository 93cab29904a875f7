import { describe, expect, test } from 'vitest';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { bench, NOON, uid } from '../acts.harness.ts';
import { type CareEntry, type CareFacts, careFold, openGoals } from './facts.ts';
import * as plans from './plan.ts';

const { given } = bench<CareFacts, CareEntry>(careFold);

describe('[nb-3-d] the plan of intervention', () => {
	const in90 = dayOf(NOON + 90 * DAY);
	const plan = {
		goals: 'dormir',
		methods: [{ method: 'entretien', adapted: 'plus court en vidéo' }],
		outcome: 'six heures par nuit',
		reviewOn: in90,
	};
	const written = { kind: 'interventionPlan.written', data: plan } as const;
	test('says how each method is adapted to the means', () => {
		expect(given().when(plans.writeInterventionPlan, plan)).toEqual({ did: [written] });
		expect(given().when(plans.writeInterventionPlan, { ...plan, methods: [{ method: 'entretien' }] })).toEqual({
			wrong: { 'methods.0.adapted': 'field.text' },
		});
		expect(given().when(plans.writeInterventionPlan, { ...plan, methods: [] })).toEqual({
			wrong: { methods: 'field.required' },
		});
	});
	test('is looked at again within the year', () => {
		for (const reviewOn of [dayOf(NOON), dayOf(NOON + 400 * DAY)])
			expect(given().when(plans.writeInterventionPlan, { ...plan, reviewOn })).toEqual({
				refused: 'interventionPlan.reviewDay',
			});
	});
	test('a new one is a new version; a review moves its day, or ends it', () => {
		const later = dayOf(NOON + 120 * DAY);
		const review = { outcome: 'mieux', next: 'goesOn', reviewOn: later } as const;
		expect(given(written, written).facts.joint.plan).toMatchObject({ version: 2, methods: 1, reviewOn: in90 });
		expect(given(written).when(plans.reviewInterventionPlan, review)).toEqual({
			did: [{ kind: 'interventionPlan.reviewed', data: review }],
		});
		expect(given(written, { kind: 'interventionPlan.reviewed', data: review }).facts.joint.plan).toMatchObject({
			reviewOn: later,
		});
		const over = { outcome: 'fini', next: 'ends' } as const;
		expect(given(written).when(plans.reviewInterventionPlan, over)).toEqual({
			did: [{ kind: 'interventionPlan.reviewed', data: over }],
		});
	});
	test('is reviewed only where there is one, and with a day to come', () => {
		expect(given().when(plans.reviewInterventionPlan, { outcome: 'x', next: 'ends' })).toEqual({
			refused: 'interventionPlan.none',
		});
		expect(given(written).when(plans.reviewInterventionPlan, { outcome: 'x', next: 'goesOn' })).toEqual({
			refused: 'interventionPlan.reviewDay',
		});
		expect(given(written).when(plans.reviewInterventionPlan, { next: 'soon' })).toEqual({
			wrong: { outcome: 'field.text', next: 'field.choice' },
		});
	});
});

describe('goals, line by line', () => {
	const goal = uid(96);
	const methods = [{ method: 'entretien', adapted: 'plus court en vidéo' }];
	const rest = { methods, outcome: 'six heures par nuit', reviewOn: dayOf(NOON + 90 * DAY) };
	const lines = [{ id: goal, goal: 'Dormir mieux', sign: 'Six heures de suite' }];
	const written = { kind: 'interventionPlan.written', data: { ...rest, lines } } as const;
	const review = {
		outcome: 'mieux',
		next: 'ends',
		results: { [goal]: { state: 'partly', came: 'cinq heures' } },
	} as const;
	test('a plan says its goals as lines or as one text, and not neither', () => {
		const answer = given().when(plans.writeInterventionPlan, { ...rest, lines: [{ goal: 'Dormir mieux' }] });
		expect(answer).toMatchObject({ did: [{ data: { lines: [{ goal: 'Dormir mieux' }] } }] });
		expect(given().when(plans.writeInterventionPlan, rest)).toEqual({ wrong: { lines: 'field.required' } });
	});
	test('a goal that is written again stays the same goal; an id of elsewhere becomes a new one', () => {
		const again = given(written).when(plans.writeInterventionPlan, { ...rest, lines });
		expect(again).toMatchObject({ did: [{ data: { lines: [{ id: goal }] } }] });
		expect(given().when(plans.writeInterventionPlan, { ...rest, lines })).not.toMatchObject({
			did: [{ data: { lines: [{ id: goal }] } }],
		});
	});
	test('a review answers for each goal, and asks the person or says why not', () => {
		expect(given(written).when(plans.reviewInterventionPlan, { outcome: 'mieux', next: 'ends' })).toEqual({
			refused: 'act.invalidInput',
		});
		expect(given(written).when(plans.reviewInterventionPlan, { ...review, view: 'Je respire.' })).toEqual({
			did: [{ kind: 'interventionPlan.reviewed', data: { ...review, view: 'Je respire.' } }],
		});
		const unasked = given(written).when(plans.reviewInterventionPlan, { ...review, viewBecause: 'Injoignable.' });
		expect(unasked).toMatchObject({ did: [{ data: { viewBecause: 'Injoignable.' } }] });
	});
	test('what was found of a goal stays with it; one that is reached is pursued no more', () => {
		const found = (state: 'partly' | 'reached') =>
			given(written, {
				kind: 'interventionPlan.reviewed',
				data: { outcome: 'mieux', next: 'goesOn', results: { [goal]: { state } } },
			}).facts.joint;
		expect(found('partly').goals[goal]).toMatchObject({ state: 'partly' });
		expect(openGoals(found('partly'))).toEqual([goal]);
		expect(openGoals(found('reached'))).toEqual([]);
	});
});
