import type { APIRoute } from 'astro';
import { plainText } from '../../present/paper/piece.ts';
import { feedXml } from '../../present/report/feed.ts';
import { markedTitle } from '../../present/report/making.ts';
import { everything } from '../../site/library.ts';
import { links } from '../../site/links.ts';
import { issuedReports } from '../../site/reports.ts';

export const GET: APIRoute = ({ site }) => {
  const inputs = everything();
  const { contract, provenance } = inputs.project;
  const absolute = (path: string) => new URL(path, site).href;
  const notice = provenance.kind === 'sample' ? `${provenance.label}：${provenance.note}` : provenance.label;
  const entries = issuedReports(inputs).map(({ issued, paper }) => ({
    id: paper.id,
    title: markedTitle(paper),
    summary: `${plainText(paper.lead)}（${notice}）`,
    address: absolute(links.report(paper.id)),
    issued,
  }));
  return new Response(
    feedXml({
      title: `${contract.title}：已签发的服务报告`,
      subtitle: notice,
      author: contract.contractor,
      address: absolute(links.reports()),
      self: absolute(links.reportFeed()),
      entries,
    }),
  );
};
