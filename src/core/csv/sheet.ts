import Papa from 'papaparse';
import { type Outcome, problem } from '../problem/problem.ts';

/** Raw cells with the line of the file on which the row begins, as a text editor counts it (header = 1). */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export type Delimiter = ',' | '\t' | ';';

const newlines = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** Rows of a text whose line ends are all `\n`. A row that begins with an unclosed or misplaced quote ends the list. */
function split(text: string, delimiter: Delimiter, preview = 0): { rows: Row[]; broken: Row | null } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', header: false, preview });
  const quote = errors.find((each) => each.type === 'Quotes');
  const sound = quote?.row === undefined ? data.length : quote.row;
  const rows: Row[] = [];
  const quoted = text.includes('"');
  let line = 1;
  for (const cells of data) {
    rows.push({ line, cells });
    line += 1;
    if (quoted) for (const cell of cells) if (cell.includes('\n')) line += newlines(cell);
  }
  return { rows: rows.slice(0, sound), broken: rows[sound] ?? null };
}

/** How many characters are looked at to tell the delimiter: far more than any header has, far fewer than a file may have. */
const headSize = 20_000;

const isBlank = (row: Row) => row.cells.every((cell) => cell.trim() === '');

/**
 * Text to rows. The delimiter is the one of comma, tab and semicolon under which `headerScore` of the first row is
 * highest; comma on a tie. A leading `sep=` line is skipped, empty lines at the end are dropped, line ends of any kind
 * are read. Reports `file/quote` once (the rows after it cannot be told apart) and `row/blank` for empty lines inside.
 */
export function parse(text: string, file: string, headerScore: (cells: readonly string[]) => number): Outcome<Row[]> {
  const unified = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  const sep = /^"?sep=[,;\t]"?\n/iu.exec(unified)?.[0] ?? '';
  const body = unified.slice(sep.length);
  const head = body.slice(0, headSize);
  const score = (delimiter: Delimiter) => headerScore(split(head, delimiter, 1).rows[0]?.cells ?? []);
  const delimiter = ([',', '\t', ';'] as const).reduce((best, each) => (score(each) > score(best) ? each : best));
  const { rows, broken } = split(body, delimiter);
  const offset = sep === '' ? 0 : 1;
  const placed = offset === 0 ? rows : rows.map((row) => ({ line: row.line + offset, cells: row.cells }));
  const problems = [];
  if (broken !== null) {
    problems.push(
      problem(
        'file/quote',
        { file, line: broken.line + offset },
        `第${broken.line + offset}行的引号没有结束或位置不对，其后内容无法可靠分列`,
        '请检查这一行的英文双引号：单元格内的引号要写成两个，或用表格软件重新导出',
      ),
    );
  }
  while (placed.length > 0 && isBlank(placed[placed.length - 1] ?? { line: 0, cells: [] })) placed.pop();
  const kept = placed.filter((row) => {
    if (!isBlank(row)) return true;
    problems.push(problem('row/blank', { file, line: row.line }, `第${row.line}行为空行，已忽略`, '请确认没有漏填，并删去空行'));
    return false;
  });
  return { value: kept, problems };
}
