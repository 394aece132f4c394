import type { Contract } from '../../core/documents/contract.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import type { Result } from '../../core/indicators/result.ts';
import type { Judgement } from '../../core/measures/judgement.ts';
import { proofOf } from '../../core/reports/book.ts';
import { correctionOf } from '../../core/reports/cases.ts';
import { correctionWords, rowWords } from '../cells.ts';
import { locationName } from '../names.ts';
import { excerpt, quote, say, text, time } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { rowOf } from '../rows.ts';
import { column, table } from './telling.ts';

const countedWords: Readonly<Record<Judgement['counted'], string>> = {
  pass: '计入且合格',
  fail: '不合格、未完成或超限',
  excluded: '不计入',
  unknown: '没有结果',
  'under-way': '进行中',
};

/** Whether a word names one of the ways in which a row counts. */
export const isCounted = (words: string): words is Judgement['counted'] => words in countedWords;

/** What the rows are judged and named by. */
interface Terms {
  readonly assessment: Assessment;
  readonly contract: Contract;
}

/** The rows behind a result that counted in one way; nothing where there are none. */
export function judgedRows(result: Result, counted: Judgement['counted'], { assessment, contract }: Terms): Table[] {
  const { logs, registers } = assessment.ledger;
  const judged = result.parts.flatMap(({ part, judged: period }) =>
    period.months
      .filter((month) => assessment.months.includes(month))
      .flatMap((month) => assessment.judgements(part, month))
      .filter((each) => each.counted === counted && (result.location === null || each.location === result.location)),
  );
  const rows = judged.map(({ record, occurrence, location, reason }): Row => {
    const to = record === null ? undefined : rowOf(record);
    const log = to?.kind === 'row' ? logs.find((each) => each.id === to.log) : undefined;
    const day =
      record === null || log === undefined ? (occurrence?.slot.to ?? '—') : String(record.values[log.date]).slice(0, 10);
    return {
      cells: [
        [time(day, to)],
        [quote(locationName({ registers, contract }, location))],
        [quote(record === null || log === undefined ? String(occurrence?.entry.item ?? '') : rowWords(record, log, registers))],
        [excerpt(reason ?? '—')],
        [quote(record === null || log === undefined ? '—' : correctionWords(correctionOf({ log, record }, registers)))],
      ],
    };
  });
  const caption = say`${quote(result.indicator.name, proofOf(result))}：${text(countedWords[counted])}的记录`;
  return table(
    'rows',
    caption,
    [column('日期', 7), column(contract.words.place, 7), column('内容', 16), column('理由', 14), column('整改', 12)],
    rows,
  );
}
