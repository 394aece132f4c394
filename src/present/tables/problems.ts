import { capProblems, type Problem } from '../../core/problem/problem.ts';
import type { Project } from '../../core/project/project.ts';
import { codeWords } from '../code-words.ts';
import type { Pieces } from '../paper/piece.ts';
import { code, excerpt, quote, stressed, text } from '../paper/say.ts';
import type { Table } from '../paper/table.ts';
import { placeWords, severityWords } from '../problems.ts';
import { repairWords } from '../quality.ts';
import { findingPlace } from '../rows.ts';

/** Problems that a page lists, and what its table is called. */
export interface ProblemList {
  readonly id: string;
  readonly caption: string;
  readonly problems: readonly Problem[];
}

/** A file, and below it the place in it: its line leads to the row, where a page shows it. */
function placePieces(project: Project, { file, line }: Pick<Problem, 'file' | 'line'>, words: string, rest = ''): Pieces {
  const place = quote(words, findingPlace(project, { file }, line) ?? undefined);
  return [code(file), stressed('small', place, ...(rest === '' ? [] : [quote(rest)]))];
}

/** Problems with what to do about each; of very many the first, as everywhere. */
export function problemTable(project: Project, { id, caption, problems }: ProblemList): Table {
  const rows = capProblems(problems).map((each) => ({
    cells: [
      placePieces(project, each, placeWords(each)),
      [text(severityWords[each.severity])],
      [quote(each.message)],
      [quote(each.hint ?? '不用处理')],
      [quote(codeWords(each)), stressed('small', code(each.code))],
    ],
  }));
  return {
    kind: 'table',
    id,
    caption: [quote(caption)],
    quiet: true,
    looks: ['stack'],
    columns: [
      { label: '位置', align: 'start', weight: 14 },
      { label: '程度', align: 'start', weight: 3 },
      { label: '问题', align: 'start', weight: 24, look: 'words' },
      { label: '怎么办', align: 'start', weight: 16 },
      { label: '类别', align: 'start', weight: 10 },
    ],
    rows,
    keepTogether: false,
  };
}

/** Cells that were read in another spelling, each with what was written and what it was read as. */
export function repairTable(project: Project, { id, caption, problems }: ProblemList): Table {
  const rows = problems.flatMap((problem) =>
    (problem.cells ?? []).map(({ line, column, raw, value }) => ({
      cells: [
        placePieces(project, { file: problem.file, line }, `第${line}行`, ` 第${column}列`),
        [excerpt(raw)],
        [value === null ? text('空') : excerpt(String(value))],
        [quote(repairWords(problem))],
      ],
    })),
  );
  return {
    kind: 'table',
    id,
    caption: [quote(caption)],
    quiet: true,
    looks: ['stack'],
    columns: [
      { label: '位置', align: 'start', weight: 14 },
      { label: '文件中写的', align: 'start', weight: 12, look: 'words' },
      { label: '读作', align: 'start', weight: 12, look: 'words' },
      { label: '做了什么', align: 'start', weight: 16 },
    ],
    rows,
    keepTogether: false,
  };
}
