import { asText } from '../core/problem/print.ts';
import { hasErrors } from '../core/problem/problem.ts';
import { contentReaders } from '../core/project/project.ts';
import { stampOf } from '../disk/files.ts';
import { InputDigests } from '../disk/inputs.ts';
import { contractRoot } from '../disk/root.ts';
import { sha256 } from '../disk/sha256.ts';
import { type Inputs, inputsFor, type Reads, wholeInputs } from '../present/pages/inputs.ts';
import type { PageType, Single } from '../present/pages/page-type.ts';
import type { Paper } from '../present/paper/paper.ts';
import { hrefOf } from './destinations.ts';
import { projectRead, type Read } from './read.ts';

/** Content and data as pages are given them. */
export class Library {
  readonly whole: Inputs;
  private readonly views = new Map<string, Inputs>();
  private readonly reached = new Map<Inputs, string>();
  private taken: InputDigests | null = null;

  constructor(whole: Inputs) {
    this.whole = whole;
  }

  /** Digests of all that was read. */
  get digests(): InputDigests {
    this.taken ??= new InputDigests(contractRoot(), process.cwd());
    return this.taken;
  }

  /** What pages with the same reads are given: one value, so that they share what is made of it. */
  for(reads: Reads): Inputs {
    const name = JSON.stringify(reads);
    const view = this.views.get(name) ?? inputsFor(this.whole, reads);
    this.views.set(name, view);
    return view;
  }

  /** One digest of what pages with the same reads depend on of the month after their last: the rows of its weeks' last days. */
  beyond(inputs: Inputs): string {
    const known = this.reached.get(inputs);
    if (known !== undefined) return known;
    const { beyond } = inputs.project.ledger;
    const logs = [...(beyond?.logs.values() ?? [])].map(({ file, handed, through, records }) => [
      file,
      handed.state,
      through,
      records,
    ]);
    const digest = sha256(JSON.stringify([beyond?.month, logs]));
    this.reached.set(inputs, digest);
    return digest;
  }

  /** The key by which a build knows that a page would be made of the same again; who only looks at pages needs none. */
  key(of: (digests: InputDigests) => string): string {
    return import.meta.env.PROD ? of(this.digests) : '';
  }
}

/** All that was read, as a page may be given it. Throws with the whole list of problems when anything forbids publishing. */
function wholeOf({ value, problems }: Read): Inputs {
  const inputs = value === null || hasErrors(problems) ? null : wholeInputs(value, problems, hrefOf);
  if (inputs === null) throw new Error(`内容或数据有误，不能发布\n${asText(problems)}`);
  return inputs;
}

/** Whoever looks at pages while they are written reads again and again, each time what is new. */
const readers = contentReaders();
let kept: { readonly stamp: string; readonly library: Library } | null = null;

/** The one door through which content and data reach the pages, for those who make the pages' inputs; read once a build. */
export function library(): Library {
  const stamp = import.meta.env.PROD ? '' : stampOf(contractRoot(), ['content', 'data', 'public']);
  if (kept?.stamp !== stamp) kept = { stamp, library: new Library(wholeOf(projectRead(readers))) };
  return kept.library;
}

/** The inputs of a page that reads everything. */
export const everything = (): Inputs => library().whole;

/** A page's address, what it is given, and the key by which the build knows that it would be made of the same again. */
interface Made<Params, Props> {
  readonly params: Params;
  readonly props: Props & { readonly inputs: Inputs };
  readonly cacheKey: string;
}

/** A page that reads everything; what it is given besides comes from there. */
export function pageOfAll<Params, Props>(params: Params, props: Props): Made<Params, Props> {
  const made = library();
  return { params, props: { ...props, inputs: made.whole }, cacheKey: made.key((digests) => digests.everything(params)) };
}

/** A page of a kind as the build asks for it: its address, which it is, what it says, and the key by which it is known. */
interface Listed<Key> {
  readonly params: Readonly<Record<string, string>>;
  readonly props: { readonly inputs: Inputs; readonly key: Key; readonly paper: Paper };
  readonly cacheKey: string;
}

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What tells the pages of a kind apart, in what each reads. */
function keysOf<Key>({ keys, params, reads }: PageType<Key>) {
  const made = library();
  return keys(made.whole).map((key) => {
    const declared = reads?.(key) ?? null;
    return { made, key, params: params(key), declared, inputs: declared === null ? made.whole : made.for(declared) };
  });
}

/** The pages of a kind, for Astro's `getStaticPaths`. The paper of one that declares its reads is made when the page is drawn. */
export function pagesOf<Key>(type: PageType<Key>): Listed<Key>[] {
  return keysOf(type).map(({ made, key, params, declared, inputs }) => {
    const make = () => type.paper(inputs, key);
    const paper = declared === null ? once(make) : make;
    const cacheKey = made.key((digests) =>
      declared === null
        ? digests.said(inputs.waiting, paper())
        : digests.some(declared.content, declared.through, [params, key, made.beyond(inputs)]),
    );
    const props = {
      inputs,
      key,
      get paper() {
        return paper();
      },
    };
    return { params, props, cacheKey };
  });
}

/** The twins of a kind's pages, for the `getStaticPaths` of their address. */
export function twinsOf<Key>(type: PageType<Key>) {
  return keysOf(type).map(({ made, key, params, declared, inputs }) => {
    const given = [params, key];
    const cacheKey = made.key((digests) =>
      declared === null
        ? digests.everything(given)
        : digests.some(declared.content, declared.through, [given, made.beyond(inputs)]),
    );
    return { params, props: { json: () => JSON.stringify(type.twin?.(inputs, key)) }, cacheKey };
  });
}

/** The page of a kind of which there is one. */
export function pageOfOne(type: PageType<Single>): { readonly inputs: Inputs; readonly paper: Paper } {
  const { whole } = library();
  return { inputs: whole, paper: type.paper(whole, {}) };
}
