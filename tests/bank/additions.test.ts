import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/core/changes/changes.ts';
import { dictionary } from '../../src/core/ledger/dictionary.ts';
import { checkMonth } from '../../src/core/ledger/handin.ts';
import { startedMonth } from '../../src/core/ledger/start.ts';
import { readProject } from '../../src/core/project/project.ts';
import { checkTermsOf, handInTerms } from '../../src/core/project/terms.ts';
import { locationsOf } from '../../src/core/registers/location.ts';
import { improvementReport } from '../../src/core/reports/improvement.ts';
import { openAt } from '../../src/core/reports/open.ts';
import { present } from '../../src/core/testing/ledger.ts';
import { definitionsOn } from '../../src/disk/definitions.ts';
import { contentFiles, dataFiles } from '../../src/disk/files.ts';
import { begunWith } from '../beginning.ts';

// What a contract adds touches its content and data only: each addition is made on a copy in memory of this contract's files.

const month = '2026-10';
type Texts = ReadonlyMap<string, string>;

/** The contract with one month of data, as if it had begun with it; nothing is written about the months that are gone. */
function shortened() {
  const content = new Map(contentFiles('.'));
  for (const file of content.keys()) if (file.startsWith('content/reports/')) content.delete(file);
  const contract = present(content.get('content/contract.mdx'));
  content.set('content/contract.mdx', contract.replace(/^start: .*$/mu, `start: "${month}-01"`));
  const kept = [...dataFiles('.')].filter(([file]) => !/^data\/\d/u.test(file) || file.startsWith(`data/${month}/`));
  return { content: content as Texts, data: begunWith(month, new Map(kept), definitionsOn('.').logs) };
}
const files = shortened();
const { value: was, problems: before } = readProject(files.content, files.data);

/** The contract with texts added at the end of files, new files among them. */
function withAdded(content: Readonly<Record<string, (text: string) => string>>, data: Readonly<Record<string, string>> = {}) {
  const encoder = new TextEncoder();
  const changed = new Map(files.content);
  for (const [file, change] of Object.entries(content)) changed.set(file, change(changed.get(file) ?? ''));
  const rows = Object.entries(data).map(([file, text]): [string, Uint8Array] => {
    const earlier = new TextDecoder().decode(files.data.get(file) ?? new Uint8Array()).trimEnd();
    return [file, encoder.encode(`${earlier}${earlier === '' ? '' : '\r\n'}${text}`)];
  });
  const given = new Map([...files.data, ...rows]);
  const { value, problems } = readProject(changed, given);
  const project = present(value);
  return {
    project,
    data: given,
    errors: problems.filter(({ severity }) => severity === 'error'),
    /** What the browser's checker finds in a month, by the terms as it gets them. */
    checked: (file: string, text: string) => {
      const terms = handInTerms(JSON.parse(JSON.stringify(checkTermsOf(project, given))));
      const found = checkMonth(month, new Map([...given, [file, encoder.encode(text)]]), terms);
      return found.problems.filter((each) => each.file === file).map(({ code, message }) => `${code} ${message}`);
    },
    dictionary: dictionary(project.definitions.logs, project.definitions.registers),
    edits: changesBetween({ project: present(was), problems: before }, { project, problems })
      .filter(({ kind }) => kind !== 'result')
      .map(({ id }) => id),
    started: (when: string) => startedMonth(when, { ...project.ledger, inMonth: project.definitions.inMonth, before: new Map() }),
  };
}

const log = `---
id: water
name: 清洁用水
order: 500
about: 每日清洁用水量。
date: date
location: location
key: [date, location]
columns:
  date: { name: 日期, type: date, required: true, example: "2026-10-01" }
  location: { name: 网点编号, type: reference, register: locations, required: true, example: W01 }
  litres: { name: 用水量, type: integer, required: true, min: 0, unit: 升, example: "40" }
---
`;
const slip = `data/${month}/delivery.csv`;

