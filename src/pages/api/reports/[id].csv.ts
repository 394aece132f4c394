import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { periodReportPage } from '../../../present/pages/report.ts';
import { published } from '../../../present/report/published.ts';
import { valueSheet } from '../../../present/report/sheet.ts';
import { pagesOf } from '../../../site/library.ts';

export const getStaticPaths = () => pagesOf(periodReportPage);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { inputs, key } }) => {
  const { ledger, provenance } = inputs.project;
  const { report, paper } = published(inputs, key);
  if (report === null) throw new Error('a table of values is made of a period');
  return new Response(valueSheet(report, ledger.registers, { provenance, making: paper.making, sealed: paper.sealed }));
};
