import { describe, expect, it } from 'vitest';
import { readBundle } from '../src/core/bundle/verify.ts';
import { amendmentFile } from '../src/core/ledger/seal-file.ts';
import { hasErrors } from '../src/core/problem/problem.ts';
import { amendmentOf } from '../src/core/seals/amending.ts';
import { sealText } from '../src/core/seals/reading.ts';
import { States } from '../src/core/seals/state.ts';
import { listedSeals } from '../src/core/seals/twin.ts';
import { present } from '../src/core/testing/ledger.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import { projectOf } from '../src/disk/project.ts';
import { pastOf, tableDigests } from '../src/disk/seals.ts';
import { bundleBytes } from '../src/present/bundle.ts';
import { changesPage } from '../src/present/pages/changes.ts';
import { evidencePage } from '../src/present/pages/evidence.ts';
import { type Inputs, inputsFor, wholeInputs } from '../src/present/pages/inputs.ts';
import type { PageType } from '../src/present/pages/page-type.ts';
import { periodPage } from '../src/present/pages/period-verdicts.ts';
import { logPage } from '../src/present/pages/records.ts';
import { reportPage, reportReads } from '../src/present/pages/report.ts';
import type { Block, PageBlock } from '../src/present/paper/block.ts';
import { type Pieces, plainText } from '../src/present/paper/piece.ts';
import { sheetsOf } from '../src/present/print/sheets.ts';
import { published } from '../src/present/report/published.ts';
import { valueSheet } from '../src/present/report/sheet.ts';
import { amendmentSentence, digestMark } from '../src/present/seal.ts';
import { judgedBundle } from '../src/present/verifying.ts';
import { hrefOf } from '../src/site/destinations.ts';

const month = '2026-09';
const indicator = 'cleaning.specific.public-wall';
const file = `data/${month}/checks.csv`;
const [row, corrected] = [
  '2026-09-30,保洁,W03-A1,墙面,目视,不合格,开关面板周围有黑印,合格,2026-09-30 16:10,ZJ-01',
  '2026-09-30,保洁,W03-A1,墙面,目视,合格,,,,ZJ-01',
];
const reason = '现场照片证明当日墙面合格，记录时看错了区域';

const content = contentFiles(process.cwd());
const untouched = dataFiles(process.cwd());
const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(untouched.get(file));
expect(text.split(row)).toHaveLength(2);
/** The contract with the row corrected and no word of it. */
const changed = new Map([...untouched, [file, new TextEncoder().encode(text.replace(row, corrected))]]);
const silent = projectOf({ content, data: changed }, pastOf(process.cwd()));

const states = new States(present(silent.value), tableDigests(changed));
const sealed = present(present(silent.value).seals.get(month));
const terms = { month, date: '2026-11-30', post: 'GL-01', reason };
const amendment = present(amendmentOf(states, sealed, terms, pastOf(process.cwd())));
const after = new Map([...changed, [amendmentFile(month, 1), new TextEncoder().encode(sealText(amendment))]]);
const amended = projectOf({ content, data: after }, pastOf(process.cwd()));
const whole = present(wholeInputs(present(amended.value), amended.problems, hrefOf));

/** What an indicator said of the month, and says now. */
const change = present(amendment.changes.find((each) => each.kind === 'result' && each.indicator === indicator));

function keyOf<Key>(type: PageType<Key>, matches: (key: Key) => boolean): { readonly inputs: Inputs; readonly key: Key } {
  const key = present(type.keys(whole).find(matches));
  return { key, inputs: type.reads === null ? whole : inputsFor(whole, type.reads(key)) };
}

const inside = (block: PageBlock): readonly Block[] =>
  block.kind === 'section' || block.kind === 'details' || block.kind === 'audiences' ? block.blocks : [];
/** Every row of the tables of a page, and every other run of words, one a line. */
function linesOf(blocks: readonly PageBlock[]): string[] {
  const plain = (pieces: Pieces) => plainText(pieces);
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'table':
        return [plain(block.caption), ...block.rows.map(({ cells }) => cells.map(plain).join(' | '))];
      case 'heading':
        return [block.text];
      case 'paragraph':
      case 'note':
        return [plain(block.pieces)];
      case 'list':
        return block.items.map(plain);
      case 'signoff':
        return [plain(block.conclusion)];
      default:
        return linesOf(inside(block));
    }
  });
}

const former = /修订1以前：未达标，9\d\.\d%（\d+\/\d+）/u;

