import type { Nodes } from 'hast';

/**
 * Turns the alignment of a table's cells, which the compiler would write as an inline style, into an attribute that the style
 * sheet reads: the page's policy lets no inline style pass.
 */
export const align = () => (tree: Nodes) => {
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'element' && node.properties.align !== undefined) {
      const { align: side, ...properties } = node.properties;
      node.properties = { ...properties, dataAlign: side };
    }
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
};
