import { describe, expect, it } from 'vitest';
import type { ContentFiles } from '../documents/library.ts';
import { contentWith, placeIn } from '../testing/content.ts';
import { ledgerOf, placedIn } from '../testing/ledger.ts';
import { readContent } from './project.ts';
import { checkPromises } from './promises.ts';

const file = 'content/commitments/cm.clean.daily.mdx';
const pass = 'content/indicators/cleaning.overall.pass.mdx';
const proof = '{ kind: part, indicators: [cleaning.overall.pass], unchecked: 是否每日 }';
const { value: ledger } = ledgerOf({});

/** A file, what stands in it, and what is to stand there. */
type Change = readonly [string, string, string];

/** The small content with a sentence, a whole on some indicators, and further changes. */
const promising = (sentence: string, indicators: string, ...changes: readonly Change[]): ContentFiles =>
  contentWith([file, '每日清洁。', sentence], [file, proof, `{ kind: whole, indicators: [${indicators}] }`], ...changes);
const faults = (files: ContentFiles) => placedIn(checkPromises(readContent(files).value, ledger));
const said = (files: ContentFiles) =>
  checkPromises(readContent(files).value, ledger).map(({ message }) => /“([^”]*)”/u.exec(message)?.[1]);
const passes = (sentence: string, ...changes: readonly Change[]) =>
  said(promising(sentence, 'cleaning.overall.pass', ...changes));

describe('checkPromises', () => {
  it('finds nothing where a promise names no number, or no whole makes it green', () => {
    expect(passes('巡查合格。')).toEqual([]);
    expect(said(contentWith([file, '每日清洁。', '合格率达到99%，每日1次。']))).toEqual([]);
  });

  it('finds a share that is not the target, at the sentence', () => {
    const files = promising('合格率达到95%以上。', 'cleaning.overall.pass');
    expect(faults(files)).toEqual([['commitment/number', file, ...placeIn(files, file, '合格率')]]);
    expect(passes('合格率达到80%以上。')).toEqual([]);
    expect(passes('合格率达到百分之八十以上。')).toEqual([]);
    expect(passes('合格率80%。')).toEqual([]);
  });

  it('wants the target at least as strict as the promise', () => {
    expect(passes('合格率高于80%。')).toEqual(['80%']);
    expect(passes('合格率不超过80%。')).toEqual(['80%']);
    const exactly = [pass, 'operator: ">="', 'operator: "=="'] as const;
    expect(passes('合格率不低于80%。', exactly)).toEqual([]);
    const below = [pass, 'operator: ">="', 'operator: "<="'] as const;
    expect(passes('差错率在80%以下。', below)).toEqual([]);
    expect(passes('差错率低于80%。', below)).toEqual(['80%']);
  });

  it('compares with the target in force, not with an earlier one', () => {
    const later = [
      pass,
      'value: 80, unit: "%", basis: plan }',
      'value: 80, unit: "%", basis: plan }\n  - { from: "2025-01-01", operator: ">=", value: 90, unit: "%", basis: plan }',
    ] as const;
    expect(passes('合格率达到80%以上。', later)).toEqual(['80%']);
    expect(passes('合格率达到90%以上。', later)).toEqual([]);
  });

  it('takes either end of a range', () => {
    const range = [pass, 'operator: ">=", value: 80,', 'operator: between, value: 80, upTo: 95,'] as const;
    expect(passes('合格率不低于80%，也不超过95%。', range)).toEqual([]);
    expect(passes('合格率不低于95%。', range)).toEqual(['95%']);
  });

  it('takes the numbers of any indicator and part of the whole, with units converted', () => {
    const within = [
      pass,
      'kind: share\n  log: rounds\n  where: { location: W01 }\n  pass: { result: 合格 }\n  because: note',
      'kind: within\n  log: requests\n  from: reported\n  to: completed\n  limits:\n    - { max: 1, unit: d }',
    ] as const;
    expect(passes('24小时内办结。', within)).toEqual([]);
    expect(passes('一日内办结。', within)).toEqual([]);
    expect(passes('30分钟内办结。', within)).toEqual(['30分钟']);
    expect(passes('超过24小时才办结。', within)).toEqual(['24小时']);
    expect(said(promising('全部达到100%，紧急请求不超过1起。', 'cleaning.overall.both'))).toEqual([]);
    expect(said(promising('紧急请求不超过2起。', 'cleaning.overall.both'))).toEqual(['2起']);
    expect(said(promising('每月紧急请求不超过1起。', 'cleaning.overall.both'))).toEqual([]);
    expect(said(promising('每季度紧急请求不超过1起。', 'cleaning.overall.both'))).toEqual(['每季度1起']);
  });

  it('counts the indicators that must be met', () => {
    expect(said(promising('全部2项指标达标。', 'cleaning.overall.pass, cleaning.overall.both'))).toEqual([]);
    expect(said(promising('全部3项指标达标。', 'cleaning.overall.pass, cleaning.overall.both'))).toEqual(['3项']);
  });

  it('wants the schedule to ask as often as promised, at every place', () => {
    const coverage = (due: string): Change => [
      pass,
      'kind: share\n  log: rounds\n  where: { location: W01 }\n  pass: { result: 合格 }\n  because: note',
      `kind: coverage\n  log: rounds\n  due: ${due}\n  match: { location: location, item: item }`,
    ];
    const weekly = coverage('{ location: W01, item: 大堂 }');
    expect(passes('每周巡查一次。', weekly)).toEqual([]);
    expect(passes('每月至少巡查4次。', weekly)).toEqual([]);
    expect(passes('每日巡查1次。', weekly)).toEqual(['每日1次']);
    expect(passes('每周巡查两次。', weekly)).toEqual(['每周2次']);
    expect(passes('每周巡查一次。')).toEqual(['每周1次']);
    // The other lobby is asked for once a month.
    expect(passes('每周巡查一次。', coverage('{ item: 大堂 }'))).toEqual(['每周1次']);
    expect(passes('每月巡查一次。', coverage('{ item: 大堂 }'))).toEqual([]);
    // Nothing is asked for.
    expect(passes('每月巡查一次。', coverage('{ item: 天台 }'))).toEqual(['每月1次']);
  });

  it('finds a whole of a sentence with a blank that nobody has filled', () => {
    expect(passes('在{contract.minutes}内巡查。')).toEqual(['contract.minutes']);
    // How its number is made is not what it promises.
    expect(passes('巡查合格。')).toEqual([]);
  });

  it('leaves an indicator that does not exist to the check of references', () => {
    expect(said(promising('合格率达到95%以上。', 'cleaning.overall.none'))).toEqual([]);
  });
});
