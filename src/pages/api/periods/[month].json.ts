import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { periodPage } from '../../../present/pages/period-verdicts.ts';
import { twinsOf } from '../../../site/library.ts';

export const getStaticPaths = () => twinsOf(periodPage);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.json());
