import type { Column, Value, Values } from '../csv/column.ts';
import { type Alternatives, alternativesOf, type Condition, type Conditions, comparedWith } from '../csv/condition.ts';
import type { Table } from '../csv/table.ts';
import type { ProblemCode } from '../problem/codes.ts';
import type { Registers } from '../registers/registers.ts';

/** A fault in a measure's parameters, at a path inside them. */
export interface MeasureFault {
  readonly path: readonly (string | number)[];
  readonly code: Extract<ProblemCode, 'measure/column' | 'measure/value' | 'reference/unknown'>;
  readonly message: string;
  readonly hint: string;
}

/** A log or register, as far as conditions need it. */
export type Named = Pick<Table, 'columns'> & { readonly name: string };

/** Reads the cell that a condition's key names. */
export function cellOf(values: Values, key: string, table: Pick<Table, 'columns'>, registers: Registers): Value {
  const [field = '', attribute] = key.split('.');
  const value = values[field] ?? null;
  if (attribute === undefined) return value;
  const column = table.columns[field];
  const register = column?.type === 'reference' ? column.register : '';
  return registers.get(register)?.byId.get(String(value))?.[attribute] ?? null;
}

/** How two cells of a kind stand to each other: numbers by size, dates and minutes by time. */
function compareCells(condition: Condition, value: Value, other: Value): boolean {
  if (value === null || other === null || typeof value !== typeof other || typeof condition !== 'object') return false;
  if ('less' in condition) return value < other;
  if ('notLess' in condition) return value >= other;
  return 'more' in condition ? value > other : value <= other;
}

/** Whether a value satisfies a condition; `other` is the cell that it is compared with. An empty cell satisfies nothing but `is: empty` and `not`. */
export function holds(condition: Condition, value: Value, other: Value = null): boolean {
  if (typeof condition !== 'object') return value === condition;
  if (Array.isArray(condition)) return condition.some((each) => each === value);
  if ('is' in condition) return (value === null) === (condition.is === 'empty');
  if ('not' in condition) return !condition.not.some((each) => each === value);
  if ('atLeast' in condition) return typeof value === 'number' && value >= condition.atLeast;
  if ('atMost' in condition) return typeof value === 'number' && value <= condition.atMost;
  return compareCells(condition, value, other);
}

/** Whether a row or an entry satisfies what was asked, ready to be put to many. */
export type Test = (values: Values) => boolean;

/** One condition made into a test. A register's attribute is looked up once for each entry, not for each row. */
function compileOne(key: string, condition: Condition, table: Pick<Table, 'columns'>, registers: Registers): Test {
  const [field = '', attribute] = key.split('.');
  if (attribute === undefined) {
    if (typeof condition !== 'object') return (values) => values[field] === condition;
    const other = comparedWith(condition);
    if (other !== null) return (values) => compareCells(condition, values[field] ?? null, values[other] ?? null);
    return (values) => holds(condition, values[field] ?? null);
  }
  const answers = new Map<Value, boolean>();
  return (values) => {
    const value = values[field] ?? null;
    const known = answers.get(value);
    if (known !== undefined) return known;
    const answer = holds(condition, cellOf(values, key, table, registers));
    answers.set(value, answer);
    return answer;
  };
}

/** Conditions made into one test: all must hold. */
export function compile(conditions: Conditions | undefined, table: Pick<Table, 'columns'>, registers: Registers): Test {
  const tests = Object.entries(conditions ?? {}).map(([key, condition]) => compileOne(key, condition, table, registers));
  return (
    tests.reduceRight<Test | null>((rest, test) => (rest === null ? test : (values) => test(values) && rest(values)), null) ??
    (() => true)
  );
}

/** Alternatives made into one test: any set of conditions may hold. */
export function compileAny(alternatives: Alternatives | undefined, table: Pick<Table, 'columns'>, registers: Registers): Test {
  const tests = alternativesOf(alternatives).map((conditions) => compile(conditions, table, registers));
  return tests.reduceRight((rest, test) => (values) => test(values) || rest(values));
}

/** The column that a condition's key names, its own or its register's; null when there is none. */
export function columnOf(key: string, log: Named, registers: Registers): Column | null {
  const [field = '', attribute] = key.split('.');
  // Not what every object has, such as `constructor`.
  const column = Object.keys(log.columns).includes(field) ? (log.columns[field] ?? null) : null;
  if (attribute === undefined || column === null) return column;
  if (column.type !== 'reference') return null;
  return registers.get(column.register)?.register.columns[attribute] ?? null;
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
