import { intervalOf } from '../calendar/interval.ts';
import { nearest } from '../csv/nearest.ts';
import type { Entry } from '../documents/library.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { checkAlternatives } from '../measures/condition.ts';
import { type Place, type Problem, problem } from '../problem/problem.ts';
import type { Content } from './project.ts';

type RecordEntry = NonNullable<Content['records']>;
type Kind = RecordEntry['data']['records'][number];

function unknown(id: string, known: readonly string[], words: string, place: Place): Problem {
  const near = nearest(id, known);
  return problem(
    'reference/unknown',
    place,
    `没有${words}“${id}”`,
    near === null ? `请核对${words}的代码` : `是否应为“${near}”？`,
  );
}

/** A kind is kept in a log or a register that is there, and its rows are told by columns that the log has. */
function keptProblems(kind: Kind, place: (path: readonly PropertyKey[]) => Place, ledger: Ledger): Problem[] {
  const log = ledger.logs.find(({ id }) => id === kind.log);
  const logs = ledger.logs.map(({ id }) => id);
  const registers = [...ledger.registers.keys()];
  const both = kind.log !== undefined && kind.register !== undefined;
  const lost = kind.rows !== undefined && kind.log === undefined;
  const faults = log === undefined ? [] : checkAlternatives(kind.rows, ['rows'], log, ledger.registers);
  return [
    ...(kind.log === undefined || log !== undefined ? [] : [unknown(kind.log, logs, '台账', place(['log']))]),
    ...(kind.register === undefined || registers.includes(kind.register)
      ? []
      : [unknown(kind.register, registers, '名录', place(['register']))]),
    ...(both ? [problem('document/field', place(['register']), '一种记录只写一处：log 或 register', '请删去一个')] : []),
    ...(lost ? [problem('document/field', place(['rows']), 'rows 说的是哪本台账的行', '请写 log，或删去 rows')] : []),
    ...faults.map(({ path, code, message, hint }) => problem(code, place(path), message, hint)),
  ];
}

/** The intervals by which something is due: once their blank is filled, it says how often and since when. */
function intervalProblems(content: Content): Problem[] {
  const { blanks } = content;
  if (blanks === null) return [];
  const used = new Set(
    [...(content.records?.data.records ?? []), ...(content.meetings?.data.meetings ?? [])].flatMap(
      ({ interval }) => interval ?? [],
    ),
  );
  return blanks.data.blanks.flatMap(({ id, value, decided }, at) => {
    if (value === null || !used.has(id)) return [];
    const place = (field: string) => blanks.place(['blanks', at, field]);
    const hint = '写成 每周、每半年、30天、6个月 一类的周期';
    if (intervalOf(value) === null)
      return [problem('record/interval', place('value'), `周期“${value}”不能读取，不能推算应做`, hint)];
    const undated = `周期“${value}”没有写自何日起约定，不能推算应做`;
    return decided === undefined ? [problem('record/interval', place('value'), undated, '请写 decided: 约定的日期')] : [];
  });
}

const pathsOf =
  (entry: Entry<unknown>, at: number) =>
  (path: readonly PropertyKey[]): Place =>
    entry.place(['records', at, ...path]);

/** Whether every kind of record says where it is kept. Reports `reference/unknown`, `document/field`, `measure/*` and `record/interval`. */
export function checkRecords(content: Content, ledger: Ledger): Problem[] {
  const { records } = content;
  const kept =
    records === null ? [] : records.data.records.flatMap((kind, at) => keptProblems(kind, pathsOf(records, at), ledger));
  return [...kept, ...intervalProblems(content)];
}
