import type { Month } from '../calendar/date.ts';
import { sealFile } from '../ledger/seal-file.ts';
import { type Place, type Problem, problem } from '../problem/problem.ts';
import { brokenAmendments } from './chain.ts';
import { editsSince, resultsSince } from './changes.ts';
import type { Past } from './past.ts';
import type { Seals } from './reading.ts';
import { type SealedEdit, type SealedMonth, type SealedResultChange, stateOf } from './seal.ts';
import { heldReports, isOf, monthsOf, sealedBefore } from './sealing.ts';
import type { States } from './state.ts';
import { editWords, indicatorName, resultChangeWords } from './telling.ts';

const restore = '请从 git 历史恢复原来的文件';

/** Months between the first and the last that were sealed, and have no seal: `seal/missing`. */
function holes({ project }: States): Problem[] {
  const { seals, ledger } = project;
  const [first, last] = [[...seals.keys()][0], [...seals.keys()].at(-1)];
  if (first === undefined || last === undefined) return [];
  return ledger.months
    .filter(({ month }) => first < month && month < last && !seals.has(month))
    .map(({ month }) => problem('seal/missing', { file: sealFile(month) }, `前后各月都已封存，${month} 却没有封存`, restore));
}

/** Issued reports on months without a seal, or which no seal holds although one was made since: `seal/missing`. */
function unsealedReports({ project }: States): Problem[] {
  const { seals, ledger, assessment, content } = project;
  const held = heldReports(seals.values());
  return content.reports.flatMap(({ file, data }): Problem[] => {
    if (data.issued === null) return [];
    const { issued } = data;
    const months = monthsOf(data, assessment.year).filter((each) => ledger.months.some(({ month }) => month === each));
    const open = months.filter((each) => !seals.has(each));
    const hint = (month: Month) => `请运行 npm run seal -- ${month} --post 岗位代码；封存文件被删去的，${restore}`;
    if (open.length > 0)
      return open.map((month) =>
        problem('seal/missing', { file: sealFile(month) }, `${file} 已签发，${month} 却没有封存`, hint(month)),
      );
    const last = months.at(-1) ?? '';
    // A month's own report belongs into its own seal, whenever it was issued; any other into the first that is made afterwards.
    const later = isOf(data, last)
      ? seals.get(last)
      : [...seals.values()].find(({ seal }) => seal.month >= last && seal.date >= issued);
    if (later === undefined || held.has(file)) return [];
    const message = `报告已签发，${later.seal.month} 的封存里却没有它`;
    return [problem('seal/missing', { file }, message, `请运行 npm run amend -- ${later.seal.month}，写明理由`)];
  });
}

/** Seals that do not hold the digest of the one before: `seal/chain`. */
function brokenLinks(seals: Seals): Problem[] {
  return [...seals.values()].flatMap(({ seal, amendments }): Problem[] => {
    const before = sealedBefore(seals, seal.month);
    const own: Problem[] = [];
    if (seal.before !== (before?.seal.digest ?? null)) {
      const month = before?.seal.month ?? '更早月份';
      const message = `写明的上月摘要与 ${month} 的封存不符：${month} 的封存被换过，或被删去`;
      own.push(problem('seal/chain', { file: sealFile(seal.month) }, message, restore));
    }
    return [...own, ...brokenAmendments({ seal, amendments })];
  });
}

const codes = {
  row: 'seal/row',
  register: 'seal/register',
  definition: 'seal/definition',
  report: 'seal/report',
} as const satisfies Record<SealedEdit['kind'], string>;

const placeOf = ({ file, line }: SealedEdit): Place => (line === null ? { file } : { file, line });

/** The first results that changed, in words. */
function effects(states: States, results: readonly SealedResultChange[]): string {
  const told = results.slice(0, 3).map((each) => resultChangeWords(each, indicatorName(each.indicator, states.project)));
  return `${told.join('；')}${results.length > 3 ? `；另有${results.length - 3}项` : ''}`;
}

/** What differs of one month from what was sealed, or last amended. */
interface Difference {
  readonly month: Month;
  readonly edits: readonly SealedEdit[];
  readonly results: readonly SealedResultChange[];
}

function differenceOf(states: States, month: Month, sealed: SealedMonth, past: Past): Difference {
  const was = stateOf(sealed);
  const comparison = { month, sealed: was, now: states.since(month, was) };
  return { month, edits: editsSince(states, comparison, past), results: resultsSince(comparison) };
}

const amend = (month: Month) => `确须更正的运行 npm run amend -- ${month} --post 岗位代码 --reason "理由"`;

/** One edit with the months that it touches: a definition is the same one in all of them. */
interface Cause {
  readonly edit: SealedEdit;
  readonly of: Difference[];
}

function causesOf(found: readonly Difference[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const each of found) {
    for (const edit of each.edits) {
      const key = `${edit.kind} ${edit.file} ${edit.line} ${editWords(edit)}`;
      const known = causes.get(key);
      if (known === undefined) causes.set(key, { edit, of: [each] });
      else known.of.push(each);
    }
  }
  return [...causes.values()];
}

/** An edit as a problem: what was and is there, in which sealed months, and what became of their results. */
function editProblem(states: States, { edit, of }: Cause): Problem {
  const months = of.map(({ month }) => month);
  const [first = ''] = months;
  const which = months.length === 1 ? first : `${first} 等 ${months.length} 个月`;
  const changed = of.find(({ results }) => results.length > 0);
  const effect = changed === undefined ? '结论不变' : `${changed.month} 的结论随之变化：${effects(states, changed.results)}`;
  const message = `${which}已封存，${editWords(edit)}。${effect}`;
  return problem(codes[edit.kind], placeOf(edit), message, `请恢复原值；${amend(first)}`);
}

/** Results that changed although nothing that the month rests on did. */
function resultProblems(states: States, { month, edits, results }: Difference): Problem[] {
  const [first] = results;
  if (first === undefined || edits.length > 0) return [];
  const place = states.grounds.place(`indicator/${first.indicator}`) ?? { file: sealFile(month) };
  const message = `${month} 已封存，据以评价的内容没有变，结论却不同：${effects(states, results)}`;
  return [problem('seal/result', place, message, `请查明是更早月份的更正还是计算方法变了；${amend(month)}`)];
}

/**
 * Whether everything that was sealed is as it was: every seal holds the one before (`seal/chain`), no issued report and no month
 * between is without one (`seal/missing`), and nothing that a month's results rest on, nor a result, has changed since the seal
 * or its last amendment (`seal/row`, `seal/register`, `seal/definition`, `seal/report`, `seal/result`).
 */
export function checkSeals(states: States, past: Past): Problem[] {
  const { seals } = states.project;
  const found = [...seals].map(([month, sealed]) => differenceOf(states, month, sealed, past));
  return [
    ...holes(states),
    ...unsealedReports(states),
    ...brokenLinks(seals),
    ...causesOf(found).map((each) => editProblem(states, each)),
    ...found.flatMap((each) => resultProblems(states, each)),
  ];
}
