import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentFiles, dataFiles } from '../../src/disk/files.ts';
import { loadProject } from '../../src/disk/project.ts';
import { faultsInAllMedia } from '../axe.ts';
import { brokenLinks, filesOf, isText, textOf } from '../published.ts';
import { layOut, phone, Reader, Tab } from '../reader.ts';

/** The second contract as a site of its own, built once for the whole file. */
const folder = mkdtempSync(join(tmpdir(), 'hospital-'));
const dist = join(folder, 'dist');
const reader = new Reader(dist);

beforeAll(() => {
  cpSync('tests/contracts/hospital', folder, { recursive: true });
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/node', ['scripts/build.ts', '--root', folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    // Not this process's environment: Vitest puts MODE, DEV and PROD into it, which a build reads.
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a page says, without its markup. */
function said(path: string): string {
  const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return main.replace(/<script[\s\S]*?<\/script>|<[^>]+>/gu, '').replace(/\s+/gu, '');
}

const json = (path: string) => JSON.parse(readFileSync(join(dist, 'api', path), 'utf8'));

/** One page of each kind, with a text that its reader must find there. */
const pages: Readonly<Record<string, string>> = {
  '/': '院方人员',
  '/plan/': '服务方案',
  '/plan/lift-indicators/': '年检',
  '/standards/': '电梯维保标准',
  '/standards/lifts/': '频次',
  '/commitments/': '对谁的承诺',
  '/commitments/cm.lifts.rescue/': '困人30分钟到场',
  '/indicators/': '平均修复时间',
  '/indicators/catering.delivery.temperature/': '℃',
  '/indicators/catering.quality.sample/': '没有登记留样的台账',
  '/procedures/': '电梯困人救援',
  '/procedures/sop.lift-rescue/': '步骤',
  '/procedures/sop.lift-rescue/checklist/': '病区、电梯',
  '/reports/': '月报',
  '/reports/2026-10/': '院方：锦州市第二人民医院',
  '/reports/2026-10/print/': '承包方项目负责人',
  '/reports/2026-Q3/': '逐月结论',
  '/reports/2026-10-ytd/': '事故与已采取的措施',
  '/reports/2026-W40/': '到期的工作',
  '/compliance/': '各病区对照',
  '/compliance/2026-10/': '未达标',
  '/compliance/2026-Q3/': 'Σn/ΣN',
  '/compliance/locations/': '没有应计的情况',
  '/compliance/locations/H-101/': '这个病区的电梯',
  '/compliance/2026-10/catering.quality.score/': '各病区',
  '/records/': '服务记录',
  '/records/2026-10/': '交付日期',
  '/records/2026-10/lift-callouts/': '召修单号',
  '/locations/': '服务3个病区',
  '/locations/H-101/': '1号病床梯',
  '/improvement/': '困人',
  '/attachments/': '附件',
  '/organisation/': '岗位',
  '/open/': '差异',
  '/quality/': '数据质量',
  '/quality/2026-10/': '统一过的写法',
  '/check/': 'npm run check',
  '/guide/': '病区、岗位、电梯照名录写',
  '/guide/lift-care/': '一行里要相符',
  '/changes/': '更新记录',
  '/search/': '搜索',
  '/services/': '病房餐饮',
  '/services/lifts/': '接下来到期',
  '/help/': '院方人员',
  '/help/client/': '对院方的承诺',
  '/help/clerk/': '零报告',
  '/accessibility/': 'WCAG 2.2',
  '/404.html': '没有这个页面',
};

const desk = new Tab(reader);
const hand = new Tab(reader, phone);

describe.each(Object.keys(pages))('%s', (path) => {
  it('is read at two widths without an error, and is accessible', async () => {
    const { page, errors, foreign } = await desk.open(path);
    await layOut(page);
    expect((await page.innerText('body')).replace(/\s+/gu, '')).toContain(pages[path]?.replace(/\s+/gu, ''));
    expect(await faultsInAllMedia(page)).toEqual({ light: [], dark: [], print: [] });
    const { page: small, errors: others } = await hand.open(path);
    await layOut(small);
    const over = await small.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ errors, others, foreign, over: path.endsWith('/print/') ? 0 : over }).toEqual({
      errors: [],
      others: [],
      foreign: [],
      over: 0,
    });
  });
});

