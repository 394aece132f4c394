import type { Problem } from '../../core/problem/problem.ts';
import { checkSentence, countsWords, sizeWords } from '../../present/checking.ts';
import { monthWords } from '../../present/dates.ts';
import { element, part } from '../element.ts';
import { chosen, dropped, folderMonth, type Handed, wanted } from './handed.ts';
import { Preview } from './preview.ts';
import { ProblemList } from './problems.ts';
import type { Answer, Checked, CheckedFile, Opened, Request } from './protocol.ts';
import { save } from './save.ts';
import { SlipForm } from './slip.ts';
import { absolute, boundWorker } from './start.ts';

const slipName = 'delivery.csv';

/** A file on the desk: where it came from, what it seems to be, and the name under which it is checked. */
interface Item {
  readonly id: number;
  readonly path: string;
  readonly blob: Blob;
  opened: Opened | null;
  /** Null until somebody says which table it is. */
  name: string | null;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The name that a file gets by itself: the table's that it clearly is; its own when it is no CSV. */
function nameFor({ path }: Item, { tables }: Opened): string | null {
  const [only, ...others] = tables;
  if (only !== undefined && others.length === 0) return `${only}.csv`;
  return path.endsWith('.csv') ? null : baseName(path);
}

class CheckPage {
  private readonly worker: Worker;
  private readonly month: HTMLInputElement;
  private readonly monthNote: HTMLElement;
  private readonly status: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly rows: HTMLTableSectionElement;
  private readonly fileTable: HTMLElement;
  private readonly results: HTMLElement;
  private readonly summary: HTMLElement;
  private readonly tables: HTMLTemplateElement;
  private readonly problems: ProblemList;
  private readonly preview: Preview;
  private readonly slip: SlipForm;
  private readonly saved: HTMLElement;
  private items: Item[] = [];
  private lastId = 0;
  private run = 0;
  private checked: Checked | null = null;
  private monthChosen = false;
  /** What of the last hand-over was not taken. */
  private left = '';

  constructor(root: HTMLElement) {
    this.month = part(root, 'month', HTMLInputElement);
    this.monthNote = part(root, 'month-note', HTMLElement);
    this.status = part(root, 'status', HTMLElement);
    this.bar = part(root, 'progress', HTMLProgressElement);
    this.rows = part(root, 'file-rows', HTMLTableSectionElement);
    this.fileTable = part(root, 'files', HTMLElement);
    this.results = part(root, 'results', HTMLElement);
    this.summary = part(root, 'summary', HTMLElement);
    this.tables = part(root, 'tables', HTMLTemplateElement);
    this.saved = part(root, 'saved', HTMLElement);
    this.preview = new Preview(part(root, 'preview', HTMLElement), (file, view) =>
      this.ask({ kind: 'rows', run: this.run, file, view }),
    );
    this.problems = new ProblemList(root, (problem) => this.see(problem));
    this.slip = new SlipForm(part(root, 'slip', HTMLFormElement), (entries) => this.ask({ kind: 'slip', entries }));
    this.worker = boundWorker();
    this.worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.take(data));
    this.worker.addEventListener('error', () => this.fail('检查程序没有启动'));
    this.ask({ kind: 'start', terms: absolute(root.dataset.check ?? '') });
    this.listen(root);
    root.hidden = false;
  }

  private ask(request: Request): void {
    this.worker.postMessage(request);
  }

