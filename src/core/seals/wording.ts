import type { Nodes } from 'mdast';
import { attributesOf } from '../documents/body.ts';
import { isElement } from '../documents/tree.ts';

/** Components that remark on a text and are not part of it. */
const remarks: readonly string[] = ['Contradiction'];

const inner = (node: Nodes): string => ('children' in node ? node.children.map(written).join('') : '');

const attributeText = ([name, value]: readonly [string, string]): string => ` ${name}=${JSON.stringify(value)}`;

function written(node: Nodes): string {
  if (isElement(node)) {
    const { name } = node;
    if (name === null || remarks.includes(name)) return '';
    const attributes = Object.entries(attributesOf(node)).sort().map(attributeText).join('');
    return `<${name}${attributes}>${inner(node)}</${name}>`;
  }
  switch (node.type) {
    case 'text':
      return node.value.replace(/\s+/gu, ' ');
    case 'heading':
      return `${'#'.repeat(node.depth)} ${inner(node)}`;
    case 'listItem':
      return `\n- ${inner(node)}`;
    case 'tableRow':
    case 'tableCell':
      return `${node.type === 'tableRow' ? '\n' : '|'}${inner(node)}`;
    case 'emphasis':
      return `*${inner(node)}*`;
    case 'strong':
      return `**${inner(node)}**`;
    case 'link':
      return `[${inner(node)}](${node.url})`;
    case 'image':
      return `![${node.alt ?? ''}](${node.url})`;
    default:
      return 'value' in node ? node.value : inner(node);
  }
}

/** What a piece of a document's body says, in lines: not how it is indented, broken, numbered or marked up. */
export function wordingOf(node: Nodes): string {
  const blocks = node.type === 'root' ? node.children : [node];
  const lines = blocks.flatMap((each) => written(each).split('\n'));
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
