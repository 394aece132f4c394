/*
 * A table of the page as CSV for a spreadsheet, as it stands there. What is taken says what kind of data it is and, of a report,
 * how far the report has come, in every line, because files travel alone.
 */
import Papa from 'papaparse';
import { element } from './element.ts';

/** Words of a cell as they are heard: shapes beside a word are left out, things that stand apart get a gap. */
function wordsOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true' || node.matches('svg, button')) return '';
  const words = Array.from(node.childNodes).map(wordsOf).join('');
  return node.matches('small, li, p, a + a, summary, br') ? ` ${words} ` : words;
}

const cellWords = (cell: Element): string => wordsOf(cell).replace(/\s+/gu, ' ').trim();

/** The words of rows as a grid: a cell that stands for several rows or columns stands in each of them. */
function gridOf(rows: readonly HTMLTableRowElement[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    for (const cell of Array.from(row.cells)) {
      const own = grid[at] ?? [];
      let column = 0;
      while (own[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1) {
          const line = grid[at + down];
          if (line !== undefined) line[column + right] = cellWords(cell);
        }
    }
  });
  return grid;
}

/** The names of the columns; a group above several stands before each of them. */
function headOf(table: HTMLTableElement): string[] {
  const [first = [], ...below] = gridOf(Array.from(table.tHead?.rows ?? []));
  return first.map((words, at) => below.reduce((told, line) => (line[at] === words ? told : `${told}${line[at] ?? ''}`), words));
}

/** What every line says of the whole. */
function marks(): { readonly names: string[]; readonly words: string[] } {
  const nature = document.querySelector<HTMLElement>('[data-nature]')?.dataset.nature;
  const making = document.querySelector('.making b')?.textContent ?? undefined;
  const told = [['数据性质', nature] as const, ['报告状态', making] as const].filter(([, words]) => words !== undefined);
  return { names: told.map(([name]) => name), words: told.map(([, words]) => words ?? '') };
}

/** A table as lines of cells, the names of its columns first. */
function linesOf(table: HTMLTableElement): string[][] {
  const { names, words } = marks();
  const rows = Array.from(table.tBodies).flatMap((body) => Array.from(body.rows));
  return [[...names, ...headOf(table)], ...gridOf(rows).map((cells) => [...words, ...cells])];
}

/** Byte order mark and CRLF for Excel and WPS; text that a spreadsheet could take for a formula is escaped (OWASP). */
export default function save(table: HTMLTableElement): void {
  const text = `\ufeff${Papa.unparse(linesOf(table), { newline: '\r\n', escapeFormulae: true })}\r\n`;
  const title = document.querySelector('h1')?.textContent ?? '';
  const caption = table.caption === null ? '' : cellWords(table.caption);
  const name = [title, caption].filter((words) => words !== '').join('-');
  const href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = element('a', '', { href, download: `${name.replace(/[\\/:*?"<>|]/gu, '／')}.csv` });
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
