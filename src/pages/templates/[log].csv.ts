import type { APIRoute } from 'astro';
import { deliveryColumns } from '../../core/ledger/delivery.ts';
import { template } from '../../core/ledger/template.ts';
import { everything, pageOfAll } from '../../site/library.ts';

/** One empty template a log, and one for the delivery slip. */
export function getStaticPaths() {
  const { logs } = everything().project.ledger;
  const tables = [...logs.map(({ id, columns }) => ({ id, columns })), { id: 'delivery', columns: deliveryColumns }];
  return tables.map(({ id, columns }) => pageOfAll({ log: id }, { columns }));
}

export const GET: APIRoute = ({ props }) => new Response(template(props.columns));
