// Runs before `npm start` and `npm test` on whatever Node the machine has: installs what package-lock.json says, Node 24
// included, unless node_modules already holds exactly that. Not `npm ci`: it refuses a lockfile in which the binaries of
// some other platform are missing, as they are when the registry did not have them on the day of locking.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) process.exit(0);
console.log('正在按 package-lock.json 安装依赖……');
const { status } = spawnSync('npm install --no-save --no-audit --no-fund --loglevel=error', { stdio: 'inherit', shell: true });
if (status !== 0) process.exit(status ?? 1);
writeFileSync(stamp, wanted);
