import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page, Worker as PageWorker } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readLedger, readRegisters } from '../../src/core/ledger/ledger.ts';
import { strayData, tablesIn } from '../../src/core/ledger/stray.ts';
import { asText } from '../../src/core/problem/print.ts';
import { type Problem, sortProblems } from '../../src/core/problem/problem.ts';
import { definitionsOn } from '../../src/disk/definitions.ts';
import { dataFiles } from '../../src/disk/files.ts';
import { Copy } from '../copy.ts';
import type { Defect } from '../defects/defect.ts';
import { encode } from '../defects/encode.ts';
import { defectSuite } from '../defects/suite.ts';
import { Reader } from '../reader.ts';
import { sample } from '../sample.ts';
import { Served } from '../served.ts';

const reader = new Reader();
const definitions = definitionsOn('.');
const all = dataFiles('.');
const { deliveryDay } = sample.contract;
const registers = readRegisters(all, definitions);
const suite = defectSuite(all, definitions.logs);

type Files = ReadonlyMap<string, Uint8Array>;
const bytesOf = ({ files }: Defect): Files =>
  new Map(
    Object.entries(files).map(([file, content]) => [file, typeof content === 'string' ? encode(content, 'UTF-8') : content]),
  );

/** What reading the data folder says of a month's files: what `npm run check` prints for them, after the months before it. */
function expected(month: string, files: Files): Problem[] {
  const before = sample.ledger.months.slice(-3).findLast((each) => each.month < month)?.left;
  const { problems } = readLedger(tablesIn(files), { ...definitions, deliveryDay, before }, registers);
  return sortProblems([...strayData(files), ...problems].filter(({ file }) => file.startsWith(`data/${month}/`)));
}

const payload = (files: Files) =>
  [...files].map(([path, bytes]) => ({ name: path.split('/').pop() ?? '', mimeType: 'text/csv', buffer: Buffer.from(bytes) }));

const status = (page: Page) => page.locator('.check-status');

/** Chooses files and waits until they have been checked. */
async function hand(page: Page, month: string, files: Files): Promise<void> {
  await page.fill('[data-month]', month);
  await page.setInputFiles('[data-choose-files]', payload(files));
  await status(page).filter({ hasText: '检查了' }).waitFor();
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), 'utf8');
}

/** Presses a button that saves a file; its text. */
async function saved(page: Page, selector: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.locator(selector).click();
  return textOf(download);
}

/** The worker that the page has started, or starts. */
const workerOf = async (page: Page): Promise<PageWorker> => page.workers()[0] ?? (await page.waitForEvent('worker'));

/** The checker's worker, asked over its own messages as the page asks it: problems of each folder, printed. */
async function inWorker(page: Page, address: string, folders: readonly { month: string; files: [string, string][] }[]) {
  return page.evaluate(
    async ({ address, folders }) => {
      const worker = new Worker(address, { type: 'module' });
      const ask = (message: object, kind: string) =>
        new Promise<{ checked?: { text: string } }>((resolve, reject) => {
          worker.onerror = ({ message }) => reject(new Error(`the worker failed: ${message}`));
          worker.onmessage = ({ data }) => {
            if (data.kind === 'failed') reject(new Error(data.message));
            if (data.kind === kind) resolve(data);
          };
          worker.postMessage(message);
        });
      worker.postMessage({ kind: 'start', terms: `${location.origin}/api/check.json` });
      const texts: string[] = [];
      for (const { month, files } of folders) {
        const opened = files.map(([path, base64], id) => ({
          id,
          path,
          file: new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))]),
        }));
        await ask({ kind: 'open', files: opened }, 'opened');
        const names = files.map(([path], id) => [id, path.slice(path.lastIndexOf('/') + 1)]);
        texts.push((await ask({ kind: 'check', run: 1, month, names }, 'checked')).checked?.text ?? '');
      }
      worker.terminate();
      return texts;
    },
    { address, folders },
  );
}

