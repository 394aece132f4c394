import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { reportPage } from '../../../present/pages/report.ts';
import { twinsOf } from '../../../site/library.ts';

export const getStaticPaths = () => twinsOf(reportPage);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.json());
