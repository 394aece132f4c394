/** A new element with its text, attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  content: string | readonly (Node | string)[] = '',
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (typeof content === 'string') made.textContent = content;
  else made.append(...content);
  return made;
}

/** The element that the page's markup promises under `[data-<name>]`; a page without it is broken. */
export function part<E extends Element>(root: ParentNode, name: string, type: { new (): E; prototype: E }): E {
  const found = root.querySelector(`[data-${name}]`);
  if (!(found instanceof type)) throw new Error(`the page has no [data-${name}]`);
  return found;
}
