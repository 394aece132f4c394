import { describe, expect, it } from 'vitest';
import { readContent } from '../project/project.ts';
import { contentWith } from '../testing/content.ts';
import { documentEdits } from './documents.ts';

const files = contentWith();
const edits = (after: ReadonlyMap<string, string>) => documentEdits(readContent(files).value, readContent(after).value);
/** Indicators and clauses are compared by others. */
const compared = [...files].filter(([file, text]) => !file.startsWith('content/indicators/') && /^updated: /mu.test(text));

describe('documents', () => {
  it('are none of them left out: a new date in any file is one edit of that file', () => {
    expect(compared.length).toBeGreaterThan(10);
    for (const [file, text] of compared) {
      const after = new Map([...files, [file, text.replace(/^updated: .*$/mu, 'updated: "2026-11-02"')]]);
      expect(edits(after).map((each) => [each.file, each.change, each.fields.map(({ field }) => field)])).toEqual([
        [file, 'changed', ['updated']],
      ]);
    }
  });

  it('include the commentary on a report', () => {
    const commentary =
      '---\nkind: commentary\nperiod: 2026-09\nprepared: role.lead\nreviewed: null\nstatus: draft\nissued: null\n---\n\n本月如常。\n';
    const found = edits(new Map([...files, ['content/reports/2026-09.mdx', commentary]]));
    expect(found.map(({ kind, change, file }) => [kind, change, file])).toEqual([
      ['document', 'added', 'content/reports/2026-09.mdx'],
    ]);
  });
});
