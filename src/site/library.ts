import { asText } from '../core/problem/print.ts';
import { hasErrors } from '../core/problem/problem.ts';
import { InputDigests } from '../disk/inputs.ts';
import { contractRoot } from '../disk/root.ts';
import { type Inputs, inputsFor, type Reads, wholeInputs } from '../present/pages/inputs.ts';
import type { PageType, Single } from '../present/pages/page-type.ts';
import type { Paper } from '../present/paper/paper.ts';
import { hrefOf } from './destinations.ts';
import { projectRead, type Read } from './read.ts';

/** Content and data as pages are given them. */
export class Library {
  readonly whole: Inputs;
  readonly digests: InputDigests;
  private readonly views = new Map<string, Inputs>();

  constructor(whole: Inputs, digests: InputDigests) {
    this.whole = whole;
    this.digests = digests;
  }

  /** What pages with the same reads are given: one value, so that they share what is made of it. */
  for(reads: Reads): Inputs {
    const name = JSON.stringify(reads);
    const view = this.views.get(name) ?? inputsFor(this.whole, reads);
    this.views.set(name, view);
    return view;
  }
}

/** All that was read, as a page may be given it. Throws with the whole list of problems when anything forbids publishing. */
function wholeOf({ value, problems }: Read): Inputs {
  const inputs = value === null || hasErrors(problems) ? null : wholeInputs(value, problems, hrefOf);
  if (inputs === null) throw new Error(`内容或数据有误，不能发布\n${asText(problems)}`);
  return inputs;
}

let kept: Library | null = null;

/** The one door through which content and data reach the pages, for those who make the pages' inputs; read once a build. */
export function library(): Library {
  if (kept !== null && import.meta.env.PROD) return kept;
  kept = new Library(wholeOf(projectRead()), new InputDigests(contractRoot(), process.cwd()));
  return kept;
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
  const { whole, digests } = library();
  return { params, props: { ...props, inputs: whole }, cacheKey: digests.everything(params) };
}

/** A page of a kind as the build asks for it: its address, which it is, what it says, and the key by which it is known. */
interface Listed<Key> {
  readonly params: Readonly<Record<string, string>>;
  readonly props: { readonly inputs: Inputs; readonly key: Key; readonly paper: Paper };
  readonly cacheKey: string;
}

/** A page that declares its reads: its paper is made when the page is drawn. */
function declaredPage<Key>({ params, paper }: PageType<Key>, reads: Reads, key: Key): Listed<Key> {
  const made = library();
  const inputs = made.for(reads);
  const cacheKey = made.digests.some(reads.content, reads.through, [params(key), key]);
  const props = {
    inputs,
    key,
    get paper() {
      return paper(inputs, key);
    },
  };
  return { params: params(key), props, cacheKey };
}

/** The pages of a kind, for Astro's `getStaticPaths`. */
export function pagesOf<Key>(type: PageType<Key>): Listed<Key>[] {
  const { whole, digests } = library();
  return type.keys(whole).map((key) => {
    if (type.reads !== null) return declaredPage(type, type.reads(key), key);
    const paper = type.paper(whole, key);
    return { params: type.params(key), props: { inputs: whole, key, paper }, cacheKey: digests.said(whole.waiting, paper) };
  });
}

/** The twins of a kind's pages, for the `getStaticPaths` of their address. */
export function twinsOf<Key>({ keys, params, reads, twin }: PageType<Key>) {
  const { whole, digests } = library();
  return keys(whole).map((key) => {
    const declared = reads?.(key) ?? null;
    const inputs = declared === null ? whole : library().for(declared);
    const given = [params(key), key];
    const cacheKey = declared === null ? digests.everything(given) : digests.some(declared.content, declared.through, given);
    return { params: params(key), props: { json: () => JSON.stringify(twin?.(inputs, key)) }, cacheKey };
  });
}

/** The page of a kind of which there is one. */
export function pageOfOne(type: PageType<Single>): { readonly inputs: Inputs; readonly paper: Paper } {
  const { whole } = library();
  return { inputs: whole, paper: type.paper(whole, {}) };
}
