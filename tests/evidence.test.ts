import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { changesBetween } from '../src/core/changes/changes.ts';
import { contentReaders, readContent, readState } from '../src/core/project/project.ts';
import { checkTermsOf } from '../src/core/project/terms.ts';
import { documentName, evidenceRegister } from '../src/core/reports/evidence.ts';
import { present } from '../src/core/testing/ledger.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import { loadProject } from '../src/disk/project.ts';
import { attachmentsPage } from '../src/present/pages/attachments.ts';
import { commitmentPage } from '../src/present/pages/commitment.ts';
import { commitmentsPage } from '../src/present/pages/commitments.ts';
import { homePage } from '../src/present/pages/home.ts';
import { wholeInputs } from '../src/present/pages/inputs.ts';
import { organisationPage } from '../src/present/pages/organisation.ts';
import { qualityPage } from '../src/present/pages/quality.ts';
import { plainText } from '../src/present/paper/piece.ts';
import { dataSince } from './latest.ts';
import { sample, sampleInputs } from './sample.ts';

const hospital = 'tests/contracts/hospital';

/** A copy of the other contract, to be changed at will. */
function copied(): string {
  const root = mkdtempSync(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(hospital, root, { recursive: true });
  return root;
}

/** What is found in a copy of the other contract after something was done to it, in what concerns its documents. */
function foundAfter(change: (root: string) => void): [string, string][] {
  const root = copied();
  change(root);
  const { problems } = loadProject(root);
  return problems.filter(({ severity }) => severity === 'error').map(({ code, file }) => [code, file]);
}

describe('files of documents as they lie on the disk', () => {
  const file = 'data/documents/review.txt';

  it('are sound as they were registered', () => {
    expect(foundAfter(() => undefined)).toEqual([]);
  });

  it('are found missing, altered by one byte, lying there unregistered, or read through a link', () => {
    const register = 'data/registers/papers.csv';
    expect(foundAfter((root) => rmSync(join(root, file)))).toEqual([['evidence/file', register]]);
    expect(foundAfter((root) => writeFileSync(join(root, file), '膳食委员会对承包方的内部评议（示例） \n'))).toEqual([
      ['evidence/digest', register],
    ]);
    expect(foundAfter((root) => writeFileSync(join(root, 'data/documents/spare.csv'), '甲\n'))).toEqual([
      ['evidence/unregistered', 'data/documents/spare.csv'],
    ]);
    const linked = foundAfter((root) => {
      rmSync(join(root, file));
      symlinkSync(join(process.cwd(), hospital, file), join(root, file));
    });
    expect(linked).toEqual([
      ['file/link', file],
      ['evidence/file', register],
    ]);
  });
});

describe('a document that is not published', () => {
  const { value, problems } = loadProject(hospital);
  const project = present(value);
  const inputs = present(wholeInputs(project, problems, ({ kind }) => kind));
  const secret = /续约|内部评议|review\.txt/u;

  it('is told of by its number, its kind and its digest alone', () => {
    const hidden = present(inputs.evidence.documents.find(({ published }) => !published));
    expect([hidden.number, documentName(hidden)]).toEqual(['WS-002', null]);
    const said = JSON.stringify(attachmentsPage.paper(inputs, {}));
    expect(said).toContain(hidden.number);
    expect(said).toContain(present(hidden.digest));
    expect(said).not.toMatch(secret);
  });

  it('stands in no other page', () => {
    const single = [organisationPage, commitmentsPage, qualityPage, homePage].map((page) => page.paper(inputs, {}));
    const promises = commitmentPage.keys(inputs).map((key) => commitmentPage.paper(inputs, key));
    const told = JSON.stringify([...single, ...promises]);
    expect(told).toContain('WS-002');
    expect(told).not.toMatch(secret);
  });

  it('goes to no reader’s browser to be referred to', () => {
    const terms = JSON.stringify(checkTermsOf(project, dataFiles(hospital)));
    expect(terms).toContain('data/registers/posts.csv');
    expect(terms).not.toMatch(/papers|WS-001|WS-002/u);
    expect(terms).not.toMatch(secret);
  });

  it('is not quoted where the register is found to be written oddly', () => {
    const root = copied();
    const register = join(root, 'data/registers/papers.csv');
    const text = new TextDecoder().decode(dataFiles(root).get('data/registers/papers.csv'));
    writeFileSync(
      register,
      text.replace('承包方续约的内部评议', '=承包方续约的内部评议').replace('2026-10-12', '2026年10月12日'),
    );
    const state = loadProject(root);
    expect(JSON.stringify(state.problems)).toMatch(secret);
    const read = present(wholeInputs(present(state.value), state.problems, ({ kind }) => kind));
    expect(read.problems.map(({ code }) => code)).toEqual(state.problems.map(({ code }) => code));
    expect(JSON.stringify([qualityPage.paper(read, {}), read.problems])).not.toMatch(secret);
  });

  it('is hidden among the changes too, when it came, went or was declared fit to be told', () => {
    const root = copied();
    const register = join(root, 'data/registers/papers.csv');
    const text = new TextDecoder().decode(dataFiles(root).get('data/registers/papers.csv'));
    const read = (changed: string) => {
      writeFileSync(register, changed);
      const state = loadProject(root);
      return { project: present(state.value), problems: state.problems };
    };
    const before = { project, problems };
    const without = read(`${text.split('\n').slice(0, -2).join('\n')}\n`);
    const opened = read(text.replace('不外传', '可外传'));
    const edits = [changesBetween(before, without), changesBetween(without, before), changesBetween(before, opened)];
    for (const each of edits) {
      expect(JSON.stringify(each)).toContain('WS-002');
      expect(JSON.stringify(each)).not.toMatch(secret);
    }
  });

  it('is the one that differs: a published one has its name and its file', () => {
    const open = present(inputs.evidence.documents.find(({ published }) => published));
    expect(documentName(open)).toBe('WS-001.txt');
    expect(JSON.stringify(attachmentsPage.paper(inputs, {}))).toContain('膳食委员会第三季度纪要');
  });
});

describe('what is due', () => {
  // What is due rests on the registers and on the day that the newest month ends.
  const [content, data, readers] = [contentFiles('.'), dataSince('2026-10', dataFiles('.')), contentReaders()];

  /** What the page says of drills, with the interval agreed as it is given, and a drill recorded or not. */
  function said(value: string, decided: string): string {
    const file = 'content/organisation/blanks.mdx';
    const agreed = (content.get(file) ?? '').replace(
      /(id: schedule\.drill_interval\n(?: {4}.*\n)*? {4}value:) null\n/u,
      `$1 ${value}\n    decided: ${decided}\n`,
    );
    const state = { content: new Map([...content, [file, agreed]]), data };
    const { value: project, problems } = readState(state, null, readContent(state.content, readers));
    const inputs = present(wholeInputs(present(project), problems, ({ kind }) => kind));
    const tables = organisationPage.paper(inputs, {}).blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    return plainText(present(tables.find(({ id }) => id === 'rec.emergency-drill')).cells.flat());
  }

  it('is nothing while the interval is open, and is told as overdue once it is agreed and has passed', () => {
    expect(said('null', '"2026-03-01"')).toContain('尚未约定，不推算应做');
    expect(said('每半年', '"2026-03-01"')).toContain('应于2026年9月1日以前，未见记录（每半年）');
    expect(said('每半年', '"2026-04-30"')).toContain('应于2026年10月30日以前，未见记录');
    expect(said('每半年', '"2026-05-01"')).toContain('下一次应于2026年11月1日以前（每半年）');
  });
});

describe('the contract beside the engine', () => {
  const { content, ledger } = sample;
  const inputs = sampleInputs;
  const kinds = content.records?.data.records ?? [];

  it('keeps a register of documents, of some levels that are not published', () => {
    expect(evidenceRegister([...ledger.registers.values()].map(({ register }) => register))?.id).toBe('documents');
    const published = inputs.evidence.documents.filter((document) => document.published).length;
    expect(published).toBeGreaterThan(0);
    expect(published).toBeLessThan(inputs.evidence.documents.length);
  });

  it('says of each of the kinds of the plan where it is kept', () => {
    const places = kinds.map((kind) => inputs.evidence.kind(kind).keeping.place);
    expect(places).toHaveLength(121);
    for (const place of ['log', 'register', 'documents', 'nowhere'] as const) expect(places).toContain(place);
    const { blocks } = organisationPage.paper(inputs, {});
    const rows = blocks.flatMap((block) => (block.kind === 'table' && block.id?.startsWith('record-table') ? block.rows : []));
    expect(rows.map(({ id }) => id).sort()).toEqual(kinds.map(({ id }) => id).sort());
    for (const { cells } of rows) expect(JSON.stringify(cells)).toMatch(/台账：|名录：|没有保存/u);
  });

  it('states how the documents of every promise that rests on them alone stand', () => {
    const resting = [...inputs.standings.values()].filter(
      ({ reading, commitment }) => reading === 'unchecked' && commitment.documents.length > 0,
    );
    const states = resting.map(({ commitment }) => present(inputs.evidence.promise(commitment)).state);
    expect(states.length).toBeGreaterThan(0);
    for (const state of ['handed', 'expired', 'lacking'] as const) expect(states).toContain(state);
  });

  it('takes a document for valid on the last day of its time', () => {
    // Its second plan holds until 2026-10-31, the last day of the latest month; the emergency plan ended on 2025-12-09.
    const state = (id: string) => inputs.evidence.kind(present(kinds.find((each) => each.id === id))).state;
    expect([inputs.evidence.day, state('rec.implementation-plan'), state('rec.emergency-plan')]).toEqual([
      '2026-10-31',
      'handed',
      'expired',
    ]);
    expect(state('rec.emergency-drill')).toBe('lacking');
  });
});
