import { describe, expect, it } from 'vitest';
import type { ContentFiles } from '../documents/library.ts';
import { contentWith, contentWithout, placeIn } from '../testing/content.ts';
import { ledgerOf, placedIn } from '../testing/ledger.ts';
import { readContent } from './project.ts';
import { checkReferences } from './references.ts';

const { value: ledger } = ledgerOf({});

function faults(files: ContentFiles) {
  const content = readContent(files);
  expect(content.problems).toEqual([]);
  return placedIn(checkReferences(content.value, ledger));
}
const plan = 'content/plan/cleaning.mdx';
const pass = 'content/indicators/cleaning.overall.pass.mdx';
const commitment = 'content/commitments/cm.clean.daily.mdx';
const procedure = 'content/procedures/sop.rounds.mdx';
const standard = 'content/standards/cleaning.mdx';
const organisation = (name: string) => `content/organisation/${name}.mdx`;

describe('checkReferences', () => {
  it('finds nothing in a sound content', () => {
    expect(faults(contentWith())).toEqual([]);
  });

  it.each<[string, [string, string, string], string]>([
    ['the clause of an indicator', [pass, '"5.1-1-1"', '"5.1-1-9"'], '"5.1-1-9"'],
    ['the service of an indicator', [pass, 'service: cleaning', 'service: laundry'], 'laundry'],
    ['a clause of a commitment', [commitment, '["5.1-1", "5.1-1-1"]', '["5.1-1", "5.1-7"]'], '"5.1-7"'],
    ['an indicator of a commitment', [commitment, '[cleaning.overall.pass]', '[cleaning.overall.none]'], 'cleaning.overall.none'],
    ['a record of a commitment', [commitment, 'rec.rounds', 'rec.none'], 'rec.none'],
    ['a blank of a commitment', [commitment, '[contract.minutes]', '[contract.hours]'], 'contract.hours'],
    ['a role of a procedure', [procedure, '[role.inspector]', '[role.none]'], 'role.none'],
    ['a record of a procedure', [procedure, 'record: rec.rounds', 'record: rec.none'], 'rec.none'],
    ['a procedure of a standard', [standard, '[sop.rounds]', '[sop.none]'], 'sop.none'],
    ['a clause of a standard', [standard, '["5.1-1"]', '["5.1-3"]'], '"5.1-3"'],
    ['the owner of an attachment', ['content/attachments/附件-合同-20230101-001.mdx', 'dept.quality', 'dept.none'], 'dept.none'],
    ['a clause of the attachments wanted', ['content/attachments/index.mdx', '["5.1-1"]', '["5.1-2"]'], '"5.1-2"'],
    ['the parent of a unit', [organisation('units'), 'parent: body.management', 'parent: body.none'], 'body.none'],
    ['the unit of a role', [organisation('roles'), 'unit: dept.quality', 'unit: dept.none'], 'dept.none'],
    ['the record of a meeting', [organisation('meetings'), 'rec.rounds', 'rec.none'], 'rec.none'],
    ['the blank of a channel', [organisation('channels'), 'contract.minutes', 'contract.hours'], 'contract.hours'],
    ['the role of a record', [organisation('records'), 'role: role.inspector', 'role: role.none'], 'role.none'],
    ['the records of a report', [organisation('records'), 'records: [rec.rounds]', 'records: [rec.none]'], 'rec.none'],
    ['the role of a step', [organisation('records'), 'by: role.inspector', 'by: role.none'], 'role.none'],
    [
      'an indicator of a contradiction',
      [organisation('contradictions'), '[cleaning.overall.pass]', '[cleaning.overall.none]'],
      'cleaning.overall.none',
    ],
    ['a clause of a contradiction', [organisation('contradictions'), 'clause: "5.1-1"', 'clause: "5.1-8"'], '"5.1-8"'],
    [
      'a blank in a body',
      [plan, '<Blank id="contract.minutes" />', '<Blank id="contract.hours" />'],
      '<Blank id="contract.hours"',
    ],
    [
      'a contradiction in a body',
      [pass, '<Contradiction id="cf.response" />', '<Contradiction id="cf.none" />'],
      '<Contradiction id="cf.none"',
    ],
    [
      'the indicator that a clause carries',
      [plan, 'indicator="cleaning.overall.pass"', 'indicator="cleaning.overall.none"'],
      '<Clause id="5.1-1-1"',
    ],
  ])('finds %s', (_, change, wrong) => {
    const files = contentWith(change);
    expect(faults(files)).toEqual([['reference/unknown', change[0], ...placeIn(files, change[0], wrong)]]);
  });

  it('counts lines and columns from the top of the file', () => {
    expect(faults(contentWith([pass, '"5.1-1-1"', '"5.1-1-9"']))).toEqual([['reference/unknown', pass, 8, 9]]);
    expect(faults(contentWith([plan, 'id="contract.minutes"', 'id="contract.hours"']))).toEqual([
      ['reference/unknown', plan, 13, 2],
    ]);
  });

  it('finds components without an id, and those that point at nothing', () => {
    const files = contentWith([plan, '不低于95%。', '<Blank />，见<Contradiction id="cf.none" />。']);
    expect(faults(files)).toEqual(
      ['<Blank />', '<Contradiction id="cf.none"'].map((text) => ['reference/unknown', plan, ...placeIn(files, plan, text)]),
    );
  });

  it('names the nearest id', () => {
    const content = readContent(contentWith([pass, '"5.1-1-1"', '"5.1-1-7"'])).value;
    const [found] = checkReferences(content, ledger);
    expect(found?.message).toBe('没有条款“5.1-1-7”');
    expect(found?.hint).toBe('是否应为“5.1-1-1”？');
  });

  it('finds every reference to a document that is gone', () => {
    const files = contentWithout('content/indicators/cleaning.overall.pass.mdx');
    expect(
      faults(files)
        .map(([, file]) => file)
        .sort(),
    ).toEqual([commitment, organisation('contradictions'), plan, procedure]);
  });

  it.each(['records', 'roles', 'blanks', 'contradictions'])(
    'finds every reference to %s that the contract does not have',
    (name) => {
      const found = faults(contentWithout(organisation(name)));
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map(([code]) => code))).toEqual(new Set(['reference/unknown']));
    },
  );

  it('says nothing about references into a file that could not be read: that is one problem, at the file', () => {
    for (const name of ['records', 'roles', 'units', 'blanks', 'contradictions']) {
      const content = readContent(contentWith([organisation(name), 'updated:', 'changed:']));
      expect(new Set(content.problems.map(({ file }) => file))).toEqual(new Set([organisation(name)]));
      expect(placedIn(checkReferences(content.value, ledger))).toEqual([]);
    }
    const unread = ledgerOf({ 'data/registers/services.csv': '' }).value;
    expect(checkReferences(readContent(contentWith()).value, unread)).toEqual([]);
  });
});
