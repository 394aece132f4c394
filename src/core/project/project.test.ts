import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../calendar/period.ts';
import type { ContentFiles } from '../documents/library.ts';
import { contentTexts, contentWith, contentWithout } from '../testing/content.ts';
import { bytesOf, filesOf, placedIn, present, registerTexts, september, small } from '../testing/ledger.ts';
import { readContent, readProject } from './project.ts';

const provenance = { 'data/provenance.yaml': 'kind: sample\nlabel: 示例数据\nnote: 数字均为虚构。\n' };
const data: Readonly<Record<string, string>> = { ...registerTexts, ...september, ...provenance };
const read = (content: ContentFiles, texts: Readonly<Record<string, string>> = data) =>
  readProject(content, filesOf(texts), small);

describe('readProject', () => {
  it('joins content, data and assessment without a problem', () => {
    const { value, problems } = read(contentWith());
    expect(problems).toEqual([]);
    const project = present(value);
    expect(project.provenance).toEqual({ kind: 'sample', label: '示例数据', note: '数字均为虚构。' });
    expect(project.contract.client).toBe('委托单位');
    expect([...project.content.clauses.keys()]).toEqual(['5.1-1', '5.1-1-1']);
    const verdicts = project.assessment.indicators.map((indicator) => [
      indicator.id,
      project.assessment.result(indicator, monthPeriod('2026-09')).verdict,
    ]);
    expect(verdicts).toEqual([
      ['cleaning.overall.both', 'met'],
      ['cleaning.overall.pass', 'met'],
    ]);
  });

  it('takes the delivery day and the start from the contract', () => {
    const early = read(contentWith(['content/contract.mdx', 'deliveryDay: 10', 'deliveryDay: 2']));
    expect(placedIn(early.problems).map(([code, , line]) => [code, line])).toEqual([
      ['delivery/late', 2],
      ['delivery/late', 4],
      ['delivery/late', 3],
    ]);
    expect(present(early.value).assessment.months).toEqual(['2026-09']);
  });

  it('has no value without a contract or a provenance, and still finds everything else', () => {
    const broken = {
      ...data,
      'data/2026-09/rounds.csv': data['data/2026-09/rounds.csv']?.replace('2026-09-30', '2026-09-31') ?? '',
    };
    const noContract = read(contentWithout('content/contract.mdx'), broken);
    expect(noContract.value).toBeNull();
    expect(placedIn(noContract.problems)).toEqual([
      ['file/missing', 'content/contract.mdx', null, null],
      ['cell/date', 'data/2026-09/rounds.csv', 7, 1],
    ]);
    const { 'data/provenance.yaml': _, ...bare } = data;
    const noProvenance = read(contentWith(), bare);
    expect(noProvenance.value).toBeNull();
    expect(placedIn(noProvenance.problems)).toEqual([['file/missing', 'data/provenance.yaml', null, null]]);
  });

  it.each([
    ['', 1, null],
    ['kind: sample\n', 1, null],
    ['kind: fake\nlabel: 甲\nnote: 乙\n', 1, null],
    ['kind: sample\nlabel: 甲\nnote: 乙\nextra: 1\n', 1, null],
    ['kind: "sample\n', 2, 1],
    ['kind: sample\nlabel: *甲*\nnote: 乙\n', 2, 8],
    ['kind: sample\nlabel: 甲\nnote: !!js/function "x"\n', 3, 7],
    ['- a\n', 1, null],
    ['\0', 1, null],
  ])('refuses %j as a provenance, where it is at fault', (text, line, column) => {
    const { value, problems } = read(contentWith(), { ...data, 'data/provenance.yaml': text });
    expect(value).toBeNull();
    expect(placedIn(problems)).toEqual([['provenance/invalid', 'data/provenance.yaml', line, column]]);
  });

  it('passes over no file of the content folder in silence', () => {
    const names = [
      'a.mdx',
      'config.ts',
      'plan/a.mdx.js',
      'plan/more/a.mdx',
      'organisation/more.mdx',
      'reports/.x.mdx',
      'new/a.mdx',
    ];
    const files = new Map([...contentWith(), ...names.map((name): [string, string] => [`content/${name}`, ''])]);
    expect(placedIn(read(files).problems)).toEqual(names.map((name) => ['file/unexpected', `content/${name}`, null, null]));
  });

  it('reports content and data together', () => {
    const { problems } = read(
      contentWith(
        ['content/indicators/cleaning.overall.pass.mdx', 'result: 合格', 'result: 好'],
        ['content/procedures/sop.rounds.mdx', 'title: 巡查', 'title: [巡查'],
        ['content/standards/cleaning.mdx', 'procedures: [sop.rounds]', 'procedures: [sop.round]'],
      ),
      { ...data, 'data/2026-09/extra.csv': '' },
    );
    expect(placedIn(problems).map(([code, file]) => [code, file])).toEqual([
      ['document/syntax', 'content/procedures/sop.rounds.mdx'],
      ['file/unexpected', 'data/2026-09/extra.csv'],
      ['measure/value', 'content/indicators/cleaning.overall.pass.mdx'],
      ['reference/unknown', 'content/standards/cleaning.mdx'],
    ]);
  });

  it('passes over no file of the data folder in silence but its README', () => {
    const odd = {
      'data/README.md': '# 说明',
      'data/2026-09/checks.xlsx': 'PK',
      'data/2026-10/rounds.CSV': '',
      'data/备忘.txt': '',
    };
    expect(placedIn(read(contentWith(), { ...data, ...odd }).problems)).toEqual(
      ['data/2026-09/checks.xlsx', 'data/2026-10/rounds.CSV', 'data/备忘.txt'].map((file) => [
        'file/unexpected',
        file,
        null,
        null,
      ]),
    );
  });

  it('gives one problem for a section that cannot be read', () => {
    const { problems } = read(contentWith(['content/plan/cleaning.mdx', 'title: 保洁指标', 'title: [保洁指标']));
    expect(placedIn(problems).map(([code, file]) => [code, file])).toEqual([['document/syntax', 'content/plan/cleaning.mdx']]);
  });
});

