import { locationOf } from '../../core/measures/judgement.ts';
import type { FeedbackCount } from '../../core/reports/feedback.ts';
import { reachedBy } from '../../core/reports/log-row.ts';
import { momentWords } from '../cases.ts';
import { cellWords } from '../cells.ts';
import { locationName } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { excerpt, joined, quote, say, text, time } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { rowOf } from '../rows.ts';
import { resultTable } from './indicators.ts';
import { column, heading, names, own, ownBare, paragraph, type Telling, table, thisPeriod, unkeptPieces } from './telling.ts';

/** Entries one by one: what was said and what was answered. */
function entryTable(telling: Telling, { kind, word, rows }: FeedbackCount): Table[] {
  const { registers, report, contract } = telling;
  const { day } = report.improvement.open;
  return table(
    `feedback-${kind}`,
    `客户的${word}`,
    [
      column('收到', 8),
      column('服务', 4),
      column(contract.words.place, 7),
      column('内容', 16),
      column('答复与处理', 14),
      column('办结', 8),
      column('回访', 5),
    ],
    rows.map(({ log, record, role }): Row => {
      const [answered, closed] = [reachedBy(record, role.answered, day), reachedBy(record, role.closed, day)];
      const action = record.values[role.action ?? ''] ?? null;
      const answer = action === null ? (answered === null ? '尚未答复' : '已答复') : String(action);
      const words = (field: string | undefined): string => {
        const column_ = log.columns[field ?? ''];
        return column_ === undefined ? '—' : cellWords(record.values[field ?? ''] ?? null, column_, registers);
      };
      return {
        cells: [
          [time(words(role.received), rowOf(record))],
          [quote(words(role.service))],
          [quote(locationName(telling, locationOf(record, log, registers)))],
          [excerpt(words(role.summary))],
          [excerpt(answer)],
          [closed === null ? text('未办结') : time(momentWords(closed))],
          [excerpt(words(role.afterwards))],
        ],
        ...(closed === null && kind === 'complaint' ? { look: 'missed' } : {}),
      };
    }),
  );
}

function countTable(telling: Telling): Table[] {
  const id = (kind: string, field: string): Pieces => [ownBare(telling, `feedback.${kind}/${field}`)];
  return table(
    'feedback-counts',
    '客户反馈的件数与办理',
    [
      column('类别', 6),
      column('收到', 6, 'end'),
      column('已答复', 6, 'end'),
      column('已办结', 6, 'end'),
      column('回访满意', 6, 'end'),
      column('回访不满意', 6, 'end'),
    ],
    telling.report.feedback.counts.map(({ kind, word }) => ({
      cells: [[text(word)], ...['received', 'answered', 'closed', 'satisfied', 'dissatisfied'].map((field) => id(kind, field))],
    })),
    true,
  );
}

/** What is missing of the log, and therefore of this section. */
function gapPieces({ report: { feedback, period } }: Telling): Pieces {
  if (feedback.gaps.length === 0) return [];
  const months = feedback.gaps.map(({ month }) => month).join('、');
  return say`客户反馈台账${period.kind === 'month' ? [] : say`（${time(months)}）`}没有交齐，以下只是已交的部分，实际可能更多。`;
}

/** 五、客户反馈与满意度. */
export function feedbackSection(telling: Telling): ReportBlock[] {
  const { feedback, period } = telling.report;
  const received = feedback.counts.filter((each) => each.received > 0);
  const told = joined(
    received.map(({ kind, word }) => say`${text(word)}${own(telling, `feedback.${kind}/received`)}`),
    '、',
  );
  const { kept } = telling.report.improvement.open;
  const sentence = !kept.has('opinion')
    ? unkeptPieces(kept, ['opinion'])
    : !feedback.known
      ? say`客户反馈台账没有交付，${text(thisPeriod(telling.report))}有没有表扬、投诉和建议，不能判断。`
      : received.length === 0
        ? say`${text(thisPeriod(telling.report))}没有收到客户反馈。`
        : say`${text(thisPeriod(telling.report))}收到客户反馈${own(telling, 'feedback/received')}：${told}。`;
  const listed = feedback.counts.filter(({ kind }) => kind === 'complaint' || (period.kind === 'month' && kind !== 'enquiry'));
  const empty = listed.filter((each) => each.received === 0).map(({ word }) => word);
  return [
    heading(2, 'feedback', '五、客户反馈与满意度'),
    paragraph([...gapPieces(telling), ...sentence]),
    ...(feedback.known && received.length > 0 ? countTable(telling) : []),
    ...(feedback.known ? listed.flatMap((each) => entryTable(telling, each)) : []),
    ...(feedback.known && received.length > 0 && empty.length > 0 ? [paragraph(say`没有收到${names(empty)}。`)] : []),
    ...(kept.has('survey') ? [] : [paragraph(unkeptPieces(kept, ['survey']))]),
    ...(feedback.satisfaction.length === 0
      ? []
      : resultTable(telling, 'satisfaction', '问卷调查的满意度', feedback.satisfaction)),
  ];
}
