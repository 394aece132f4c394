import type { Judged } from '../../present/verifying.ts';
import { element, part } from '../element.ts';
import type { Handed } from './handed.ts';

/** Where the site's list of seals and its release lie. */
export interface Addresses {
  readonly seals: string;
  readonly release: string;
}

const isBundle = ({ path }: Handed): boolean => /\.zip$/iu.test(path);

/** The part of the page at which bundles and printed digests are checked. What does it is fetched when it is first asked. */
export class BundleDesk {
  private readonly addresses: Addresses;
  private readonly said: HTMLElement;
  private run = 0;

  constructor(root: HTMLElement) {
    const { seals = '', release = '' } = root.dataset;
    this.addresses = { seals, release };
    this.said = part(root, 'bundle-verdict', HTMLElement);
    const input = part(root, 'choose-bundle', HTMLInputElement);
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file !== undefined) this.judge(file);
      input.value = '';
    });
    const typed = part(root, 'digest', HTMLInputElement);
    part(root, 'digest-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.tell((verdict) => verdict.ofDigest(typed.value, this.addresses));
    });
    root.hidden = false;
  }

  /** Takes the first bundle among files that were dropped, and leaves the others. */
  take(files: readonly Handed[]): readonly Handed[] {
    const bundle = files.find(isBundle);
    if (bundle !== undefined) this.judge(bundle.file);
    return files.filter((each) => !isBundle(each));
  }

  private judge(file: File): void {
    void this.tell((verdict) => verdict.ofBundle(file, this.addresses));
    this.said.scrollIntoView({ block: 'nearest' });
  }

  private async tell(ask: (verdict: typeof import('./bundle-verdict.ts')) => Promise<Judged>): Promise<void> {
    this.run += 1;
    const { run } = this;
    this.said.className = 'bundle-verdict';
    this.said.replaceChildren('正在核对……');
    const judged = await import('./bundle-verdict.ts')
      .then(ask)
      .catch((): Judged => ({ sound: false, sentence: '核对没有完成，请刷新页面再试。', lines: [] }));
    if (run === this.run) this.show(judged);
  }

  private show({ sound, sentence, lines }: Judged): void {
    this.said.classList.add(sound ? 'sound' : 'unsound');
    const list = element('ul', '');
    list.append(...lines.map((line) => element('li', line)));
    this.said.replaceChildren(
      element('p', `${sound ? '✓ 相符' : '✗ 不能确认'}：${sentence}`),
      ...(lines.length === 0 ? [] : [list]),
    );
  }
}
