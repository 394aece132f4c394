import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addMonths } from '../src/core/calendar/date.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';

/** The second contract, of another trade. */
export const hospital = join(import.meta.dirname, 'contracts/hospital');

/** A contract's files, by path from its folder. */
export interface Files {
  readonly content: Map<string, string>;
  readonly data: Map<string, Uint8Array>;
}

/** A text to be replaced everywhere in the files that a pattern names. */
type Change = readonly [files: RegExp, from: RegExp | string, to: string];

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The hospital with some texts of it replaced. */
export function varied(...changes: readonly Change[]): Files {
  const content = new Map(contentFiles(hospital));
  const data = new Map(dataFiles(hospital));
  for (const [files, from, to] of changes) {
    for (const [file, text] of content) if (files.test(file)) content.set(file, text.replace(from, to));
    for (const [file, old] of data) if (files.test(file)) data.set(file, bytes(new TextDecoder().decode(old).replace(from, to)));
  }
  return { content, data };
}

/** Without the files that a pattern names. */
export function without({ content, data }: Files, files: RegExp): Files {
  for (const all of [content, data]) for (const file of [...all.keys()]) if (files.test(file)) all.delete(file);
  return { content, data };
}

/** Writes a contract into a folder. */
export function write({ content, data }: Files, folder: string): void {
  for (const [file, text] of [...content, ...data]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** Places may lie in one another, under ids of any form, and of one more kind. */
const nested: readonly Change[] = [
  [/locations.mdx/u, /pattern: "[^"]*"/u, 'pattern: "[A-Za-z0-9内科楼号.-]+"'],
  [/locations.mdx/u, '[病区, 门诊, 食堂]', '[楼, 病区, 门诊, 食堂]'],
  [/locations.mdx/u, '\n  from:', '\n  within: { name: 所在, type: reference, register: locations, example: H-101 }\n  from:'],
  [/locations.csv/u, '类型,启用', '类型,所在,启用'],
];

/** The wards 101 to 103 lie in a building and on its floors: 一号楼 › 三层 › H-101病区. */
export const inBuildings = (): Files =>
  varied(
    ...nested,
    [/locations.csv/u, /(病区|门诊|食堂),(2026-08-01)/gu, '$1,楼-1.3,$2'],
    [/locations.csv/u, /\n$/u, '\n楼-1,一号楼,楼,,2026-08-01,,4\n楼-1.3,三层,楼,一号楼,2026-08-01,,5\n'],
  );

const wardNames = ['内科', 'Paediatrics and Neonatology', '外科第二护理单元（含术后恢复室）', 'ICU', '妇产'];

/**
 * Everything at once: 150 places in six buildings, under ids with dots, dashes, lower case and Chinese and partly English names; a
 * year from April; a first month that begins in its middle; a meal at every ward in every month.
 */
export function vast(): Files {
  const places: string[] = [];
  const wards: string[] = [];
  for (let house = 1; house <= 6; house += 1) {
    places.push(`${house}号楼,${house === 6 ? 'Building 6 (North Campus)' : `${house}号住院楼`},楼,,2026-08-01,,${house * 100}`);
    for (let ward = 1; ward <= 24; ward += 1) {
      const id = [`w.${house}.${ward}`, `W-${house}-${ward}`, `内科-${house}.${ward}`][ward % 3] ?? '';
      const name = `${wardNames[ward % wardNames.length]} ${house}-${ward}`;
      places.push(`${id},${name},病区,${house}号楼,2026-08-01,,${house * 100 + ward}`);
      wards.push(id);
    }
  }
  const files = varied(
    ...nested,
    [/locations.csv/u, /(病区|门诊|食堂),(2026-08-01)/gu, '$1,,$2'],
    [/locations.csv/u, /\n$/u, `\n${places.slice(0, 147).join('\n')}\n`],
    [/contract.mdx/u, 'start: "2026-08-01"', 'start: "2026-08-15"\nyearStart: 4'],
  );
  const shown = wards.filter((id) => places.slice(0, 147).some((line) => line.startsWith(`${id},`)));
  for (const month of ['2026-08', '2026-09', '2026-10']) {
    const rows = shown.map((id, at) => {
      const wrong = month === '2026-10' && at % 17 === 0;
      const day = `${month}-${String(16 + (at % 12)).padStart(2, '0')}`;
      return `${day},${id},晚餐,${day} 17:30,${day} 17:35,${wrong ? '48.0' : '66.0'},相符,20,2,5,,SC-02`;
    });
    const add = (file: string, change: (text: string) => string) =>
      files.data.set(file, bytes(change(new TextDecoder().decode(files.data.get(file)))));
    add(`data/${month}/meals.csv`, (text) => `${text.trimEnd()}\n${rows.join('\n')}\n`);
    add(`data/${month}/delivery.csv`, (text) => text.replace('meals,18', `meals,${18 + rows.length}`));
  }
  return files;
}

/** Before its first month, and before anybody has written an indicator: the plan alone. */
export const unbegun = (): Files =>
  without(
    varied(
      [/plan\//u, / indicator="[^"]*"/gu, ''],
      [/procedures\//u, /indicators: \[.+\]/u, 'indicators: []'],
      [/commitments\//u, /proof: \[.+\]/u, 'proof: []'],
      [/commitments\//u, /documents: \[\]\n(?!notMeasurable)/u, 'documents: []\nnotMeasurable: 指标还没有拟定。\n'],
    ),
    /content\/(?:indicators|reports)\/|data\/2026/u,
  );

/** Three years of months: October again and again, each row in its own month. */
export function lasting(): Files {
  const files = without(varied([/contract.mdx|registers/u, /2026-08-01/gu, '2024-01-01']), /content\/reports\//u);
  const october = [...files.data].filter(([file]) => file.startsWith('data/2026-10/'));
  for (let count = 0; count < 36; count += 1) {
    const month = addMonths('2024-01', count);
    const next = addMonths(month, 1);
    for (const [file, old] of october) {
      const text = new TextDecoder()
        .decode(old)
        .replaceAll(/2026-1[01]/gu, (named) => (named === '2026-10' ? month : next))
        .replaceAll('202610', month.replace('-', ''))
        // Not every month has so many days.
        .replaceAll(`${month}-29`, `${month}-01`)
        .replaceAll(`${month}-30`, `${month}-02`);
      files.data.set(file.replace('2026-10', month), bytes(text));
    }
  }
  return files;
}