describe('what the site says', () => {
  it('tells of every trapped person', () => {
    expect(said('improvement')).toContain('2026年8月至2026年10月发现问题18件（事故3件、故障15件），已办结18/18');
    expect(said('')).toContain('2026年8月至2026年10月发生事故3件，已办结3/3。');
    expect(said('').match(/事故H-101病区：1号病床梯，困人，门机故障/gu)).toHaveLength(3);
    for (const month of ['2026-08', '2026-09', '2026-10'])
      expect(said(`reports/${month}`)).toContain('发现问题6件（事故1件、故障5件），已办结6/6。');
    expect(said('reports/2026-10-ytd')).toContain('事故3件');
    expect(json('reports/2026-10-ytd.json').values['2026-10-ytd/findings.incident/found'].text).toBe('3件');
  });

  it('counts the visits that were due', () => {
    expect(said('reports/2026-10')).toContain('排期应完成的计划任务，完成8/8');
    expect(said('guide/lift-care')).toContain('2026年10月按排期应做8次');
    expect(said('services/lifts')).toContain('保养完成率●达标100%方案100%8/8');
  });

  it('says of what it keeps no log that it keeps none, and never that there was none', () => {
    const kinds = ['投诉', '服务请求', '客户反馈', '满意度调查', '改进措施', '改进建议', '培训'];
    const report = said('reports/2026-10');
    for (const kind of kinds) expect(report).toMatch(new RegExp(`${kind}(?:、[^。]*)?：本合同没有这类台账`, 'u'));
    expect(json('reports/2026-10.json').notKept.map(({ role }: { role: string }) => role)).toEqual(
      expect.arrayContaining(['request', 'complaint', 'opinion', 'survey', 'training', 'measure', 'suggestion']),
    );
    const told = filesOf(dist).filter((file) => file.endsWith('.html') && !/^(?:help|guide|check)\//u.test(file));
    const texts = new Map(told.map((file) => [file, textOf(join(dist, file)).replace(/<[^>]+>/gu, '')]));
    const saying = (words: RegExp) => told.filter((file) => words.test(texts.get(file) ?? ''));
    expect(saying(/没有收到(?:服务请求|客户反馈|投诉)|没有事故|没有[^。]*的应急演练/u)).toEqual([]);
    // Legends explain what a nil return is, and reports count none; no slip handed one in.
    expect(saying(/零报告(?!0份)/u).filter((file) => file.startsWith('reports/'))).toEqual([]);
  });

  it('leads nowhere that is not there', () => {
    expect(brokenLinks(dist)).toEqual([]);
  });
});

/** Words of the engine's own that the first contract uses too, each with the reason why the engine has it. */
const ofTheEngine: Readonly<Record<string, string>> = {
  服务请求: 'what the role “request” is called',
  改进措施: 'what the role “measure” is called',
  改进建议: 'what the role “suggestion” is called',
  客户反馈: 'what the role “opinion” is called',
  计划任务: 'what the role “work” is called',
  培训: 'what the role “training” is called',
  事故: 'what the role “incident” is called',
  保障措施: 'an area of commitments',
};

/** The trade of the first contract, in words that its names do not hold. */
const trade = [
  '行方',
  '银行',
  '支行',
  '分行',
  '网点',
  '保洁',
  '绿植',
  '虫控',
  '消杀',
  '用电',
  '盆栽',
  '灭鼠',
  '配电箱',
  '物业',
  '后勤',
];

/** What the contract beside the engine calls its parties, its places, its people, its work and its records. */
function wordsOfTheFirst(): string[] {
  const { value } = loadProject(process.cwd());
  if (value === null) throw new Error('no contract beside the engine');
  const { contract, content, definitions, ledger } = value;
  const entries = [...ledger.registers.values()].flatMap(({ register, records }) =>
    register.id === 'schedule' || register.id === 'calendar'
      ? []
      : records.flatMap(({ values }) => [values.name, values.short].filter((each) => typeof each === 'string')),
  );
  const defined = [...definitions.sources.logs, ...definitions.sources.registers].map(({ name }) => name);
  const units = [...(content.units?.data.units ?? []), ...(content.roles?.data.roles ?? [])].map(({ name }) => name);
  const titles = [...content.sections, ...content.procedures, ...content.standards].map(({ data }) => data.title);
  const indicators = content.indicators.map(({ data }) => data.name);
  const all = [contract.title, contract.client, contract.contractor, contract.premises, ...trade];
  return [...new Set([...all, ...entries, ...defined, ...units, ...titles, ...indicators])].filter((word) => word.length > 1);
}

describe('the first contract', () => {
  it('has no word in it', () => {
    const own = [
      ...contentFiles(folder).values(),
      ...[...dataFiles(folder).values()].map((bytes) => new TextDecoder().decode(bytes)),
    ];
    const words = wordsOfTheFirst().filter((word) => !(word in ofTheEngine) && !own.some((text) => text.includes(word)));
    expect(words.length).toBeGreaterThan(300);
    const files = filesOf(dist).filter(isText);
    // Every page, its twins and what the search reads; Pagefind keeps a file for documents and reports only.
    expect(files.filter((file) => file.endsWith('.html')).length).toBeGreaterThan(130);
    expect(files.length).toBeGreaterThan(350);
    const found = new Map<string, string>();
    for (const file of files) {
      const text = textOf(join(dist, file));
      for (const word of words) if (!found.has(word) && text.includes(word)) found.set(word, file);
    }
    expect([...found]).toEqual([]);
  });
});
