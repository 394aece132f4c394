import { describe, expect, it } from 'vitest';
import { contentWith } from '../testing/content.ts';
import { filingsFile, filingsWith, withFilings } from '../testing/evidence.ts';
import { filesOf, placedIn, present, registerTexts, september } from '../testing/ledger.ts';
import { checkEvidence, type DocumentFile } from './evidence.ts';
import { readProject } from './project.ts';

const provenance = 'kind: sample\nlabel: 示例\nnote: 示例数据\n';
const digest = 'ab'.repeat(32);
const other = 'cd'.repeat(32);

/** What is found of rows of the register, with files of which each has its digest and perhaps a text. */
function found(rows: readonly string[], files: Readonly<Record<string, Partial<DocumentFile>>> = {}) {
  const data = filesOf({ ...registerTexts, ...september, ...filingsWith(...rows), 'data/provenance.yaml': provenance });
  const { value, problems } = readProject(contentWith(), data, withFilings);
  expect(problems.filter(({ file }) => file === filingsFile)).toEqual([]);
  const known = Object.entries(files).map(
    ([file, given]) => [`data/documents/${file}`, { digest, text: null, ...given }] as const,
  );
  return checkEvidence(present(value), new Map(known));
}

const row = (file: string, sum: string, level = '公开') => `F01,rec.rounds,,纪要,${level},2026-09-01,,${file},,${sum},,,`;
const codes = (rows: readonly string[], files: Readonly<Record<string, Partial<DocumentFile>>> = {}) =>
  found(rows, files).map(({ code }) => code);

describe('a document that is registered', () => {
  it('is there as it was registered, in either case of the digest, or says where its original is', () => {
    expect(codes([row('a.txt', digest)], { 'a.txt': {} })).toEqual([]);
    expect(codes([row('甲/二.pdf', digest.toUpperCase())], { '甲/二.pdf': {} })).toEqual([]);
    expect(codes(['F01,rec.rounds,,纪要,内部,2026-09-01,,,档案柜,,,,'])).toEqual([]);
  });

  it('is found missing, altered, without a digest, or without file and original', () => {
    expect(placedIn(found([row('a.txt', digest)]))).toEqual([['evidence/file', filingsFile, 2, null]]);
    expect(placedIn(found([row('a.txt', other)], { 'a.txt': {} }))).toEqual([['evidence/digest', filingsFile, 2, null]]);
    expect(codes([row('a.txt', '')], { 'a.txt': {} })).toEqual(['evidence/digest']);
    expect(codes(['F01,rec.rounds,,纪要,公开,2026-09-01,,,,,,,'])).toEqual(['evidence/file']);
    expect(codes([`F01,rec.rounds,,纪要,公开,2026-09-01,,,柜,${digest},,,`])).toEqual(['evidence/file']);
  });

  it('has a name that any disk can hold, below its folder, of a kind that no browser runs', () => {
    const names = ['../secret.txt', '/etc/a.txt', 'a//b.txt', '.hidden.txt', 'a.html', 'a.svg', 'a', 'a/../b.txt', 'data\\a.txt'];
    const long = [`${'长'.repeat(81)}.txt`, `${'a'.repeat(100_000)}.txt`, 'a/b/c/d/e.txt'];
    for (const name of [...names, ...long]) {
      const problems = found([row(name, digest)], { [name]: {} });
      expect(problems.map(({ code }) => code)).toEqual(['evidence/file']);
      expect(problems[0]?.message.length).toBeLessThan(200);
    }
    expect(codes([row(`${'长'.repeat(80)}.txt`, digest)], { [`${'长'.repeat(80)}.txt`]: {} })).toEqual([]);
  });

  it('has its file for itself, and every file has its document', () => {
    const second = row('a.txt', digest).replace('F01', 'F02');
    expect(codes([row('a.txt', digest), second], { 'a.txt': {} })).toEqual(['evidence/file']);
    const lost = found([], { 'a.txt': {}, '.DS_Store': {} });
    expect(placedIn(lost)).toEqual([['evidence/unregistered', 'data/documents/a.txt', null, null]]);
  });

  it('names a kind, a meeting or a promise that is there, and a row that is there', () => {
    const named = (kind: string, promise = '', at = ',,') =>
      found([`F01,${kind},${promise},纪要,公开,2026-09-01,,,柜,,${at}`]).map(({ code, hint }) => [code, hint]);
    expect([named('meet.weekly'), named('', 'cm.clean.daily')]).toEqual([[], []]);
    expect(named('rec.round')).toEqual([['reference/unknown', '是否应为“rec.rounds”？']]);
    expect(named('', 'cm.clean.dayly')).toEqual([['reference/unknown', '是否应为“cm.clean.daily”？']]);
    expect(named('').map(([code]) => code)).toEqual(['cell/required']);
    expect(named('rec.rounds', '', 'requests,2026-09,QQ-202609-003')).toEqual([]);
    expect(named('rec.rounds', '', 'rounds,2026-09,2026-09-30|W01|地库')).toEqual([]);
    const wrong = ['requests,2026-09,QQ-202609-004', 'requests,2026-08,QQ-202609-003', 'requests,9月,QQ-202609-003'];
    for (const each of wrong) expect(named('rec.rounds', '', each).map(([code]) => code)).toEqual(['reference/unknown']);
  });

  it('does not end before it begins', () => {
    expect(codes(['F01,rec.rounds,,纪要,公开,2026-09-02,2026-09-01,,柜,,,,'])).toEqual(['row/contradiction']);
    expect(codes(['F01,rec.rounds,,纪要,公开,2026-09-02,2026-09-02,,柜,,,,'])).toEqual([]);
  });

  it('holds no number of a person where it is published', () => {
    const text = '值班 13900000000';
    expect(placedIn(found([row('a.txt', digest)], { 'a.txt': { text } }))).toEqual([
      ['document/private', 'data/documents/a.txt', null, null],
    ]);
    expect(codes([row('a.txt', digest, '内部')], { 'a.txt': { text } })).toEqual([]);
  });

  it('is registered once under a number', () => {
    const data = filesOf({ ...registerTexts, ...filingsWith(row('', ''), row('', '')), 'data/provenance.yaml': provenance });
    const { problems } = readProject(contentWith(), data, withFilings);
    const own = problems.filter(({ file }) => file === filingsFile).map(({ code, line }) => [code, line]);
    expect(own).toEqual([
      ['row/duplicate-key', 2],
      ['row/duplicate-key', 3],
    ]);
  });
});

it('says of a contract without such a register that no file is registered', () => {
  const data = filesOf({ ...registerTexts, ...september, 'data/provenance.yaml': provenance });
  const { value } = readProject(contentWith(), data);
  const files = new Map([['data/documents/a.txt', { digest, text: null }]]);
  expect(checkEvidence(present(value), files).map(({ code }) => code)).toEqual(['evidence/unregistered']);
});
