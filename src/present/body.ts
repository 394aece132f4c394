import type { Nodes as HtmlNodes } from 'hast';
import type { Root } from 'mdast';
import { type Options, toHast } from 'mdast-util-to-hast';
import { find, html } from 'property-information';
import { attributesOf } from '../core/documents/body.ts';

/** A body as pages draw it: words, and elements by name. A component is an element that no HTML has. */
export type Element =
  | string
  | {
      readonly name: string;
      readonly attributes: Readonly<Record<string, string | number | boolean>>;
      readonly children: readonly Element[];
    };

type Value = Extract<HtmlNodes, { type: 'element' }>['properties'][string];

/** A value as an attribute is written: several words stand behind one another. */
function attribute(name: string, value: Value): [string, string | number | boolean][] {
  if (value === null || value === undefined) return [];
  return [[find(html, name).attribute, typeof value === 'object' ? value.join(' ') : value]];
}

function elementsIn(node: HtmlNodes): Element[] {
  const children = () => ('children' in node ? node.children.flatMap(elementsIn) : []);
  switch (node.type) {
    case 'root':
      return children();
    case 'text':
      return [node.value];
    case 'element': {
      const attributes = Object.entries(node.properties).flatMap(([name, value]) => attribute(name, value));
      return [{ name: node.tagName, attributes: Object.fromEntries(attributes), children: children() }];
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return [{ name: node.name ?? '', attributes: attributesOf(node), children: children() }];
    default:
      return [];
  }
}

const options: Options = {
  passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
  footnoteLabel: '脚注',
  footnoteBackLabel: '回到正文',
};

/** The elements of a body that has passed the check. */
export const elementsOf = (tree: Root): Element[] => elementsIn(toHast(tree, options));
