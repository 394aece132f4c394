import type { APIRoute } from 'astro';
import { commitmentsTwin } from '../../core/reports/commitments-twin.ts';
import { everything } from '../../site/library.ts';

export const GET: APIRoute = () => {
  const { project, latest, standings } = everything();
  return new Response(JSON.stringify(commitmentsTwin([...standings.values()], latest, project.provenance)));
};
