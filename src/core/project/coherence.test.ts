import { describe, expect, it } from 'vitest';
import type { ContentFiles } from '../documents/library.ts';
import { contentWith, placeIn } from '../testing/content.ts';
import { placedIn } from '../testing/ledger.ts';
import { checkCoherence } from './coherence.ts';
import { readContent } from './project.ts';

const faults = (files: ContentFiles) => placedIn(checkCoherence(readContent(files).value));
const plan = 'content/plan/cleaning.mdx';
const commitment = 'content/commitments/cm.clean.daily.mdx';

describe('checkCoherence', () => {
  it('finds nothing in a sound content', () => {
    expect(faults(contentWith())).toEqual([]);
  });

  it('finds a clause that carries an indicator which rests on another clause', () => {
    const files = contentWith(
      [plan, 'indicator="cleaning.overall.pass"', ''],
      [plan, 'title="总体"', 'title="总体" indicator="cleaning.overall.pass"'],
    );
    expect(faults(files)).toEqual([['reference/one-sided', plan, ...placeIn(files, plan, '<Clause id="5.1-1" ')]]);
  });

  it('finds a promise without any clause or any proof that exists', () => {
    const adrift = contentWith([commitment, '["5.1-1", "5.1-1-1"]', '["5.1-8", "5.1-9"]']);
    expect(faults(adrift).map(([code, file]) => [code, file])).toEqual([['document/orphan', commitment]]);
    const unproven = contentWith(
      [commitment, '[cleaning.overall.pass]', '[cleaning.overall.none]'],
      [commitment, 'rec.rounds', 'rec.none'],
    );
    expect(faults(unproven).map(([code, file]) => [code, file])).toEqual([['document/orphan', commitment]]);
  });

  it('lists a clause with text on which nothing rests, and no bare heading', () => {
    const files = contentWith([
      plan,
      '<Clause id="5.1-1-1"',
      '<Clause id="5.1-2" title="小结">\n\n以上。\n\n</Clause>\n\n<Clause id="5.1-3" title="标题" />\n\n<Clause id="5.1-1-1"',
    ]);
    expect(faults(files)).toEqual([['clause/unused', plan, ...placeIn(files, plan, '<Clause id="5.1-2"')]]);
  });
});
