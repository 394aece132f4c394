import type { ContentFiles, Entry } from '../documents/library.ts';
import type { Synonyms } from '../documents/synonyms.ts';
import { type Problem, problem } from '../problem/problem.ts';

/**
 * Checks what the search takes for the same. Reports `synonym/unfounded` for a meaning that no document writes, so that
 * looking for it could find nothing, and `synonym/duplicate` for a pair given twice or a word that means itself.
 */
export function checkSynonyms(entry: Entry<Synonyms>, files: ContentFiles): Problem[] {
  const texts = [...files].filter(([file]) => file !== entry.file).map(([, text]) => text);
  const written = new Map<string, boolean>();
  const stands = (word: string): boolean => {
    const known = written.get(word) ?? texts.some((text) => text.includes(word));
    written.set(word, known);
    return known;
  };
  const seen = new Set<string>();
  return entry.data.synonyms.flatMap(({ say, means }, index) => [
    ...means.flatMap((word, at) => {
      if (stands(word)) return [];
      const place = entry.place(['synonyms', index, 'means', at]);
      const message = `没有文档写有“${word}”，把“${say.join('、')}”当作它什么也找不到`;
      return [problem('synonym/unfounded', place, message, '请改成文档里的说法，或删去')];
    }),
    ...say.flatMap((word, at) =>
      means.flatMap((meaning) => {
        const pair = `${word}→${meaning}`;
        if (word !== meaning && !seen.has(pair)) {
          seen.add(pair);
          return [];
        }
        const place = entry.place(['synonyms', index, 'say', at]);
        const message = word === meaning ? `“${word}”的意思写成了它自己` : `“${pair}”写了两次`;
        return [problem('synonym/duplicate', place, message, '请删去重复的一处')];
      }),
    ),
  ]);
}
