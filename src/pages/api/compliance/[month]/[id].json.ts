import type { APIRoute } from 'astro';
import { evidenceOf } from '../../../../core/indicators/evidence.ts';
import { evidenceTwin } from '../../../../core/reports/twins.ts';
import { library } from '../../../../site/library.ts';
import { evidencePaths } from '../../../../site/paths.ts';

export const getStaticPaths = evidencePaths;

export const GET: APIRoute = ({ props }) => {
  const { assessment, provenance } = library().project;
  return new Response(
    JSON.stringify(evidenceTwin(evidenceOf(assessment, props.indicator, props.month), props.month, provenance)),
  );
};
