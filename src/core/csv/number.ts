import type { Column, Value } from './column.ts';
import { Fault, normalise, oddDigits, parted, quote, Repaired, saysNothing, scientific } from './reading.ts';

type NumberColumn = Extract<Column, { type: 'integer' | 'decimal' }>;

const plainNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/u;
const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/u;
const chineseNumeral = /^[零〇一二三四五六七八九十百千万两半]+/u;

/** Reads a number of a column: full width, one apostrophe in front, the column's own unit behind and thousands in threes are taken off. */
export function readNumber(raw: string, column: NumberColumn): Value | Repaired | Fault {
  const places = column.type === 'decimal' ? column.places : 0;
  const compact = plainNumber.test(raw) ? raw : normalise(raw).replace(/^'/u, '');
  const unit = normalise(column.unit);
  const bare = unit !== '' && compact.endsWith(unit) ? compact.slice(0, -unit.length) : compact;
  const text = grouped.test(bare) ? bare.split(',').join('') : bare;
  if (!plainNumber.test(text) || parted.test(raw.normalize('NFKC')) || hasOddDigits(raw, column))
    return notPlain(raw, compact, column);
  if ((text.split('.')[1]?.length ?? 0) > places) return new Fault('cell/number', `${quote(raw)}小数位过多`, numberHint(column));
  const value = Number(text) + 0;
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER / 10 ** places) {
    return new Fault('cell/range', `${quote(raw)}数字过大，无法准确保存`, '请核对后填写实际数');
  }
  if ((column.min !== undefined && value < column.min) || (column.max !== undefined && value > column.max)) {
    const range = `${column.min ?? '不限'} 至 ${column.max ?? '不限'}`;
    return new Fault('cell/range', `${quote(raw)}超出范围（${range}${column.unit}）`, '请核对后填写实际数');
  }
  return text === raw ? value : new Repaired(value, '数字写法');
}

/** Whether a sign stands in the number that is no digit but would become one; in the unit behind it may. */
const hasOddDigits = (raw: string, { unit }: NumberColumn): boolean => {
  if (!oddDigits.test(raw)) return false;
  const text = raw.trim();
  return oddDigits.test(unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text);
};

function numberHint(column: NumberColumn): string {
  const unit = column.unit === '' ? '' : `，单位${column.unit}`;
  return column.type === 'integer' ? `请填整数${unit}，不带单位和文字` : `请填数字（至多 ${column.places} 位小数）${unit}`;
}

/** Says why a text is no number, as far as one can tell. */
function notPlain(raw: string, compact: string, column: NumberColumn): Fault {
  const hint = numberHint(column);
  const fault = (message: string, advice: string = hint) => new Fault('cell/number', `${quote(raw)}${message}`, advice);
  if (scientific.test(compact)) return fault('已被表格软件改成科学计数法，原数字已丢失', '请把该列设为“文本”或“数值”后重新录入');
  if (hasOddDigits(raw, column)) return fault('里有上标、带圈或罗马数字，不能当作数字');
  if (saysNothing(compact) || /^(未检|不适用)$/u.test(compact))
    return fault('不是数字', `确实没有请填 0${column.required ? '' : '，不需要填的留空'}`);
  if (/^[=@]/u.test(compact)) return fault('是公式，不是结果', '请复制后“选择性粘贴 → 数值”，再导出');
  if (compact.endsWith('%')) return fault('是百分数', `请填数目，不填百分数；${hint}`);
  if (/约|左右|大概|大约|上下|以上|以下|多|余|近|[><≥≤~±]/u.test(compact) || /^\+/u.test(compact)) {
    return fault('不是确定的数量', `请填实际数；${hint}`);
  }
  if (chineseNumeral.test(compact)) return fault('不是确定的数量', `请用阿拉伯数字填实际数；${hint}`);
  if (/^-?\d+(,\d*)+(\.\d+)?$/u.test(compact)) return fault('千分位不正确', `请不带千分位；${hint}`);
  if (/^\d+(\.\d+)?[-至到]\d+(\.\d+)?$/u.test(compact)) return fault('是一段范围，不是一个数', hint);
  const [, other] = /^-?\d+(?:\.\d+)?([^\d.,]+)$/u.exec(compact) ?? [];
  if (other !== undefined)
    return fault(column.unit === '' ? `后面的“${other}”多余` : `的单位“${other}”与要求的“${column.unit}”不一致，系统不换算`);
  return fault('不是确定的数字');
}
