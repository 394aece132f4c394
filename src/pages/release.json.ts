import type { APIRoute } from 'astro';
import { thisBuild } from '../site/build.ts';

/** What this site was built from. Publishing adds the release's name, its digest and the release before it. */
export const GET: APIRoute = () => new Response(`${JSON.stringify(thisBuild(), null, 2)}\n`);
