import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { monthQuality } from '../../../core/reports/quality.ts';
import { qualityTwin } from '../../../core/reports/twins.ts';
import { monthPaths } from '../../../site/paths.ts';

export const getStaticPaths = monthPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof monthPaths>> = ({ props }) => {
  const { problems, project } = props.inputs;
  const quality = monthQuality(project.assessment, props.month, problems);
  return new Response(JSON.stringify(qualityTwin(quality, project.provenance)));
};
