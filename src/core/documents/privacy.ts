import type { Nodes } from 'mdast';
import { mayBePrivate, type PrivateKind, privateIn } from '../problem/privacy.ts';
import { type Place, type Problem, problem } from '../problem/problem.ts';
import { attributesOf, type Body } from './body.ts';
import { contractFile } from './contract.ts';
import type { Document } from './document.ts';
import { stringsIn } from './strings.ts';
import { isElement, placeIn, visitsOf } from './tree.ts';

/** Where the contract itself names addresses and numbers at which it is reached. */
const hasContacts = (file: string): boolean => file === contractFile || file.startsWith('content/organisation/');

/** A text that a reader sees, or an address that a link leads to. Its place is looked for when something is found in it. */
interface Shown {
  readonly text: string;
  place(): Place;
}

/** What a reader sees of a node: its words in one piece, cells of a row apart. */
function wordsOf(node: Nodes): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join(node.type === 'tableRow' ? ' ' : '') : '';
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What a reader sees as one piece. */
const pieces: readonly Nodes['type'][] = ['paragraph', 'heading', 'tableRow', 'code'];

/** Texts, link addresses and attributes of one node of a body. */
function shownBy(node: Nodes, source: Document<unknown>): Shown[] {
  const place = () => placeIn(source, node);
  if (pieces.includes(node.type)) return [{ text: wordsOf(node), place }];
  if (isElement(node)) return Object.values(attributesOf(node)).map((text) => ({ text, place }));
  return 'url' in node ? [{ text: decoded(node.url), place }] : [];
}

/** The strings of a frontmatter that may say something private. */
const written = (source: Document<unknown>): Shown[] =>
  stringsIn(source.written, mayBePrivate).map(({ text, path }) => ({ text, place: () => source.place(path) }));

/** The sentence on one number or address, wherever it was found. */
export const privateWords = (kind: PrivateKind, masked: string): string => `写有${kind}（${masked}），个人信息不能公布`;

/**
 * Numbers of persons and e-mail addresses in a document, as a reader would see them: emphasis, line breaks and encodings hide
 * none. Reports `document/private`.
 */
export function privacyProblems(document: Document<unknown>, { tree }: Pick<Body, 'tree'>): Problem[] {
  if (hasContacts(document.file)) return [];
  const seen = new Set<string>();
  return [...written(document), ...visitsOf(tree).flatMap(({ node }) => shownBy(node, document))].flatMap((shown) =>
    privateIn(shown.text).flatMap(({ kind, masked }) => {
      const place = shown.place();
      const key = `${place.line} ${masked}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [problem('document/private', place, privateWords(kind, masked), '请删去号码或地址，写岗位或渠道')];
    }),
  );
}
