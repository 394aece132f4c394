import type { Severity } from '../core/problem/codes.ts';
import { monthWords } from './dates.ts';

type Counts = Readonly<Record<Severity, number>>;

/** 错误 2，警告 1; 没有问题 where nothing was found. */
export function countsWords({ error, warning, info }: Counts): string {
  const told = [[error, '错误'] as const, [warning, '警告'] as const, [info, '信息'] as const].flatMap(([count, word]) =>
    count === 0 ? [] : [`${word} ${count}`],
  );
  return told.length === 0 ? '没有问题' : told.join('，');
}

/** What a check came to: how many files and rows, what was found, and whether the month may be committed. */
export function checkSentence(month: string, files: number, rows: number, counts: Counts): string {
  const found = `${monthWords(month)}：检查了 ${files} 个文件、${rows} 行，${countsWords(counts)}。`;
  if (counts.error > 0) return `${found}有错误不能发布，请按下面的说明改正。`;
  return counts.warning > 0 ? `${found}可以提交；有警告的台账可能按“数据不完整”处理。` : `${found}可以提交。`;
}

/** 1.2 MB, 34 KB: how large a file is. */
export const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000 ? `${Math.round(bytes / 100_000) / 10} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`;

/** 第1—50行，共3,200行 of a view. */
export function pageWords(file: string, from: number, shown: number, total: number, faulty: boolean): string {
  if (total === 0) return `${file}：没有${faulty ? '有问题的' : ''}行`;
  return `${file}：${faulty ? '有问题的行中' : ''}第 ${from + 1}—${from + shown} 条，共 ${total} 条`;
}
