import type { Fit, Hit } from './hit.ts';
import type { Query } from './query.ts';
import type { Answer } from './ranking.ts';

const list = (words: readonly string[]): string => `“${words.join('”“')}”`;

/** The words by which pages of one fit were found, each once, most used first. */
function foundBy(hits: readonly Hit[], fit: Fit): string[] {
  const counts = new Map<string, number>();
  for (const hit of hits) {
    if (hit.fit === fit) for (const word of hit.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

const mostNamed = 3;

/** What is said of a query of punctuation alone, which every page holds and none is about. */
export const nothingToSeek = (typed: string): string => `“${typed}”里没有可检索的字，请输入文字、数字或编号。`;

/** What the reader is told: how many pages write the very words, what else was looked for, and plainly when nothing fits. */
export function answerSentence({ groups, near }: Answer, query: Query): string {
  const hits = groups.flatMap((group) => group.hits);
  const count = (...wanted: Fit[]) => hits.filter(({ fit }) => wanted.indexOf(fit) >= 0).length;
  if (query.phrase.length === 0) return nothingToSeek(query.typed);
  const typed = `“${query.typed}”`;
  if (hits.length === 0 && near.length === 0) return `没有找到${typed}。请少写几个字或换个说法，也可以从下面的目录查找。`;
  if (hits.length === 0) return `没有找到完全一致的内容，以下${near.length}页只是相近。`;
  const [ids, literal, numbers, meaning, words] = [
    count('id'),
    count('name', 'typed'),
    count('numbers'),
    count('meaning'),
    count('words'),
  ];
  const parts = [
    ...(ids > 0 ? [`${ids}页的编号与${typed}相符`] : []),
    ...(literal > 0 ? [`${literal}页写有${typed}`] : []),
    ...(numbers > 0 ? [`${numbers}页写作${list(foundBy(hits, 'numbers').slice(0, mostNamed))}`] : []),
    ...(meaning > 0 ? [`${meaning}页写的是同义的${list(foundBy(hits, 'meaning').slice(0, mostNamed))}`] : []),
    ...(words > 0 ? [`${words}页写有其中的${list(query.words.map(([word]) => word?.text ?? ''))}或同义的说法`] : []),
  ];
  const honest = ids + literal > 0 ? '' : `没有找到完全一致的内容；`;
  return `${honest}${parts.join('，')}${near.length > 0 ? `，另有${near.length}页只是相近` : ''}。`;
}
