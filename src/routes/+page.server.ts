import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { preferred } from './preferred.ts';

export const load: PageServerLoad = ({ request }) =>
	redirect(302, `/${preferred(request.headers.get('accept-language'))}`);
