import { checkSentence, countsWords } from '../../present/checking.ts';
import { part } from '../element.ts';
import { BundleDesk } from './bundle.ts';
import { FileTable } from './file-table.ts';
import { chosen, folderMonth, type Handed, takeDrops, wanted } from './handed.ts';
import { baseName, type Item, likelyMonth, nameFor, slipName, undecided } from './items.ts';
import { Preview } from './preview.ts';
import type { ProblemList } from './problems.ts';
import type { Answer, Checked, Opened, Request } from './protocol.ts';
import { save } from './save.ts';
import { SlipForm } from './slip.ts';
import { absolute, boundWorker } from './start.ts';

class CheckPage {
  private readonly worker: Worker;
  private readonly month: HTMLInputElement;
  private readonly monthNote: HTMLElement;
  private readonly status: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly results: HTMLElement;
  private readonly summary: HTMLElement;
  private readonly files: FileTable;
  private readonly problems: Promise<ProblemList>;
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
    this.results = part(root, 'results', HTMLElement);
    this.summary = part(root, 'summary', HTMLElement);
    this.saved = part(root, 'saved', HTMLElement);
    this.preview = new Preview(part(root, 'preview', HTMLElement), (file, view) =>
      this.ask({ kind: 'rows', run: this.run, file, view }),
    );
    this.files = new FileTable(root, {
      see: (file) => this.preview.open(file, null),
      mend: (file) => this.ask({ kind: 'repaired', run: this.run, file }),
      remove: (item) => {
        this.drop(item);
        this.check();
      },
      renamed: () => this.check(),
    });
    // With the words of every code, which nobody needs before there is a result.
    this.problems = import('./problems.ts').then(
      (list) => new list.ProblemList(root, ({ file, line }) => this.preview.open(file, line ?? null)),
    );
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
    const bundles = new BundleDesk(part(document.body, 'bundles', HTMLElement));
    takeDrops(part(root, 'drop', HTMLElement), (files) => this.hand(bundles.take(files)));
    this.month.addEventListener('change', () => {
      this.monthChosen = this.month.value !== '';
      this.check();
    });
    part(root, 'save-list', HTMLButtonElement).addEventListener('click', () => this.saveList());
    part(root, 'clear', HTMLButtonElement).addEventListener('click', () => this.clear());
  }

  /** Takes files in; one that comes again from the same place replaces the earlier. */
  private hand(all: readonly Handed[]): void {
    if (all.length === 0) return;
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
        this.problems.then(
          (list) => {
            if (answer.run === this.run) this.show(answer.checked, list);
          },
          () => this.fail('问题清单没有载入'),
        );
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
    const likely = likelyMonth(this.items);
    if (likely === null) return;
    this.month.value = likely.month;
    this.monthNote.textContent = likely.words;
  }

  /** Files that belong to the month being checked. */
  private current(): Item[] {
    return this.items.filter(({ path }) => (folderMonth(path) ?? this.month.value) === this.month.value);
  }

  /** What must be read or decided before the check can begin; null when it can. */
  private open(items: readonly Item[]): string | null {
    return this.items.some(({ opened }) => opened === null) ? '正在读取……' : undecided(items, this.month.value);
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

  private show(checked: Checked, problems: ProblemList): void {
    this.checked = checked;
    this.bar.hidden = true;
    const rows = checked.files.reduce((sum, { file, rows: count }) => sum + (file.endsWith(`/${slipName}`) ? 0 : count), 0);
    const sentence = `${checkSentence(checked.month, checked.files.length, rows, checked.counts)}${this.left}`;
    this.say(sentence);
    this.summary.textContent = sentence;
    this.results.hidden = false;
    problems.fill(checked.problems);
    const shown = checked.files.filter(({ previewed }) => previewed);
    const first = shown.find(({ counts }) => counts.error > 0) ?? shown.find(({ counts }) => counts.warning > 0) ?? shown[0];
    this.preview.offer(
      shown.map(({ file, counts }) => ({ file, words: countsWords(counts) })),
      first?.file ?? null,
    );
    this.slip.fill(checked);
    this.draw();
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
    this.files.draw(this.items, this.current(), this.checked);
  }
}

const root = document.querySelector<HTMLElement>('[data-check]');
if (root !== null) new CheckPage(root);
