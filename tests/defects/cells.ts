import type { Month } from '../../src/core/calendar/date.ts';
import type { Column } from '../../src/core/csv/column.ts';
import type { ProblemCode } from '../../src/core/problem/codes.ts';
import type { Defect } from './defect.ts';
import { folder, logFile, type Sample, withCell } from './sample.ts';

/** What a clerk or a spreadsheet makes of one sound cell, and the code that names it. `write` gives null where it does not apply. */
interface CellFault {
  readonly name: string;
  readonly code: ProblemCode;
  write(cell: string, column: Column, month: Month): string | null;
}

const wide = (text: string) =>
  text.replaceAll(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll('\u3000', ' ');

const day = (cell: string) => {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(cell) ?? [];
  return { year, month, date, m: Number(month), d: Number(date) };
};
const clock = (cell: string) => {
  const [, hour = '', minute = ''] = / (\d{2}):(\d{2})$/u.exec(cell) ?? [];
  return { hour, minute, h: Number(hour) };
};

/** Days since 1899-12-30, as Excel on Windows counts; 1462 less in a workbook with the date system of 1904. */
const serial = (cell: string, epoch: 1900 | 1904) => {
  const { year, m, d } = day(cell);
  return Math.round((Date.UTC(Number(year), m - 1, d) - Date.UTC(1899, 11, 30)) / 86_400_000) - (epoch === 1904 ? 1462 : 0);
};

const fault = (name: string, code: ProblemCode, write: CellFault['write']): CellFault => ({ name, code, write });
const filled = (write: (cell: string, column: Column, month: Month) => string | null): CellFault['write'] => {
  return (cell, column, month) => (cell === '' ? null : write(cell, column, month));
};
const inMonth = (write: (cell: string) => string): CellFault['write'] => {
  return (cell, _, month) => (cell.startsWith(month) ? write(cell) : null);
};
const outOfMonth = (write: (cell: string) => string): CellFault['write'] => {
  return (cell, _, month) => (cell === '' || cell.startsWith(month) ? null : write(cell));
};
const other = (text: string): CellFault['write'] => {
  return () => text;
};

const blanked = fault('空着', 'cell/required', (_, { required }) => (required ? '' : null));
const ditto = ['同上', '〃', ' 同上 '].map((text) => fault(`写成“${text}”`, 'cell/text', other(text)));
const broken = ['########', '#REF!', '#N/A', '#DIV/0!'].map((text) => fault(`写成“${text}”`, 'cell/text', other(text)));
const invisible = filled((cell) => `\u3000${cell}\u200b`);
const dashed = ['/', '—', 'N/A'].map((text) =>
  fault(`选填而写“${text}”`, 'cell/repaired', (cell, { required }) => (required || cell !== '' ? null : text)),
);

const dates: CellFault[] = [
  fault(
    '写成 年/月/日',
    'cell/repaired',
    filled((cell) => `${day(cell).year}/${day(cell).m}/${day(cell).d}`),
  ),
  fault(
    '写成 年.月.日',
    'cell/repaired',
    filled((cell) => `${day(cell).year}.${day(cell).m}.${day(cell).d}`),
  ),
  fault(
    '写成汉字日期',
    'cell/repaired',
    filled((cell) => `${day(cell).year}年${day(cell).m}月${day(cell).d}日`),
  ),
  fault(
    '写成八位数字',
    'cell/repaired',
    filled((cell) => cell.replaceAll('-', '')),
  ),
  fault('写成全角', 'cell/repaired', filled(wide)),
  fault(
    '后面带 0:00',
    'cell/repaired',
    filled((cell) => `${cell} 0:00`),
  ),
  fault('带看不见的字符', 'cell/repaired', invisible),
  fault(
    '没有年份，在本月',
    'cell/repaired',
    inMonth((cell) => `${day(cell).m}月${day(cell).d}日`),
  ),
  fault(
    '没有年份的短写，在本月',
    'cell/repaired',
    inMonth((cell) => `${day(cell).m}-${day(cell).d}`),
  ),
  fault(
    'Excel 序号，在本月',
    'cell/repaired',
    inMonth((cell) => String(serial(cell, 1900))),
  ),
  fault(
    '1904 年起的 Excel 序号，在本月',
    'cell/repaired',
    inMonth((cell) => String(serial(cell, 1904))),
  ),
  fault(
    '没有年份，不在本月',
    'cell/date',
    outOfMonth((cell) => `${day(cell).m}月${day(cell).d}日`),
  ),
  fault(
    'Excel 序号，不在本月',
    'cell/date',
    outOfMonth((cell) => String(serial(cell, 1900))),
  ),
  fault(
    '2 月 31 日',
    'cell/date',
    filled((cell) => `${day(cell).year}-02-31`),
  ),
  fault(
    '6 月 31 日',
    'cell/date',
    filled((cell) => `${day(cell).year}年6月31日`),
  ),
  fault(
    '日在前',
    'cell/date',
    filled((cell) => `${day(cell).date}/${day(cell).month}/${day(cell).year}`),
  ),
  fault(
    '两位年份',
    'cell/date',
    filled((cell) => `${day(cell).year.slice(2)}-${day(cell).m}-${day(cell).d}`),
  ),
  fault(
    '带时间',
    'cell/date',
    filled((cell) => `${cell} 08:05`),
  ),
  fault(
    '写成一段',
    'cell/date',
    filled((cell) => `${cell} 至 ${cell}`),
  ),
  fault('写成“本月”', 'cell/date', other('本月')),
  fault('写成科学计数法', 'cell/date', other('4.6E+04')),
  fault('写成公式', 'cell/date', other('=TODAY()')),
];

const moments: CellFault[] = [
  fault(
    '写成 年/月/日 时:分',
    'cell/repaired',
    filled((cell) => `${day(cell).year}/${day(cell).m}/${day(cell).d} ${clock(cell).h}:${clock(cell).minute}`),
  ),
  fault(
    '中间写 T',
    'cell/repaired',
    filled((cell) => cell.replace(' ', 'T')),
  ),
  fault(
    '写成 点分',
    'cell/repaired',
    filled((cell) => `${day(cell).year}年${day(cell).m}月${day(cell).d}日 ${clock(cell).h}点${clock(cell).minute}分`),
  ),
  fault(
    '写成上午下午',
    'cell/repaired',
    filled((cell) => {
      const { h, minute } = clock(cell);
      if (h === 0) return null;
      return `${cell.slice(0, 10)} ${h < 12 ? `上午${h}` : `下午${h === 12 ? 12 : h - 12}`}:${minute}`;
    }),
  ),
  fault(
    '带 0 秒',
    'cell/repaired',
    filled((cell) => `${cell}:00`),
  ),
  fault('写成全角', 'cell/repaired', filled(wide)),
  fault(
    '没有年份，在本月',
    'cell/repaired',
    inMonth((cell) => `${day(cell).m}月${day(cell).d}日 ${clock(cell).hour}:${clock(cell).minute}`),
  ),
  fault(
    'Excel 序号，在本月',
    'cell/repaired',
    inMonth((cell) => {
      const fraction = (clock(cell).h * 60 + Number(clock(cell).minute)) / 1440;
      return (serial(cell, 1900) + fraction).toFixed(9);
    }),
  ),
  fault(
    '没有时间',
    'cell/date',
    filled((cell) => cell.slice(0, 10)),
  ),
  fault(
    '没有日期',
    'cell/date',
    filled((cell) => cell.slice(11)),
  ),
  fault(
    '24:00',
    'cell/date',
    filled((cell) => `${cell.slice(0, 10)} 24:00`),
  ),
  fault(
    '上午 12 点',
    'cell/date',
    filled((cell) => `${cell.slice(0, 10)} 上午12:05`),
  ),
  fault(
    '写成一段',
    'cell/date',
    filled((cell) => `${cell}-23:59`),
  ),
  fault(
    '没有的时刻',
    'cell/date',
    filled((cell) => `${cell.slice(0, 10)} 25:10`),
  ),
  fault(
    '没有的日期',
    'cell/date',
    filled((cell) => `${day(cell).year}-02-30 ${cell.slice(11)}`),
  ),
  fault('写成“当日”', 'cell/date', other('当日')),
];

const bounds = (column: Column) => (column.type === 'integer' || column.type === 'decimal' ? column : null);

const numbers: CellFault[] = [
  fault('写成全角', 'cell/repaired', filled(wide)),
  fault(
    '带单位',
    'cell/repaired',
    filled((cell, column) => {
      const unit = bounds(column)?.unit ?? '';
      return unit === '' ? null : `${cell}${unit}`;
    }),
  ),
  fault('带看不见的字符', 'cell/repaired', invisible),
  fault(
    '前面带单引号',
    'cell/repaired',
    filled((cell) => `'${cell}`),
  ),
  fault(
    '写成“约”',
    'cell/number',
    filled((cell) => `约${cell}`),
  ),
  fault(
    '写成“左右”',
    'cell/number',
    filled((cell) => `${cell}左右`),
  ),
  fault(
    '写成大于',
    'cell/number',
    filled((cell) => `>${cell}`),
  ),
  fault('写成汉字', 'cell/number', other('三')),
  fault('科学计数法', 'cell/number', other('1.23E+17')),
  fault(
    '别的单位',
    'cell/number',
    filled((cell) => `${cell}斤`),
  ),
  fault('千分位不对', 'cell/number', other('12,34')),
  fault('写成“无”', 'cell/number', other('无')),
  fault('写成“/”', 'cell/number', other('/')),
  fault(
    '写成一段',
    'cell/number',
    filled((cell) => `${cell}-${cell}`),
  ),
  fault('写成公式', 'cell/number', other('=1+1')),
  fault(
    '带加号',
    'cell/number',
    filled((cell) => `+${cell}`),
  ),
  fault(
    '小数过多',
    'cell/number',
    filled((cell, column) => (column.type === 'decimal' ? '1.23456' : `${cell}.5`)),
  ),
  fault('低于下限', 'cell/range', (_, column) => {
    const min = bounds(column)?.min;
    return min === undefined ? null : String(min - 1);
  }),
  fault('高于上限', 'cell/range', (_, column) => {
    const max = bounds(column)?.max;
    return max === undefined ? null : String(max + 1);
  }),
  fault('大得存不下', 'cell/range', (_, column) => (bounds(column)?.max === undefined ? '99999999999999999999' : null)),
];

const others = (cell: string, column: Column) => (column.type === 'choice' ? (column.values[cell] ?? []) : []);
const saidIn = (column: Column, text: string) =>
  column.type === 'choice' && Object.entries(column.values).some(([word, aliases]) => word === text || aliases.includes(text));

const choices: CellFault[] = [
  fault(
    '别的写法',
    'cell/repaired',
    filled((cell, column) => others(cell, column)[0] ?? null),
  ),
  fault(
    '中间有空格',
    'cell/repaired',
    filled((cell) => (cell.length > 1 ? `${cell.slice(0, 1)} ${cell.slice(1)}` : null)),
  ),
  fault('带看不见的字符', 'cell/repaired', invisible),
  ...['○', '一般', '△', '？'].map((text) =>
    fault(`写成“${text}”`, 'cell/vocabulary', (_, column) => (saidIn(column, text) ? null : text)),
  ),
  fault(
    '后面加字',
    'cell/vocabulary',
    filled((cell) => `${cell}了`),
  ),
  fault(
    '两个都写',
    'cell/vocabulary',
    filled((cell, column) => {
      const second = column.type === 'choice' ? Object.keys(column.values).find((word) => word !== cell) : undefined;
      return second === undefined ? null : `${cell}/${second}`;
    }),
  ),
];

const references: CellFault[] = [
  fault(
    '写成全角',
    'cell/repaired',
    filled((cell) => (wide(cell) === cell ? null : wide(cell))),
  ),
  fault('带看不见的字符', 'cell/repaired', invisible),
  fault(
    '多写一字',
    'reference/unknown',
    filled((cell) => `${cell}甲`),
  ),
  fault(
    '丢了前导零',
    'reference/unknown',
    filled((cell) => (/0\d/u.test(cell) ? cell.replace(/0(?=\d)/gu, '') : null)),
  ),
  fault('名录里没有', 'reference/unknown', other('查无此项')),
  fault('科学计数法', 'cell/id', other('1.23E+17')),
];

const ids: CellFault[] = [
  fault('写成全角', 'cell/repaired', filled(wide)),
  fault(
    '前面带单引号',
    'cell/repaired',
    filled((cell) => `'${cell}`),
  ),
  fault('带看不见的字符', 'cell/repaired', invisible),
  fault(
    '写成小写',
    'cell/id',
    filled((cell) => cell.toLowerCase()),
  ),
  fault(
    '少一位',
    'cell/id',
    filled((cell) => cell.slice(0, -1)),
  ),
  fault(
    '只写序号',
    'cell/id',
    filled((cell) => cell.slice(-1)),
  ),
  fault('科学计数法', 'cell/id', other('1.23E+17')),
];

const texts: CellFault[] = [
  fault(
    '像公式',
    'cell/kept',
    filled((cell) => `=${cell}`),
  ),
  fault(
    '以 @ 开头',
    'cell/kept',
    filled((cell) => `@${cell}`),
  ),
  fault(
    '含换行',
    'cell/kept',
    filled((cell) => `${cell.slice(0, 1)}\n${cell.slice(1)}`),
  ),
  fault(
    '前后有空格',
    'cell/repaired',
    filled((cell) => `  ${cell}\u3000`),
  ),
  fault('科学计数法', 'cell/text', other('1.23E+17')),
];

function faultsOf(column: Column): readonly CellFault[] {
  switch (column.type) {
    case 'date':
      return [...dates, ...dashed];
    case 'moment':
      return [...moments, ...dashed];
    case 'integer':
    case 'decimal':
      return numbers;
    case 'choice':
      return [...choices, ...dashed.filter(({ write }) => !saidIn(column, write('', { ...column, required: false }, '') ?? ''))];
    case 'reference':
      return [...references, ...dashed];
    case 'id':
      return [...ids, ...dashed];
    case 'text':
      return [...texts, ...dashed];
  }
}

const perColumn = 2;

/**
 * For every column of a log some of the faults of its type, taken in turn over the whole suite by `turn` so that each fault
 * meets many columns; the row is one where the fault applies.
 */
export function cellDefects(sample: Sample, turn: () => number): Defect[] {
  return Object.values(sample.log.columns).flatMap((column) => {
    const at = sample.header.indexOf(column.name);
    if (at === -1) return [];
    const faults = [blanked, ...ditto, ...broken, ...faultsOf(column)];
    const found: Defect[] = [];
    for (let tried = 0; tried < faults.length && found.length < perColumn; tried += 1) {
      const each = faults[turn() % faults.length] ?? blanked;
      const defect = cellDefect(sample, at, column, each);
      if (defect !== null && found.every(({ name }) => name !== defect.name)) found.push(defect);
    }
    return found;
  });
}

function cellDefect(sample: Sample, at: number, column: Column, each: CellFault): Defect | null {
  const { log, month, rows } = sample;
  const written = rows.map((cells) => each.write(cells[at] ?? '', column, month));
  const row = written.findIndex((text, index) => text !== null && text !== rows[index]?.[at]);
  const text = written[row];
  if (text === null || text === undefined) return null;
  return {
    name: `${log.id} 第${row + 2}行“${column.name}” ${each.name}`,
    month,
    files: folder(sample, withCell(rows, row, at, text)),
    expected: [[each.code, logFile(sample), row + 2, at + 1]],
  };
}
