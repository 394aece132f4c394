import type { Nodes } from 'mdast';
import type { Place } from '../problem/problem.ts';
import { attributesOf, type Body } from './body.ts';
import { isReportComponent, type ReportComponent } from './components.ts';
import { isElement, placeIn, type Source } from './tree.ts';

/** A run of a sentence: words with their place, or a component such as `<Value id="…" />`. */
export type Span =
  | { readonly kind: 'text'; readonly text: string; readonly place: Place }
  | {
      readonly kind: 'component';
      readonly name: ReportComponent;
      readonly attributes: Readonly<Record<string, string>>;
      readonly place: Place;
    };

/** Where a character of a run of words stands: lines of a paragraph count from its first. */
export function placeOf({ text, place }: Extract<Span, { kind: 'text' }>, at: number): Place {
  const before = text.slice(0, at).split('\n');
  const last = before.at(-1) ?? '';
  if (place.line === undefined) return place;
  const column = before.length === 1 ? (place.column ?? 1) + last.length : last.length + 1;
  return { ...place, line: place.line + before.length - 1, column };
}

/** What a report's text is made of. Anything else cannot be printed on its sheets and is `other`. */
export type Prose =
  | { readonly kind: 'heading'; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] }
  /** A component that stands alone: a table, a chart. */
  | {
      readonly kind: 'placed';
      readonly name: ReportComponent;
      readonly attributes: Readonly<Record<string, string>>;
      readonly place: Place;
    }
  | { readonly kind: 'other'; readonly what: string; readonly place: Place };

const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);

/** The prose of a tree's nodes, each placed in its file. */
class Reading {
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  /** Text and components inside a node, in order; other inline elements are reported through `other`. */
  private spans(node: Nodes, other: (node: Nodes) => void): Span[] {
    return childrenOf(node).flatMap((child): Span[] => {
      const place = placeIn(this.source, child);
      if (child.type === 'text') return [{ kind: 'text', text: child.value, place }];
      if (isElement(child) && isReportComponent(child.name))
        return [{ kind: 'component', name: child.name, attributes: attributesOf(child), place }];
      if (child.type === 'paragraph') return this.spans(child, other);
      other(child);
      return [];
    });
  }

  private told(node: Nodes, other: (node: Nodes) => void): Prose {
    const place = placeIn(this.source, node);
    if (isElement(node) && isReportComponent(node.name))
      return { kind: 'placed', name: node.name, attributes: attributesOf(node), place };
    switch (node.type) {
      case 'heading':
        return { kind: 'heading', spans: this.spans(node, other) };
      case 'paragraph':
        return { kind: 'paragraph', spans: this.spans(node, other) };
      case 'list':
        return { kind: 'list', ordered: node.ordered === true, items: node.children.map((item) => this.spans(item, other)) };
      default:
        return { kind: 'other', what: node.type, place };
    }
  }

  prose(node: Nodes): Prose[] {
    const others: Prose[] = [];
    const told = this.told(node, (each) => others.push({ kind: 'other', what: each.type, place: placeIn(this.source, each) }));
    return [told, ...others];
  }
}

/** The body of a report as prose; empty for a body that was refused. */
export function proseOf(report: Source & Pick<Body, 'tree'>): Prose[] {
  const reading = new Reading(report);
  return report.tree.children.flatMap((node) => reading.prose(node));
}
