import type { APIRoute } from 'astro';
import { checkTerms } from '../../site/terms.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(checkTerms()));
