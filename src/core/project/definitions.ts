import { type Definitions, definitionsFrom } from '../definitions/definitions.ts';
import { type LogDefinition, logOn, logSchema } from '../definitions/log.ts';
import { type RegisterDefinition, registerOf, registerSchema } from '../definitions/register.ts';
import { columnsOfRule, conditionsOfRule } from '../definitions/rule.ts';
import { type ContentFiles, type Entry, readerOf, readFolder } from '../documents/library.ts';
import { columnsOfRole, conditionsOfRole } from '../logs/role.ts';
import { checkAlternatives } from '../measures/condition.ts';
import { Gathering } from '../problem/gathering.ts';
import { type Outcome, type Problem, problem } from '../problem/problem.ts';
import { ownRegisters, type Register } from '../registers/register.ts';

/** The files that define them. */
export interface DefinitionFiles {
  readonly logs: readonly Entry<LogDefinition>[];
  readonly registers: readonly Entry<RegisterDefinition>[];
}

type Defined = Entry<LogDefinition> | Entry<RegisterDefinition>;

/** Fields of a definition that must be columns of it, each with its path. */
function missingColumns(entry: Entry<LogDefinition>): Problem[] {
  const { columns, date, location, running, key, rules, roles } = entry.data;
  const named: readonly (readonly [string | undefined, readonly PropertyKey[]])[] = [
    [date, ['date']],
    [location, ['location']],
    [running, ['running']],
    ...key.map((field, index) => [field, ['key', index]] as const),
    ...rules.flatMap((rule, index) => columnsOfRule(rule).map((field) => [field, ['rules', index]] as const)),
    ...roles.flatMap((role, index) => columnsOfRole(role).map(([field, path]) => [field, ['roles', index, ...path]] as const)),
  ];
  const hint = `这里的列有 ${Object.keys(columns).join('、')}`;
  return named.flatMap(([field, path]) =>
    field === undefined || field in columns ? [] : [problem('definition/column', entry.place(path), `没有列“${field}”`, hint)],
  );
}

/** The conditions of a log's rules must be such as its columns can meet. */
function badConditions(entry: Entry<LogDefinition>): Problem[] {
  const log = logOn(entry.data, null);
  return entry.data.rules.flatMap((rule, index) =>
    conditionsOfRule(rule).flatMap((conditions) =>
      checkAlternatives(conditions, [], log, new Map())
        .filter(({ code }) => code !== 'measure/column' || columnsOfRule(rule).every((field) => field in log.columns))
        .map(({ message, hint }) => problem('definition/rule', entry.place(['rules', index]), message, hint)),
    ),
  );
}

/** The conditions of a log's roles must be such as its columns can meet, and those on the schedule such as the schedule's can. */
function badRoles(entry: Entry<LogDefinition>, schedule: Register | undefined): Problem[] {
  const log = logOn(entry.data, null);
  return entry.data.roles.flatMap((role, index) => {
    const faults = conditionsOfRole(role).flatMap(([conditions, path]) =>
      checkAlternatives(conditions, [], log, new Map()).map((fault) => ({ ...fault, at: path })),
    );
    const onSchedule =
      role.role !== 'training' || schedule === undefined
        ? []
        : checkAlternatives(role.drills, [], schedule, new Map()).map((fault) => ({ ...fault, at: ['drills'] }));
    const unmatched =
      role.role !== 'work' || schedule === undefined
        ? []
        : Object.entries(role.match)
            .filter(([, column]) => schedule.columns[column] === undefined)
            .map(([field, column]) => ({ message: `排期名录没有列“${column}”`, hint: '请写排期名录的列', at: ['match', field] }));
    return [...faults, ...onSchedule, ...unmatched].map(({ message, hint, at }) =>
      problem('definition/rule', entry.place(['roles', index, ...at]), message, hint),
    );
  });
}

