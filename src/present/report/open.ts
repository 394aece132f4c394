import { caseKinds } from '../../core/logs/role.ts';
import type { ValueBook } from '../../core/reports/book.ts';
import type { Case } from '../../core/reports/cases.ts';
import { type OpenCases, ofKinds, overdueAmong } from '../../core/reports/open.ts';
import { caseSubject } from '../../core/reports/open-book.ts';
import { keepsAny } from '../../core/reports/roles.ts';
import { actionWords, caseKindWords, limitWords, openedWord, overWords, placedWords, responsibleWords } from '../cases.ts';
import { dateWords, monthWords } from '../dates.ts';
import type { Naming } from '../names.ts';
import type { Piece, Pieces } from '../paper/piece.ts';
import { joined, quote, say, text, time } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { value } from '../quantity.ts';
import { rowOf } from '../rows.ts';
import { column, type Telling, table, unkeptPieces } from './telling.ts';

/** What the numbers of open items are told from. */
interface ItemTelling extends Naming {
  readonly book: ValueBook;
  /** The period's id, with which its values begin. */
  readonly report: string;
}

/** What a report tells of what was open at its end. */
export interface OpenTelling extends ItemTelling {
  readonly open: OpenCases;
}

/** What a period's report tells of it. */
export const openOf = ({ report, book, registers, contract }: Telling): OpenTelling => ({
  open: report.improvement.open,
  book,
  registers,
  contract,
  report: report.period.id,
});

/** How far an open case is past its limit. */
const overPiece = ({ book, report }: ItemTelling, each: Case): Piece =>
  each.over > 0 ? value(book, `${caseSubject(report, each)}/over`) : text(overWords(each));

/** 服务请求“兴隆台支行：用电，屋面漏雨，请做防水”（2026年9月16日收到，已14天）: one open item in a sentence, leading to its row. */
export function openItemPieces(each: Case, telling: ItemTelling): Pieces {
  const matter = quote(placedWords(each, telling), rowOf(each.record));
  const days = value(telling.book, `${caseSubject(telling.report, each)}/days`);
  const late = each.over > 0 ? say`，逾期${overPiece(telling, each)}` : [];
  const opened = say`${time(dateWords(each.opened))}${text(openedWord(each.kind))}`;
  return say`${text(caseKindWords[each.kind])}“${matter}”（${opened}，已${days}${late}）`;
}

/** What is open, behind its kind, and what was done about it: in a column of its own the kind would leave the words no room. */
function matterPieces(telling: OpenTelling, each: Case): Pieces {
  const action = actionWords(each, telling.registers);
  const matter = say`${text(caseKindWords[each.kind])}：${quote(placedWords(each, telling))}`;
  return [...matter, ...(action === '—' ? [] : say`；${quote(action)}`)];
}

/** Everything open at the end, whenever it was begun, with its age, its limit and the post that is to act. */
export function openTable(telling: OpenTelling): Table[] {
  const { open, book, registers, report } = telling;
  const { cases, day } = open;
  return table(
    'open',
    say`截至${time(dateWords(day))}未办结的全部事项，逾期在前`,
    [
      column('起始', 6),
      column('事项与办理情况', 24),
      column('已过', 4, 'end'),
      column('时限', 6),
      column('逾期', 4, 'end'),
      column('责任岗位', 6),
    ],
    cases.map(
      (each): Row => ({
        cells: [
          [time(each.opened.slice(0, 10), rowOf(each.record))],
          matterPieces(telling, each),
          [value(book, `${caseSubject(report, each)}/days`)],
          [each.limit === null ? text(limitWords(each)) : time(limitWords(each))],
          [overPiece(telling, each)],
          [quote(responsibleWords(each, registers))],
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
