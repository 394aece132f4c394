import { basisOf } from '../../core/indicators/basis.ts';
import type { Result } from '../../core/indicators/result.ts';
import type { Content } from '../../core/project/project.ts';
import type { Registers } from '../../core/registers/registers.ts';
import { proofOf } from '../../core/reports/book.ts';
import type { Standing } from '../../core/reports/commitments.ts';
import { overdueAmong } from '../../core/reports/open.ts';
import { serviceShort } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, text } from '../paper/say.ts';
import type { Table } from '../paper/table.ts';
import { value } from '../quantity.ts';
import { verdictWords } from '../verdict.ts';
import { comparedTable, comparisonPieces } from './compared.ts';
import { extentPieces } from './counts.ts';
import { askedPieces } from './decisions.ts';
import { gravestTable } from './exceptions.ts';
import { openItemPieces, openOf, openPieces } from './open.ts';
import type { Written } from './prose.ts';
import { column, heading, own, paragraph, part, type Telling, table } from './telling.ts';

/** So many things are named in an answer of the first sheet. */
const named = 3;

/** So many characters of a promise are read before its clause. */
const excerpted = 18;

/** Runs with 、 between them, of many the first few. */
const firstOf = (runs: readonly Pieces[], most = named): Pieces => {
  const told = joined(runs.slice(0, most), '、');
  return runs.length > most ? say`${told}等` : told;
};

/** 绿植病虫害发生率: an indicator behind its service, because several services have one of the same name. */
const namePieces = (registers: Registers, result: Result): Pieces => [
  quote(`${serviceShort(registers, result.indicator.service)} ${result.indicator.name}`, proofOf(result)),
];

/** What was missed by the numbers that the plan prints. */
function plainMisses(telling: Telling): Pieces {
  const { exceptions } = telling.report;
  const missed = exceptions.filter(({ basis }) => basis === 'plan');
  const names = missed.map(({ result }) => namePieces(telling.registers, result));
  const told = missed.length === 0 ? say`没有` : say`${own(telling, 'counts/missed.plan')}：${firstOf(names, 8)}`;
  const further = telling.report.supplementary.filter((result) => result.verdict === 'missed' && basisOf(result) === 'plan');
  if (further.length === 0) return say`${told}。`;
  const others = further.map((result) => namePieces(telling.registers, result));
  return say`${told}；补充指标另有${firstOf(others, 8)}。`;
}

/** What is missed again, and where the same place failed again. */
function repeatedMisses(telling: Telling): Pieces {
  const { exceptions, period } = telling.report;
  const id = (exception: (typeof exceptions)[number], field: string) =>
    value(telling.book, `${period.id}/${exception.result.indicator.id}/${field}`);
  const long = exceptions.filter(({ streak }) => streak > 1).sort((a, b) => b.streak - a.streak);
  const again = exceptions.filter(({ repeats }) => repeats.length > 0).sort((a, b) => b.repeats.length - a.repeats.length);
  const told = [
    ...(long.length === 0
      ? []
      : [
          say`连续未达标：${firstOf(long.map((each) => say`${namePieces(telling.registers, each.result)}${id(each, 'streak')}`))}`,
        ]),
    ...(again.length === 0
      ? []
      : [
          say`同一处再次不合格：${firstOf(again.map((each) => say`${namePieces(telling.registers, each.result)}${id(each, 'again')}`))}`,
        ]),
  ];
  return told.length === 0 ? say`未达标的指标没有连续两期的，也没有同一处再次不合格的。` : say`${joined(told, '；')}。`;
}

/** What is past its limit, the longest first. */
function overdueItems(telling: Telling): Pieces {
  const open = openOf(telling);
  const overdue = overdueAmong(open.open.cases);
  if (overdue.length === 0) return openPieces(open);
  return say`${own(telling, 'open/overdue')}：${firstOf(
    overdue.map((each) => openItemPieces(each, open)),
    2,
  )}。`;
}

/** What else is open, the oldest first. */
function openItems(telling: Telling): Pieces {
  const open = openOf(telling);
  const others = open.open.cases.filter(({ deadline }) => deadline !== 'overdue').sort((a, b) => b.days - a.days);
  const items = others.map((each) => openItemPieces(each, open));
  const told = items.length === 0 ? [] : say`：${firstOf(items, 2)}`;
  return say`共${own(telling, 'open/open')}，${text('清单见第四部分', part(telling, 'open'))}${told}。`;
}

