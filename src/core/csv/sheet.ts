import Papa from 'papaparse';
import { Causes } from '../problem/causes.ts';
import { type Outcome, type Problem, problem } from '../problem/problem.ts';
import { titleLimit } from './header.ts';

/** Raw cells with the line of the file on which the row begins, as a text editor counts it (first line = 1). */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export type Delimiter = ',' | '\t' | ';';

/** What a text is as a table: its rows, and what one must know to find a row again in a spreadsheet. */
export interface Sheet {
  readonly rows: readonly Row[];
  readonly delimiter: Delimiter;
  /** False when the rows end at a quote that is not closed. */
  readonly whole: boolean;
  /** The row number that Excel and WPS show for a line, where the two differ: they count a cell of many lines once. */
  readonly shown: ReadonlyMap<number, number>;
}

/** How the lines of a text end. */
interface LineEnds {
  readonly both: number;
  readonly newlines: number;
  readonly returns: number;
}

const count = (text: string, sign: string): number => {
  let found = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
};

function lineEndsOf(text: string): LineEnds {
  const returns = count(text, '\r');
  let [both, newlines] = [0, 0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) === 13) both += 1;
    else newlines += 1;
  }
  return { both, newlines, returns: returns - both };
}

/** A class, because of literals the engine supposes that they live long when a few of a file do, and so keeps all they hold. */
class SheetRow implements Row {
  readonly line: number;
  readonly cells: readonly string[];

  constructor(line: number, cells: readonly string[]) {
    this.line = line;
    this.cells = cells;
  }
}

type LineEnd = '\n' | '\r\n';

interface Split {
  readonly rows: Row[];
  readonly broken: Row | null;
  readonly inCells: number;
}

interface Cells {
  readonly cells: readonly (readonly string[])[];
  /** The row whose quote is not closed or misplaced. */
  readonly faulty: number | undefined;
}

/**
 * The cells of a text. PapaParse's parser lives on until the memory is next cleared out as a whole, with the rows that it
 * returns. So they are taken from it and nothing of them is left behind: half of the memory, and faster. A string is one chunk.
 */
function cellsOf(text: string, delimiter: Delimiter, newline: LineEnd, preview: number): Cells {
  let found: Cells = { cells: [], faulty: undefined };
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    header: false,
    preview,
    chunk: ({ data, errors }: Papa.ParseResult<string[]>) => {
      found = { cells: data.splice(0), faulty: errors.find(({ type }) => type === 'Quotes')?.row };
    },
    complete: () => undefined,
  });
  const taken = found;
  found = { cells: [], faulty: undefined };
  return taken;
}

/** Rows of a text whose lines all end alike. A row that begins with an unclosed or misplaced quote ends the list. */
function split(text: string, delimiter: Delimiter, newline: LineEnd, firstLine: number, preview = 0): Split {
  const { cells: all, faulty } = cellsOf(text, delimiter, newline, preview);
  const quoted = text.includes('"');
  let line = firstLine;
  const rows = all.map((cells): Row => {
    const row = new SheetRow(line, cells);
    line += 1;
    if (quoted) for (const cell of cells) line += count(cell, '\n');
    return row;
  });
  const inCells = line - firstLine - all.length;
  if (faulty === undefined) return { rows, broken: null, inCells };
  return { rows: rows.slice(0, faulty), broken: rows[faulty] ?? null, inCells };
}

/** How many characters are looked at to tell the delimiter: far more than any header has, far fewer than a file may have. */
const headSize = 20_000;

type HeaderScore = (cells: readonly string[]) => number;

/** The first lines of a text, more than titles and a header take; a quote may hold more lines, so that nothing is cut there. */
function headOf(text: string, newline: LineEnd): string {
  const head = text.slice(0, headSize);
  if (head.includes('"')) return head;
  let end = 0;
  for (let lines = 0; lines <= titleLimit; lines += 1) {
    const at = head.indexOf(newline, end);
    if (at === -1) return head;
    end = at + newline.length;
  }
  return head.slice(0, end);
}

/** Whether commas part the first line into nothing but names, and more than one. A name in quotes is none yet. */
function isHeader(text: string, newline: LineEnd, headerScore: HeaderScore): boolean {
  const end = text.indexOf(newline);
  const cells = text.slice(0, Math.min(headSize, end === -1 ? text.length : end)).split(',');
  return cells.length > 1 && headerScore(cells) === cells.length;
}

