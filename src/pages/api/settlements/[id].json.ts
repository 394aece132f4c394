import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { settlementPage } from '../../../present/pages/settlement.ts';
import { twinsOf } from '../../../site/library.ts';

export const getStaticPaths = () => twinsOf(settlementPage);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.json());
