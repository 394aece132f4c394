import type { Place } from '../problem/problem.ts';
import { parseBody, type SyntaxNode } from './body.ts';

/** A run of a sentence: words with their place, or a component such as `<Value id="…" />`. */
export type Span =
  | { readonly kind: 'text'; readonly text: string; readonly place: Place }
  | {
      readonly kind: 'component';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly place: Place;
    };

/** What a report's text is made of. Anything else cannot be printed on its sheets and is `other`. */
export type Prose =
  | { readonly kind: 'heading'; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] }
  /** A component that stands alone: a table, a chart. */
  | {
      readonly kind: 'placed';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly place: Place;
    }
  | { readonly kind: 'other'; readonly what: string; readonly place: Place };

/** Text and components inside a node, in order; other inline elements are reported through `other`. */
function spansOf(node: SyntaxNode, other: (node: SyntaxNode) => void): Span[] {
  return node.children.flatMap((child): Span[] => {
    if (child.type === 'text') return [{ kind: 'text', text: child.value, place: child.place }];
    if (child.name !== null) return [{ kind: 'component', name: child.name, attributes: child.attributes, place: child.place }];
    if (child.type === 'paragraph') return spansOf(child, other);
    other(child);
    return [];
  });
}

function nodeProse(node: SyntaxNode): Prose[] {
  const others: Prose[] = [];
  const other = (each: SyntaxNode) => others.push({ kind: 'other', what: each.type, place: each.place });
  const told = (): Prose => {
    switch (node.type) {
      case 'heading':
        return { kind: 'heading', spans: spansOf(node, other) };
      case 'paragraph':
        return { kind: 'paragraph', spans: spansOf(node, other) };
      case 'list':
        return { kind: 'list', ordered: node.ordered, items: node.children.map((item) => spansOf(item, other)) };
      default:
        return node.name === null
          ? { kind: 'other', what: node.type, place: node.place }
          : { kind: 'placed', name: node.name, attributes: node.attributes, place: node.place };
    }
  };
  return [told(), ...others];
}

/** The body of a report as prose; empty for a body that does not parse, which is reported where documents are read. */
export const proseOf = (file: string, body: string, bodyLine: number): Prose[] =>
  (parseBody(file, body, bodyLine)?.children ?? []).flatMap(nodeProse);
