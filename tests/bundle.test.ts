import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type BundleFiles, pack, unpack } from '../src/core/bundle/archive.ts';
import { inBundle } from '../src/core/bundle/layout.ts';
import { sumsName, sumsText } from '../src/core/bundle/sums.ts';
import { readBundle } from '../src/core/bundle/verify.ts';
import { signersFile } from '../src/core/documents/signers.ts';
import type { DataFiles } from '../src/core/ledger/file.ts';
import { sealFile, signatureFile } from '../src/core/ledger/seal-file.ts';
import { readProject } from '../src/core/project/project.ts';
import { States } from '../src/core/seals/state.ts';
import { listedSeals } from '../src/core/seals/twin.ts';
import { present } from '../src/core/testing/ledger.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import { tableDigests } from '../src/disk/seals.ts';
import { bundleBytes } from '../src/present/bundle.ts';
import { judgedBundle } from '../src/present/verifying.ts';

const month = '2026-09';
const [content, data] = [contentFiles(process.cwd()), dataFiles(process.cwd())];

/** A month's bundle from the contract's content and some data. */
function bundled(files: DataFiles, signers: string | null = null, of = month): Uint8Array {
  const project = present(readProject(content, files).value);
  const states = new States(project, tableDigests(files));
  return bundleBytes({ states, month: of, sealed: present(project.seals.get(of)), data: files, signers });
}

const bytes = bundled(data);
const files = present(unpack('bundle.zip', bytes).value);
const found = (zip: Uint8Array) => readBundle('bundle.zip', zip).problems.map(({ code, file }) => `${code} ${file}`);
const flipped = (original: Uint8Array, at: number): Uint8Array => original.map((byte, index) => (index === at ? byte ^ 1 : byte));

/** A folder in which a bundle was unpacked by a program that is not ours. */
function unpacked(zip: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'bundle.zip'), zip);
  execFileSync('python3', ['-m', 'zipfile', '-e', 'bundle.zip', '.'], { cwd: folder });
  return folder;
}

/** What a forger makes who also corrects the list of sums. */
const forged = (changes: (all: Map<string, Uint8Array>) => void): Uint8Array => {
  const all = new Map(files);
  changes(all);
  all.delete(sumsName);
  return pack(new Map([...all, [sumsName, new TextEncoder().encode(sumsText(all))]]));
};

const text = (all: BundleFiles, path: string): string => new TextDecoder().decode(all.get(path));

