import type { Problem } from '../../core/problem/problem.ts';
import { pageWords } from '../../present/checking.ts';
import { severityWords } from '../../present/problems.ts';
import { element, part } from '../element.ts';
import { type PreviewRow, pageLength, type RowPage, type View } from './protocol.ts';

const marks = { error: '▲', warning: '◆', info: '●' } as const;

/** A problem told beside the cell that it concerns. */
const note = ({ severity, message }: Problem): HTMLElement =>
  element('small', [element('b', `${marks[severity]} ${severityWords[severity]}`), ` ${message}`], {
    class: `mark is-${severity}`,
  });

/** A file's rows, a page at a time, with each problem at its cell. The rows stay in the worker. */
export class Preview {
  private readonly root: HTMLElement;
  private readonly status: HTMLElement;
  private readonly table: HTMLTableElement;
  private readonly faulty: HTMLInputElement;
  private readonly line: HTMLInputElement;
  private readonly file: HTMLSelectElement;
  private readonly ask: (file: string, view: View) => void;
  private page: RowPage | null = null;

  constructor(root: HTMLElement, ask: (file: string, view: View) => void) {
    this.root = root;
    this.ask = ask;
    this.status = part(root, 'page-status', HTMLElement);
    this.table = part(root, 'page-table', HTMLTableElement);
    this.faulty = part(root, 'page-faulty', HTMLInputElement);
    this.line = part(root, 'page-line', HTMLInputElement);
    this.file = part(root, 'page-file', HTMLSelectElement);
    const turn = (name: string, target: (page: RowPage) => number) =>
      part(root, name, HTMLButtonElement).addEventListener('click', () => {
        if (this.page !== null) this.turn(target(this.page));
      });
    turn('page-first', () => 0);
    turn('page-previous', ({ from }) => from - pageLength);
    turn('page-next', ({ from, total }) => Math.min(from + pageLength, total - 1));
    turn('page-last', ({ total }) => total - 1);
    this.faulty.addEventListener('change', () => this.turn(0));
    this.file.addEventListener('change', () => this.open(this.file.value, null));
    this.line.addEventListener('change', () => {
      const line = Number(this.line.value);
      if (Number.isInteger(line) && line > 0) this.open(this.file.value, line);
    });
  }

  /** Offers the files that have rows and shows the first with a problem. */
  offer(files: readonly { readonly file: string; readonly words: string }[], first: string | null): void {
    this.root.hidden = files.length === 0;
    this.file.replaceChildren(...files.map(({ file, words }) => element('option', `${file}（${words}）`, { value: file })));
    if (first !== null) {
      this.file.value = first;
      this.ask(first, { from: 0, line: null, faulty: this.faulty.checked });
    }
  }

  /** Shows the part of a file in which a line stands. */
  open(file: string, line: number | null): void {
    this.file.value = file;
    if (line !== null) this.faulty.checked = false;
    this.ask(file, { from: 0, line, faulty: this.faulty.checked });
  }

  private turn(from: number): void {
    this.ask(this.file.value, { from: Math.max(0, from), line: null, faulty: this.faulty.checked });
  }

  show(page: RowPage): void {
    this.page = page;
    const words = pageWords(page.file, page.from, page.rows.length, page.total, page.faulty);
    this.status.textContent = words;
    const caption = element('caption', words, { class: 'hidden' });
    const width = Math.max(page.header.length, ...page.rows.map(({ cells }) => cells.length));
    const names = Array.from({ length: width }, (_, at) => page.header[at] ?? '');
    const head = element('tr', [
      element('th', '行', { scope: 'col' }),
      ...names.map((name, at) => element('th', name.trim() === '' ? `第${at + 1}列` : name, { scope: 'col' })),
    ]);
    const rows = page.rows.map((row) => this.rowOf(row, width));
    this.table.replaceChildren(caption, element('thead', [head]), element('tbody', rows));
    const wanted = page.line === null ? undefined : rows[page.rows.findIndex(({ line }) => line === page.line)];
    if (wanted === undefined) return;
    wanted.classList.add('wanted');
    const cell = wanted.querySelector<HTMLElement>('.marked') ?? wanted.querySelector<HTMLElement>('th');
    cell?.setAttribute('tabindex', '-1');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'center', inline: 'center' });
  }

  private rowOf({ line, cells, problems }: PreviewRow, width: number): HTMLTableRowElement {
    const at = (column: number) => problems.filter((each) => Math.min(each.column ?? 0, width) === column);
    const marked = (made: HTMLTableCellElement, found: readonly Problem[]) => {
      if (found.length > 0) made.classList.add('marked', `is-${found[0]?.severity ?? 'info'}`);
      made.append(...found.map(note));
      return made;
    };
    const head = marked(element('th', String(line), { scope: 'row' }), at(0));
    return element('tr', [
      head,
      ...Array.from({ length: width }, (_, index) => marked(element('td', cells[index] ?? ''), at(index + 1))),
    ]);
  }
}
