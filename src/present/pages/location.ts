import type { LocationEntry } from '../../core/registers/location.ts';
import { rowsAt } from '../../core/reports/rows-at.ts';
import { cellWords } from '../cells.ts';
import { dateWords, monthWords } from '../dates.ts';
import { beside, serviceName } from '../names.ts';
import type { Block, Fact } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { joined, quote, say, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, list, note, pager, paragraph } from '../paper/tell.ts';
import { resultsSentence } from '../standing.ts';
import { resultTable } from '../tables/results.ts';
import type { Inputs } from './inputs.ts';
import { locationPiece, type Standing, standingOf } from './locations.ts';
import type { PageType } from './page-type.ts';

/** What the verdicts are of, where the location is not served any more. */
function pastNote({ project }: Inputs, { location, report }: Standing): Block[] {
  const { place } = project.contract.words;
  if (report.served || report.month === null) return [];
  const ended = location.to === null ? '本月不在服务期' : `已于${dateWords(location.to)}停止服务`;
  return [note([quote(`这个${place}${ended}，以下是最后一个服务月的结论。`)])];
}

function locationFacts(location: LocationEntry): Fact[] {
  const { id, name, kind, outer, from, to } = location;
  const lies = [...outer.map((each) => each.name), name].join(' › ');
  const facts = [
    ...(outer.length === 0 ? [] : [['位于', lies] as const]),
    ['编号', id] as const,
    ['类型', kind] as const,
    ['服务期', `${dateWords(from)}起${to === null ? '' : `，至${dateWords(to)}止`}`] as const,
  ];
  return facts.map(([label, words]) => ({ label, value: [quote(words)] }));
}

/** The locations that lie in it, each with a page of its own. */
function insideBlocks({ project }: Inputs, { inside }: LocationEntry): Block[] {
  const { place } = project.contract.words;
  if (inside.length === 0) return [];
  return [
    heading(`其中的${place}`, { count: `${inside.length}个` }),
    list(
      inside.map((each) => [locationPiece(each)]),
      'plain',
    ),
    paragraph(`每一行记录只计入所写的那一个${place}：本页的结论不含其中各${place}的记录，它们各有一页。`),
  ];
}

/** The latest verdicts at the location, and what there was nothing to judge of. */
function verdictBlocks({ project }: Inputs, { location, report }: Standing): Block[] {
  const { place } = project.contract.words;
  const { month, results, untouched } = report;
  if (month === null) return [];
  const rule = text(`按合同的同一目标衡量，用来找问题出在哪里；合同的结论以全部${place}合计为准。点指标名可见逐行依据。`);
  const history = text('逐月的结论', { kind: 'location-verdicts', location: location.id });
  const caption = `${beside(location.name, monthWords(month))}的指标结论，未达标在前`;
  const names = untouched.map(({ id, name, service }) => [
    quote(`${serviceName(project.ledger.registers, service)}的${name}`, { kind: 'indicator', indicator: id }),
  ]);
  return [
    heading(`各项指标（${monthWords(month)}）`),
    paragraph([rule, history]),
    results.length === 0
      ? paragraph(`本月没有涉及这个${place}的记录。`)
      : resultTable(project, { id: 'results', caption, results, month, months: [] }),
    ...(names.length === 0 ? [] : [paragraph(say`${text(`本月在这个${place}没有应计情况的指标：`)}${joined(names, '、')}。`)]),
  ];
}