describe('readContent', () => {
  it('asks for the contract alone; what else a contract does not have, it need not say', () => {
    expect(placedIn(readContent(new Map()).problems)).toEqual([['file/missing', 'content/contract.mdx', null, null]]);
  });

  it('puts sections in the plan’s order: 5.10 after 5.9', () => {
    const section = present(contentTexts['content/plan/cleaning.mdx']).split('\n\n')[0] ?? '';
    const numbered = (id: string, number: string): [string, string] => [
      `content/plan/${id}.mdx`,
      `${section.replace('id: cleaning', `id: ${id}`).replace('"5.1"', `"${number}"`)}\n`,
    ];
    const files = new Map([
      ...contentWith(),
      numbered('a', '5.10'),
      numbered('b', '5.9'),
      numbered('c', '10.1'),
      numbered('d', '4.12'),
    ]);
    const { value, problems } = readContent(files);
    expect(problems).toEqual([]);
    expect(value.sections.map(({ data: { number } }) => number)).toEqual(['4.12', '5.1', '5.9', '5.10', '10.1']);
  });

  it('wants a commitment to be proved or to say why it cannot be', () => {
    const commitment = 'content/commitments/cm.clean.daily.mdx';
    const unproved = contentWith(
      [commitment, 'proof:\n  - { kind: part, indicators: [cleaning.overall.pass], unchecked: 是否每日 }', 'proof: []'],
      [commitment, 'documents:\n  - { kind: record, ref: rec.rounds }', 'documents: []'],
    );
    expect(placedIn(readContent(unproved).problems).map(([code, file]) => [code, file])).toEqual([
      ['document/field', commitment],
    ]);
  });
});

describe('laws of readProject', () => {
  it('never throws, whatever one character of a document becomes', () => {
    const edit = fc.record({
      file: fc.constantFrom(...Object.keys(contentTexts)),
      at: fc.nat(),
      to: fc.constantFrom('', '"', ':', '\n', '-', '*', '&', '{', '<', '#', '\t', '：'),
    });
    fc.assert(
      fc.property(edit, ({ file, at, to }) => {
        const text = present(contentTexts[file]);
        const place = at % text.length;
        const files = new Map([...contentWith(), [file, text.slice(0, place) + to + text.slice(place + 1)]]);
        for (const each of read(files).problems) expect(each.line ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it('never throws, whatever the provenance holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.string().map(bytesOf)), (bytes) => {
        const { value, problems } = readProject(
          contentWith(),
          new Map([...filesOf({ ...registerTexts }), ['data/provenance.yaml', bytes]]),
          small,
        );
        expect(value === null).toBe(problems.some(({ code }) => code === 'provenance/invalid'));
      }),
    );
  });
});
