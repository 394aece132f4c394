import { basisOf } from '../../core/indicators/basis.ts';
import type { Content } from '../../core/project/project.ts';
import { proofOf } from '../../core/reports/book.ts';
import type { Standing } from '../../core/reports/commitments.ts';
import { overdueAmong } from '../../core/reports/open.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, text } from '../paper/say.ts';
import type { Table } from '../paper/table.ts';
import { value } from '../quantity.ts';
import { verdictWords } from '../verdict.ts';
import { comparedTable, comparisonPieces } from './compared.ts';
import { extentPieces } from './counts.ts';
import { askedPieces, decisionPieces } from './decisions.ts';
import { exceptionTable, mostExceptions } from './exceptions.ts';
import { openItemPieces, openOf, openPieces, openTable } from './open.ts';
import type { Written } from './prose.ts';
import { column, heading, list, note, own, paragraph, part, type Telling, table, thisPeriod } from './telling.ts';

/** So many things are named in an answer of the first sheet. */
const named = 3;

/** Runs with 、 between them, of many the first few. */
const firstOf = (runs: readonly Pieces[], most = named): Pieces => {
  const told = joined(runs.slice(0, most), '、');
  return runs.length > most ? say`${told}等` : told;
};

/** What was missed by the numbers that the plan prints, and what of them nobody can judge. */
function plainMisses(telling: Telling): Pieces {
  const { exceptions, results } = telling.report;
  const missed = exceptions.filter(({ basis }) => basis === 'plan');
  const unknown = results.filter(
    (result) => (result.verdict === 'incomplete' || result.verdict === 'no-data') && basisOf(result) === 'plan',
  );
  const names = missed.map(({ result }): Pieces => [quote(result.indicator.name, proofOf(result))]);
  const told = missed.length === 0 ? say`没有` : say`${own(telling, 'counts/missed.plan')}：${firstOf(names, 8)}`;
  if (unknown.length === 0) return say`${told}。`;
  const others = unknown.map(
    (result): Pieces => say`${quote(result.indicator.name, proofOf(result))}${text(verdictWords(result.verdict))}`,
  );
  return say`${told}；不能判断的有${firstOf(others)}。`;
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
      : [say`连续未达标：${firstOf(long.map((each) => say`${quote(each.result.indicator.name)}${id(each, 'streak')}`))}`]),
    ...(again.length === 0
      ? []
      : [say`同一处再次不合格：${firstOf(again.map((each) => say`${quote(each.result.indicator.name)}${id(each, 'again')}`))}`]),
  ];
  return told.length === 0 ? say`未达标的指标没有连续两期的，也没有同一处再次不合格的。` : say`${joined(told, '；')}。`;
}

/** What is open, and what of it is past its limit, the longest first. */
function overdueItems(telling: Telling): Pieces {
  const open = openOf(telling);
  const overdue = overdueAmong(open.open.cases);
  if (overdue.length === 0) return openPieces(open);
  const items = overdue.map((each) => openItemPieces(each, open));
  return say`逾期${own(telling, 'open/overdue')}：${firstOf(items, 2)}。未办结共${own(telling, 'open/open')}。`;
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

/** The four questions that a reviewer comes with, and the answers of the period. */
const answers = (telling: Telling): Table[] =>
  table(
    'answers',
    '先看四个问题',
    [column('问题', 7), column('回答', 40)],
    [
      { cells: [[text('按方案数值未达标')], plainMisses(telling)] },
      { cells: [[text('重复发生')], repeatedMisses(telling)] },
      { cells: [[text('逾期未办')], overdueItems(telling)] },
      { cells: [say`请${text(telling.contract.words.client)}决定`, askedOf(telling)] },
    ],
    true,
  ).map((each) => ({ ...each, quiet: true, looks: ['report', 'dense'] }));

/** What cannot be judged, by name. */
function unknownPieces(telling: Telling): ReportBlock[] {
  const unknown = telling.report.results.filter(({ verdict }) => verdict === 'incomplete' || verdict === 'no-data');
  if (unknown.length === 0) return [];
  const names = unknown.map((result): Pieces => [quote(result.indicator.name, proofOf(result))]);
  return [note(say`不能判断：${joined(names, '、')}，原因见${text('第三部分', part(telling, 'indicators'))}。`)];
}

/** Misses in the order of their weight; of many the gravest, the others stand in the fourth part. */
function exceptionBlocks(telling: Telling, { explanations }: Written): ReportBlock[] {
  const { exceptions } = telling.report;
  if (exceptions.length === 0) return [paragraph(say`没有未达标的指标。`)];
  const shown = exceptionTable(telling, 'exceptions', { exceptions: exceptions.slice(0, mostExceptions), explanations });
  const rest =
    exceptions.length > mostExceptions ? [note(say`其余未达标的指标见${text('第四部分', part(telling, 'misses'))}。`)] : [];
  return [...shown, ...rest];
}

/** Promises that were not kept, each with the clauses that make it one. */
function breachBlocks(content: Content, breaches: readonly Standing[]): ReportBlock[] {
  const clause = (id: string): Pieces => {
    const found = content.clauses.get(id);
    return [found === undefined ? quote(id) : quote(id, { kind: 'clause', section: found.section, clause: id })];
  };
  const items = breaches.map(
    ({ commitment }) =>
      say`${quote(commitment.text.replace(/。$/u, ''), { kind: 'commitment', id: commitment.id })}（${joined(commitment.clauses.map(clause), '、')}）`,
  );
  return [
    heading(3, 'breaches', '未兑现的承诺'),
    items.length === 0
      ? paragraph(say`没有承诺因方案数值或推得数值未达标；不能核对的承诺不在其中。`)
      : paragraph(say`${firstOf(items, 4)}。`),
  ];
}

/** The first two sheets: how the period was, what was missed and by whose number, what is open, what is asked. Then who signs. */
export function frontSection(telling: Telling, content: Content, written: Written): ReportBlock[] {
  const { report } = telling;
  const extent = extentPieces(telling);
  const [previous] = report.comparisons;
  const open = openOf(telling);
  return [
    heading(2, 'summary', report.period.kind === 'month' ? '本月要点' : '本期要点'),
    ...(extent.length === 0 ? [] : [paragraph(extent)]),
    ...(previous === undefined ? [] : [paragraph(comparisonPieces(telling, previous))]),
    ...answers(telling),
    ...exceptionBlocks(telling, written),
    ...unknownPieces(telling),
    ...comparedTable(telling),
    heading(3, 'open', '未办结的事项'),
    ...(open.open.cases.length === 0 ? [paragraph(openPieces(open))] : openTable(open)),
    ...breachBlocks(content, written.breaches),
    heading(3, 'decisions', '请决定'),
    report.decisions.length === 0
      ? paragraph(say`${text(thisPeriod(report))}没有需要${text(telling.contract.words.client)}决定的事项。`)
      : list(
          report.decisions.map((each) => decisionPieces(telling, each)),
          true,
        ),
  ];
}
