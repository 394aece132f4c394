import type { APIRoute } from 'astro';
import { reportTwin } from '../../../present/report/twin.ts';
import { published, reportPaths } from '../../../site/reports.ts';

export const getStaticPaths = reportPaths;

export const GET: APIRoute<ReturnType<typeof reportPaths>[number]['props']> = ({ props }) => {
  const { paper, book, report } = published(props.inputs, props.report);
  return new Response(JSON.stringify(reportTwin(paper, book, props.inputs.project.provenance, report)));
};
