import { describe, expect, it } from 'vitest';
import { cellReader } from '../../src/core/csv/cell.ts';
import { readHeader } from '../../src/core/csv/header.ts';
import { Repaired } from '../../src/core/csv/reading.ts';
import { withUses } from '../../src/core/logs/uses.ts';
import { readContent } from '../../src/core/project/project.ts';
import { usesOf } from '../../src/core/project/uses.ts';
import { contentFiles } from '../../src/disk/files.ts';
import { bank } from './definitions.ts';

const { indicators } = readContent(contentFiles('.')).value;
const uses = usesOf(
  bank.logs,
  indicators.map(({ data }) => data),
);
const logs = bank.logs.map((log) => withUses(log, uses));
const used = logs.flatMap((log) =>
  Object.entries(log.columns).flatMap(([field, column]) =>
    column.required || column.use !== undefined ? [{ log, field, column }] : [],
  ),
);

/** What is found in a header; the row below it only makes it a table. */
function found(log: (typeof logs)[number], names: readonly string[]) {
  const rows = [names, names.map(() => '甲')].map((cells, at) => ({ line: at + 1, cells }));
  return readHeader(rows, log, 'log.csv').problems.filter(({ severity }) => severity === 'error');
}
const namesOf = (log: (typeof logs)[number]) => Object.values(log.columns).map(({ name }) => name);

describe('every column that a measure, a rule or a report reads', () => {
  it('are many: of all logs', () => {
    expect(used.length).toBeGreaterThan(200);
    expect(new Set(used.map(({ log }) => log.id)).size).toBe(29);
  });

  it('is an error when it is missing, which names it', () => {
    for (const { log, column } of used) {
      const names = namesOf(log).filter((name) => name !== column.name);
      const told = found(log, names).map(({ code, message }) => `${code} ${message}`);
      expect(told, `${log.id} ${column.name}`).toEqual([expect.stringContaining(`header/missing 缺少`)]);
      expect(told[0]).toContain(`“${column.name}”`);
    }
  });

  it('is an error when it is called otherwise, with the right name', () => {
    for (const { log, column } of used) {
      const other = `${column.name}栏`;
      const names = namesOf(log).map((name) => (name === column.name ? other : name));
      const told = found(log, names).map(({ hint }) => hint);
      expect(told, `${log.id} ${column.name}`).toEqual([
        `第${names.indexOf(other) + 1}列“${other}”是否应为“${column.name}”？请把表头改正`,
      ]);
    }
  });
});

describe('every text whose filling has consequences', () => {
  const decisive = used.filter(({ column }) => column.type === 'text' && !column.required && column.use?.decides === true);
  const spellings = [
    '暂无',
    '无特殊情况',
    '没有特殊情况',
    '无异常',
    '正常',
    '否',
    '不适用',
    '未发生',
    '无。',
    '（无）',
    '空',
    'none',
    'nil',
    '0',
    '×',
    '／',
    '─',
    '无',
    '没有',
    '/',
    'N/A',
  ];

  it('reads all of a clerk’s words for nothing as empty, and says so', () => {
    expect(decisive.length).toBeGreaterThan(15);
    for (const { log, column } of decisive) {
      const read = cellReader(column, { month: '2026-10', referents: new Map() });
      for (const word of spellings) {
        const result = read(word);
        expect(result instanceof Repaired ? [result.value, result.code] : result, `${log.id} ${column.name} ${word}`).toEqual([
          null,
          'cell/repaired',
        ]);
      }
      expect(read('客户要求改期'), `${log.id} ${column.name}`).toBe('客户要求改期');
    }
  });
});
