/**
 * `npm run sample [folder]` writes made-up data, by default into data/. It replaces an earlier sample and nothing else:
 * a folder whose provenance.yaml does not say `kind: sample` is left alone once it holds registers or months.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isMonth } from '../src/core/calendar/date.ts';
import { type SampleFile, sampleFiles } from './sample/files.ts';

function holdsRealData(folder: string): boolean {
  const provenance = join(folder, 'provenance.yaml');
  if (existsSync(provenance)) return !/^kind: sample$/mu.test(readFileSync(provenance, 'utf8'));
  const registers = join(folder, 'registers');
  const inRegisters = existsSync(registers) && readdirSync(registers).some((name) => name.endsWith('.csv'));
  return inRegisters || (existsSync(folder) && readdirSync(folder).some(isMonth));
}

function write(folder: string, files: readonly SampleFile[]) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter(isMonth)) rmSync(join(folder, name), { recursive: true });
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.text);
  }
}

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '..', 'data'));
if (holdsRealData(folder)) {
  console.error(`${folder} 中的数据不是示例数据（provenance.yaml 未写 kind: sample），未作改动。`);
  process.exitCode = 1;
} else {
  const files = sampleFiles();
  write(folder, files);
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  console.log(`已写入 ${files.length} 个文件、${rows} 行示例数据：${folder}`);
}