/** Two columns can be alike only where a register says of one what the other says: the same kind of thing, of the same register. */
function badLikeness(entry: Defined, registers: readonly Entry<RegisterDefinition>[]): Problem[] {
  const { columns, rules } = entry.data;
  return rules.flatMap((rule, index) => {
    if (!('alike' in rule)) return [];
    const [own, other] = rule.alike;
    const [field = '', attribute = ''] = other.split('.');
    const [written, pointing] = [columns[own], columns[field]];
    const register = pointing?.type === 'reference' ? pointing.register : null;
    const said = registers.find(({ id }) => id === register)?.data.columns[attribute];
    const comparable =
      written?.type === 'reference'
        ? said?.type === 'reference' && said.register === written.register
        : said?.type === written?.type;
    if (written !== undefined && said !== undefined && comparable) return [];
    const hint = `写成 alike: [列, 引用名录的列.名录中同类的列]；这里的列有 ${Object.keys(columns).join('、')}`;
    return [problem('definition/rule', entry.place(['rules', index, 'alike']), `“${own}”不能与“${other}”相比`, hint)];
  });
}

/** What a column refers to must be a register; a register refers only to itself and to those that are read before it. */
function badReferences(entry: Defined, known: readonly string[]): Problem[] {
  return Object.entries(entry.data.columns).flatMap(([field, column]) => {
    if (column.type !== 'reference' || column.register === 'logs' || known.includes(column.register)) return [];
    const place = entry.place(['columns', field, 'register']);
    return [problem('definition/column', place, `没有可引用的名录“${column.register}”`, `可引用 ${known.join('、')}、logs`)];
  });
}

/** A register of documents names columns that it has, of kinds that say what is meant; there is one, and nothing refers to it. */
function badEvidence(entry: Entry<RegisterDefinition>): Problem[] {
  const { evidence, columns } = entry.data;
  if (evidence === undefined) return [];
  const { row, published, ...own } = evidence;
  const named: readonly (readonly [string, readonly PropertyKey[]])[] = [
    ...Object.entries(own).map(([name, field]) => [field, [name]] as const),
    ...Object.entries(row).map(([name, field]) => [field, ['row', name]] as const),
  ];
  const at = (path: readonly PropertyKey[]) => entry.place(['evidence', ...path]);
  const missing = named.filter(([field]) => !Object.hasOwn(columns, field));
  if (missing.length > 0) {
    const hint = `这里的列有 ${Object.keys(columns).join('、')}`;
    return missing.map(([field, path]) => problem('definition/column', at(path), `没有列“${field}”`, hint));
  }
  const days = (['issued', 'until'] as const).filter((name) => columns[evidence[name]]?.type !== 'date');
  const faults = checkAlternatives(published, [], registerOf(entry.data), new Map());
  return [
    ...days.map((name) => problem('definition/column', at([name]), `“${evidence[name]}”不是日期`, '请把这一列定义为 date')),
    ...faults.map(({ message, hint }) => problem('definition/rule', at(['published']), message, hint)),
  ];
}

/** A contract has one register of documents at most. */
const furtherEvidence = (registers: readonly Entry<RegisterDefinition>[]): Problem[] =>
  registers
    .filter(({ data }) => data.evidence !== undefined)
    .slice(1)
    .map((entry) =>
      problem('definition/rule', entry.place(['evidence']), '登记文件的名录只能有一本', '请并入另一本，或删去 evidence'),
    );

/** A date column dates, a running series numbers, and two columns of one log do not share a heading. */
function badKinds(entry: Entry<LogDefinition>): Problem[] {
  const { columns, date, running } = entry.data;
  const found: Problem[] = [];
  const type = columns[date]?.type;
  if (type !== undefined && type !== 'date' && type !== 'moment')
    found.push(problem('definition/column', entry.place(['date']), `“${date}”不是日期或时间`, '归月份的列要是 date 或 moment'));
  const numbered = columns[running ?? ''];
  if (numbered !== undefined && (numbered.type !== 'id' || numbered.series === undefined))
    found.push(problem('definition/column', entry.place(['running']), `“${running}”不是流水号`, '写 type: id 和 series'));
  const headings = new Map<string, string>();
  for (const [field, { name, aliases = [] }] of Object.entries(columns)) {
    for (const heading of [name, ...aliases]) {
      const other = headings.get(heading);
      if (other !== undefined)
        found.push(problem('definition/column', entry.place(['columns', field]), `列名“${heading}”已用于“${other}”`, '请改名'));
      headings.set(heading, field);
    }
  }
  return found;
}