/** The delimiter under which one of the first rows names most columns; comma on a tie, and where the first row is nothing but names. */
function delimiterOf(text: string, newline: LineEnd, headerScore: HeaderScore): Delimiter {
  if (isHeader(text, newline, headerScore)) return ',';
  const head = headOf(text, newline);
  const score = (delimiter: Delimiter) =>
    Math.max(0, ...split(head, delimiter, newline, 1, titleLimit + 1).rows.map(({ cells }) => headerScore(cells)));
  const scored = ([',', '\t', ';'] as const).map((delimiter) => ({ delimiter, score: score(delimiter) }));
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** Most rows begin with a sign of print, which settles it. */
function isBlank({ cells }: Row): boolean {
  const first = cells[0]?.charCodeAt(0) ?? 0;
  return !(first > 0x20 && first < 0x7f) && cells.every((cell) => cell.trim() === '');
}

/** Blank rows that follow one another are one problem. */
function blankProblems(blanks: readonly Row[], file: string): Problem[] {
  const causes = new Causes(file);
  const tell = ({ first, last }: { readonly first: number; readonly last: number }) => {
    const which = first === last ? `第${first}行` : `第${first}–${last}行`;
    const words = { message: `${which}为空行，已忽略`, hint: '请确认没有漏填，并删去空行' };
    causes.add({ code: 'row/blank', line: first, column: undefined, source: null, tell: () => words });
  };
  let run: { readonly first: number; last: number } | null = null;
  for (const { line } of blanks) {
    if (run !== null && run.last === line - 1) {
      run.last = line;
      continue;
    }
    if (run !== null) tell(run);
    run = { first: line, last: line };
  }
  if (run !== null) tell(run);
  return causes.problems();
}

/** Tells when a text's lines end in more than one way, or in the way of old Macs. */
function lineEndProblems({ both, newlines, returns }: LineEnds, inCells: number, file: string): Problem[] {
  const mixed = both > 0 && (returns > 0 || newlines > inCells);
  if (returns === 0 && !mixed) return [];
  return [problem('file/line-ends', { file }, mixed ? '换行有多种写法，已统一' : '换行用了回车符，已识别')];
}

/** The text with line ends of one kind. Only what ends all its lines with both signs and has no cell of many lines stays as it is. */
function unified(text: string, { both, newlines, returns }: LineEnds): { readonly text: string; readonly newline: LineEnd } {
  if (both > 0 && newlines === 0 && returns === 0 && !text.includes('"')) return { text, newline: '\r\n' };
  const alike = both + returns === 0 ? text : text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return { text: alike, newline: '\n' };
}

/**
 * Text to rows. The delimiter is the one of comma, tab and semicolon under which `headerScore` of one of the first rows is
 * highest; comma on a tie. A leading `sep=` line is skipped, line ends of any kind are read, blank rows are left out.
 * Reports `file/quote` once (the rows after it cannot be told apart), `row/blank` for blank rows inside, and notices of
 * what was found at the rims: `file/line-ends`, `file/delimiter`, `file/padding`.
 */
export function parse(text: string, file: string, headerScore: HeaderScore): Outcome<Sheet> {
  const lineEnds = lineEndsOf(text);
  const { text: alike, newline } = unified(text, lineEnds);
  const sep = /^"?sep=[,;\t]"?\r?\n/iu.exec(alike)?.[0] ?? '';
  const body = alike.slice(sep.length);
  const delimiter = delimiterOf(body, newline, headerScore);
  const { rows, broken, inCells } = split(body, delimiter, newline, sep === '' ? 1 : 2);
  const problems: Problem[] = lineEndProblems(lineEnds, inCells, file);
  if (delimiter !== ',') {
    const name = delimiter === '\t' ? '制表符' : '分号';
    problems.push(problem('file/delimiter', { file }, `分隔符为“${name}”，已按列识别 ${rows[0]?.cells.length ?? 0} 列`));
  }
  if (broken !== null) problems.push(quoteProblem(broken, file));
  const shown = new Map<number, number>();
  rows.forEach(({ line }, index) => {
    if (line !== index + 1) shown.set(line, index + 1);
  });
  let end = rows.length;
  while (end > 0 && isBlank(rows[end - 1] ?? { line: 0, cells: [] })) end -= 1;
  const padding = broken === null ? paddingProblems(rows.slice(end), file) : [];
  const inside = broken === null ? rows.slice(0, end) : rows;
  const blanks = inside.filter(isBlank);
  const filled = blanks.length === 0 ? inside : inside.filter((row) => !isBlank(row));
  const all = [...problems, ...padding, ...blankProblems(blanks, file)];
  return { value: { rows: filled, delimiter, whole: broken === null, shown }, problems: all };
}

function quoteProblem(broken: Row, file: string): Problem {
  return problem(
    'file/quote',
    { file, line: broken.line, column: broken.cells.length },
    `第${broken.line}行第${broken.cells.length}列的引号没有结束或位置不对，其后内容无法可靠分列`,
    '请检查这一格的英文双引号：单元格内的引号要写成两个，或用表格软件重新导出',
  );
}

/** Rows of empty cells that a spreadsheet leaves at the end; the end of the last line is no row. */
function paddingProblems(blanks: readonly Row[], file: string): Problem[] {
  const padded = blanks.filter(({ cells }) => cells.length > 1);
  const [first] = padded;
  return first === undefined ? [] : [problem('file/padding', { file, line: first.line }, `末尾 ${padded.length} 个空行已忽略`)];
}
