import type { SlipEntry } from '../../core/ledger/delivery.ts';
import { element, part } from '../element.ts';
import type { Checked } from './protocol.ts';

/** What the clerk says of a log without a file. */
type Absent = 'absent' | 'nil';

/** The delivery slip: rows counted from the checked files, the rest said by the clerk. */
export class SlipForm {
  private readonly root: HTMLElement;
  private readonly on: HTMLInputElement;
  private readonly post: HTMLSelectElement;
  private readonly rows: readonly HTMLTableRowElement[];
  private readonly status: HTMLElement;
  private counts: ReadonlyMap<string, number> = new Map();

  /** `make` is called with the lines when the clerk asks for the slip and nothing is missing. */
  constructor(root: HTMLElement, make: (lines: readonly SlipEntry[]) => void) {
    this.root = root;
    this.on = part(root, 'slip-on', HTMLInputElement);
    this.post = part(root, 'slip-post', HTMLSelectElement);
    this.status = part(root, 'slip-status', HTMLElement);
    this.rows = Array.from(root.querySelectorAll<HTMLTableRowElement>('tr[data-log]'));
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      const lines = this.lines();
      if (lines !== null) make(lines);
    });
  }

  /** Takes over the rows counted in the checked files. */
  fill({ files, month }: Checked): void {
    this.root.hidden = false;
    this.counts = new Map(files.map(({ file, rows }) => [file.replace(`data/${month}/`, '').replace(/\.csv$/u, ''), rows]));
    for (const row of this.rows) this.fillRow(row);
    const broken = files.filter(({ file, counts }) => counts.error > 0 && !file.endsWith('/delivery.csv'));
    this.status.textContent =
      broken.length === 0 ? '' : `${broken.map(({ file }) => file).join('、')} 还有错误；改的时候若增删了行，请重新生成清单。`;
  }

  private fillRow(row: HTMLTableRowElement): void {
    const cell = part(row, 'slip-state', HTMLElement);
    const rows = this.counts.get(row.dataset.log ?? '');
    const name = row.dataset.name ?? '';
    const select = cell.querySelector('select');
    if (rows !== undefined) cell.replaceChildren(rows === 0 ? '0 行（零报告）' : `${rows} 行`);
    else if (select === null) {
      const states: readonly (readonly [Absent, string])[] = [
        ['absent', '没有交，不列入（无数据）'],
        ['nil', '本月没有发生，写 0 行（零报告）'],
      ];
      const options = states.map(([value, words]) => element('option', words, { value }));
      cell.replaceChildren(element('select', options, { 'aria-label': `${name}：没有文件` }));
    }
  }

  /** The slip's lines; null, with the reason told, when the clerk has left something open. */
  private lines(): SlipEntry[] | null {
    const [on, post] = [this.on.value, this.post.value];
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(on) || post === '') {
      this.status.textContent = '请先选交付日期和交付岗位。';
      (post === '' ? this.post : this.on).focus();
      return null;
    }
    return this.rows.flatMap((row): SlipEntry[] => {
      const log = row.dataset.name ?? '';
      const rows = this.counts.get(row.dataset.log ?? '');
      if (rows !== undefined) return [{ log, rows, on, post, through: '', note: rows === 0 ? '本月未发生，零报告' : '' }];
      const said = row.querySelector('select')?.value;
      return said === 'nil' ? [{ log, rows: 0, on, post, through: '', note: '本月未发生，零报告' }] : [];
    });
  }
}
