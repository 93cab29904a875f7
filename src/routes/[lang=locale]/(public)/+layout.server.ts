import type { LayoutServerLoad } from './$types';

/** A fictional practice says so on its public pages too. */
export const load: LayoutServerLoad = ({ locals }) => ({ demo: locals.practice?.demo === true });
