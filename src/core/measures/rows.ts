import { type Alternatives, alternativesOf } from '../csv/condition.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Log } from '../logs/log.ts';
import { cellOf, columnOf, compile } from '../registers/condition.ts';
import type { Registers } from '../registers/registers.ts';
import { checkColumn, checkConditions, type MeasureFault } from './condition.ts';
import type { RowParameters } from './judgement.ts';

/** Faults in what row measures share. */
export function checkRows(parameters: RowParameters, log: Log, registers: Registers): MeasureFault[] {
  const setAside = (['exclude', 'open'] as const).flatMap((name) =>
    parameters[name].flatMap(({ where, because }, index) => [
      ...checkConditions(where, [name, index, 'where'], log, registers),
      ...(because === undefined ? [] : checkColumn(because, ['text', 'choice'], [name, index, 'because'], log, registers)),
    ]),
  );
  return [...checkConditions(parameters.where, ['where'], log, registers), ...setAside];
}

/** Which of the conditions (of the first alternative) a row fails, said with the row's own values: 结果为“不合格”. */
export function failing(alternatives: Alternatives | undefined, record: TableRecord, log: Log, registers: Registers): string {
  return Object.entries(alternativesOf(alternatives)[0] ?? {})
    .filter(([key, condition]) => !compile({ [key]: condition }, log, registers)(record.values))
    .map(([key]) => {
      const value = cellOf(record.values, key, log, registers);
      return `${columnOf(key, log, registers)?.name ?? key}${value === null ? '为空' : `为“${value}”`}`;
    })
    .join('，');
}

/** Appends the text of a column to a sentence, when the column has text. */
export function withText(sentence: string, record: TableRecord, column: string | undefined): string {
  const text = column === undefined ? null : record.values[column];
  return text === null || text === undefined ? sentence : `${sentence}：${text}`;
}
