import type { Column } from '../csv/column.ts';
import { type Alternatives, type Condition, type Conditions, comparedWith } from '../csv/condition.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { columnOf, type Named } from '../registers/condition.ts';
import type { Registers } from '../registers/registers.ts';

/** A fault in a measure's parameters, at a path inside them. */
export interface MeasureFault {
  readonly path: readonly (string | number)[];
  readonly code: Extract<ProblemCode, 'measure/column' | 'measure/value' | 'reference/unknown'>;
  readonly message: string;
  readonly hint: string;
}

const valuesOf = (condition: Condition): readonly (string | number)[] => {
  if (typeof condition !== 'object') return [condition];
  if (Array.isArray(condition)) return condition;
  return 'not' in condition ? condition.not : [];
};

/** A comparison with a column that is not there, or of another kind. */
function comparisonFault(condition: Condition, column: Column, path: readonly (string | number)[], log: Named): MeasureFault[] {
  const other = comparedWith(condition);
  if (other === null) return [];
  const against = log.columns[other];
  if (against === undefined) return [unknownColumn(other, path, log)];
  const kind = ({ type }: Column) => (type === 'integer' || type === 'decimal' ? 'number' : type);
  if (kind(column) === kind(against)) return [];
  return [
    { path, code: 'measure/column', message: `${log.name}的“${column.name}”与“${against.name}”不能比较`, hint: '请换用同类的列' },
  ];
}

const comparesNumbers = (condition: Condition): boolean =>
  typeof condition === 'object' && ('atLeast' in condition || 'atMost' in condition);

function valueFault(value: string | number, column: Column, registers: Registers): string | null {
  switch (column.type) {
    case 'choice':
      return Object.keys(column.values).some((word) => word === value) ? null : `可填 ${Object.keys(column.values).join('、')}`;
    case 'reference': {
      // An empty register is one that could not be read; that is reported at the register.
      const entries = registers.get(column.register)?.byId;
      const known = entries === undefined || entries.size === 0 || entries.has(String(value));
      return known ? null : `请写名录 ${column.register} 中的编号`;
    }
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? null : '请写数字';
    case 'text':
    case 'id':
    case 'date':
    case 'moment':
      return typeof value === 'string' ? null : '请写文字';
  }
}

/** Columns and values that the log's schema does not have. */
export function checkConditions(
  conditions: Conditions | undefined,
  path: readonly (string | number)[],
  log: Named,
  registers: Registers,
): MeasureFault[] {
  return Object.entries(conditions ?? {}).flatMap(([key, condition]): MeasureFault[] => {
    const column = columnOf(key, log, registers);
    if (column === null) return [unknownColumn(key, [...path, key], log)];
    if (comparedWith(condition) !== null) return comparisonFault(condition, column, [...path, key], log);
    if (comparesNumbers(condition)) return checkColumn(key, ['integer', 'decimal'], [...path, key], log, registers);
    return valuesOf(condition).flatMap((value): MeasureFault[] => {
      const hint = valueFault(value, column, registers);
      if (hint === null) return [];
      return [{ path: [...path, key], code: 'measure/value', message: `“${value}”不是${log.name}“${column.name}”的取值`, hint }];
    });
  });
}

/** The same for alternatives. */
export function checkAlternatives(
  alternatives: Alternatives | undefined,
  path: readonly (string | number)[],
  log: Named,
  registers: Registers,
): MeasureFault[] {
  if (!Array.isArray(alternatives)) return checkConditions(alternatives, path, log, registers);
  return alternatives.flatMap((conditions, index) => checkConditions(conditions, [...path, index], log, registers));
}

export function unknownColumn(key: string, path: readonly (string | number)[], log: Named): MeasureFault {
  const hint = `可用的列：${Object.keys(log.columns).join('、')}`;
  return { path, code: 'measure/column', message: `${log.name}没有列“${key}”`, hint };
}

/** A column that must be there and of one of the given types. */
export function checkColumn(
  key: string,
  types: readonly Column['type'][],
  path: readonly (string | number)[],
  log: Named,
  registers: Registers,
): MeasureFault[] {
  const column = columnOf(key, log, registers);
  if (column === null) return [unknownColumn(key, path, log)];
  if (types.includes(column.type)) return [];
  const message = `${log.name}的列“${key}”是 ${column.type} 类型，这里需要 ${types.join(' 或 ')}`;
  return [{ path, code: 'measure/column', message, hint: '请换用合适的列' }];
}
