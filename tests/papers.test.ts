import { describe, expect, it } from 'vitest';
import type { ReleaseChanges } from '../src/core/changes/releases.ts';
import { readProject } from '../src/core/project/project.ts';
import { present } from '../src/core/testing/ledger.ts';
import { changesPage } from '../src/present/pages/changes.ts';
import { commitmentPage } from '../src/present/pages/commitment.ts';
import { commitmentsPage } from '../src/present/pages/commitments.ts';
import { homePage } from '../src/present/pages/home.ts';
import { improvementPage } from '../src/present/pages/improvement.ts';
import { type Inputs, inputsFor } from '../src/present/pages/inputs.ts';
import { locationPage } from '../src/present/pages/location.ts';
import { locationsPage } from '../src/present/pages/locations.ts';
import { monthQualityPage } from '../src/present/pages/month-quality.ts';
import { noticesPage } from '../src/present/pages/notices.ts';
import type { PageType } from '../src/present/pages/page-type.ts';
import { qualityPage } from '../src/present/pages/quality.ts';
import { logPage, monthRecordsPage, recordsPage } from '../src/present/pages/records.ts';
import { reportPage } from '../src/present/pages/report.ts';
import { reportsPage } from '../src/present/pages/reports.ts';
import { servicePage } from '../src/present/pages/service.ts';
import { servicesPage } from '../src/present/pages/services.ts';
import { settlementPage } from '../src/present/pages/settlement.ts';
import type { Block, PageBlock } from '../src/present/paper/block.ts';
import type { Paper } from '../src/present/paper/paper.ts';
import { plainText } from '../src/present/paper/piece.ts';
import type { Table } from '../src/present/paper/table.ts';
import { inputsFrom } from '../src/present/testing/inputs.ts';
import { type Files, inBuildings, unbegun, varied, vast, without } from './hospital.ts';

/** Every page of some kinds, each made of what it declares and nothing else. */
function papersOf<Key>(whole: Inputs, type: PageType<Key>): Paper[] {
  return type.keys(whole).map((key) => {
    expect(JSON.parse(JSON.stringify(key))).toStrictEqual(key);
    return type.paper(type.reads === null ? whole : inputsFor(whole, type.reads(key)), key);
  });
}

const inside = (block: PageBlock): readonly Block[] =>
  block.kind === 'section' || block.kind === 'details' || block.kind === 'audiences' ? block.blocks : [];
const allBlocks = (blocks: readonly PageBlock[]): PageBlock[] => blocks.flatMap((block) => [block, ...allBlocks(inside(block))]);
const tablesOf = ({ blocks }: Paper): Table[] => allBlocks(blocks).flatMap((block) => (block.kind === 'table' ? [block] : []));
const wordsOf = ({ blocks }: Paper): string[] =>
  allBlocks(blocks).flatMap((block) => (block.kind === 'paragraph' || block.kind === 'note' ? [plainText(block.pieces)] : []));

const read = ({ content, data }: Files): Inputs => {
  const { value, problems } = readProject(content, data);
  return inputsFrom(value, problems);
};

const everyPaper = (whole: Inputs): Paper[] => [
  ...papersOf(whole, homePage),
  ...papersOf(whole, recordsPage),
  ...papersOf(whole, monthRecordsPage),
  ...papersOf(whole, logPage),
  ...papersOf(whole, qualityPage),
  ...papersOf(whole, monthQualityPage),
  ...papersOf(whole, settlementPage),
  ...papersOf(whole, improvementPage),
  ...papersOf(whole, noticesPage),
  ...papersOf(whole, locationsPage),
  ...papersOf(whole, locationPage),
  ...papersOf(whole, servicesPage),
  ...papersOf(whole, servicePage),
  ...papersOf(whole, reportsPage),
  ...papersOf(whole, reportPage),
  ...papersOf(whole, commitmentsPage),
  ...papersOf(whole, commitmentPage),
  ...papersOf(whole, changesPage(null)),
];

