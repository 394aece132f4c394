import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { monthRecordsPage } from '../../../present/pages/records.ts';
import { twinsOf } from '../../../site/library.ts';

export const getStaticPaths = () => twinsOf(monthRecordsPage);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.json());
