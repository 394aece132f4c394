import type { APIRoute } from 'astro';
import { qualityTwin } from '../../../core/reports/twins.ts';
import { library } from '../../../site/library.ts';
import { qualityPaths } from '../../../site/paths.ts';

export const getStaticPaths = qualityPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(qualityTwin(props.quality, library().project.provenance)));
