import { caseKinds } from '../../core/logs/role.ts';
import type { ValueBook } from '../../core/reports/book.ts';
import type { Case } from '../../core/reports/cases.ts';
import { type OpenCases, ofKinds, overdueAmong } from '../../core/reports/open.ts';
import { caseSubject } from '../../core/reports/open-book.ts';
import { keepsAny } from '../../core/reports/roles.ts';
import { actionWords, caseKindWords, deadlineWords, momentWords, placedWords } from '../cases.ts';
import { dateWords, monthWords } from '../dates.ts';
import type { Naming } from '../names.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, text, time } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { bare, value } from '../quantity.ts';
import { rowOf } from '../rows.ts';
import { column, type Telling, table, unkeptPieces } from './telling.ts';

/** What a report tells of what was open at its end. */
export interface OpenTelling extends Naming {
  readonly open: OpenCases;
  readonly book: ValueBook;
  /** The period's id, with which its values begin. */
  readonly report: string;
}

/** What a period's report tells of it. */
export const openOf = ({ report, book, registers, contract }: Telling): OpenTelling => ({
  open: report.improvement.open,
  book,
  registers,
  contract,
  report: report.period.id,
});

/** 2025-03-11，逾期599天: the limit of an open case and how it stands to it. */
function limitPieces({ book, report }: OpenTelling, each: Case): Pieces {
  const { deadline, limit, over } = each;
  const how =
    deadline === 'overdue' && over > 0
      ? say`逾期${value(book, `${caseSubject(report, each)}/over`)}`
      : [text(deadlineWords(each))];
  return limit === null ? how : say`${time(momentWords(limit))}，${how}`;
}

/** Everything open at the end, whenever it was begun, with its age and its limit. */
export function openTable(telling: OpenTelling): Table[] {
  const { open, book, registers, report } = telling;
  return table(
    'open',
    say`截至${time(dateWords(open.day))}未办结的全部事项，逾期在前`,
    [
      column('开始', 6),
      column('种类', 6),
      column('事项', 20),
      column('天数', 3, 'end'),
      column('期限', 8),
      column('办理情况', 13),
    ],
    open.cases.map(
      (each): Row => ({
        cells: [
          [time(each.opened.slice(0, 10), rowOf(each.record))],
          [text(caseKindWords[each.kind])],
          [quote(placedWords(each, telling))],
          [bare(book, `${caseSubject(report, each)}/days`)],
          limitPieces(telling, each),
          [quote(actionWords(each, registers))],
        ],
        ...(each.deadline === 'overdue' ? { look: 'missed' } : {}),
      }),
    ),
  );
}

/** 其中逾期2件，最长的逾期599天; nothing where nothing is past its limit. `subject` says of which cases. */
export function overduePieces({ book }: Pick<OpenTelling, 'book'>, subject: string, cases: readonly Case[]): Pieces {
  const overdue = overdueAmong(cases);
  if (overdue.length === 0) return [];
  const longest = overdue.some(({ over }) => over > 0) ? say`，最长的逾期${value(book, `${subject}/longest`)}` : [];
  return say`，其中逾期${value(book, `${subject}/overdue`)}${longest}`;
}

/** What is open by kind and how much of it is past its limit; that logs are missing is said where they are. */
export function openPieces(telling: OpenTelling): Pieces {
  const { open, book, report } = telling;
  const { cases, day, gaps, kept } = open;
  const unkept = unkeptPieces(kept, caseKinds);
  if (!keepsAny(kept, caseKinds)) return unkept;
  const logs = joined(
    gaps.map(({ month, log }) => say`${time(monthWords(month))}的${quote(log.name)}`),
    '、',
  );
  const missing = gaps.length === 0 ? [] : say`${logs}没有交齐，缺的部分里有没有未办结的事项看不到。`;
  const on = say`截至${time(dateWords(day))}，`;
  if (cases.length === 0) return say`${on}已交付的台账中没有未办结的事项。${missing}${unkept}`;
  const kinds = caseKinds.filter((kind) => ofKinds(cases, [kind]).length > 0);
  const told = joined(
    kinds.map((kind) => say`${text(caseKindWords[kind])}${value(book, `${report}/open.${kind}/open`)}`),
    '、',
  );
  const late = overduePieces(telling, `${report}/open`, cases);
  return say`${on}未办结${value(book, `${report}/open/open`)}：${told}${late}。不论何时提出，办结之前一直列出。${missing}${unkept}`;
}
