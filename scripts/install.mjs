// Before any command, on whatever Node the machine has: installs what package-lock.json says, Node 24 included, unless
// node_modules already holds exactly that. It speaks on stderr, for a command's output may be read by a program. Not `npm ci`:
// it refuses a lockfile in which the binaries of some other platform are missing, as they are when the registry did not have
// them on the day of locking. Tools to check and build with are wanted even where the environment says `production`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const npm = [
  'npm install --no-save --no-audit --no-fund --loglevel=error --include=dev --include=optional',
  // A registry that does not answer is asked twice more, within seconds: on a machine without one nobody waits for minutes.
  '--fetch-retry-mintimeout=2000 --fetch-retry-maxtimeout=10000',
].join(' ');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  rmSync(stamp, { force: true });
  console.error('正在按 package-lock.json 安装依赖……');
  const { status } = spawnSync(npm, { stdio: ['ignore', 2, 2], shell: true });
  if (status !== 0) {
    console.error('依赖没有装好，什么也没有运行。请检查网络和 npm 的软件源（npm config get registry）后重试。');
    console.error(
      '没有软件源的机器：在能安装的同类机器上运行 node scripts/install.mjs，再把整个文件夹连同 node_modules 复制过来。',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