  private listen(root: HTMLElement): void {
    for (const name of ['choose-files', 'choose-folder']) {
      const input = part(root, name, HTMLInputElement);
      input.addEventListener('change', () => {
        if (input.files !== null) this.hand(chosen(input.files));
        // The same file, mended and chosen again, is a change too.
        input.value = '';
      });
    }
    const zone = part(root, 'drop', HTMLElement);
    // A file that misses the box by a hand's breadth is meant as well, and must not be opened in place of the page.
    for (const name of ['dragenter', 'dragover'])
      document.addEventListener(name, (event) => {
        event.preventDefault();
        zone.classList.add('over');
      });
    document.addEventListener('dragleave', () => zone.classList.remove('over'));
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      zone.classList.remove('over');
      if (event.dataTransfer !== null) void dropped(event.dataTransfer).then((files) => this.hand(files));
    });
    this.month.addEventListener('change', () => {
      this.monthChosen = this.month.value !== '';
      this.check();
    });
    part(root, 'save-list', HTMLButtonElement).addEventListener('click', () => this.saveList());
    part(root, 'clear', HTMLButtonElement).addEventListener('click', () => this.clear());
  }

  /** Takes files in; one that comes again from the same place replaces the earlier. */
  private hand(all: readonly Handed[]): void {
    const files = wanted(all);
    const left = all.length - files.length;
    this.left = left === 0 ? '' : `另有 ${left} 个文件不在月份文件夹里，没有检查。`;
    this.put(files.map(({ path, file }) => ({ path, blob: file })));
  }

  private put(files: readonly { readonly path: string; readonly blob: Blob }[]): void {
    const items = files.map(({ path, blob }): Item => {
      this.lastId += 1;
      const earlier = this.items.find((each) => each.path === path);
      this.drop(earlier);
      return { id: this.lastId, path, blob, opened: null, name: earlier?.name ?? null };
    });
    this.items = [...this.items, ...items];
    this.ask({ kind: 'open', files: items.map(({ id, path, blob }) => ({ id, path, file: blob })) });
    this.draw();
  }

  private drop(item: Item | undefined): void {
    if (item === undefined) return;
    this.items = this.items.filter((each) => each !== item);
    this.ask({ kind: 'close', id: item.id });
  }

  private clear(): void {
    for (const item of this.items.slice()) this.drop(item);
    this.monthChosen = false;
    this.month.value = '';
    this.monthNote.textContent = '';
    this.check();
    this.say('已清空。');
  }

  private take(answer: Answer): void {
    switch (answer.kind) {
      case 'opened':
        this.opened(answer.files);
        return;
      case 'progress':
        this.bar.hidden = false;
        this.bar.max = Math.max(1, answer.total);
        this.bar.value = answer.done;
        this.say(`${answer.words}……`);
        return;
      case 'checked':
        if (answer.run === this.run) this.show(answer.checked);
        return;
      case 'rows':
        if (answer.run === this.run) this.preview.show(answer.page);
        return;
      case 'repaired':
        if (answer.text !== null) this.saveText(baseName(answer.file), answer.text);
        return;
      case 'slip':
        this.takeSlip(answer.text);
        return;
      case 'failed':
        this.fail(answer.message);
        return;
    }
  }

  private fail(message: string): void {
    this.bar.hidden = true;
    this.say(`检查没有完成：${message}。请刷新页面再试，或改用 npm run check。`);
  }

  private say(words: string): void {
    this.status.textContent = words;
  }

  private opened(files: readonly Opened[]): void {
    for (const opened of files) {
      const item = this.items.find(({ id }) => id === opened.id);
      if (item === undefined) continue;
      item.opened = opened;
      item.name ??= nameFor(item, opened);
    }
    this.bar.hidden = true;
    if (!this.monthChosen) this.guessMonth();
    this.check();
  }

  /** The month that most files seem to belong to, unless the clerk has said one. */
  private guessMonth(): void {
    const counts = new Map<string, number>();
    for (const { opened } of this.items) if (opened?.month) counts.set(opened.month, (counts.get(opened.month) ?? 0) + 1);
    const [best] = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? 1 : -1));
    if (best === undefined) return;
    this.month.value = best[0];
    const others =
      counts.size > 1 ? `，但有文件像是别的月份（${[...counts.keys()].filter((each) => each !== best[0]).join('、')}）` : '';
    this.monthNote.textContent = `由文件夹、文件名或日期推断为${monthWords(best[0])}${others}；不对请改。`;
  }

  /** Files that belong to the month being checked. */
  private current(): Item[] {
    return this.items.filter(({ path }) => (folderMonth(path) ?? this.month.value) === this.month.value);
  }

  /** What the clerk must still decide; null when the check can begin. */
  private open(items: readonly Item[]): string | null {
    if (this.items.some(({ opened }) => opened === null)) return '正在读取……';
    if (!/^\d{4}-(0[1-9]|1[0-2])$/u.test(this.month.value)) return '看不出是哪个月，请选择月份。';
    const unnamed = items.filter(({ name }) => name === null);
    if (unnamed.length > 0) return `看不出 ${unnamed.map(({ path }) => path).join('、')} 是哪种台账，请在下表中选择。`;
    const names = items.map(({ name }) => name);
    const twice = items.filter(({ name }, at) => names.indexOf(name) !== at);
    return twice.length > 0 ? `有两个文件都作为 ${twice[0]?.name}，请改选台账或移除一个。` : null;
  }

  private check(): void {
    this.run += 1;
    this.checked = null;
    this.draw();
    const items = this.current();
    const open = this.items.length === 0 ? '' : this.open(items);
    if (open !== null || items.length === 0) {
      this.results.hidden = true;
      this.say(open ?? '所选月份没有文件。');
      return;
    }
    const names = items.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const]));
    this.ask({ kind: 'check', run: this.run, month: this.month.value, names });
    this.say('正在核对……');
  }

  private show(checked: Checked): void {
    this.checked = checked;
    this.bar.hidden = true;
    const rows = checked.files.reduce((sum, { file, rows: count }) => sum + (file.endsWith(`/${slipName}`) ? 0 : count), 0);
    const sentence = `${checkSentence(checked.month, checked.files.length, rows, checked.counts)}${this.left}`;
    this.say(sentence);
    this.summary.textContent = sentence;
    this.results.hidden = false;
    this.problems.fill(checked.problems);
    const shown = checked.files.filter(({ previewed }) => previewed);
    const first = shown.find(({ counts }) => counts.error > 0) ?? shown.find(({ counts }) => counts.warning > 0) ?? shown[0];
    this.preview.offer(
      shown.map(({ file, counts }) => ({ file, words: countsWords(counts) })),
      first?.file ?? null,
    );
    this.slip.fill(checked);
    this.draw();
  }

  private see({ file, line }: Problem): void {
    this.preview.open(file, line ?? null);
  }

  /** The slip made here takes the place of any other and is checked with the rest. */
  private takeSlip(text: string): void {
    for (const item of this.items.filter(({ name }) => name === slipName)) this.drop(item);
    this.put([{ path: slipName, blob: new Blob([text], { type: 'text/csv' }) }]);
    this.saveText(slipName, text);
  }

  private saveList(): void {
    if (this.checked !== null) save(`问题清单-${this.checked.month}.txt`, `${this.checked.text}\n`, 'text/plain');
  }

  private saveText(name: string, text: string): void {
    save(name, text);
    this.saved.textContent = `已交给浏览器保存：${name}。请放进数据文件夹 data/${this.month.value}/。`;
  }

  private draw(): void {
    this.fileTable.hidden = this.items.length === 0;
    const found = new Map((this.checked?.files ?? []).map((each) => [baseName(each.file), each]));
    const here = new Set(this.current());
    this.rows.replaceChildren(
      ...this.items.map((item) => this.rowOf(item, here.has(item) ? found.get(item.name ?? '') : undefined, here.has(item))),
    );
  }

  private rowOf(item: Item, found: CheckedFile | undefined, here: boolean): HTMLTableRowElement {
    const button = (words: string, act: () => void) => {
      const made = element('button', words, { type: 'button', class: 'link', 'aria-label': `${words}：${item.path}` });
      made.addEventListener('click', act);
      return made;
    };
    const known = found?.previewed === true && item.name !== slipName;
    const actions = [
      ...(found?.previewed ? [button('看表', () => this.preview.open(found.file, null))] : []),
      ...(known ? [button('存修好的文件', () => this.ask({ kind: 'repaired', run: this.run, file: found.file }))] : []),
      button('移除', () => {
        this.drop(item);
        this.check();
      }),
    ];
    const state = !here ? '不是所选月份，没有检查' : found === undefined ? '' : countsWords(found.counts);
    const cell = (label: string, content: string | readonly (Node | string)[]) => element('td', content, { 'data-label': label });
    return element('tr', [
      element('th', [element('code', item.path)], { scope: 'row' }),
      cell('大小', item.opened === null ? '' : sizeWords(item.opened.size)),
      cell('台账', [this.choiceOf(item)]),
      cell('行数', found === undefined ? '' : String(found.rows)),
      cell('结果', state),
      cell('操作', actions),
    ]);
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
      this.check();
    });
    return select;
  }
}

const root = document.querySelector<HTMLElement>('[data-check]');
if (root !== null) new CheckPage(root);
