import { describe, expect, it } from 'vitest';
import { contentTexts, contentWith, placeIn } from '../testing/content.ts';
import { placedIn } from '../testing/ledger.ts';
import { readContent } from './project.ts';

const file = 'content/search/synonyms.mdx';
const pair = '- { say: [看一遍], means: [巡查] }';
const faults = (text: string) => {
  const files = contentWith([file, pair, text]);
  return { files, problems: placedIn(readContent(files).problems).filter(([, where]) => where === file) };
};

describe('checkSynonyms', () => {
  it('is silent about words that the documents write', () => {
    expect(placedIn(readContent(new Map(Object.entries(contentTexts))).problems)).toEqual([]);
  });

  it('warns at a meaning that no document writes, and not at the one beside it', () => {
    const { files, problems } = faults('- { say: [看一遍], means: [巡查, 瞧瞧] }');
    expect(problems).toEqual([['synonym/unfounded', file, ...placeIn(files, file, '瞧瞧')]]);
  });

  it('does not count the list itself as a document', () => {
    const { problems } = faults('- { say: [瞅瞅], means: [瞧瞧] }\n  - { say: [瞧瞧], means: [巡查] }');
    expect(problems.map(([code]) => code)).toEqual(['synonym/unfounded']);
  });

  it('reports a pair given twice at its second place, and a word that means itself', () => {
    const twice = faults('- { say: [看一遍], means: [巡查] }\n  - { say: [查看, 看一遍], means: [巡查] }');
    expect(twice.problems).toEqual([['synonym/duplicate', file, 6, 17]]);
    expect(faults('- { say: [巡查], means: [巡查] }').problems.map(([code]) => code)).toEqual(['synonym/duplicate']);
  });
});
