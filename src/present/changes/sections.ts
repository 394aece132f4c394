import type { Change, ChangeKind, Edit, FieldChange, ResultChange } from '../../core/changes/change.ts';
import { changeKinds } from '../../core/changes/change.ts';
import type { Column } from '../../core/csv/column.ts';
import type { Definitions } from '../../core/definitions/definitions.ts';
import { basisOf, missedBy } from '../../core/indicators/basis.ts';
import type { Result } from '../../core/indicators/result.ts';
import { deliveryColumns } from '../../core/ledger/delivery.ts';
import { urgency } from '../../core/reports/verdicts.ts';
import { inBrackets, missedCell } from '../basis.ts';
import { monthWords } from '../dates.ts';
import { resultCells } from '../parts.ts';
import { verdictWords } from '../verdict.ts';
import { contrastWords, fieldWords, shortWords } from './fields.ts';
import { changeWords, collectionWords, kindWords } from './words.ts';

/** What is printed of one change, or of many alike. */
export interface ChangeItem {
  readonly subject: string;
  readonly details: readonly string[];
  /** Why a result differs; null for an edit. */
  readonly because: string | null;
  /** The file whose commits give the reason of an edit. */
  readonly file: string | null;
  /** The change itself, for linking; null for a summary of many. */
  readonly change: Change | null;
}

export interface ChangeSection {
  readonly kind: ChangeKind;
  readonly title: string;
  /** How many changes the items stand for. */
  readonly count: number;
  readonly items: readonly ChangeItem[];
}

/** Rows added to one log in one month beyond which they are counted instead of listed. */
const listedRows = 3;

