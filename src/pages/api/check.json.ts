import type { APIRoute } from 'astro';
import { everything } from '../../site/library.ts';
import { checkTerms } from '../../site/terms.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(checkTerms(everything())));
