import type { Defect, Expected } from './defect.ts';
import { csv, folder, line, logFile, type Sample, slip, slipFile, withCell } from './sample.ts';

type Rows = readonly (readonly string[])[];

const inserted = (rows: Rows, at: number, row: readonly string[]): Rows => [...rows.slice(0, at), row, ...rows.slice(at)];

/** Where a column of the log's definition stands in the header. */
const positionOf = ({ log, header }: Sample, field: string) => header.indexOf(log.columns[field]?.name ?? field) + 1;

const numberColumns = ({ log, header }: Sample) =>
  Object.values(log.columns)
    .filter(({ type }) => type === 'integer')
    .map(({ name }) => header.indexOf(name));

/** A closing row 合计 with the sums of the number columns, one of them wrong by `off`. */
function totals(sample: Sample, off: number): readonly string[] {
  const sums = numberColumns(sample);
  return sample.header.map((_, at) => {
    if (at === 0) return '合计';
    if (!sums.includes(at)) return '';
    const sum = sample.rows.reduce((total, row) => total + Number(row[at] ?? ''), 0);
    return String(at === sums[0] ? sum + off : sum);
  });
}

const dayBefore = (month: string) => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12-15` : `${year}-${String(number - 1).padStart(2, '0')}-15`;
};

/** Faults of whole rows: missing and surplus cells, blank rows, rows twice, totals, rows of another month, running numbers. */
export function rowDefects(sample: Sample): Defect[] {
  const { log, month, header, rows } = sample;
  const file = logFile(sample);
  const width = header.length;
  const blank = header.map(() => '');
  const last = rows.length + 1;
  const defect = (name: string, changed: Rows, expected: readonly Expected[], count?: number): Defect => ({
    name: `${log.id} ${name}`,
    month,
    files: folder(sample, changed, count),
    expected,
  });
  const [first = [], second = first] = rows;
  const lastRequired = header.findLastIndex((name) =>
    Object.values(log.columns).some((each) => each.name === name && each.required),
  );
  const dateAt = positionOf(sample, log.date);
  const dated = first[dateAt - 1] ?? '';
  const keyAt = positionOf(sample, log.key[0] ?? '');

  const found = [
    defect('缺末尾的必填列', [first.slice(0, lastRequired), ...rows.slice(1)], [['row/short', file, 2, lastRequired + 1]]),
    defect('多出一格', [[...first, '多出'], ...rows.slice(1)], [['row/long', file, 2, width + 1]]),
    defect('上面有空行', inserted(rows, 0, blank), [['row/blank', file, 2, null]]),
    defect(
      '末尾有空行',
      [...rows, ...Array.from({ length: 12 }, () => header.map(() => ''))],
      [['file/padding', file, last + 1, null]],
    ),
    defect(
      '一行抄了两遍',
      [...rows, first],
      [
        ['row/duplicate-key', file, 2, keyAt],
        ['row/duplicate-key', file, last + 1, keyAt],
      ],
      rows.length + 1,
    ),
    defect('中间又有表头', inserted(rows, 1, header), [['header/repeated', file, 3, null]]),
    defect('末尾的合计与明细相符', [...rows, totals(sample, 0)], [['row/total', file, last + 1, null]]),
    defect('合计在明细上面', inserted(rows, 0, totals(sample, 0)), [['row/total-mismatch', file, 2, 1]]),
    defect('有一行是上月的', withCell(rows, 0, dateAt - 1, dayBefore(month) + dated.slice(10)), [['row/month', file, 2, dateAt]]),
    {
      name: `${log.id} 引号没有结束`,
      month,
      files: {
        [file]: `${csv([header])}${line(first.slice(0, -1))},"没有结束\r\n${csv(rows.slice(1))}`,
        [slipFile(sample)]: slip(sample, rows.length),
      },
      expected: [['file/quote', file, 2, width]] as const,
    },
  ];
  const sum = numberColumns(sample)[0];
  if (sum !== undefined)
    found.push(defect('末尾的合计与明细不符', [...rows, totals(sample, 2)], [['row/total-mismatch', file, last + 1, sum + 1]]));
  if (log.sequence !== null && rows.length > 2) {
    const at = positionOf(sample, log.sequence);
    const number = second[at - 1] ?? '';
    found.push(
      defect('流水号缺一个', [first, ...rows.slice(2)], [['sequence/gap', file, null, null]], rows.length - 1),
      defect('流水号是别月的', withCell(rows, rows.length - 1, at - 1, number.replace(/\d{6}/u, '202001')), [
        ['row/month', file, last, at],
      ]),
    );
  }
  return found;
}
