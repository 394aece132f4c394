import type { Month } from '../../core/calendar/date.ts';
import { monthPeriod } from '../../core/calendar/period.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import type { Result } from '../../core/indicators/result.ts';
import type { Project } from '../../core/project/project.ts';
import type { Destination } from '../../core/reports/destination.ts';
import type { Amended, Amendment, SealedEdit, SealedResultChange } from '../../core/seals/seal.ts';
import { fieldWords, plainWords } from '../changes/fields.ts';
import type { Block } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, say, text } from '../paper/say.ts';
import type { Column, Row, Table } from '../paper/table.ts';
import { heading, paragraph } from '../paper/tell.ts';
import { amendmentWords, sealedResultWords } from '../seal.ts';

const columns: readonly Column[] = [
  { label: '所在', align: 'start', weight: 12 },
  { label: '项目', align: 'start', weight: 12 },
  { label: '修订前', align: 'start', weight: 12 },
  { label: '修订后', align: 'start', weight: 12 },
];

/** Where an edit stands on this site; nothing for what has no page of its own. */
function placeOf({ kind, file, line }: SealedEdit): Destination | undefined {
  const [, month, log] = /^data\/(\d{4}-\d{2})\/(.+)\.csv$/u.exec(file) ?? [];
  if (kind !== 'row' || line === null || month === undefined || log === undefined || log === 'delivery') return undefined;
  return { kind: 'row', month, log, line };
}

const wholeWords: Readonly<Record<SealedEdit['change'], readonly [before: string, after: string]>> = {
  added: ['没有', '新增'],
  removed: ['有', '删去'],
  changed: ['另有内容，原文不在版本库里', '见现在的内容'],
};

function editRows(edit: SealedEdit): Row[] {
  const { file, line, change, fields, known } = edit;
  const name = edit.name.replaceAll('|', ' ');
  const place: Pieces = [quote(line === null ? file : `${file} 第${line}行`, placeOf(edit))];
  if (fields.length === 0) {
    const [before, after] = wholeWords[change];
    return [{ cells: [place, [quote(name)], [text(before)], [text(after)]] }];
  }
  return fields.map(({ field, before, after }) => ({
    cells: [
      place,
      [quote(`${name} ${fieldWords(field)}`.trim())],
      [quote(known ? plainWords(before) : wholeWords.changed[0])],
      [quote(plainWords(after))],
    ],
  }));
}

function resultRow({ indicator, before, after }: SealedResultChange, month: string, now: Result | null): Row {
  const to: Destination = { kind: 'evidence', month, indicator };
  const words = (result: typeof before): Pieces => [quote(result === null ? '没有' : sealedResultWords(result, now))];
  return {
    cells: [
      [text('结论')],
      [quote(now?.indicator.name ?? indicator, now === null ? undefined : to)],
      words(before),
      words(after),
    ],
  };
}

function rowsOf(change: Amended, month: string, assessment: Assessment): Row[] {
  if (change.kind !== 'result') return editRows(change);
  const indicator = assessment.all.find(({ id }) => id === change.indicator);
  return [resultRow(change, month, indicator === undefined ? null : assessment.result(indicator, monthPeriod(month)))];
}

/** What an amendment changed, results first: each with what stood there before and what stands there since. */
export function amendmentTable(amendment: Amendment, assessment: Assessment, changes = amendment.changes): Table {
  const { month, number } = amendment;
  const [results, edits] = [changes.filter(({ kind }) => kind === 'result'), changes.filter(({ kind }) => kind !== 'result')];
  return {
    kind: 'table',
    id: `amendment-${month}-${number}`,
    caption: [quote(`${amendmentWords(amendment)}：修订前与修订后`)],
    looks: ['stack'],
    columns,
    rows: [...results, ...edits].flatMap((change) => rowsOf(change, month, assessment)),
    keepTogether: false,
  };
}

/** Rows of a file that were amended after its month was sealed, each cell with what stood there before. */
export function amendedRows({ seals, assessment }: Project, file: string, month: Month): Block[] {
  const amendments = seals.get(month)?.amendments ?? [];
  return amendments.flatMap((amendment): Block[] => {
    const changes = amendment.changes.filter((each) => each.kind === 'row' && each.file === file);
    if (changes.length === 0) return [];
    const reason = paragraph(say`${quote(amendmentWords(amendment))}的理由：${quote(amendment.reason)}`);
    return [heading('签发后修订的行'), reason, amendmentTable(amendment, assessment, changes)];
  });
}
