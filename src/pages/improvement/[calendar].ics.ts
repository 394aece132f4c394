import type { APIRoute } from 'astro';
import { caseKinds } from '../../core/logs/role.ts';
import { improvementReport } from '../../core/reports/improvement.ts';
import { keepsAny } from '../../core/reports/roles.ts';
import { openCalendar } from '../../present/open-calendar.ts';
import { hrefOf } from '../../site/destinations.ts';
import { everything, pageOfAll } from '../../site/library.ts';

/** One calendar of all open items; none of a contract that keeps no record of any. */
export function getStaticPaths() {
  const { project, latest } = everything();
  const { open } = improvementReport(project.assessment, latest);
  return keepsAny(open.kept, caseKinds) ? [pageOfAll({ calendar: 'open' }, { open })] : [];
}

export const GET: APIRoute = ({ props: { inputs, open }, site }) => {
  const { contract, ledger, provenance } = inputs.project;
  const text = openCalendar({
    title: `${contract.title}：未办结的事项`,
    notice: provenance.kind === 'sample' ? `${provenance.label}：${provenance.note}` : provenance.label,
    open,
    registers: ledger.registers,
    contract,
    address: (to) => new URL(hrefOf(to), site).href,
  });
  return new Response(text);
};
