import { countsWords, sizeWords } from '../../present/checking.ts';
import { element, part } from '../element.ts';
import { baseName, type Item, slipName } from './items.ts';
import type { Checked, CheckedFile } from './protocol.ts';

/** What the clerk can do with a file. */
interface Acts {
  /** Shows a checked file's rows. */
  see(file: string): void;
  /** Saves a checked file as it was read. */
  mend(file: string): void;
  remove(item: Item): void;
  /** A file was said to be another table. */
  renamed(): void;
}

/** The files on the desk, each with the table that it is taken for and what was found in it. */
export class FileTable {
  private readonly box: HTMLElement;
  private readonly rows: HTMLTableSectionElement;
  private readonly tables: HTMLTemplateElement;
  private readonly acts: Acts;

  constructor(root: ParentNode, acts: Acts) {
    this.box = part(root, 'files', HTMLElement);
    this.rows = part(root, 'file-rows', HTMLTableSectionElement);
    this.tables = part(root, 'tables', HTMLTemplateElement);
    this.acts = acts;
  }

  /** `current` are the files of the month being checked. */
  draw(items: readonly Item[], current: readonly Item[], checked: Checked | null): void {
    this.box.hidden = items.length === 0;
    const found = new Map((checked?.files ?? []).map((each) => [baseName(each.file), each]));
    const here = new Set(current);
    this.rows.replaceChildren(
      ...items.map((item) => this.rowOf(item, here.has(item) ? found.get(item.name ?? '') : undefined, here.has(item))),
    );
  }

  private rowOf(item: Item, found: CheckedFile | undefined, here: boolean): HTMLTableRowElement {
    const state = !here ? '不是所选月份，没有检查' : found === undefined ? '' : countsWords(found.counts);
    const cell = (label: string, content: string | readonly (Node | string)[]) => element('td', content, { 'data-label': label });
    return element('tr', [
      element('th', [element('code', item.path)], { scope: 'row' }),
      cell('大小', item.opened === null ? '' : sizeWords(item.opened.size)),
      cell('台账', [this.choiceOf(item)]),
      cell('行数', found === undefined ? '' : String(found.rows)),
      cell('结果', state),
      cell('操作', this.buttonsOf(item, found)),
    ]);
  }

  private buttonsOf(item: Item, found: CheckedFile | undefined): HTMLButtonElement[] {
    const button = (words: string, act: () => void) => {
      const made = element('button', words, { type: 'button', class: 'link', 'aria-label': `${words}：${item.path}` });
      made.addEventListener('click', act);
      return made;
    };
    const known = found?.previewed === true && item.name !== slipName;
    return [
      ...(found?.previewed ? [button('看表', () => this.acts.see(found.file))] : []),
      ...(known ? [button('存修好的文件', () => this.acts.mend(found.file))] : []),
      button('移除', () => this.acts.remove(item)),
    ];
  }

  /** The tables that a file may be, its own name among them when it is none of them. */
  private choiceOf(item: Item): HTMLSelectElement {
    const select = element('select', '', { 'aria-label': `${item.path} 是哪种台账` });
    const options = this.tables.content.cloneNode(true);
    const own = baseName(item.path);
    select.append(element('option', '请选择', { value: '' }), options, element('option', `不是台账（${own}）`, { value: own }));
    select.value = item.name ?? '';
    if (item.name === null && item.opened !== null) select.classList.add('wanting');
    select.addEventListener('change', () => {
      item.name = select.value === '' ? null : select.value;
      this.acts.renamed();
    });
    return select;
  }
}