describe('a value that was amended after its report was issued', () => {
  it('is an error as long as nobody has amended it, and when the amendment is taken away or changed', () => {
    expect(hasErrors(silent.problems)).toBe(true);
    expect(silent.problems.filter(({ code }) => code === 'seal/row').map((each) => each.file)).toEqual([file]);
    expect(amended.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const edited = sealText(amendment).replace(reason, '更正');
    const data = new Map([...changed, [amendmentFile(month, 1), new TextEncoder().encode(edited)]]);
    expect(projectOf({ content, data }).problems.map(({ code }) => code)).toContain('seal/edited');
  });

  it('stands with its predecessor on the report, in its table of values and on its sheets', () => {
    const { inputs, key } = keyOf(reportPage, ({ id }) => id === month);
    const page = reportPage.paper(inputs, key);
    expect(page.making?.told).toBe('已签发，2026年10月8日，签发后修订1次');
    const lines = linesOf(page.blocks);
    const name = present(whole.project.assessment.all.find(({ id }) => id === indicator)).name;
    expect(lines.filter((line) => line.includes(name) && line.includes(' | ')).some((line) => former.test(line))).toBe(true);
    expect(lines).toContain(`修订1（2026年11月30日，GL-01）的理由：${reason}`);
    expect(lines.some((line) => /checks\.csv 第\d+行 \| .* \| 不合格 \| 合格/u.test(line))).toBe(true);
    const { paper } = published(inputs, key);
    const sheets = linesOf(
      sheetsOf(paper)
        .flat()
        .map(({ block }) => block),
    );
    expect(sheets.some((line) => line.includes(name) && former.test(line))).toBe(true);
    expect(sheets.some((line) => line.includes(`修订1的封存摘要：${amendment.digest.slice(0, 4)} `))).toBe(true);
    expect(digestMark(present(paper.sealed)).digest).toBe(amendment.digest);
  });

  it('stands with its predecessor in the twin and the table for spreadsheets', () => {
    const { inputs, key } = keyOf(reportPage, ({ id }) => id === month);
    const twin = JSON.parse(JSON.stringify(reportPage.twin?.(inputs, key)));
    expect(twin.seal.amendments[0]).toMatchObject({ number: 1, reason, post: 'GL-01', date: '2026-11-30' });
    expect(twin.seal.amendments[0].changes).toContainEqual(JSON.parse(JSON.stringify(change)));
    const { report, paper } = published(inputs, key);
    const { provenance, ledger } = whole.project;
    const sheet = valueSheet(present(report), ledger.registers, { provenance, making: paper.making, sealed: paper.sealed });
    const lines = sheet.split('\r\n').filter((line) => line.includes(indicator));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(former);
    expect(sheet.split('\r\n')[0]?.endsWith('报告状态,修订前')).toBe(true);
  });

  it('stands with its predecessor on the evidence page and in its twin', () => {
    const { inputs, key } = keyOf(evidencePage, (each) => each.month === month && each.indicator === indicator);
    const page = evidencePage.paper(inputs, key);
    expect(page.lead).toMatch(former);
    expect(linesOf(page.blocks)).toContain('签发后的修订');
    expect(evidencePage.twin?.(inputs, key)).toMatchObject({ former: [{ number: 1, reason }] });
  });

  it('stands with its predecessor among the month’s verdicts and, cell by cell, above the rows of its log', () => {
    const verdicts = keyOf(periodPage, (each) => each.id === month);
    expect(linesOf(periodPage.paper(verdicts.inputs, verdicts.key).blocks).some((line) => former.test(line))).toBe(true);
    const log = keyOf(logPage, (each) => each.month === month && each.log === 'checks');
    const rows = linesOf(logPage.paper(log.inputs, log.key).blocks);
    expect(rows.some((line) => /checks\.csv 第\d+行 \| .* \| 不合格 \| 合格/u.test(line))).toBe(true);
  });

  it('is told first among the changes, and in the feed in a sentence', () => {
    const { inputs, key } = keyOf(changesPage(null), () => true);
    const { blocks } = changesPage(null).paper(inputs, key);
    expect(linesOf(blocks).slice(1, 4)).toEqual(['签发后的修订', '2026年9月：修订1（2026年11月30日，GL-01）', `理由：${reason}`]);
    const sentence = amendmentSentence(amendment, (id) => whole.reports.result(`${month}/${id}`, month));
    expect(sentence).toMatch(/^修订1（2026年11月30日，GL-01）：现场照片.*：未达标，.* → /u);
  });

  it('is in the month’s bundle, which is proved by the amendment; the bundle from before is known as such', () => {
    const bundleOf = (project: Inputs['project'], data: typeof untouched) => {
      const of = new States(project, tableDigests(data));
      return bundleBytes({ states: of, month, sealed: present(project.seals.get(month)), data, signers: null });
    };
    const read = (bytes: Uint8Array) => {
      const { value, problems } = readBundle('bundle.zip', bytes);
      expect(problems).toEqual([]);
      return judgedBundle(value, problems, { list: { seals: listedSeals(whole.project.seals) }, where: '本站' }).lines.join('\n');
    };
    expect(read(bundleOf(whole.project, after))).toContain('与本站的封存是同一份');
    const before = present(projectOf({ content, data: untouched }).value);
    expect(read(bundleOf(before, untouched))).toContain('是本站的封存，但此后又修订1次');
    // A bundle from which the amendment was taken is proved by nothing.
    expect(readBundle('bundle.zip', bundleOf(present(silent.value), changed)).problems).not.toEqual([]);
  });

  it('is told of the quarter too, whose report leads to the month', () => {
    const inputs = inputsFor(whole, reportReads(['2026-07', '2026-08', month]));
    const { paper } = published(inputs, { id: '2026-Q3', measures: [] });
    expect(linesOf(paper.blocks)).toContain('2026年9月签发后修订1次：修订前后的值列在各该月的报告中。');
  });
});