describe('the checker in the browser', () => {
  it('says of every defect of the suite what reading the data folder says, word for word', async () => {
    const { page, errors } = await reader.open('/check/');
    const address = (await workerOf(page)).url();
    const folders = suite.map((defect) => ({ month: defect.month, bytes: bytesOf(defect) }));
    const given = folders.map(({ month, bytes }) => ({
      month,
      files: [...bytes].map(([path, content]): [string, string] => [path, Buffer.from(content).toString('base64')]),
    }));
    const found = await inWorker(page, address, given);
    const wrong = folders.flatMap(({ month, bytes }, at) => {
      const wanted = asText(expected(month, bytes));
      return found[at] === wanted ? [] : [{ defect: suite[at]?.name, found: found[at], wanted }];
    });
    expect(suite.length).toBeGreaterThan(1500);
    expect(wrong).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('lists and saves what npm run check prints for the same files', async () => {
    const month = '2026-10';
    const changes = new Map(
      suite
        .filter((defect) => defect.month === month)
        .flatMap((defect) =>
          [...bytesOf(defect)].filter(([file]) => definitions.logs.some(({ id }) => file === `data/${month}/${id}.csv`)),
        ),
    );
    expect(changes.size).toBeGreaterThan(15);
    const copy = new Copy();
    for (const [file, content] of changes) writeFileSync(copy.path(file), content);
    writeFileSync(copy.path(`data/${month}/checks.xlsx`), 'PK');
    const files = new Map([...dataFiles(copy.root)].filter(([file]) => file.startsWith(`data/${month}/`)));
    const { output } = copy.run('node', ['scripts/check.ts']);
    const lines = output.split('\n');
    const own = lines.filter(
      (line, at) =>
        line.startsWith(`data/${month}/`) || (line.startsWith('    →') && lines[at - 1]?.startsWith(`data/${month}/`)),
    );

    const { page, errors, foreign } = await reader.open('/check/');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await hand(page, month, files);
    const list = (await saved(page, '[data-save-list]')).trimEnd().split('\n');
    expect(list.slice(0, -1)).toEqual(own);
    expect(list.length).toBeGreaterThan(20);

    const first = page.locator('[data-problem-rows] tr').first();
    const shown = (await first.locator('th code, td').allInnerTexts()).join('\n');
    const [place = '', ...rest] = list[0]?.split('  ') ?? [];
    expect(shown).toContain(place.split(':')[0]);
    for (const words of rest) expect(shown).toContain(words);

    // Nothing leaves the computer: the page asks for its icon, its programs, what starts them and the registers, and for nothing else.
    const ownParts = /^GET (?:\/favicon\.svg|\/_astro\/(?:worker-|problems\.)[\w-]+\.js|\/api\/check\.json)$/u;
    const madeHere = `GET ${reader.origin}/`;
    expect(requests.filter((each) => !ownParts.test(each) && !each.startsWith(madeHere))).toEqual([]);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('cannot send anything elsewhere: the policy binds the page and its worker', async () => {
    const { page } = await reader.open('/check/');
    const worker = await workerOf(page);
    const own = `${reader.origin}/api/check.json`;
    const other = await Served.start('dist');
    const elsewhere = `${other.origin}/api/check.json`;
    const asked = (address: string) =>
      fetch(address, { mode: 'no-cors' }).then(
        () => 'answered',
        () => 'refused',
      );
    expect([await worker.evaluate(asked, own), await page.evaluate(asked, own)]).toEqual(['answered', 'answered']);
    expect([await worker.evaluate(asked, elsewhere), await page.evaluate(asked, elsewhere)]).toEqual(['refused', 'refused']);
    other.stop();
    await page.context().close();
  });

  it('marks problems in the table and leads from the list to the row', async () => {
    const { page } = await reader.open('/check/');
    const header = '日期,服务,区域编号,检查项目,检查方法,结果,不合格原因,整改完成时间,检查岗位,当日复查';
    const days = Array.from({ length: 30 }, (_, day) => `2026-10-${String(day + 1).padStart(2, '0')}`);
    const rows = days.flatMap((day) =>
      ['地面', '墙面', '设施', '洁具'].map((item) => [day, '保洁', 'W01-A1', item, '目视', '合格', '', '', 'ZJ-01', '']),
    );
    const lines = rows.map((cells, at) => cells.map((cell) => (at === 110 && cell === 'W01-A1' ? '一楼大厅' : cell)).join(','));
    await hand(page, '2026-10', new Map([['checks.csv', encode([header, ...lines].join('\r\n'), 'GB18030')]]));
    await page.locator('[data-problem-rows] tr', { hasText: '一楼大厅' }).getByRole('button').click();
    const marked = page.locator('[data-page-table] tr.wanted td.marked', { hasText: '一楼大厅' });
    await marked.waitFor();
    expect(await marked.innerText()).toMatch(/一楼大厅[\s\S]*错误[\s\S]*不在区域名录/u);
    expect(await page.locator('[data-page-table] tr.wanted th').innerText()).toBe('112');
    expect(await marked.evaluate((cell) => cell === document.activeElement)).toBe(true);
    await page.check('[data-page-faulty]');
    await page.waitForFunction(() => document.querySelectorAll('[data-page-table] tbody tr').length === 1);
    const axe = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });

  it('asks which table a file is, tells its month from the dates, and saves the repaired file and the slip', async () => {
    const { page } = await reader.open('/check/');
    const odd =
      '单号,服务,紧急程度,网点编号,请求内容,报修时间,响应时间,完成时间,处理结果,特殊情况,处理岗位\nQQ-202610-001,保洁,一般,市分行机关,积水,2026/10/1 9:00,2026年10月1日 9：20,,处理中,等待配件,BJ-01\n';
    await page.setInputFiles('[data-choose-files]', [
      { name: '十月.csv', mimeType: 'text/csv', buffer: Buffer.from(encode(odd, 'GB18030')) },
      { name: '别的.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名,年龄\n甲,3\n') },
    ]);
    await status(page).filter({ hasText: '看不出 别的.csv 是哪种台账' }).waitFor();
    expect(await page.inputValue('[data-month]')).toBe('2026-10');
    await page.locator('[data-file-rows] tr', { hasText: '别的.csv' }).getByRole('button', { name: '移除' }).click();
    await status(page).filter({ hasText: '检查了 1 个文件' }).waitFor();
    expect(await saved(page, '[data-file-rows] button:has-text("存修好的文件")')).toBe(
      '\ufeff单号,服务,紧急程度,网点编号,请求内容,报修时间,响应时间,完成时间,处理结果,特殊情况,处理岗位\r\nQQ-202610-001,cleaning,一般,W01,积水,2026-10-01 09:00,2026-10-01 09:20,,处理中,等待配件,BJ-01\r\n',
    );
    await page.locator('[data-slip] button[type=submit]').click();
    expect(await page.locator('[data-slip-status]').innerText()).toContain('请先选交付日期和交付岗位');
    await page.fill('[data-slip-on]', '2026-11-03');
    await page.selectOption('[data-slip-post]', 'GL-01');
    await page.selectOption('tr[data-log=incidents] select', 'nil');
    expect(await saved(page, '[data-slip] button[type=submit]')).toBe(
      '\ufeff台账,行数,交付日期,交付岗位,截至,备注\r\n服务请求,1,2026-11-03,GL-01,,\r\n事故,0,2026-11-03,GL-01,,本月未发生，零报告\r\n',
    );
    await status(page).filter({ hasText: '检查了 2 个文件' }).waitFor();
    expect(await status(page).innerText()).toContain('可以提交');
    await page.context().close();
  });

  it('checks 100,000 rows without freezing the page, all of them wrong', async () => {
    const { page } = await reader.open('/check/');
    const [header = '', sample = ''] = new TextDecoder().decode(all.get('data/2026-10/trainings.csv')).split('\r\n');
    const topic = sample.split(',')[3] ?? '';
    const service = sample.split(',')[1] ?? '';
    const lines = Array.from({ length: 100_000 }, (_, at) =>
      sample.replace(topic, `${topic}${at}`).replace(`,${service},`, ',虫孔,'),
    );
    const folder = mkdtempSync(join(tmpdir(), 'many-rows-'));
    const file = join(folder, 'trainings.csv');
    writeFileSync(file, encode([header, ...lines].join('\r\n'), 'UTF-8'));
    // A page that is frozen cannot count: neither its own beats nor the steps of the bar.
    await page.evaluate(() => {
      const seen = { beats: 0, steps: new Set<number>() };
      Object.assign(window, { seen });
      setInterval(() => {
        const bar = document.querySelector('progress');
        if (bar === null || bar.hidden) return;
        seen.beats += 1;
        seen.steps.add(bar.value);
      }, 10);
    });
    await page.fill('[data-month]', '2026-10');
    await page.setInputFiles('[data-choose-files]', file);
    await status(page).filter({ hasText: '检查了' }).waitFor();
    rmSync(folder, { recursive: true });
    const seen = await page.evaluate(() => {
      const kept: unknown = Reflect.get(window, 'seen');
      return typeof kept === 'object' && kept !== null && 'beats' in kept && 'steps' in kept && kept.steps instanceof Set
        ? { beats: Number(kept.beats), steps: kept.steps.size }
        : { beats: 0, steps: 0 };
    });
    expect(seen.beats).toBeGreaterThan(20);
    expect(seen.steps).toBeGreaterThan(3);
    // Every row names a service that is none, for one cause; and there is no slip.
    expect(await status(page).innerText()).toContain('100000 行，错误 100001');
    expect(await page.locator('[data-problem-rows] tr').count()).toBe(2);
    expect(await page.locator('[data-problem-rows]').innerText()).toContain('共 100000 处');
    await page.locator('[data-page-last]').click();
    await page.locator('[data-page-table] th', { hasText: '100001' }).waitFor();
    await page.context().close();
  });
});
