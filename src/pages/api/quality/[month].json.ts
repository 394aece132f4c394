import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { monthQualityPage } from '../../../present/pages/month-quality.ts';
import { twinsOf } from '../../../site/library.ts';

export const getStaticPaths = () => twinsOf(monthQualityPage);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.json());
