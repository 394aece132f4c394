import type { APIRoute } from 'astro';
import { periodTwin } from '../../../core/reports/twins.ts';
import { periodPaths } from '../../../site/paths.ts';

export const getStaticPaths = () => periodPaths().map((page) => ({ ...page, params: { period: page.props.period.id } }));

export const GET: APIRoute<ReturnType<typeof periodPaths>[number]['props']> = ({ props }) => {
  const { assessment, provenance } = props.inputs.project;
  return new Response(JSON.stringify(periodTwin(assessment, props.period, provenance)));
};
