import { z } from 'zod';
import { minuteOf } from '../calendar/date.ts';
import type { Columns, Value, Values } from '../csv/column.ts';
import {
  type Alternatives,
  alternativesOf,
  alternativesSchema,
  type Conditions,
  columnsIn,
  conditionsSchema,
} from '../csv/condition.ts';
import type { RowRule } from '../csv/table.ts';
import { words } from '../documents/text.ts';
import { compileAny } from '../registers/condition.ts';
import { validity } from './column.ts';

const field = z.string();

/** What is said of a row that breaks a rule; `{column}` stands for what the cell holds, 空 for nothing. */
const telling = { say: words.optional(), hint: words.optional() };

/** The sentence for the filling guide; left out where the rule before says it already. Rows for which the rule asks: all, or those that meet `where`. */
const every = { words: words.optional(), where: alternativesSchema.optional(), ...validity };

/** A rule over the cells of one row. The kinds are a closed set: no expression language. */
export const ruleSchema = z.union([
  /** The second must not lie before the first: by the minute, or by the day or month in which they lie. */
  z.strictObject({ notBefore: z.tuple([field, field]), by: z.enum(['day', 'month']).optional(), ...every, ...telling }),
  /** The first names what a register says of the second: a row about a device stands at the device's place. */
  z.strictObject({
    alike: z.tuple([field, z.string().regex(/^[^.]+\.[^.]+$/u, '第二项写成“列.名录的列”')]),
    ...every,
    ...telling,
  }),
  /** The first, a count, is not more than the second. */
  z.strictObject({ atMost: z.tuple([field, field]), ...every, ...telling }),
  /** The column is the sum of the others. */
  z.strictObject({ column: field, sumOf: z.array(field).min(2), ...every, ...telling }),
  /** The column is the number of whole hours between two moments; empty where one of them is. */
  z.strictObject({
    column: field,
    hoursFrom: field,
    to: field,
    round: z.enum(['down', 'up']),
    ...every,
  }),
  /** The column says how a number stands to another, within a tolerance in percent of the other. */
  z.strictObject({
    column: field,
    compares: field,
    with: field,
    tolerance: field.optional(),
    less: z.string(),
    same: z.string(),
    more: z.string(),
    ...every,
    ...telling,
  }),
  /** A row that meets `when` must meet `must`: filled when, empty unless, a flag that follows from numbers. */
  z.strictObject({
    when: alternativesSchema,
    must: conditionsSchema,
    words: words.optional(),
    ...validity,
    say: words,
    hint: words,
  }),
]);
export type RuleDefinition = z.infer<typeof ruleSchema>;

type Finding = ReturnType<RowRule['check']>;

const shown = (value: Value | undefined): string => (value === null || value === undefined ? '空' : String(value));

/** A sentence with the cells' values in it. */
const filled = (sentence: string, values: Values): string =>
  sentence.replace(/\{([a-zA-Z0-9]+)\}/gu, (_, name: string) => shown(values[name]));

const nothing = { columns: {} };

/** Makes a rule ask only the rows for which it is meant. */
function asked(check: RowRule['check'], where: Alternatives | undefined): RowRule['check'] {
  if (where === undefined) return check;
  const meant = compileAny(where, nothing, new Map());
  return (values, referents) => (meant(values) ? check(values, referents) : null);
}

const inWhere = (where: Alternatives | undefined): string[] => alternativesOf(where).flatMap(columnsIn);

interface Order {
  readonly earlier: string;
  readonly later: string;
  readonly length: number;
  readonly say: string;
  readonly hint: string;
}

function orderCheck({ earlier, later, length, say, hint }: Order): RowRule['check'] {
  return (values) => {
    const [from, to] = [values[earlier], values[later]];
    if (typeof from !== 'string' || typeof to !== 'string') return null;
    if (length === 0 ? to >= from : to.slice(0, length) >= from.slice(0, length)) return null;
    return { message: filled(say, values), hint };
  };
}

const lengths = { day: 10, month: 7 } as const;

function hoursCheck(name: string, column: string, [from, to]: readonly [string, string], round: 'down' | 'up'): RowRule['check'] {
  return (values) => {
    const [start, end, written] = [values[from], values[to], values[column] ?? null];
    const hours = typeof start === 'string' && typeof end === 'string' ? (minuteOf(end) - minuteOf(start)) / 60 : null;
    const right = hours === null ? null : round === 'down' ? Math.floor(hours) : Math.ceil(hours);
    if (written === right) return null;
    const of = (value: Value) => (value === null ? '空' : ` ${value}`);
    return { message: `“${name}”填了${of(written)}，按两个时间应为${of(right)}`, hint: `请核对两个时间和“${name}”` };
  };
}

interface Level {
  readonly column: string;
  readonly compares: string;
  readonly with: string;
  readonly tolerance?: string | undefined;
  readonly less: string;
  readonly same: string;
  readonly more: string;
}

/** The word that the numbers make right; null where one of them is missing. */
function levelOf(level: Level, values: Values): string | null {
  const [value, other] = [values[level.compares], values[level.with]];
  const tolerance = level.tolerance === undefined ? 0 : values[level.tolerance];
  if (typeof value !== 'number' || typeof other !== 'number' || typeof tolerance !== 'number') return null;
  if (Math.abs(value - other) * 100 <= other * tolerance) return level.same;
  return value > other ? level.more : level.less;
}

