import type { APIRoute } from 'astro';
import { reportTwin } from '../../../present/report/twin.ts';
import { library } from '../../../site/library.ts';
import { reportPaths } from '../../../site/reports.ts';

export const getStaticPaths = reportPaths;

export const GET: APIRoute<ReturnType<typeof reportPaths>[number]['props']> = ({ props }) => {
  const { paper, book, report } = props.publish();
  return new Response(JSON.stringify(reportTwin(paper, book, library().project.provenance, report)));
};