describe('a contract', () => {
  it('has no error to begin with', () => {
    expect(before.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('takes a log: template, dictionary, checker and diff know it', () => {
    const header = '日期,网点编号,用水量';
    const file = `data/${month}/water.csv`;
    const {
      project,
      errors,
      checked,
      dictionary: told,
      edits,
      started,
    } = withAdded(
      { 'content/logs/water.mdx': () => log },
      { [file]: `${header}\r\n2026-10-05,W01,40\r\n`, [slip]: '清洁用水,1,2026-11-03,GL-01,\r\n' },
    );
    expect(errors).toEqual([]);
    expect(project.ledger.months[0]?.logs.get('water')?.handed.state).toBe('complete');
    expect(started('2026-11').get('data/2026-11/water.csv')).toBe(`\ufeff${header}\r\n`);
    expect(started('2026-11').get('data/2026-11/delivery.csv')).toContain('清洁用水,,,,');
    expect(told).toContain('### 清洁用水 `water.csv`');
    expect(checked(file, `${header}\r\n2026-10-05,W01,40\r\n`)).toEqual([]);
    expect(checked(file, `${header}\r\n2026-10-05,W01,-1\r\n`)).toEqual([expect.stringMatching(/^cell.range “用水量”/u)]);
    expect(edits).toEqual(['document:content/logs/water.mdx', `delivery:${month}/water`, `row:${month}/water/2026-10-05|W01`]);
  });

  it('takes a register: its entries stand at their place, and a log may refer to them', () => {
    const register = `---
id: taps
name: 取水点
order: 55
about: 清洁取水的水龙头。
key: [id]
spellings: [id]
columns:
  id: { name: 取水点编号, type: id, pattern: "T\\\\d{2}", required: true, example: T01 }
  at: { name: 所在, type: reference, register: locations, required: true, example: W01 }
  floor: { name: 楼层, type: text, required: true, example: 一层 }
---
`;
    const tap = '  tap: { name: 取水点, type: reference, register: taps, required: true, example: T01 }';
    const tapped = log.replace('  litres:', `${tap}\n  litres:`);
    const header = '日期,网点编号,取水点,用水量';
    const file = `data/${month}/water.csv`;
    const {
      project,
      errors,
      checked,
      dictionary: told,
      edits,
    } = withAdded(
      { 'content/logs/water.mdx': () => tapped, 'content/registers/taps.mdx': () => register },
      {
        'data/registers/taps.csv': '取水点编号,所在,楼层\r\nT01,W02,一层\r\nT02,W02,二层\r\n',
        [file]: `${header}\r\n2026-10-05,W02,T01,40\r\n`,
        [slip]: '清洁用水,1,2026-11-03,GL-01,\r\n',
      },
    );
    expect(errors).toEqual([]);
    const taps = locationsOf(project.ledger.registers).map(({ id, holdings }) => [
      id,
      holdings.flatMap(({ register: { name }, entries }) => (name === '取水点' ? [entries.map((each) => each.floor)] : [])),
    ]);
    expect(taps.slice(0, 3)).toEqual([
      ['W01', [[]]],
      ['W02', [['一层', '二层']]],
      ['W03', [[]]],
    ]);
    expect(told).toContain('### 取水点 `registers/taps.csv`');
    expect(checked(file, `${header}\r\n2026-10-05,W02,T01,40\r\n`)).toEqual([]);
    expect(checked(file, `${header}\r\n2026-10-05,W02,T09,40\r\n`).join()).toContain('reference/unknown');
    expect(edits.slice(0, 4)).toEqual([
      'document:content/logs/water.mdx',
      'document:content/registers/taps.mdx',
      'entry:taps/T01',
      'entry:taps/T02',
    ]);
  });

  it('takes a role: its rows are told where rows of that role are told', () => {
    const role =
      'roles:\n  - { role: fault, where: { litres: { atLeast: 100 } }, opened: date, closed: mended, item: location, about: [location, litres] }\n---';
    const leaking = log.replace(/\n---\n$/u, `\n  mended: { name: 修好日期, type: date, example: "2026-10-02" }\n${role}\n`);
    const file = `data/${month}/water.csv`;
    const rows =
      '日期,网点编号,用水量,修好日期\r\n2026-10-05,W01,40,\r\n2026-10-06,W01,900,2026-10-07\r\n2026-10-31,W02,800,\r\n';
    const given = { [file]: rows, [slip]: '清洁用水,3,2026-11-03,GL-01,\r\n' };
    const without = withAdded({ 'content/logs/water.mdx': () => leaking.replace(role, '---') }, given);
    const having = withAdded({ 'content/logs/water.mdx': () => leaking }, given);
    expect([without.errors, having.errors]).toEqual([[], []]);
    const told = ({ project: { assessment } }: typeof having) => ({
      found: improvementReport(assessment, month, 1).findings.flatMap((each) =>
        each.log.id === 'water' ? [[each.kind, each.record.line]] : [],
      ),
      open: openAt(assessment, '2026-10-31').cases.flatMap((each) => (each.log.id === 'water' ? [each.record.line] : [])),
    });
    expect(told(without)).toEqual({ found: [], open: [] });
    expect(told(having)).toEqual({
      found: [
        ['fault', 4],
        ['fault', 3],
      ],
      open: [4],
    });
  });

  it('takes a required column from a day on: months before it stay as they are', () => {
    const column =
      '  shift: { name: 班次, type: choice, required: true, values: [早班, 晚班], example: 早班, from: "2026-11-01" }\nrules:';
    const {
      project,
      errors,
      dictionary: told,
      edits,
      started,
    } = withAdded({
      'content/logs/supervision.mdx': (text) => text.replace('rules:', column),
    });
    expect(errors).toEqual([]);
    expect(project.assessment.months).toEqual([month]);
    expect(project.ledger.months[0]?.logs.get('supervision')?.handed.state).toBe('complete');
    const headerIn = (when: string) => started(when).get(`data/${when}/supervision.csv`);
    expect(headerIn('2026-11')).toContain('班次');
    expect(headerIn(month)).not.toContain('班次');
    expect(told).toContain('| 班次 | `shift` | 必填 | 早班、晚班 |');
    expect(edits).toEqual(['document:content/logs/supervision.mdx']);
  });
});
