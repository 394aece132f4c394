import type { Month } from '../../core/calendar/date.ts';
import { monthPeriod } from '../../core/calendar/period.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import type { Indicator, Part } from '../../core/indicators/indicator.ts';
import type { Result } from '../../core/indicators/result.ts';
import { proofOf } from '../../core/reports/book.ts';
import type { Finding } from '../../core/reports/cases.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { rolesOf } from '../../core/reports/roles.ts';
import { caseKindWords, itemWords } from '../cases.ts';
import { breakdownChart } from '../chart/breakdown.ts';
import { durationChart } from '../chart/distribution.ts';
import { placeCharts } from '../chart/multiples.ts';
import { type ParetoGroup, paretoChart, spanWords } from '../chart/pareto.ts';
import { seriesCharts } from '../chart/series.ts';
import type { ChartSpec } from '../chart/spec.ts';
import { monthWords } from '../dates.ts';
import { serviceShort } from '../names.ts';
import type { ChartBlock, ReportBlock } from '../paper/block.ts';
import type { Piece } from '../paper/piece.ts';
import { joined, quote, say, text } from '../paper/say.ts';
import { heading, note, type Telling } from './telling.ts';

/** So many months are drawn up to the report's last, so that a month stands beside that of the year before. */
const span = 13;
/** A report draws the requests of so many services, so many missed indicators and so many locations of each; the others are named. Long periods have long tables already. */
const most = {
  month: { requests: 3, misses: 3, places: 4 },
  quarter: { requests: 2, misses: 2, places: 4 },
  year: { requests: 1, misses: 2, places: 0 },
  ytd: { requests: 1, misses: 2, places: 0 },
} as const;

const chart = (spec: ChartSpec, proof?: Destination): ChartBlock => ({
  kind: 'chart',
  spec,
  ...(proof === undefined ? {} : { proof }),
});

/** The verdicts of the period by service. */
export function verdictChart(telling: Telling): ReportBlock[] {
  const { report, registers, href } = telling;
  if (report.results.length === 0) return [];
  const to: Destination =
    report.period.kind === 'month'
      ? { kind: 'compliance', month: report.period.id }
      : { kind: 'part', report: report.period.id, id: 'indicators' };
  const groups = report.services.map(({ id }) => ({
    label: serviceShort(registers, id),
    href: href(to),
    results: report.results.filter(({ indicator }) => indicator.service === id),
  }));
  return [{ ...chart(breakdownChart('chart-services', '各服务的指标结论', '服务', groups), to), beside: 'services' }];
}

/** The parts of service requests whose answer has a limit, each with its indicator. */
function timedParts({ indicators, ledger }: Assessment): { indicator: Indicator; part: Part }[] {
  const answered = new Map(ledger.logs.map((log) => [log.id, rolesOf(log, 'request').map((role) => role.answered)]));
  return indicators.flatMap((indicator) =>
    indicator.parts
      .filter(({ measure }) => measure.kind === 'within' && answered.get(measure.log)?.includes(measure.to) === true)
      .map((part) => ({ indicator, part })),
  );
}

/** How long service requests waited for an answer, beside their limits; the services with the most requests; the others, and those with too few for a picture, are named. */
export function requestCharts(telling: Telling, assessment: Assessment): ReportBlock[] {
  const { report, registers, contract } = telling;
  const asked = timedParts(assessment).flatMap(({ indicator, part }, index) => {
    const spec = durationChart(assessment, part, report.months, `chart-requests-${index + 1}`);
    const service = serviceShort(registers, indicator.service);
    const proof = proofOf({ indicator, period: report.period });
    return spec === null ? [] : [{ spec, service, proof, total: spec.panels.reduce((sum, panel) => sum + panel.total, 0) }];
  });
  const drawn = asked
    .filter(({ total }) => total >= contract.smallSample)
    .sort((a, b) => b.total - a.total)
    .slice(0, most[report.period.kind].requests);
  const others = asked.filter((each) => !drawn.includes(each)).map(({ service, proof }) => [quote(service, proof)]);
  return [
    ...drawn.map(({ spec, service, proof }) => chart({ ...spec, title: `${service}服务请求：响应用时的分布` }, proof)),
    ...(others.length === 0 ? [] : [note(say`${joined(others, '、')}的服务请求不在此画图，响应用时见指标的逐行依据。`)]),
  ];
}

const upTo = (assessment: Assessment, last: Month): Month[] => assessment.months.filter((month) => month <= last).slice(-span);