/** The rule that a definition makes for a table's columns. */
export function ruleOf(rule: RuleDefinition, columns: Columns): RowRule {
  const name = (each: string) => columns[each]?.name ?? each;
  if ('notBefore' in rule) {
    const [earlier, later] = rule.notBefore;
    const say = rule.say ?? `“${name(later)}”早于“${name(earlier)}”`;
    const hint = rule.hint ?? `请核对两个时间：${name(later)}不能早于${name(earlier)}`;
    const length = rule.by === undefined ? 0 : lengths[rule.by];
    return {
      columns: [later, earlier, ...inWhere(rule.where)],
      words: rule.words ?? (rule.say === undefined ? `${name(later)}不早于${name(earlier)}。` : ''),
      check: asked(orderCheck({ earlier, later, length, say, hint }), rule.where),
    };
  }
  if ('alike' in rule) return alikeRule(rule, columns);
  if ('atMost' in rule) return atMostRule(rule, name);
  if ('sumOf' in rule) return sumRule(rule, name);
  if ('hoursFrom' in rule) {
    const check = hoursCheck(name(rule.column), rule.column, [rule.hoursFrom, rule.to], rule.round);
    return {
      columns: [rule.column, rule.hoursFrom, rule.to, ...inWhere(rule.where)],
      words: rule.words ?? '',
      check: asked(check, rule.where),
    };
  }
  if ('compares' in rule) return levelRule(rule, name);
  return implication(rule);
}

type Kind<Key extends string> = Extract<RuleDefinition, Record<Key, unknown>>;

/** A blank cell, an entry that is not known and one of which the register says nothing contradict nobody. */
function alikeRule({ alike: [own, other], where, say, hint, words: told }: Kind<'alike'>, columns: Columns): RowRule {
  const [field = '', attribute = ''] = other.split('.');
  const name = (each: string) => columns[each]?.name ?? each;
  const column = columns[field];
  const register = column?.type === 'reference' ? column.register : '';
  const check: RowRule['check'] = (values, referents) => {
    const written = values[own] ?? null;
    const entry = referents.get(register)?.byId.get(String(values[field]));
    const right = entry?.[attribute] ?? null;
    if (written === null || right === null || written === right) return null;
    const message = say ?? `“${name(own)}”填了“{${own}}”，而${name(field)}“{${field}}”在名录中属于“{right}”`;
    const advice = hint ?? `请核对两栏：是“${name(own)}”填错，还是“${name(field)}”填错`;
    return { message: filled(message, { ...values, right }), hint: advice };
  };
  const sentence = told ?? `${name(own)}与名录中该${name(field)}的一致。`;
  return { columns: [own, field, ...inWhere(where)], words: sentence, check: asked(check, where) };
}

function atMostRule(
  { atMost: [part, whole], where, say, hint, words: told }: Kind<'atMost'>,
  name: (each: string) => string,
): RowRule {
  const check = (values: Values): Finding => {
    const [a, b] = [values[part], values[whole]];
    if (typeof a !== 'number' || typeof b !== 'number' || a <= b) return null;
    const message = filled(say ?? `${name(part)} {${part}} 大于${name(whole)} {${whole}}`, values);
    return { message, hint: hint ?? `请核对：${name(part)}不能大于${name(whole)}` };
  };
  const sentence = told ?? `${name(part)}不大于${name(whole)}。`;
  return { columns: [part, whole, ...inWhere(where)], words: sentence, check: asked(check, where) };
}

function sumRule({ column, sumOf, where, say, hint, words: told }: Kind<'sumOf'>, name: (each: string) => string): RowRule {
  const sentence = `${name(column)}等于${sumOf.map(name).join('加')}`;
  const parts = sumOf.map((each) => `${name(each)} {${each}} `).join('加');
  const check = (values: Values): Finding => {
    const numbers = sumOf.map((each) => values[each]);
    const sum = numbers.reduce<number>((total, each) => total + (typeof each === 'number' ? each : Number.NaN), 0);
    if (values[column] === sum || Number.isNaN(sum)) return null;
    const message = filled(say ?? `${parts.trimEnd()}，“${name(column)}”却填了 {${column}}`, values);
    return { message, hint: hint ?? sentence };
  };
  return { columns: [column, ...sumOf, ...inWhere(where)], words: told ?? `${sentence}。`, check: asked(check, where) };
}

function levelRule(rule: Kind<'compares'>, name: (each: string) => string): RowRule {
  const { column, compares, tolerance, where, say, hint, words: told } = rule;
  const check = (values: Values): Finding => {
    const right = levelOf(rule, values);
    const written = values[column];
    if (right === null || written === null || written === right) return null;
    const message =
      say ?? `${name(compares)} {${compares}}、${name(rule.with)} {${rule.with}}，“${name(column)}”却填了“{${column}}”`;
    return { message: filled(message, values), hint: filled(hint ?? '这里应为“{right}”', { ...values, right }) };
  };
  const others = tolerance === undefined ? [] : [tolerance];
  return { columns: [column, compares, rule.with, ...others, ...inWhere(where)], words: told ?? '', check: asked(check, where) };
}

function implication({ when, must, say, hint, words: told }: Kind<'must'>): RowRule {
  const meant = compileAny(when, nothing, new Map());
  const kept = compileAny(must, nothing, new Map());
  return {
    columns: [...new Set([...columnsIn(must), ...inWhere(when)])],
    words: told ?? '',
    check: (values) => (meant(values) && !kept(values) ? { message: filled(say, values), hint: filled(hint, values) } : null),
  };
}

/** The columns that a rule's definition names, those of comparisons too. */
export const columnsOfRule = (rule: RuleDefinition): readonly string[] => ruleOf(rule, {}).columns;

/** A rule's conditions, for checking them against the columns. */
export function conditionsOfRule(rule: RuleDefinition): readonly (Alternatives | Conditions)[] {
  if ('must' in rule) return [rule.when, rule.must];
  return rule.where === undefined ? [] : [rule.where];
}
