import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { evidenceOf } from '../../../../core/indicators/evidence.ts';
import { evidenceTwin } from '../../../../core/reports/twins.ts';
import { evidencePaths } from '../../../../site/paths.ts';

export const getStaticPaths = evidencePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof evidencePaths>> = ({ props }) => {
  const { assessment, provenance } = props.inputs.project;
  return new Response(
    JSON.stringify(evidenceTwin(evidenceOf(assessment, props.indicator, props.month), props.month, provenance)),
  );
};