/** Of a missed result, the months of each missed part, and of the locations that missed most. */
function missCharts(
  { href, report, contract }: Telling,
  assessment: Assessment,
  { indicator, parts }: Result,
  months: readonly Month[],
): ReportBlock[] {
  const missed = new Set(parts.flatMap(({ verdict }, at) => (verdict === 'missed' ? [at + 1] : [])));
  const ofMissed = ({ id }: ChartSpec): boolean => missed.has(Number(id.split('-').at(-1)));
  const results = months.map((month) => assessment.result(indicator, monthPeriod(month)));
  const series = seriesCharts(results, (month) => href({ kind: 'evidence', month, indicator: indicator.id }));
  const places = placeCharts(assessment, indicator, months, {
    place: contract.words.place,
    href: (location) => href({ kind: 'location', location }),
    most: most[report.period.kind].places,
    elsewhere: '指标页',
  });
  const proof: Destination = { kind: 'evidence', month: months.at(-1) ?? '', indicator: indicator.id };
  return [...series.map((spec) => chart(spec)), ...places.map((spec) => chart(spec, proof))].filter(({ spec }) => ofMissed(spec));
}

/** How the first missed indicators came to where they are; the others are named with the pages that draw them. */
export function missesSection(telling: Telling, assessment: Assessment): ReportBlock[] {
  const { report } = telling;
  if (report.exceptions.length === 0) return [];
  const months = upTo(assessment, report.months.at(-1) ?? '');
  const results = report.exceptions.map(({ result }) => result);
  const drawn = most[report.period.kind].misses;
  const others = results
    .slice(drawn)
    .map(({ indicator }) => [quote(indicator.name, { kind: 'indicator', indicator: indicator.id })]);
  return [
    heading(3, 'trends', '未达标指标的走势'),
    ...results.slice(0, drawn).flatMap((result) => missCharts(telling, assessment, result, months)),
    ...(others.length === 0
      ? []
      : [
          note(
            say`其余未达标的指标不在此画图，走势与各${text(telling.contract.words.place)}对照见各自的指标页：${joined(others, '、')}。`,
          ),
        ]),
  ];
}

/** The page that shows a finding: its log, or over a longer period the report of its month. */
function findingPage({ report, href }: Telling, { log, record }: Finding): { label: string; href: string } {
  const [, month = ''] = record.file.split('/');
  return report.period.kind === 'month'
    ? { label: log.name, href: href({ kind: 'log', month, log: log.id }) }
    : { label: monthWords(month), href: href({ kind: 'part', report: month, id: 'findings' }) };
}

/** Findings that are about the same kind of thing, the most first. */
function findingGroups(telling: Telling, findings: readonly Finding[]): ParetoGroup[] {
  const groups = new Map<string, Map<string, ParetoGroup['sources'][number]>>();
  for (const finding of findings) {
    const label = `${caseKindWords[finding.kind]}：${itemWords(finding, telling.registers)}`;
    const sources = groups.get(label) ?? new Map();
    groups.set(label, sources);
    const page = findingPage(telling, finding);
    sources.set(page.href, { ...page, count: (sources.get(page.href)?.count ?? 0) + 1 });
  }
  return [...groups]
    .map(([label, sources]) => ({
      label,
      sources: [...sources.values()],
      count: [...sources.values()].reduce((sum, { count }) => sum + count, 0),
    }))
    .sort((a, b) => b.count - a.count);
}

/** What the period's findings are about, the most frequent first; nothing where they are too few. */
export function findingChart(telling: Telling): ReportBlock[] {
  const { report } = telling;
  const groups = findingGroups(telling, report.improvement.findings);
  const names = { id: 'chart-findings', title: '发现的问题按种类与项目', unit: '件', groupName: '种类与项目' };
  const spec = paretoChart({ ...names, span: spanWords(report.months) }, groups);
  return spec === null ? [] : [chart(spec)];
}

/** Charts as a report prints them: each figure of their findings is a value of the report, proved by what it says or else by the chart's own table. */
export function bindCharts(blocks: readonly ReportBlock[], report: string): ReportBlock[] {
  return blocks.map((block) => {
    if (block.kind !== 'chart') return block;
    const { spec, proof } = block;
    const to: Destination = proof ?? { kind: 'part', report, id: spec.id };
    const name = (id: string) => `${report}/${spec.id}/${id}`;
    const summary = spec.summary.map((piece): Piece => (piece.kind === 'value' ? { to, ...piece, id: name(piece.id) } : piece));
    const figures = spec.figures.map((figure) => ({ to, ...figure, name: name(figure.name) }));
    return { ...block, spec: { ...spec, summary, figures } };
  });
}
