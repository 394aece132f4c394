import type { Nodes, Root } from 'mdast';
import type { Outcome, Place } from '../problem/problem.ts';
import { admissionProblems } from './admission.ts';
import { type ElementNode, isElement, parseTree, placeIn, type Source } from './tree.ts';

/** A component as it stands in a document's body: its name, its plain attributes, its place. */
export interface Component {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly place: Place;
  /** Where it begins and ends in the body, in characters. */
  readonly span: readonly [number, number];
  /** The plain text inside, for search and for deciding whether there is any. */
  readonly text: string;
}

/** A body that was read. */
export interface Body {
  /** What pages, reports and sheets are made from; empty where anything in the body is refused. */
  readonly tree: Root;
  /** The components in reading order, of a refused body too: what points at its clauses is not at fault. */
  readonly components: readonly Component[];
}

const empty: Root = { type: 'root', children: [] };

const textOf = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
};

/** The attributes of a component as they are written: words, or the number in `{61}`. */
export const attributesOf = ({ attributes }: Pick<ElementNode, 'attributes'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    attributes.flatMap((each) => {
      if (each.type === 'mdxJsxExpressionAttribute') return [];
      return [[each.name, typeof each.value === 'string' ? each.value : (each.value?.value.trim() ?? '')]];
    }),
  );

function componentOf(node: ElementNode, source: Source): Component {
  return {
    name: node.name ?? '',
    attributes: attributesOf(node),
    place: placeIn(source, node),
    span: [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0],
    text: textOf(node),
  };
}

/**
 * Reads the body of a document. Reports `document/syntax` for what does not parse, and whatever `admissionProblems` finds: a
 * body holds Markdown and listed components, and nothing that could run.
 */
export function readBody(source: Source): Outcome<Body> {
  const { value, problems } = parseTree(source);
  if (value === null) return { value: { tree: empty, components: [] }, problems };
  const refused = admissionProblems(value.visits, source);
  const components = value.visits.flatMap(({ node }) => (isElement(node) ? [componentOf(node, source)] : []));
  return { value: { tree: refused.length === 0 ? value.root : empty, components }, problems: refused };
}
