import { sourcesOf } from '../cases/source.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type LogMonth, rowsOfFile } from '../logs/log.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Registers } from '../registers/registers.ts';

/** Rows of a log of a month that name one post for both. */
function selfVerified(logMonth: LogMonth, registers: Registers): Problem[] {
  const { log, file } = logMonth;
  return sourcesOf(log, registers).flatMap(({ responsible, verifier, isCase }) => {
    if (responsible === undefined || verifier === undefined) return [];
    return rowsOfFile(logMonth).flatMap(({ line, values }) => {
      const post = values[verifier] ?? null;
      if (post === null || post !== values[responsible] || !isCase(values)) return [];
      const [acted, checked] = [responsible, verifier].map((field) => log.columns[field]?.name ?? field);
      const message = `“${acted}”和“${checked}”都是“${post}”：自己做的自己复核，不算复核`;
      return [problem('row/self-verified', { file, line }, message, '由另一岗位复核，照实填写；没有另一岗位复核的留空')];
    });
  });
}

/** Cases whose rows name one post as the one that acted and the one that looked again: `row/self-verified`, in all months. */
export const checkVerifiers = ({ months, registers }: Ledger): Problem[] =>
  months.flatMap(({ logs }) => [...logs.values()].flatMap((logMonth) => selfVerified(logMonth, registers)));
