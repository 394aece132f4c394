import { monthWords } from '../../present/dates.ts';
import type { Opened } from './protocol.ts';

/** A file on the desk: where it came from, what it seems to be, and the name under which it is checked. */
export interface Item {
  readonly id: number;
  readonly path: string;
  readonly blob: Blob;
  opened: Opened | null;
  /** Null until somebody says which table it is. */
  name: string | null;
}

export const slipName = 'delivery.csv';

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The name that a file gets by itself: the table's that it clearly is; its own when it is no CSV. */
export function nameFor({ path }: Item, { tables }: Opened): string | null {
  const [only, ...others] = tables;
  if (only !== undefined && others.length === 0) return `${only}.csv`;
  return path.endsWith('.csv') ? null : baseName(path);
}

/** The month that most files seem to belong to, and how that is told; null where none says one. */
export function likelyMonth(items: readonly Item[]): { readonly month: string; readonly words: string } | null {
  const counts = new Map<string, number>();
  for (const { opened } of items) if (opened?.month) counts.set(opened.month, (counts.get(opened.month) ?? 0) + 1);
  const [best] = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? 1 : -1));
  if (best === undefined) return null;
  const [month] = best;
  const others = [...counts.keys()].filter((each) => each !== month);
  const doubt = others.length > 0 ? `，但有文件像是别的月份（${others.join('、')}）` : '';
  return { month, words: `由文件夹、文件名或日期推断为${monthWords(month)}${doubt}；不对请改。` };
}

/** What the clerk must still decide of a month's files; null when the check can begin. */
export function undecided(items: readonly Item[], month: string): string | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/u.test(month)) return '看不出是哪个月，请选择月份。';
  const unnamed = items.filter(({ name }) => name === null);
  if (unnamed.length > 0) return `看不出 ${unnamed.map(({ path }) => path).join('、')} 是哪种台账，请在下表中选择。`;
  const names = items.map(({ name }) => name);
  const twice = items.filter(({ name }, at) => names.indexOf(name) !== at);
  return twice.length > 0 ? `有两个文件都作为 ${twice[0]?.name}，请改选台账或移除一个。` : null;
}
