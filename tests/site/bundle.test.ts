import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../src/core/bundle/archive.ts';
import { sumsName, sumsText } from '../../src/core/bundle/sums.ts';
import { isSealList } from '../../src/core/seals/lookup.ts';
import { present } from '../../src/core/testing/ledger.ts';
import { Reader, withoutScript } from '../reader.ts';

const reader = new Reader();
const month = '2026-09';
const good = readFileSync(`dist/reports/${month}/bundle.zip`);
const files = present(unpack('bundle.zip', good).value);

/** The bundle of a forger: a failure turned into a pass, and the list of sums made to fit. */
function forged(): Buffer {
  const file = `data/${month}/checks.csv`;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(file));
  const changed = new Map([...files, [file, new TextEncoder().encode(text.replace('不合格', '合格'))]]);
  changed.delete(sumsName);
  return Buffer.from(pack(new Map([...changed, [sumsName, new TextEncoder().encode(sumsText(changed))]])));
}

const verdict = (page: Page) => page.locator('.bundle-verdict.sound, .bundle-verdict.unsound');
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.setInputFiles('[data-choose-bundle]', { name, mimeType: 'application/zip', buffer });

describe('the check page', () => {
  it('accepts a sound bundle, says which month and release it is of, and asks no other host for anything', async () => {
    const { page, errors, foreign } = await reader.open('/check/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await choose(page, 'bundle.zip', good);
    await expect(verdict(page).innerText()).resolves.toContain('✓ 相符：bundle.zip：包是完整的');
    const told = await verdict(page).innerText();
    expect(told).toContain('2026年9月的数据、规定和结论');
    expect(told).toMatch(/与本站现行版本 .+ 的封存是同一份/u);
    expect(asked.every((each) => each.startsWith('GET '))).toBe(true);
    expect([errors, foreign]).toEqual([[], []]);
  });

  it('refuses a forged bundle that was dropped, a broken one and one of nothing', async () => {
    const { page } = await reader.open('/check/');
    const data = await page.evaluateHandle(
      ({ bytes }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], 'forged.zip', { type: 'application/zip' }));
        return transfer;
      },
      { bytes: [...forged()] },
    );
    await page.dispatchEvent('[data-bundles]', 'drop', { dataTransfer: data });
    await expect(verdict(page).innerText()).resolves.toContain('✗ 不能确认：forged.zip：这个包不能作为凭据');
    await expect(verdict(page).innerText()).resolves.toContain(`data/${month}/checks.csv：文件与封存不符`);
    for (const bytes of [good.subarray(0, good.length - 100), Buffer.from('<html>')]) {
      await choose(page, 'broken.zip', bytes);
      await verdict(page).filter({ hasText: '不是完整的 zip 文件' }).waitFor();
    }
  });

  it('finds a digest that was typed from paper, and says when there is none', async () => {
    const { page } = await reader.open('/check/');
    const list: unknown = JSON.parse(readFileSync('dist/api/seals.json', 'utf8'));
    if (!isSealList(list)) throw new Error('no list of seals');
    const { digest } = present(list.seals.find((each) => each.month === month));
    const ask = async (typed: string) => {
      await page.fill('[data-digest]', typed);
      await page.press('[data-digest]', 'Enter');
    };
    await ask(` ${digest.slice(0, 4).toUpperCase()} ${digest.slice(4, 8)} ${digest.slice(8, 12)}`);
    await verdict(page).filter({ hasText: '2026年9月的封存（2026年10月8日封存' }).waitFor();
    await ask('0000 0000 0000');
    await verdict(page).filter({ hasText: '没有以 0000 0000 0000 开头的摘要' }).waitFor();
    await ask('12');
    await verdict(page).filter({ hasText: '请输入摘要的前8位以上' }).waitFor();
  });

  it('says without scripts what needs them, and what does not', async () => {
    const { page } = await reader.open('/check/', withoutScript);
    await expect(page.locator('[data-bundles]').isVisible()).resolves.toBe(false);
    const told = await page.locator('main').innerText();
    expect(told).toContain('核对凭据包和摘要也要运行脚本');
    expect(told).toContain('sha256sum -c SHA256SUMS');
  });
});

it('prints the digest of the seal in groups on the first sheet and where the report is signed', async () => {
  const { page } = await reader.open(`/reports/${month}/print/`, withoutScript);
  const { digest } = present(JSON.parse(readFileSync('dist/api/seals.json', 'utf8')).seals.at(-1));
  const groups: string[] = digest.match(/.{4}/gu);
  const words = (text: string) => text.replace(/\s+/gu, ' ');
  expect(words(await page.locator('.sheet').first().innerText())).toContain(groups.join(' '));
  expect(words(await page.locator('.sign-off').innerText())).toContain(`封存摘要：${groups.join(' ')}`);
});
