/**
 * `npm run pdf -- 2026-09 [2026-Q3 2026 …] [--all] [--root contract] [--out folder]` prints reports of the built site into
 * dist-pdf/ of the contract's folder; the site is built first when there is none.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { misused, readArguments } from './arguments.ts';
import { ensureBrowser } from './browser.ts';
import { ensureBuilt } from './built.ts';
import { contractAsked, rootOption } from './contract.ts';
import { Printer } from './printer.ts';

const usage =
  '请写明要打印的报告，例如 npm run pdf -- 2026-09 2026-Q3，或 npm run pdf -- --all；--root 指明合同，--out 指明文件夹';
const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: { ...rootOption, all: { type: 'boolean', default: false }, out: { type: 'string' } },
});
if (!values.all && positionals.length === 0) misused(usage);
const root = contractAsked(values.root);
const site = join(root, 'dist');
const out = values.out ?? join(root, 'dist-pdf');
// The browser first: on a machine that can have none, nobody waits for a build.
ensureBrowser();
await ensureBuilt(site);
const printer = await Printer.open(site, process.env.SITE_BASE);
const reports = values.all ? readdirSync(join(site, 'reports')).filter((name) => printer.has(name)) : positionals;
const unknown = reports.filter((name) => !printer.has(name));
mkdirSync(out, { recursive: true });
for (const report of reports) {
  if (unknown.includes(report)) continue;
  const file = join(out, `${report}.pdf`);
  writeFileSync(file, await printer.print(report));
  console.log(file);
}
await printer.close();
if (unknown.length > 0) {
  console.error(
    `dist 里没有这些报告的打印版：${unknown.join('、')}。请核对写法（2026-09、2026-Q3、2026），或先运行 npm run build`,
  );
  process.exitCode = 1;
}