/** What the reviewer is asked to decide now, and what the plan has been waiting for. */
function askedOf(telling: Telling): Pieces {
  const { decisions } = telling.report;
  const asked = decisions.map((each) => askedPieces(telling, each));
  const owed = owedPieces(telling);
  if (asked.length + owed.length === 0) return say`没有需要${text(telling.contract.words.client)}决定的事项。`;
  return say`${joined([...asked, ...(owed.length === 0 ? [] : [owed])], '；')}。`;
}

/** What of the plan the client has still to say: differences to decide and values to name. */
function owedPieces(telling: Telling): Pieces {
  const id = (field: string) =>
    telling.book.get(`${telling.report.period.id}/owed/${field}`) === null ? null : own(telling, `owed/${field}`);
  const [decisions, values] = [id('decisions'), id('values')];
  const told = [...(decisions === null ? [] : [say`差异${decisions}`]), ...(values === null ? [] : [say`待补充的值${values}`])];
  return told.length === 0
    ? []
    : say`方案自合同开始起待定的${joined(told, '、')}（${text('待补充与差异', { kind: 'index', of: 'open' })}）`;
}

/** What a reviewer asks first, and the answers of the period. */
function answers(telling: Telling, content: Content, breaches: readonly Standing[]): Table[] {
  const { report } = telling;
  const [previous] = report.comparisons;
  const unknown = unknownNames(telling);
  const rows: readonly (readonly [Pieces, Pieces])[] = [
    [[text('按方案数值未达标')], plainMisses(telling)],
    ...(unknown.length === 0 ? [] : [[[text('不能判断')], unknown] as const]),
    [[text('与前期相比')], previous === undefined ? say`没有月数相同的前期可比。` : comparisonPieces(telling, previous)],
    [[text('重复发生')], repeatedMisses(telling)],
    [[text('逾期未办')], overdueItems(telling)],
    ...(report.improvement.open.cases.length === 0 ? [] : [[[text('未办结')], openItems(telling)] as const]),
    ...(breaches.length === 0 ? [] : [[[text('未兑现的承诺')], breachPieces(content, breaches)] as const]),
    [say`请${text(telling.contract.words.client)}决定`, askedOf(telling)],
  ];
  return table(
    'answers',
    '先看这些',
    [column('问题', 7), column('回答', 46)],
    rows.map((cells) => ({ cells })),
    true,
  ).map((each) => ({ ...each, quiet: true, looks: ['report', 'dense'] }));
}

/** What cannot be judged, by service and name, and of which nothing was handed in at all; nothing where all can be judged. */
function unknownNames({ report, registers }: Telling): Pieces {
  const unknown = report.results.filter(({ verdict }) => verdict === 'incomplete' || verdict === 'no-data');
  const names = unknown.map((result): Pieces => {
    const name = namePieces(registers, result);
    return result.verdict === 'no-data' ? say`${name}（${text(verdictWords(result.verdict))}）` : name;
  });
  return names.length === 0 ? [] : say`${joined(names, '、')}。`;
}

/** Misses in the order of their weight; of many the gravest, the others stand in the fourth part. */
function exceptionBlocks(telling: Telling, { explanations }: Written): ReportBlock[] {
  const shown = gravestTable(telling, explanations);
  return shown.length === 0 ? [paragraph(say`没有未达标的指标。`)] : shown;
}

/** Promises that were not kept, each with the clauses that make it one. */
function breachPieces({ clauses }: Content, breaches: readonly Standing[]): Pieces {
  const clause = (id: string): Pieces => {
    const found = clauses.get(id);
    return [found === undefined ? quote(id) : quote(id, { kind: 'clause', section: found.section, clause: id })];
  };
  const items = breaches.map(({ commitment }) => {
    const words = commitment.text.slice(0, excerpted).replace(/。$/u, '');
    const rest = commitment.text.length > excerpted ? '…' : '';
    return say`${quote(`${words}${rest}`, { kind: 'commitment', id: commitment.id })}（${joined(commitment.clauses.map(clause), '、')}）`;
  });
  return say`${firstOf(items)}，见${text('服务承诺', { kind: 'index', of: 'commitments' })}。`;
}

/** The first two sheets: how the period was, what was missed and by whose number, what is open, what is asked. Then who signs. */
export function frontSection(telling: Telling, content: Content, written: Written): ReportBlock[] {
  const { report } = telling;
  const extent = extentPieces(telling);
  return [
    heading(2, 'summary', report.period.kind === 'month' ? '本月要点' : '本期要点'),
    ...(extent.length === 0 ? [] : [paragraph(extent)]),
    ...answers(telling, content, written.breaches),
    ...exceptionBlocks(telling, written),
    ...comparedTable(telling),
  ];
}