const nameOf = (tables: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  tables.find((each) => each.id === id)?.name ?? id;

/** Where a row or entry stands, so that its cells can be named. */
function columnsOf(edit: Edit, { logs, registers }: Definitions): Readonly<Record<string, Column>> {
  switch (edit.kind) {
    case 'row':
      return logs.find(({ id }) => id === edit.log)?.columns ?? {};
    case 'entry':
      return registers.find(({ id }) => id === edit.register)?.columns ?? {};
    case 'delivery':
      return deliveryColumns;
    case 'target':
    case 'indicator':
    case 'clause':
    case 'document':
    case 'blank':
    case 'contradiction':
      return {};
  }
}

function subjectOf(edit: Edit, { logs, registers }: Definitions): string {
  const line = edit.line === null ? '' : `（第${edit.line}行）`;
  switch (edit.kind) {
    case 'target':
      return `${edit.name}，自${edit.from}起的目标`;
    case 'indicator':
    case 'clause':
    case 'blank':
    case 'contradiction':
      return edit.name;
    case 'document':
      return `${collectionWords[edit.collection] ?? edit.collection}：${edit.name}`;
    case 'entry':
      return `${nameOf(registers, edit.register)} ${edit.name}${line}`;
    case 'delivery':
      return `${monthWords(edit.month)} ${nameOf(logs, edit.log)}`;
    case 'row':
      return `${monthWords(edit.month)} ${nameOf(logs, edit.log)} ${edit.name.replaceAll('|', ' · ')}${line}`;
  }
}

function detailsOf(edit: Edit, definitions: Definitions): string[] {
  const columns = columnsOf(edit, definitions);
  const words = ({ field }: FieldChange) => columns[field]?.name ?? fieldWords(field);
  const isTable = Object.keys(columns).length > 0;
  if (edit.change === 'changed') return edit.fields.map((each) => `${words(each)}：${contrastWords(each.before, each.after)}`);
  if (!isTable && edit.kind !== 'target') return [];
  return edit.fields.map((each) => `${words(each)}：${shortWords(each.after ?? each.before)}`);
}

const itemOf = (edit: Edit, definitions: Definitions): ChangeItem => ({
  subject: `${changeWords[edit.change]} ${subjectOf(edit, definitions)}`,
  details: detailsOf(edit, definitions),
  because: null,
  file: edit.file,
  change: edit,
});

/** Rows: those added to one log in one month are counted when they are many; what was changed or removed is always listed. */
function rowItems(rows: readonly Extract<Edit, { kind: 'row' }>[], definitions: Definitions): ChangeItem[] {
  const groups = new Map<string, Extract<Edit, { kind: 'row' }>[]>();
  for (const row of rows) groups.set(row.file, [...(groups.get(row.file) ?? []), row]);
  return [...groups.values()].flatMap((group) => {
    const added = group.filter(({ change }) => change === 'added');
    const [first] = added;
    if (first === undefined || added.length <= listedRows) return group.map((each) => itemOf(each, definitions));
    const subject = `新增 ${monthWords(first.month)} ${nameOf(definitions.logs, first.log)} ${added.length}行`;
    const summary: ChangeItem = { subject, details: [], because: null, file: first.file, change: null };
    return [summary, ...group.filter(({ change }) => change !== 'added').map((each) => itemOf(each, definitions))];
  });
}

/** 达标（推得） 98.7%（312/316）. */
export function stateWords(result: Result | null): string {
  if (result === null) return '尚无';
  const { value, cases } = resultCells(result);
  return `${verdictWords(result.verdict)}${inBrackets(basisOf(result))}${value === '—' ? '' : ` ${value}`}${cases === '—' ? '' : `（${cases}）`}`;
}

/** 目标（自2026-01-01起）；2026年9月 巡查 第12、18行: the causes of a result, rows of one log together. */
export function causeWords(causes: readonly string[], edits: ReadonlyMap<string, Change>, definitions: Definitions): string {
  const told = new Map<string, number[]>();
  for (const id of causes) {
    const edit = edits.get(id);
    if (edit === undefined || edit.kind === 'result') continue;
    const [words, line] = causeOf(edit, definitions);
    told.set(words, [...(told.get(words) ?? []), ...(line === null ? [] : [line])]);
  }
  const lines = (all: readonly number[]) => {
    if (all.length === 0) return '';
    return all.length > 5 ? ` ${all.length}行` : ` 第${[...all].sort((a, b) => a - b).join('、')}行`;
  };
  return [...told].map(([words, all]) => `${words}${lines(all)}`).join('；');
}

function causeOf(edit: Exclude<Change, ResultChange>, { logs, registers }: Definitions): [string, number | null] {
  switch (edit.kind) {
    case 'target':
      return [`目标（自${edit.from}起）${changeWords[edit.change]}`, null];
    case 'indicator':
      return [`指标定义${changeWords[edit.change]}`, null];
    case 'row':
      return [`${monthWords(edit.month)} ${nameOf(logs, edit.log)}${changeWords[edit.change]}`, edit.line ?? 0];
    case 'delivery':
      return [`${monthWords(edit.month)} ${nameOf(logs, edit.log)}的交付清单${changeWords[edit.change]}`, null];
    case 'entry':
      return [`${nameOf(registers, edit.register)}名录 ${edit.name} ${changeWords[edit.change]}`, null];
    case 'unreadable':
      return [`${edit.file} 不能读取`, null];
    case 'clause':
    case 'document':
    case 'blank':
    case 'contradiction':
      return [edit.name, null];
  }
}

/** Results: new months' results that call for nothing are counted by month, all others listed with what they follow from. */
function resultItems(
  results: readonly ResultChange[],
  edits: ReadonlyMap<string, Change>,
  definitions: Definitions,
): ChangeItem[] {
  const quiet = ({ before, after }: ResultChange) =>
    before === null && after !== null && (after.verdict === 'met' || after.verdict === 'not-applicable');
  const months = [...new Set(results.map(({ month }) => month))];
  return months.flatMap((month): ChangeItem[] => {
    const own = results.filter((each) => each.month === month);
    const counted = urgency.flatMap((verdict) => {
      const count = own.filter((each) => quiet(each) && each.after?.verdict === verdict).length;
      return count === 0 ? [] : [`${verdictWords(verdict)}${count}项`];
    });
    const plain = { details: [], because: null, file: null, change: null };
    const summary = counted.length === 0 ? [] : [{ ...plain, subject: `${monthWords(month)} 新有结论：${counted.join('，')}` }];
    const listed = own
      .filter((each) => !quiet(each))
      .map((each) => ({
        subject: `${monthWords(month)} ${(each.after ?? each.before)?.indicator.name ?? ''}`,
        details: [`${stateWords(each.before)} → ${each.after === null ? '不再评价' : stateWords(each.after)}`],
        because: causeWords(each.causes, edits, definitions),
        file: null,
        change: each,
      }));
    return [...summary, ...listed];
  });
}

/** Changes by kind, in words. Kinds of which nothing changed are left out. */
export function changeSections(changes: readonly Change[], definitions: Definitions): ChangeSection[] {
  const edits = new Map(changes.map((each) => [each.id, each]));
  return changeKinds.flatMap((kind): ChangeSection[] => {
    const own = changes.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    const items = own.every((each) => each.kind === 'row')
      ? rowItems(own, definitions)
      : own.every((each) => each.kind === 'result')
        ? resultItems(own, edits, definitions)
        : own.flatMap((each): ChangeItem[] => {
            if (each.kind === 'result') return [];
            if (each.kind !== 'unreadable') return [itemOf(each, definitions)];
            const subject = `${each.file}：${each.side === 'before' ? '之前' : '之后'}的版本不能按现在的格式读取，其中的改动未列出`;
            return [{ subject, details: [], because: null, file: each.file, change: each }];
          });
    return [{ kind, title: kindWords[kind], count: own.length, items }];
  });
}

/** 目标1处，台账记录12处；结论改变3项（其中由达标变为未达标1项：推得1）: the whole in one sentence. */
export function changesSentence(changes: readonly Change[]): string {
  if (changes.length === 0) return '内容与数据没有改动。';
  const counts = changeKinds.flatMap((kind) => {
    const count = changes.filter((each) => each.kind === kind).length;
    return count === 0 || kind === 'result' ? [] : [`${kindWords[kind]}${count}处`];
  });
  const results = changes.flatMap((each) => (each.kind === 'result' ? [each] : []));
  const turned = results.filter(({ before, after }) => before !== null && after !== null && before.verdict !== after.verdict);
  const lost = turned.flatMap(({ before, after }) => (before?.verdict === 'met' && after?.verdict === 'missed' ? [after] : []));
  const worse = lost.length > 0 ? `（其中由达标变为未达标${lost.length}项：${missedCell(missedBy(lost))}）` : '';
  const fresh = results.filter(({ before }) => before === null).length;
  const told = [
    ...(fresh > 0 ? [`新增结论${fresh}项`] : []),
    ...(turned.length > 0 ? [`结论改变${turned.length}项${worse}`] : []),
    ...(results.length - fresh - turned.length > 0 ? [`数值改变${results.length - fresh - turned.length}项`] : []),
  ];
  return `${[counts.join('，'), told.join('，')].filter((each) => each !== '').join('；')}。`;
}
