import type { APIRoute } from 'astro';
import { reportReads } from '../../present/pages/report.ts';
import { plainText } from '../../present/paper/piece.ts';
import { feedXml } from '../../present/report/feed.ts';
import { markedTitle } from '../../present/report/making.ts';
import { issuedReports, published } from '../../present/report/published.ts';
import { amendmentSentence } from '../../present/seal.ts';
import { everything, library } from '../../site/library.ts';
import { links } from '../../site/links.ts';

export const GET: APIRoute = ({ site }) => {
  const inputs = everything();
  const { contract, provenance } = inputs.project;
  const absolute = (path: string) => new URL(path, site).href;
  const notice = provenance.kind === 'sample' ? `${provenance.label}：${provenance.note}` : provenance.label;
  const entries = issuedReports(inputs).map((report) => {
    const { paper } = published(library().for(reportReads(report.months)), report);
    const amendments = paper.sealed?.amendments ?? [];
    const told = amendments.map((each) =>
      amendmentSentence(each, (id) => inputs.reports.result(`${report.id}/${id}`, report.id)),
    );
    return {
      id: paper.id,
      title: markedTitle(paper),
      summary: `${plainText(paper.lead)}${told.join('')}（${notice}）`,
      address: absolute(links.report(paper.id)),
      issued: report.issued,
      updated: amendments.at(-1)?.date ?? report.issued,
    };
  });
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
