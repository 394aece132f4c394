import type { Column, Value, Values } from '../csv/column.ts';
import { type Alternatives, alternativesOf, type Condition, type Conditions, comparedWith } from '../csv/condition.ts';
import type { Table } from '../csv/table.ts';
import type { Registers } from './registers.ts';

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
