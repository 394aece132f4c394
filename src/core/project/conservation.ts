import type { Assessment } from '../indicators/assessment.ts';
import { conservation } from '../indicators/conservation.ts';
import type { LogMonth } from '../logs/log.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Occurrence } from '../registers/registers.ts';

const scheduleFile = 'data/registers/schedule.csv';

function recordProblem({ log, file, month }: LogMonth, lines: readonly number[]): Problem[] {
  const [line] = lines;
  if (line === undefined) return [];
  const message = `${month} ${log.name}有${lines.length}行没有指标评价，也没有写明原因，从第${line}行起`;
  const hint = '请由指标评价，或在台账定义的 unjudged 写明哪些行不评价和原因';
  return [problem('measure/unjudged', { file, line }, message, hint)];
}

/** What a log's schedule asks for and nobody judges, by what is to be done. */
function dueProblems(log: string, rest: readonly Occurrence[], lineOf: ReadonlyMap<string, number>): Problem[] {
  const byItem = new Map<string, Occurrence[]>();
  for (const each of rest) {
    const item = String(each.entry.item);
    const same = byItem.get(item);
    if (same === undefined) byItem.set(item, [each]);
    else same.push(each);
  }
  return [...byItem].map(([item, occurrences]) => {
    const line = Math.min(...occurrences.flatMap(({ entry }) => lineOf.get(String(entry.id)) ?? []));
    const message = `${log}的“${item}”应做${occurrences.length}次，没有指标评价，也没有写明原因`;
    const hint = '请由指标评价，或在排期里写明为什么不评价';
    return problem(
      'measure/unjudged',
      Number.isFinite(line) ? { file: scheduleFile, line } : { file: scheduleFile },
      message,
      hint,
    );
  });
}

/** Records and due occurrences that no indicator judges and that no declaration explains: `measure/unjudged`, in all months. */
export function checkConservation(assessment: Assessment): Problem[] {
  const schedule = assessment.ledger.registers.get('schedule')?.records ?? [];
  const lineOf = new Map(schedule.map(({ values, line }) => [String(values.id), line]));
  const due = new Map<string, Occurrence[]>();
  const problems = assessment.months.flatMap((month) =>
    conservation(assessment, month).flatMap((account) => {
      const { name } = account.handed.log;
      due.set(name, [...(due.get(name) ?? []), ...account.due.rest]);
      return recordProblem(
        account.handed,
        account.records.rest.map(({ line }) => line),
      );
    }),
  );
  return [...problems, ...[...due].flatMap(([log, rest]) => dueProblems(log, rest, lineOf))];
}
