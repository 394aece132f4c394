import type { APIRoute } from 'astro';
import { periodTwin } from '../../../core/reports/twins.ts';
import { library } from '../../../site/library.ts';
import { periodPaths } from '../../../site/paths.ts';

export const getStaticPaths = () => periodPaths().map(({ props }) => ({ params: { period: props.period.id }, props }));

export const GET: APIRoute<ReturnType<typeof periodPaths>[number]['props']> = ({ props }) => {
  const { assessment, provenance } = library().project;
  return new Response(JSON.stringify(periodTwin(assessment, props.period, provenance)));
};
