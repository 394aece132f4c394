import { z } from 'zod';
import type { TableRecord } from '../csv/table.ts';
import { type Occurrence, occurrencesOf } from '../registers/registers.ts';
import {
  alternativesSchema,
  cellOf,
  checkAlternatives,
  checkColumn,
  checkConditions,
  compileAny,
  conditionsSchema,
  holds,
  type MeasureFault,
  unknownColumn,
} from './condition.ts';
import { type Judgement, type MeasureInput, type MeasureKind, onRow, rowParameters, selectRows } from './judgement.ts';
import { checkRows, failing, withText } from './rows.ts';

/**
 * Done of due occurrences: what was due comes from the schedule and the calendar, not from the rows received. An occurrence
 * whose only rows are excluded is not due.
 */
export const coverageSchema = z.strictObject({
  kind: z.literal('coverage'),
  ...rowParameters,
  /** Which schedule entries of the log are meant, by the schedule's columns. */
  due: conditionsSchema.optional(),
  /** Log column by schedule column: a row fulfils an entry when all are equal and its date lies in the slot. */
  match: z.record(z.string(), z.string()),
  /** What a matching row must say to count as done. */
  done: alternativesSchema.optional(),
  because: z.string().optional(),
});
type Parameters = z.infer<typeof coverageSchema>;

const met = { kind: 'ratio', numerator: 1, denominator: 1 } as const;
const unmet = { kind: 'ratio', numerator: 0, denominator: 1 } as const;
const outside = { kind: 'ratio', numerator: 0, denominator: 0 } as const;

const slotWords = ({ slot }: Occurrence) => (slot.from === slot.to ? slot.from : `${slot.from} 至 ${slot.to}`);

/** Occurrences of the log's schedule in the month that a measure asks about. */
function dueOf(parameters: Parameters, input: MeasureInput): Occurrence[] {
  const conditions = Object.entries(parameters.due ?? {});
  const schedule = input.registers.get('schedule')?.register ?? { columns: {} };
  return occurrencesOf(input.registers, input.calendar, input.log.id, input.month).filter(({ entry }) =>
    conditions.every(([key, condition]) => holds(condition, cellOf(entry, key, schedule, input.registers))),
  );
}

function judgeOccurrence(
  occurrence: Occurrence,
  rows: readonly TableRecord[],
  done: (record: TableRecord) => boolean,
  parameters: Parameters,
  input: MeasureInput,
): Judgement[] {
  const chosen = rows.find(done) ?? rows[0];
  if (chosen === undefined) {
    const location = typeof occurrence.entry.location === 'string' ? occurrence.entry.location : null;
    const reason = `应在 ${slotWords(occurrence)} 完成“${occurrence.entry.item}”，没有记录`;
    return [{ record: null, occurrence, location, counted: 'fail', reason, contribution: unmet }];
  }
  const others = rows.filter((row) => row !== chosen);
  const extra = others.map((row) => onRow(row, input, 'excluded', `同一期已由第${chosen.line}行计入`, outside));
  if (done(chosen)) return [{ ...onRow(chosen, input, 'pass', null, met), occurrence }, ...extra];
  const reason = withText(failing(parameters.done, chosen, input.log, input.registers), chosen, parameters.because);
  return [{ ...onRow(chosen, input, 'fail', reason, unmet), occurrence }, ...extra];
}

export const coverage: MeasureKind<Parameters> = {
  judge(parameters, input) {
    const pairs = Object.entries(parameters.match);
    const keyOf = (value: (field: string, entryField: string) => unknown) =>
      pairs.map(([field, entryField]) => String(value(field, entryField) ?? '')).join('\u001f');
    const selected = selectRows(parameters, input);
    const byKey = new Map<string, TableRecord[]>();
    const reasons = new Map(selected.map(({ record, excluded }) => [record, excluded]));
    for (const { record } of selected) {
      const key = keyOf((field) => record.values[field]);
      byKey.set(key, [...(byKey.get(key) ?? []), record]);
    }
    const used = new Set<TableRecord>();
    const done = compileAny(parameters.done, input.log, input.registers);
    const judged = dueOf(parameters, input).flatMap((occurrence) => {
      const rows = (byKey.get(keyOf((_, entryField) => occurrence.entry[entryField])) ?? []).filter((record) => {
        const day = String(record.values[input.log.date] ?? '').slice(0, 10);
        return !used.has(record) && occurrence.slot.from <= day && day <= occurrence.slot.to;
      });
      const counting = rows.filter((row) => reasons.get(row) === null);
      if (rows.length > 0 && counting.length === 0) return [];
      for (const row of counting) used.add(row);
      return judgeOccurrence(occurrence, counting, done, parameters, input);
    });
    const unplanned = selected
      .filter(({ record }) => !used.has(record))
      .map(({ record, excluded }) => onRow(record, input, 'excluded', excluded ?? '排期之外的作业，不计入', outside));
    return [...judged, ...unplanned];
  },
  check(parameters, log, registers) {
    const schedule = registers.get('schedule')?.register;
    const match = Object.entries(parameters.match).flatMap(([field, entryField]): MeasureFault[] => {
      if (log.columns[field] === undefined) return [unknownColumn(field, ['match', field], log)];
      if (schedule?.columns[entryField] !== undefined) return [];
      return [
        { path: ['match', field], code: 'measure/column', message: `排期名录没有列“${entryField}”`, hint: '请写排期名录的列' },
      ];
    });
    const due = schedule === undefined ? [] : checkConditions(parameters.due, ['due'], schedule, registers);
    return [
      ...checkRows(parameters, log, registers),
      ...match,
      ...due,
      ...checkAlternatives(parameters.done, ['done'], log, registers),
      ...(parameters.because === undefined
        ? []
        : checkColumn(parameters.because, ['text', 'choice'], ['because'], log, registers)),
    ];
  },
};
