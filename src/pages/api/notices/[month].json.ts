import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { noticesPage } from '../../../present/pages/notices.ts';
import { twinsOf } from '../../../site/library.ts';

export const getStaticPaths = () => twinsOf(noticesPage);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.json());
