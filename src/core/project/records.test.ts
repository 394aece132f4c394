import { describe, expect, it } from 'vitest';
import { contentFiles } from '../../disk/files.ts';
import { contentWith } from '../testing/content.ts';
import { filings, withFilings } from '../testing/evidence.ts';
import { filesOf, registerTexts, september, small } from '../testing/ledger.ts';
import { readDefinitions } from './definitions.ts';
import { readProject } from './project.ts';

const provenance = 'kind: sample\nlabel: 示例\nnote: 示例数据\n';
const records = 'content/organisation/records.mdx';
const blanks = 'content/organisation/blanks.mdx';
const meetings = 'content/organisation/meetings.mdx';

const found = (...changes: readonly (readonly [string, string, string])[]) =>
  readProject(contentWith(...changes), filesOf({ ...registerTexts, ...september, 'data/provenance.yaml': provenance }), small)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, file, hint }) => [code, file, hint]);
const kept = (as: string) => found([records, 'log: rounds', as]);

describe('a kind of record', () => {
  it('is kept in a log, some of whose rows are of the kind, in a register, or in neither', () => {
    const sound = [
      'log: rounds\n    rows: { result: 不合格 }',
      'log: rounds\n    rows: [{ result: 合格 }]',
      'register: posts',
      '',
    ];
    expect(sound.map((each) => kept(each))).toEqual([[], [], [], []]);
  });

  it('names a log and a register that are there, and one of them', () => {
    expect(kept('log: round')).toEqual([['reference/unknown', records, '是否应为“rounds”？']]);
    expect(kept('register: post')).toEqual([['reference/unknown', records, '是否应为“posts”？']]);
    expect(kept('log: rounds\n    register: posts').map(([code]) => code)).toEqual(['document/field']);
    expect(kept('rows: { result: 不合格 }').map(([code]) => code)).toEqual(['document/field']);
  });

  it('tells its rows by columns and values that the log has', () => {
    expect(kept('log: rounds\n    rows: { colour: 红 }').map(([code]) => code)).toEqual(['measure/column']);
    expect(kept('log: rounds\n    rows: { result: 优秀 }').map(([code]) => code)).toEqual(['measure/value']);
  });
});

describe('an interval', () => {
  const of = (value: string) =>
    found([blanks, 'value: null', value], [meetings, 'record: rec.rounds', 'record: rec.rounds, interval: contract.minutes']);

  it('may wait for its blank; filled, it can be read and says since when', () => {
    expect(of('value: null')).toEqual([]);
    expect(of('value: 每半年\n    decided: "2026-03-01"')).toEqual([]);
    expect(of('value: 每半年')).toEqual([['record/interval', blanks, '请写 decided: 约定的日期']]);
    expect(of('value: 经常\n    decided: "2026-03-01"').map(([code]) => code)).toEqual(['record/interval']);
  });

  it('is asked only of a blank by which something is due', () => {
    expect(found([blanks, 'value: null', 'value: 三十分钟'])).toEqual([]);
    expect(kept('log: rounds\n    interval: contract.hours').map(([code]) => code)).toEqual(['reference/unknown']);
  });
});

describe('a register of documents', () => {
  const sources = [...contentFiles('tests/contracts/small')];
  const text = (change: (definition: string) => string, id = 'filings') => {
    const { id: _, ...rest } = filings;
    return [`content/registers/${id}.mdx`, change(`---\n${JSON.stringify({ id, ...rest }, null, 1)}\n---\n`)] as const;
  };
  const defined = (...files: readonly (readonly [string, string])[]) =>
    readDefinitions(new Map([...sources, ...files])).problems.map(({ code, message }) => [code, message]);

  it('is one, of columns that it has and of the kinds that are meant', () => {
    expect(withFilings.registers.filter(({ evidence }) => evidence !== undefined).map(({ id }) => id)).toEqual(['filings']);
    expect(defined(text((each) => each))).toEqual([]);
    const missing = text((each) => each.replace('"until": "ends"', '"until": "end"'));
    expect(defined(missing)).toEqual([['definition/column', '没有列“end”']]);
    const undated = text((each) => each.replace('"until": "ends"', '"until": "title"'));
    expect(defined(undated)).toEqual([['definition/column', '“title”不是日期']]);
    const level = text((each) => each.replace('"published": {\n   "secrecy": "公开"', '"published": {\n   "secrecy": "绝密"'));
    expect(defined(level).map(([code]) => code)).toEqual(['definition/rule']);
    const second = text((each) => each, 'others');
    expect(
      defined(
        text((each) => each),
        second,
      ).map(([code]) => code),
    ).toEqual(['definition/rule']);
  });

  it('is referred to by nothing: what is not published would reach whoever may refer to it', () => {
    const log = sources.find(([file]) => file === 'content/logs/checks.mdx') ?? ['', ''];
    const changed = [log[0], log[1].replace('register: areas', 'register: filings')] as const;
    expect(
      defined(
        text((each) => each),
        changed,
      ).map(([code]) => code),
    ).toEqual(['definition/column']);
  });
});
