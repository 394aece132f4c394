import type { APIRoute } from 'astro';
import { sealsTwin } from '../../core/seals/twin.ts';
import { everything } from '../../site/library.ts';

/** By what every sealed month is known, so that a digest on paper can be looked up. */
export const GET: APIRoute = () => {
  const { seals, provenance } = everything().project;
  return new Response(JSON.stringify(sealsTwin(seals, provenance)));
};
