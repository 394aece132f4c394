import type { Defect, Expected } from './defect.ts';
import { encode, utf16 } from './encode.ts';
import { csv, folder, logFile, type Sample, slip, slipFile } from './sample.ts';

type Content = string | Uint8Array;

const followingMonth = (month: string) => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

/** Faults of the header and of the file as a whole: what Excel, WPS, Notepad and a hasty hand do to it. */
export function fileDefects(sample: Sample): Defect[] {
  const { log, month, header, rows } = sample;
  const file = logFile(sample);
  const width = header.length;
  const text = csv([header, ...rows]);
  const defect = (name: string, content: Content, expected: readonly Expected[]): Defect => ({
    name: `${log.id} ${name}`,
    month,
    files: { [file]: content, [slipFile(sample)]: slip(sample, rows.length) },
    expected,
  });
  const table = (name: string, changed: readonly (readonly string[])[], expected: readonly Expected[]) =>
    defect(name, csv(changed), expected);
  const beside = (cells: readonly string[], cell: string) => [...cells, cell];
  const required = header.findIndex((name) => Object.values(log.columns).some((each) => each.name === name && each.required));
  const without = (cells: readonly string[]) => cells.filter((_, at) => at !== required);
  const retitled = (at: number, name: string) => header.map((each, position) => (position === at ? name : each));
  const measured = header.findIndex((name) =>
    Object.values(log.columns).some((each) => each.name === name && 'unit' in each && each.unit !== ''),
  );
  const unit = Object.values(log.columns).flatMap((each) =>
    each.name === header[measured] && 'unit' in each ? [each.unit] : [],
  )[0];
  const later = { ...sample, month: followingMonth(month) };
  const groups = header.map((name, at) => (at < 2 ? name : ''));
  const below = header.map((name, at) => (at < 2 ? '' : name));

  const found = [
    table('没有表头', rows, [['header/missing', file, 1, null]]),
    table('缺一个必填列', [header, ...rows].map(without), [['header/missing', file, 1, null]]),
    table(
      '两列表头相同',
      [beside(header, header[0] ?? ''), ...rows.map((row) => beside(row, ''))],
      [['header/duplicate', file, 1, width + 1]],
    ),
    table(
      '多出一列',
      [beside(header, '天气'), ...rows.map((row) => beside(row, '晴'))],
      [['header/unknown', file, 1, width + 1]],
    ),
    table(
      '有数据的列没有表头',
      [beside(header, ''), ...rows.map((row, at) => beside(row, at === rows.length - 1 ? '已补' : ''))],
      [['header/blank', file, rows.length + 1, width + 1]],
    ),
    table(
      '末尾有空列',
      [header, ...rows].map((row) => [...row, '', '']),
      [['file/padding', file, 1, null]],
    ),
    table(
      '表头上面有标题',
      [[`市分行${log.name}`, ...header.slice(1).map(() => '')], header, ...rows],
      [['header/title', file, 1, null]],
    ),
    table('两行表头', [groups, below, ...rows], [['header/double', file, 2, null]]),
    table(
      '表头带空格和星号',
      [retitled(required, ` ${header[required]?.slice(0, 1)} ${header[required]?.slice(1)}* `), ...rows],
      [['header/repaired', file, 1, required + 1]],
    ),
    defect('用制表符分列', csv([header, ...rows], '\t'), [['file/delimiter', file, null, null]]),
    defect('用分号分列，首行 sep=;', `sep=;\r\n${csv([header, ...rows], ';')}`, [['file/delimiter', file, null, null]]),
    defect('用中文逗号分列', csv([header, ...rows.map((row) => row.map((cell) => cell.replaceAll('，', '、')))], '，'), [
      ['header/delimiter', file, 1, null],
    ]),
    defect('只用回车换行', text.replaceAll('\r\n', '\r'), [['file/line-ends', file, null, null]]),
    defect('换行有两种', text.replace('\r\n', '\n'), [['file/line-ends', file, null, null]]),
    {
      name: `${log.id} 放进了下个月的文件夹`,
      month: later.month,
      files: folder(later, rows),
      expected: [['file/month', logFile(later), null, null]] as const,
    },
    {
      name: `${log.id} 清单少写一行`,
      month,
      files: folder(sample, rows, rows.length - 1),
      expected: [['delivery/row-count', slipFile(sample), 2, null]] as const,
    },
    {
      name: `${log.id} 没有列入清单`,
      month,
      files: { [file]: text, [slipFile(sample)]: csv([['台账', '行数', '交付日期', '交付岗位', '备注']]) },
      expected: [['delivery/unlisted', file, null, null]] as const,
    },
    {
      name: `${log.id} 列入清单而没有文件`,
      month,
      files: { [slipFile(sample)]: slip(sample, rows.length) },
      expected: [['file/missing', slipFile(sample), 2, null]] as const,
    },
    {
      name: `${log.id} 同一份台账另有一个文件`,
      month,
      files: { ...folder(sample, rows), [file.replace('.csv', ' (1).csv')]: csv([header, ...rows.slice(1)]) },
      expected: [['file/unexpected', file.replace('.csv', ' (1).csv'), null, null]] as const,
    },
  ];
  if (unit !== undefined)
    found.push(
      table(
        '表头带着单位',
        [retitled(measured, `${header[measured]}（${unit}）`), ...rows],
        [['header/repaired', file, 1, measured + 1]],
      ),
      table(
        '表头的单位不对',
        [retitled(measured, `${header[measured]}（千克）`), ...rows],
        [['header/unit', file, 1, measured + 1]],
      ),
    );
  return found;
}

/** What comes of saving, renaming and opening a file in the wrong way; nothing of it depends on the log. */
export function encodingDefects(sample: Sample): Defect[] {
  const { log, month, header, rows } = sample;
  const file = logFile(sample);
  const text = csv([header, ...rows]);
  const defect = (name: string, content: Content, expected: readonly Expected[]): Defect => ({
    name: `${log.id} ${name}`,
    month,
    files: { [file]: content, [slipFile(sample)]: slip(sample, rows.length) },
    expected,
  });
  return [
    defect('Excel 的 Unicode 文本', utf16(csv([header, ...rows], '\t'), true), [
      ['file/decoded', file, null, null],
      ['file/delimiter', file, null, null],
    ]),
    defect('UTF-16 没有字节序标记', utf16(text, false), [['file/encoding', file, null, null]]),
    defect('工作簿改了扩展名', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0]), [['file/encoding', file, null, null]]),
    defect('另存成了网页', `<html><body><table><tr><td>${header[0]}</td></tr></table></body></html>`, [
      ['file/encoding', file, null, null],
    ]),
    defect('中文成了问号', text.replaceAll(/\p{Script=Han}/gu, '?'), [['file/encoding', file, null, null]]),
    defect('UTF-8 被当作 GBK 打开又存了', misread(text, 'gb18030'), [['file/encoding', file, null, null]]),
    defect('GBK 被当作西文打开又存了', latin(encode(text, 'GB18030')), [['file/encoding', file, null, null]]),
  ];
}

/** What a text looks like once its UTF-8 bytes were read in another encoding. */
const misread = (text: string, label: string) => new TextDecoder(label).decode(encode(text, 'UTF-8')).replaceAll('\ufffd', '?');

const latin = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
