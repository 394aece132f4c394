import type { Month } from '../../core/calendar/date.ts';
import { missedBy } from '../../core/indicators/basis.ts';
import { unplaced } from '../../core/indicators/result.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { LocationEntry } from '../../core/registers/location.ts';
import { type LocationReport, locationReport } from '../../core/reports/location.ts';
import { rowsAt } from '../../core/reports/rows-at.ts';
import { countVerdicts } from '../../core/reports/verdicts.ts';
import { missedCell, missedLabel } from '../basis.ts';
import { dateWords, monthWords } from '../dates.ts';
import { listed, locationName } from '../names.ts';
import type { Paper } from '../paper/paper.ts';
import type { Piece, Pieces } from '../paper/piece.ts';
import { quote, say, stressed, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { paragraph } from '../paper/tell.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

/** A location and how it stands in the latest month. */
export interface Standing {
  readonly location: LocationEntry;
  readonly report: LocationReport;
}

export const standingOf = ({ project, latest }: Inputs, location: LocationEntry): Standing => ({
  location,
  report: locationReport(project.assessment, location.id, latest),
});

export const locationPiece = ({ id, name }: Pick<LocationEntry, 'id' | 'name'>): Piece =>
  quote(name, { kind: 'location', location: id });

function standingRow({ project, latest }: Inputs, { location, report }: Standing): Row {
  const { outer, kind, from, to, holdings } = location;
  const within = outer.map(({ name }) => `${name} › `).join('');
  const { missed, incomplete, met } = countVerdicts(report.results);
  const by = missedCell(missedBy(report.results));
  const counts = report.served ? [String(missed), by, String(incomplete), String(met)] : ['本月不在服务期', '', '', ''];
  const span = `${dateWords(from)}起${to === null ? '' : `，至${dateWords(to)}止`}`;
  const rows = String(rowCount(project.ledger, location.id, latest));
  const words = [kind, ...counts, rows, ...holdings.map(({ entries }) => String(entries.length)), span];
  const first = [...(within === '' ? [] : [stressed('small', quote(within))]), locationPiece(location)];
  return { cells: [first, ...words.map((told): Pieces => [quote(told)])] };
}

const rowCount = (ledger: Ledger, location: string, month: Month): number =>
  rowsAt(ledger, location, month).reduce((sum, each) => sum + each.month, 0);

/** The rows that belong to no location, and what all come to. Verdicts do not add up over locations. */
function sumRows({ project, latest }: Inputs, all: readonly Standing[]): Row[] {
  const { ledger, contract } = project;
  const naming = { registers: ledger.registers, contract };
  const elsewhere = rowCount(ledger, unplaced, latest);
  const total = all.reduce((sum, { location }) => sum + rowCount(ledger, location.id, latest), elsewhere);
  const holdings = all[0]?.location.holdings.length ?? 0;
  const row = (name: string, count: number): Row => {
    const words = ['', '', '', '', '', String(count), ...Array.from({ length: holdings }, () => ''), ''];
    return { cells: [[quote(name)], ...words.map((told): Pieces => [quote(told)])] };
  };
  return [row(locationName(naming, unplaced), elsewhere), { ...row('合计', total), look: 'total' }];
}

function standingTable(inputs: Inputs, all: readonly Standing[]): Table {
  const { project, latest } = inputs;
  const { place } = project.contract.words;
  const kept = all[0]?.location.holdings ?? [];
  return {
    kind: 'table',
    id: 'locations',
    caption: [quote(`${monthWords(latest)}各${place}的指标结论项数`)],
    quiet: true,
    looks: [],
    columns: [
      { label: place, align: 'start', weight: 12 },
      { label: '类型', align: 'start', weight: 5 },
      { label: '未达标', align: 'end', weight: 4, look: 'alarm' },
      { label: missedLabel, align: 'end', weight: 5 },
      { label: '数据不完整', align: 'end', weight: 4, look: 'alarm' },
      { label: '达标', align: 'end', weight: 4, look: 'count' },
      { label: '记录行数', align: 'end', weight: 5 },
      ...kept.map(({ register }) => ({ label: register.name, align: 'end', weight: 4 }) as const),
      { label: '服务期', align: 'start', weight: 12 },
    ],
    rows: [...all.map((each) => standingRow(inputs, each)), ...sumRows(inputs, all)],
    keepTogether: false,
  };
}

/** How many locations are served, and which of them missed something. */
function servedSentence({ project, latest }: Inputs, all: readonly Standing[]): string {
  const { place } = project.contract.words;
  const served = all.filter(({ report }) => report.served);
  const missing = served.filter(({ report }) => countVerdicts(report.results).missed > 0).map(({ location }) => location.name);
  const kinds = [...new Set(all.map(({ location }) => location.kind))];
  const counts = kinds.map((kind) => `${kind}${served.filter(({ location }) => location.kind === kind).length}个`).join('、');
  const missed = missing.length === 0 ? `没有${place}有未达标的指标` : `${missing.length}个有未达标的指标：${listed(missing)}`;
  return `${monthWords(latest)}服务${served.length}个${place}（${counts}），其中${missed}。`;
}

function locationsPaper(inputs: Inputs): Paper {
  const { project, latest } = inputs;
  const { place } = project.contract.words;
  const all = inputs.locations.map((location) => standingOf(inputs, location));
  const verdicts = quote(`${monthWords(latest)}指标结论`, { kind: 'compliance', month: latest });
  const rule = text(`各${place}按合同的同一目标衡量，用来找问题出在哪里；合同的结论以全部${place}合计为准，见`);
  return {
    title: place,
    kind: 'place',
    description: `服务覆盖的${place}，以及各${place}最近一个月的结论。`,
    search: 'lead',
    lead: servedSentence(inputs, all),
    month: latest,
    blocks: [standingTable(inputs, all), paragraph(say`${rule}${verdicts}。`)],
  };
}

/** All locations with their latest verdicts. */
export const locationsPage = singlePage(locationsPaper);
