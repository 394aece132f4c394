import type { Column, Value } from '../core/csv/column.ts';
import type { TableRecord } from '../core/csv/table.ts';
import type { Log } from '../core/logs/log.ts';
import type { Registers } from '../core/registers/registers.ts';
import type { Correction } from '../core/reports/cases.ts';

/** A cell as readers see it: a referenced entry with its name, a minute with a space, nothing as a dash. */
export function cellWords(value: Value, column: Column, registers: Registers): string {
  if (value === null) return '—';
  switch (column.type) {
    case 'reference': {
      const entry = registers.get(column.register)?.byId.get(String(value));
      const name = entry?.short ?? entry?.name;
      return typeof name === 'string' ? name : String(value);
    }
    case 'moment':
      return String(value).replace('T', ' ');
    case 'integer':
    case 'decimal':
    case 'choice':
    case 'text':
    case 'id':
    case 'date':
      return String(value);
  }
}

/** No entry of a log needs more characters to be understood where its row is only told of. */
const longest = 1000;

/** The words of an entry where its row is told of; one that would fill sheets is cut, and says so: the records show all of it. */
export function excerptWords(words: string): string {
  if (words.length <= longest) return words;
  const beginning = [...words.slice(0, longest)].slice(0, -1).join('');
  return `${beginning}……（原文共${words.length}字，这里只列开头，全文见台账记录）`;
}

/** What was done about a failed row, and when; 未记整改 when its log has columns for it and they are empty; a dash when it has none. */
export function correctionWords(correction: Correction | null): string {
  if (correction === null) return '—';
  const done = correction.action.map(({ column, text }) => `${column}：${excerptWords(text)}`);
  const closed = correction.closed === null ? [] : [`${correction.closed.replace('T', ' ')} 办结`];
  return [...done, ...closed].join('；') || '未记整改';
}

/** A cell among others in one line: a number says what it counts. */
function toldWords(value: Value, column: Column, registers: Registers): string {
  const words = excerptWords(cellWords(value, column, registers));
  return value !== null && (column.type === 'integer' || column.type === 'decimal') ? `${column.name} ${words}` : words;
}

/** What a list that tells of a row says apart, or nobody asks there: where, of which service, and who. */
const aside = ['locations', 'services', 'posts'];

/** What a row is about, for lists where the whole row does not fit: its key and its descriptive cells, without location, time and staff. */
export function rowWords(record: TableRecord, log: Log, registers: Registers): string {
  const told = Object.entries(log.columns).filter(
    ([field, column]) =>
      field !== log.location &&
      column.required &&
      column.type !== 'moment' &&
      column.type !== 'date' &&
      !(column.type === 'reference' && aside.includes(column.register)),
  );
  return told
    .slice(0, 4)
    .map(([field, column]) => toldWords(record.values[field] ?? null, column, registers))
    .join(' · ');
}
