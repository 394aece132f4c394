import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { evidencePage } from '../../../../present/pages/evidence.ts';
import { twinsOf } from '../../../../site/library.ts';

export const getStaticPaths = () => twinsOf(evidencePage);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.json());
