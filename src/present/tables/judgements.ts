import type { Judgement } from '../../core/measures/judgement.ts';
import type { Project } from '../../core/project/project.ts';
import { locationName } from '../names.ts';
import type { NumbersBlock } from '../paper/block.ts';
import { quote, text } from '../paper/say.ts';
import type { Column, Row, Table } from '../paper/table.ts';
import { groupRows, rowPlace } from '../rows.ts';

/** Which judged rows are listed, and whether each says what was done about it. */
export interface JudgementList {
  readonly id: string;
  readonly caption: string;
  readonly judgements: readonly Judgement[];
  readonly corrections: boolean;
}

function judgementRow(project: Project, { record, occurrence, location, reason }: Judgement, corrections: boolean): Row {
  const naming = { registers: project.ledger.registers, contract: project.contract };
  const place = quote(locationName(naming, location));
  const why = quote(reason ?? '—');
  if (record === null) {
    const due = quote(`计划${occurrence?.entry.id ?? ''} ${occurrence?.entry.item ?? ''}`);
    return { cells: [[text('无记录')], [place], [due], [why], ...(corrections ? [[text('—')]] : [])] };
  }
  const { to, label, words, correction } = rowPlace(project, record);
  return { cells: [[quote(label, to)], [place], [quote(words)], [why], ...(corrections ? [[quote(correction)]] : [])] };
}

/** Judged rows with what each says, why it counts as it does and, where asked, what was done about it. */
export function judgementTable(project: Project, { id, caption, judgements, corrections }: JudgementList): Table {
  const columns: Column[] = [
    { label: '记录', align: 'start', weight: 10, look: 'nowrap' },
    { label: project.contract.words.place, align: 'start', weight: 8 },
    { label: '内容', align: 'start', weight: 24 },
    { label: '理由', align: 'start', weight: 14, look: 'words' },
    ...(corrections ? [{ label: '整改', align: 'start', weight: 14, look: 'words' } as const] : []),
  ];
  const rows = judgements.map((each) => judgementRow(project, each, corrections));
  return { kind: 'table', id, caption: [quote(caption)], looks: ['stack'], columns, rows, keepTogether: false };
}

/** Rows that need no words of their own: their line numbers by location and file. */
export const judgementNumbers = (project: Project, judgements: readonly Judgement[]): NumbersBlock => ({
  kind: 'numbers',
  summary: `按${project.contract.words.place}列出${judgements.length}行（数字为台账文件中的行号）`,
  open: judgements.length <= 30,
  groups: groupRows(project, judgements),
});