const contracts: readonly (readonly [string, () => Files])[] = [
  ['the hospital', () => varied()],
  ['before its first month', unbegun],
  ['places within places', inBuildings],
  ['many places, and a year from April', vast],
  ['a month that was not handed in', () => without(varied(), /data\/2026-10\//u)],
];

describe.each(contracts)('papers of the pages of data: %s', (_, files) => {
  const papers = everyPaper(read(files()));

  it('are values that JSON can hold', () => {
    expect(papers.length).toBeGreaterThan(15);
    for (const paper of papers) expect(JSON.parse(JSON.stringify(paper))).toStrictEqual(paper);
  });

  it('have tables with ids of their own, and a cell for each column in each row', () => {
    for (const paper of papers) {
      const tables = tablesOf(paper);
      expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
      for (const { columns, rows } of tables) for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
    }
  });
});

describe('papers of the pages of data', () => {
  const hospital = read(varied());
  const waiting = read(unbegun());
  const only = <Key>(whole: Inputs, type: PageType<Key>): Paper => present(papersOf(whole, type)[0]);

  it('say that there is nothing where there is nothing, and draw no empty table', () => {
    expect(only(waiting, commitmentsPage).blocks).toHaveLength(2);
    expect(wordsOf(only(waiting, homePage))[0]).toBe('没有计算的指标，没有结论。');
    const service = only(waiting, servicePage);
    expect(wordsOf(service)).toContain('还没有列出指标。');
    expect(tablesOf(service).filter(({ rows }) => rows.length === 0)).toEqual([]);
    expect(papersOf(waiting, logPage)).toEqual([]);
  });

  it('lead from each row of a log back to the row itself', () => {
    for (const paper of papersOf(hospital, logPage))
      for (const { rows } of tablesOf(paper))
        for (const { id, cells } of rows) expect(cells[0]).toMatchObject([{ to: { kind: 'here', anchor: id } }]);
  });

  it('set apart what failed among the uses of a row', () => {
    const looks = papersOf(hospital, logPage)
      .flatMap(tablesOf)
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.at(-1) ?? []))
      .map((piece) => [piece.kind === 'stressed' ? piece.as : 'plain', /（(.+)）$/u.exec(plainText([piece]))?.[1]].join(' '));
    expect([...new Set(looks)].sort()).toEqual(['plain 计入', 'strong 不合格']);
  });

  it('tell of changes what the thing was called and what differs, and count those beyond the thirtieth', () => {
    const edit = (count: number) =>
      ({
        kind: 'blank',
        id: `blank ${count}`,
        blank: 'gone',
        change: 'changed',
        file: 'content/organisation/blanks.mdx',
        line: 1,
        name: `空白${count}`,
        fields: [{ field: 'value', before: null, after: '甲' }],
      }) as const;
    const release = (commit: string, changes: ReleaseChanges['changes']): ReleaseChanges => ({
      commit,
      date: '2026-11-03',
      subject: '补充',
      body: '第一行\n第二行',
      changes,
    });
    const releases = [
      release(
        'c2',
        Array.from({ length: 32 }, (_, at) => edit(at + 1)),
      ),
      release('c1', null),
    ];
    const paper = only(hospital, changesPage({ releases, shallow: true }));
    const [list] = allBlocks(paper.blocks).flatMap((block) => (block.kind === 'list' ? [block.items] : []));
    expect(list).toHaveLength(31);
    expect(plainText(list?.at(-1) ?? [])).toBe('另有2处，用 npm run diff 可以列全。');
    expect(list?.[0]?.map(({ kind }) => kind)).toEqual(['quote', 'points']);
    expect(list?.[0]?.[0]).not.toHaveProperty('to');
    expect(wordsOf(paper)).toContain('这是能看到的最早一次更新，没有上一版本可比较。');
    expect(wordsOf(paper).at(-1)).toBe('本次构建只取得了部分历史，更早的更新没有列出。');
  });
});
