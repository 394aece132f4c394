import type { APIRoute } from 'astro';
import { valueSheet } from '../../../present/report/sheet.ts';
import { periodPaths, published } from '../../../site/reports.ts';

export const getStaticPaths = periodPaths;

export const GET: APIRoute<ReturnType<typeof periodPaths>[number]['props']> = ({ props }) => {
  const { ledger, provenance } = props.inputs.project;
  const { report, paper } = published(props.inputs, props.report);
  if (report === null) throw new Error('a table of values is made of a period');
  return new Response(valueSheet(report, ledger.registers, { provenance, making: paper.making }));
};