describe('a sealed month in one file', () => {
  it('is whole, has the same bytes each time, and is what its seal holds', () => {
    expect(bundled(data)).toEqual(bytes);
    const { value, problems } = readBundle('bundle.zip', bytes);
    expect([problems, value?.sealed.seal.month]).toEqual([[], month]);
    expect(text(files, inBundle.note)).toContain('示例数据');
  });

  it('names its files in ASCII: what takes apart the archive may know no other', () => {
    expect([...files.keys()].filter((name) => !/^[!-~]+$/u.test(name))).toEqual([]);
  });

  it('is accepted by sha256sum, and refused with any one byte of any file changed', () => {
    const folder = unpacked(bytes);
    const check = () => spawnSync('sha256sum', ['--strict', '-c', sumsName], { cwd: folder, encoding: 'utf8' });
    expect(check().status).toBe(0);
    expect(check().stdout.trim().split('\n')).toHaveLength(files.size - 1);
    for (const path of [sealFile(month), `data/${month}/checks.csv`, inBundle.results, inBundle.note]) {
      const original = readFileSync(join(folder, path));
      writeFileSync(join(folder, path), flipped(original, original.length >> 1));
      const { status, stdout } = check();
      expect([status, stdout.includes(`${path}: FAILED`)]).toEqual([1, true]);
      writeFileSync(join(folder, path), original);
    }
    expect(check().status).toBe(0);
  });

  it('is found out with one byte changed in any file, though the list of sums was corrected', () => {
    const asides = [sumsName, inBundle.note];
    const sealed = [...files.keys()].filter((path) => !asides.includes(path));
    expect(sealed.length).toBeGreaterThan(40);
    const missed = sealed.filter((path) => {
      const original = present(files.get(path));
      return found(forged((all) => all.set(path, flipped(original, original.length >> 1)))).length === 0;
    });
    expect(missed).toEqual([]);
  });

  it('is found out with a file taken away or added, though the list of sums was corrected', () => {
    const lost = ['data/2026-09/checks.csv', inBundle.results, inBundle.definitions('indicator'), inBundle.registers('posts')];
    for (const path of lost) expect(found(forged((all) => all.delete(path)))).not.toEqual([]);
    expect(found(forged((all) => all.delete(sealFile(month))))).toEqual(['bundle/seal data']);
    for (const path of ['data/2026-09/extra.csv', 'definitions/extra.json', 'readme.html', 'data/2026-09/seal.X-1.sig.txt'])
      expect(found(forged((all) => all.set(path, new TextEncoder().encode('{"a":1}'))))).not.toEqual([]);
  });

  it('is found out with the seal of another month, and told apart from the one that the site has', () => {
    const other = present(data.get(sealFile('2026-08')));
    expect(found(forged((all) => all.set(sealFile(month), other)))).not.toEqual([]);
    const { value } = readBundle('bundle.zip', bytes);
    const seals = listedSeals(present(readProject(content, data).value).seals);
    const lines = (list: typeof seals) => judgedBundle(value, [], { list: { seals: list }, where: '本站' }).lines.join('\n');
    expect(lines(seals)).toContain('与本站的封存是同一份');
    expect(lines([])).toContain('本站没有这个月的封存');
    const swapped = seals.map((each) => (each.month === month ? { ...each, digest: 'ab'.repeat(32) } : each));
    expect(lines(swapped)).toContain('与本站的封存不是同一份');
  });

  it('holds no entry of the register of documents but by its digest', () => {
    const zip = bundled(data, null, '2026-07');
    expect(found(zip)).toEqual([]);
    const documents = Object.values(JSON.parse(text(present(unpack('bundle.zip', zip).value), inBundle.registers('documents'))));
    expect(documents.length).toBeGreaterThan(0);
    for (const each of documents) expect(each).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('can still be proved when a file was written otherwise since and says the same', () => {
    const path = `data/${month}/checks.csv`;
    const rewritten = new TextEncoder().encode(new TextDecoder().decode(data.get(path)).replaceAll('\r\n', '\n'));
    const zip = bundled(new Map([...data, [path, rewritten]]));
    expect(found(zip)).toEqual([]);
    expect([...present(unpack('bundle.zip', zip).value).keys()]).toContain(inBundle.rows(path));
  });
});

it('carries signatures that OpenSSH accepts as the note says, and refuses for a seal with a changed byte', () => {
  const keys = mkdtempSync(join(tmpdir(), 'keys-'));
  onTestFinished(() => rmSync(keys, { recursive: true, force: true }));
  const key = join(keys, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
  const post = 'GL-01';
  const seal = present(data.get(sealFile(month)));
  const signature = execFileSync('ssh-keygen', ['-Y', 'sign', '-f', key, '-n', 'service-ledger'], {
    input: seal,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const signers = `${post} namespaces="service-ledger" ${readFileSync(`${key}.pub`, 'utf8').trim()}\n`;
  expect(signersFile.endsWith(inBundle.signers)).toBe(true);
  const zip = bundled(new Map([...data, [signatureFile(sealFile(month), post), new Uint8Array(signature)]]), signers);
  expect(found(zip)).toEqual([]);
  const folder = unpacked(zip);
  const command = text(present(unpack('bundle.zip', zip).value), inBundle.note)
    .replaceAll('岗位代码', post)
    .match(/ssh-keygen -Y verify [^\r\n]+/u)?.[0];
  const verify = () => spawnSync('sh', ['-c', command ?? 'false'], { cwd: folder, encoding: 'utf8' });
  expect([verify().status, verify().stdout]).toEqual([0, expect.stringContaining(`signature for ${post}`)]);
  writeFileSync(join(folder, sealFile(month)), flipped(new Uint8Array(seal), 100));
  expect(verify().status).not.toBe(0);
});
