import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { bundleOf, bundlePages } from '../../../site/bundles.ts';

/** All that a sealed month rests on, in one file. */
export const getStaticPaths = () => bundlePages();

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { inputs, month } }) =>
  new Response(bundleOf(inputs, month));