/** Logs whose rows are to be counted by somebody else must be there. */
function badConfirmations(entry: Entry<LogDefinition>, ids: ReadonlySet<string>): Problem[] {
  return entry.data.roles.flatMap((role, index) => {
    if (role.role !== 'confirmation') return [];
    return role.of.flatMap((id, at) => {
      if (ids.has(id)) return [];
      return [
        problem(
          'reference/unknown',
          entry.place(['roles', index, 'of', at]),
          `没有台账“${id}”`,
          `可用的台账：${[...ids].join('、')}`,
        ),
      ];
    });
  });
}

/** Logs whose rows say which post was there must be there, with that column. */
function badSignatures(entry: Entry<LogDefinition>, logs: readonly Entry<LogDefinition>[]): Problem[] {
  return entry.data.roles.flatMap((role, index) => {
    if (role.role !== 'shifts') return [];
    return Object.entries(role.signed).flatMap(([id, column]) => {
      const place = entry.place(['roles', index, 'signed', id]);
      const log = logs.find((each) => each.id === id);
      if (log === undefined)
        return [problem('reference/unknown', place, `没有台账“${id}”`, `可用的台账：${logs.map((each) => each.id).join('、')}`)];
      if (column in log.data.columns) return [];
      const hint = `这里的列有 ${Object.keys(log.data.columns).join('、')}`;
      return [problem('definition/column', place, `${log.data.name}没有列“${column}”`, hint)];
    });
  });
}

/** The logs and registers that the content folder defines. Reports `definition/*` and whatever reading a document reports. */
export function readDefinitions(files: ContentFiles): Outcome<DefinitionFiles> {
  const all = new Gathering();
  const logs = all.take(readFolder(files, 'content/logs', readerOf(logSchema), ({ id }) => id));
  const registers = all.take(readFolder(files, 'content/registers', readerOf(registerSchema), ({ id }) => id));
  const ordered = [...registers].sort((a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1));
  // Some documents are not published, and the browser is given what may be referred to.
  const known = registers.filter(({ data }) => data.evidence === undefined).map(({ id }) => id);
  const planned = registers.find(({ id }) => id === 'schedule');
  const schedule = planned === undefined ? undefined : registerOf(planned.data);
  const ids = new Set(logs.map(({ id }) => id));
  for (const entry of logs) {
    all.add(badConfirmations(entry, ids));
    all.add(badSignatures(entry, logs));
    const missing = missingColumns(entry);
    all.add([...missing, ...badKinds(entry), ...badReferences(entry, known)]);
    if (missing.length === 0) all.add([...badConditions(entry), ...badLikeness(entry, ordered), ...badRoles(entry, schedule)]);
  }
  for (const [index, entry] of ordered.entries()) {
    // An entry may lie in another of its own register.
    const readable = ordered.slice(0, index + 1).map(({ id }) => id);
    all.add(
      badReferences(
        entry,
        readable.filter((id) => known.includes(id)),
      ),
    );
    all.add([...badLikeness(entry, ordered.slice(0, index)), ...badEvidence(entry)]);
  }
  all.add(furtherEvidence(ordered));
  for (const id of ownRegisters) {
    const file = `content/registers/${id}.mdx`;
    if (!files.has(file))
      all.add([problem('file/missing', { file }, `缺少名录定义 ${id}`, '服务、地点、岗位、排期、日历是必有的名录')]);
  }
  return { value: { logs, registers: ordered }, problems: all.problems };
}

/** What the files of a contract define. */
export const definitionsOf = ({ logs, registers }: DefinitionFiles): Definitions =>
  definitionsFrom(
    logs.map(({ data }) => data),
    registers.map(({ data }) => data),
  );
