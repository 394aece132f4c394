import type { Problem } from '../../core/problem/problem.ts';
import { codeWords } from '../../present/code-words.ts';
import { placeWords, severityWords } from '../../present/problems.ts';
import { element, part } from '../element.ts';

/** Problems listed before the clerk asks for more. */
const batch = 200;

/** The list of problems, in the same order and words as on the command line. */
export class ProblemList {
  private readonly body: HTMLTableSectionElement;
  private readonly more: HTMLButtonElement;
  private readonly show: (problem: Problem) => void;
  private rest: readonly Problem[] = [];

  /** `show` is called with the problem that the clerk wants to see in its table. */
  constructor(root: ParentNode, show: (problem: Problem) => void) {
    this.body = part(root, 'problem-rows', HTMLTableSectionElement);
    this.more = part(root, 'problem-more', HTMLButtonElement);
    this.show = show;
    this.more.addEventListener('click', () => this.append()?.focus());
  }

  fill(problems: readonly Problem[]): void {
    this.rest = problems;
    this.body.replaceChildren();
    this.append();
  }

  /** Shows the next problems; the first of their buttons. */
  private append(): HTMLElement | null {
    const rows = this.rest.slice(0, batch).map((each) => this.rowOf(each));
    this.rest = this.rest.slice(batch);
    this.body.append(...rows);
    this.more.hidden = this.rest.length === 0;
    this.more.textContent = `再列 ${Math.min(batch, this.rest.length)} 处（还有 ${this.rest.length} 处）`;
    return rows[0]?.querySelector('button') ?? null;
  }

  private rowOf(problem: Problem): HTMLTableRowElement {
    const place = element('th', [element('code', problem.file), element('small', placeWords(problem))], { scope: 'row' });
    if (problem.line !== undefined) {
      const see = element('button', '看这一行', { type: 'button', class: 'link' });
      see.setAttribute('aria-label', `看这一行：${problem.file} ${placeWords(problem)}`);
      see.addEventListener('click', () => this.show(problem));
      place.append(see);
    }
    const cell = (label: string, content: string | readonly (Node | string)[], kind = '') =>
      element('td', content, { 'data-label': label, ...(kind === '' ? {} : { class: kind }) });
    return element('tr', [
      place,
      cell('程度', severityWords[problem.severity], `is-${problem.severity}`),
      cell('问题', problem.message, 'words'),
      cell('怎么办', problem.hint ?? '不用处理', 'words'),
      cell('类别', [codeWords(problem), element('small', [element('code', problem.code)])]),
    ]);
  }
}
