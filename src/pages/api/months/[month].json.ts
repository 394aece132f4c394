import type { APIRoute } from 'astro';
import { monthReport } from '../../../core/reports/month.ts';
import { monthTwin } from '../../../core/reports/twins.ts';
import { library } from '../../../site/library.ts';

export const getStaticPaths = () => library().project.assessment.months.map((month) => ({ params: { month } }));

export const GET: APIRoute = ({ params }) => {
  const { assessment, provenance } = library().project;
  return new Response(JSON.stringify(monthTwin(monthReport(assessment, params.month ?? ''), provenance)));
};
