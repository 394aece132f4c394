import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Files, unbegun, vast, write } from '../hospital.ts';
import { brokenLinks } from '../published.ts';
import { layOut, phone, Reader, Tab } from '../reader.ts';

/** Builds a contract in a folder of its own before the tests around it, and removes it after them. */
function site(name: string, make: () => Files) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const dist = join(folder, 'dist');
  beforeAll(() => {
    write(make(), folder);
    const { status, stdout, stderr } = spawnSync('node_modules/.bin/node', ['scripts/build.ts', '--root', folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      // Not this process's environment: Vitest puts MODE, DEV and PROD into it, which a build reads.
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const reader = new Reader(dist);
  const [desk, hand] = [new Tab(reader), new Tab(reader, phone)];
  const said = (path: string): string => {
    const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    return main.replace(/<script[\s\S]*?<\/script>|<[^>]+>/gu, '').replace(/\s+/gu, '');
  };
  /** What is wrong with a page at two widths: errors, and what juts out of the screen. */
  const faults = async (path: string) => {
    const [wide, small] = [await desk.open(path), await hand.open(path)];
    await layOut(small.page);
    const over = await small.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    return [...wide.errors, ...small.errors, ...(over > 0 ? [`${over}px too wide`] : [])];
  };
  return { dist, said, faults };
}

describe('150 places in buildings, a year from April, a first month begun in its middle', () => {
  const { dist, said, faults } = site('vast', vast);

  it.each(['/compliance/locations/', '/locations/', '/locations/w.1.3/', '/reports/FY2026-Q3/', '/search/'])(
    '%s is read at two widths',
    async (path) => expect(await faults(path)).toEqual([]),
  );

  it('says where a place lies, and counts what is written of it alone', () => {
    expect(said('locations/w.1.3')).toContain('位于1号住院楼›ICU1-3');
    expect(said('locations/1号楼')).toContain('其中的病区24个');
    expect(said('locations/1号楼')).toContain('本页的结论不含其中各病区的记录');
    expect(said('compliance/2026-10/catering.delivery.temperature')).toContain('94.3%（150/159）');
  });

  it('names a few of many, and the business year as such', () => {
    expect(said('compliance/locations')).toContain('2026年10月有11个病区的11项未达标，均为');
    expect(said('compliance/locations')).toContain('：H-101病区、H-102病区、');
    expect(said('compliance/locations')).toMatch(/等11个。/u);
    expect(said('reports')).toContain('2026年度第三季度（2026年10月至12月）');
    expect(said('reports/FY2026')).toContain('2026年度（2026年4月至2027年3月）服务报告');
    expect(said('compliance')).toContain('2026年4—10月');
  });

  it('leads nowhere that is not there', () => expect(brokenLinks(dist)).toEqual([]));
});

describe('a plan before its first month, without indicators', () => {
  const { dist, said, faults } = site('unbegun', unbegun);

  it.each(['/', '/indicators/', '/compliance/', '/compliance/locations/', '/reports/2026-08/', '/improvement/', '/quality/'])(
    '%s is read at two widths',
    async (path) => expect(await faults(path)).toEqual([]),
  );

  it('says that nothing was handed in, and judges nothing', () => {
    const note = '合同自2026年8月1日起，还没有交来任何一个月的台账';
    for (const path of ['', 'compliance', 'reports/2026-08', 'commitments']) expect(said(path)).toContain(note);
    expect(said('')).toContain('2026年8月：没有计算的指标，没有结论。');
    expect(said('')).toContain('2026年8月的台账应于2026年9月5日前交齐');
    expect(said('indicators')).toContain('本合同还没有列出指标。');
    expect(said('reports/2026-08')).toContain('未交3份');
    expect(said('plan/lift-indicators')).toContain('年检');
  });

  it('leads nowhere that is not there', () => expect(brokenLinks(dist)).toEqual([]));
});