/** How many rows of each log were written at the location, in the month shown and in all. */
function rowBlocks({ project }: Inputs, { location, report }: Standing): Block[] {
  const { month } = report;
  if (month === null) return [];
  const own = rowsAt(project.ledger, location.id, month);
  const title = heading('台账记录', { id: 'rows' });
  if (own.length === 0) return [title, paragraph('没有写明这里的记录。')];
  const sum = (of: 'month' | 'all') => String(own.reduce((total, each) => total + each[of], 0));
  const nameOf = (id: string) => project.ledger.logs.find((log) => log.id === id)?.name ?? id;
  const table: Table = {
    kind: 'table',
    id: 'rows',
    caption: [quote(`${location.name}的台账记录行数`)],
    quiet: true,
    looks: [],
    columns: [
      { label: '台账', align: 'start', weight: 12 },
      { label: monthWords(month), align: 'end', weight: 6 },
      { label: `截至${monthWords(month)}`, align: 'end', weight: 6 },
    ],
    rows: [
      ...own.map(({ log, month: now, all }): Row => {
        const name = quote(nameOf(log), now === 0 ? undefined : { kind: 'log', month, log });
        return { cells: [[name], [quote(String(now))], [quote(String(all))]] };
      }),
      { look: 'total', cells: [[text('合计')], [quote(sum('month'))], [quote(sum('all'))]] },
    ],
    keepTogether: false,
  };
  return [title, paragraph('直接写明这里，或按名录属于这里的每一行都计入。'), table];
}

/** What the contract's own registers list at the location. */
function holdingBlocks({ project }: Inputs, { name, holdings }: LocationEntry): Block[] {
  const { registers } = project.ledger;
  return holdings.flatMap(({ register, entries }): Block[] => {
    const head = heading(register.name, { id: register.id });
    if (entries.length === 0) return [head, paragraph(`名录中没有${register.name}。`)];
    // The page itself says where; the order is that of the rows.
    const columns = Object.entries(register.columns).filter(
      ([field, column]) => field !== 'order' && !(column.type === 'reference' && column.register === 'locations'),
    );
    const table: Table = {
      kind: 'table',
      id: `holdings-${register.id}`,
      caption: [quote(`${name}的${register.name}`)],
      quiet: true,
      looks: ['stack'],
      columns: columns.map(([, column]) => ({ label: column.name, align: 'start', weight: 8 })),
      rows: entries.map((values) => ({
        cells: columns.map(([field, column]) => [quote(cellWords(values[field] ?? null, column, registers))]),
      })),
      keepTogether: false,
    };
    return [head, table];
  });
}

function locationPaper(inputs: Inputs, { id }: { readonly id: string }): Paper {
  const { project, latest, locations } = inputs;
  const { place } = project.contract.words;
  const at = locations.findIndex((each) => each.id === id);
  const location = locations[at];
  if (location === undefined) throw new TypeError(`no location ${id}`);
  const standing = standingOf(inputs, location);
  const { month, served, results } = standing.report;
  const when = month === null ? '' : `${monthWords(month)}${served ? '' : '（最后一个服务月）'}，`;
  const kept = [...location.holdings.map(({ register }) => register.name), '各项指标的结论'];
  return {
    title: location.name,
    kind: 'place',
    description: `${location.name}的${kept.join('、')}。`,
    lead: month === null ? '还没有开始服务，没有结论。' : `${when}${resultsSentence(results)}`,
    month: month ?? latest,
    breadcrumbs: [
      { label: place, to: { kind: 'index', of: 'locations' } },
      ...location.outer.map((each) => ({ label: each.name, to: { kind: 'location', location: each.id } }) as const),
    ],
    blocks: [
      ...pastNote(inputs, standing),
      { kind: 'facts', items: locationFacts(location) },
      ...insideBlocks(inputs, location),
      ...verdictBlocks(inputs, standing),
      ...rowBlocks(inputs, standing),
      ...holdingBlocks(inputs, location),
      pager(locations, at, ({ name, id: other }) => ({ label: name, to: { kind: 'location', location: other } })),
    ],
  };
}

/** One page for each location: how it stands and what is there. */
export const locationPage: PageType<{ readonly id: string }> = {
  keys: ({ locations }) => locations.map(({ id }) => ({ id })),
  params: ({ id }) => ({ id }),
  reads: null,
  paper: locationPaper,
};
