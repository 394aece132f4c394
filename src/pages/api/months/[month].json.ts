import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { monthReport } from '../../../core/reports/month.ts';
import { monthTwin } from '../../../core/reports/twins.ts';
import { monthPaths } from '../../../site/paths.ts';

export const getStaticPaths = monthPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof monthPaths>> = ({ props }) => {
  const { assessment, provenance } = props.inputs.project;
  return new Response(JSON.stringify(monthTwin(monthReport(assessment, props.month), provenance)));
};
