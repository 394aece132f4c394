import { type CollectionKey, getEntry, render } from 'astro:content';

/** The rendered body of a document as a component; null when the document has no body. */
export async function bodyOf(collection: CollectionKey, id: string) {
  const entry = await getEntry(collection, id);
  if (entry === undefined || entry.data.blank) return null;
  return (await render(entry)).Content;
}
