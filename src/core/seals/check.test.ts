import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amendmentFile, sealFile } from '../ledger/seal-file.ts';
import { placedIn, present } from '../testing/ledger.ts';
import {
  foundIn,
  laidOver,
  pastWith,
  sealed,
  sealIn,
  statesOf,
  type TinyFiles,
  tinyFiles,
  tinyProject,
} from '../testing/seals.ts';
import { amendmentOf } from './amending.ts';
import { sealText } from './reading.ts';
import { digestOfSeal } from './seal.ts';
import { sealRefusal } from './sealing.ts';

const open = tinyFiles();
const both = sealed(sealed(open, '2026-09'), '2026-10');
const past = pastWith(both);

const textOf = ({ content, data }: TinyFiles, file: string): string =>
  content.get(file) ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(present(data.get(file)));

/** The sealed contract with a text replaced in a file, which must hold it. */
function changed(file: string, from: string, to: string, files = both): TinyFiles {
  const text = textOf(files, file);
  expect(text).toContain(from);
  return laidOver(files, { [file]: text.replace(from, () => to) });
}

const rounds = 'data/2026-09/rounds.csv';
const pass = 'content/indicators/cleaning.overall.pass.mdx';
const failed = '2026-09-15,W01,大堂,10,10,合格,';
const amended = '2026-09-15,W01,大堂,10,8,不合格,漏检';

/** The contract in which a row of September was changed and the month amended. */
function withAmendment(files = changed(rounds, failed, amended)) {
  const states = statesOf(files);
  const month = present(states.project.seals.get('2026-09'));
  const terms = { month: '2026-09', date: '2026-11-20', post: 'GL-01', reason: '抄错了合格数' };
  const amendment = present(amendmentOf(states, month, terms, past));
  return { amendment, files: laidOver(files, { [amendmentFile('2026-09', amendment.number)]: sealText(amendment) }) };
}

describe('a sealed contract', () => {
  it('has no problem as it was sealed, and each seal holds the one before', () => {
    expect(foundIn(both)).toEqual([]);
    expect([sealIn(both, '2026-09').before, sealIn(both, '2026-10').before]).toEqual([null, sealIn(both, '2026-09').digest]);
  });

  it('names the file, the line, the column, both values and what became of the results', () => {
    const [found, ...more] = foundIn(changed(rounds, failed, amended), past);
    expect(more).toEqual([]);
    expect(placedIn([present(found)])).toEqual([['seal/row', rounds, 5, null]]);
    // Five rows at W01, of which one failed, then two: 4/5 = 80 % keeps the target of 80 %, 3/5 = 60 % does not.
    expect(found?.message).toContain('“结果”由“合格”变为“不合格”');
    expect(found?.message).toContain('卫生保洁·巡查合格率 达标（4/5） → 未达标（3/5）');
  });

  it('lets no report of a sealed month be issued that its seal does not hold, however late', () => {
    const report =
      '---\nkind: commentary\nperiod: 2026-09\nprepared: role.inspector\nreviewed: role.inspector\nstatus: issued\nissued: "2027-01-10"\n---\n\n好。\n';
    const file = 'content/reports/2026-09.mdx';
    expect(placedIn(foundIn(laidOver(both, { [file]: report })))).toEqual([['seal/missing', file, null, null]]);
  });

  it('names the line where nobody knows any more what stood there', () => {
    const [found, ...more] = foundIn(changed(rounds, failed, amended));
    expect([placedIn([present(found)]), more]).toEqual([[['seal/row', rounds, 5, null]], []]);
    expect(found?.message).toContain('原值只留有摘要');
    expect(found?.message).toContain('达标（4/5） → 未达标（3/5）');
  });

  it.each([
    ['a row taken away', rounds, '2026-09-02,W01,大堂,10,10,合格,\n', '', 'seal/row'],
    ['a line of the slip', 'data/2026-09/delivery.csv', '巡查,6,2026-10-03', '巡查,6,2026-10-04', 'seal/row'],
    ['an entry that rows name', 'data/registers/locations.csv', '市分行机关', '市分行', 'seal/register'],
    [
      'a line of the schedule',
      'data/registers/schedule.csv',
      '大堂,每月,2024-11-01,',
      '大堂,每月,2024-11-01,2026-09-10',
      'seal/register',
    ],
    [
      'a new line of the schedule',
      'data/registers/schedule.csv',
      'JH-003',
      'JH-009,rounds,保洁,W02,,,地库,每月,2026-09-30,\nJH-003',
      'seal/register',
    ],
    [
      'a new day of the calendar',
      'data/registers/calendar.csv',
      '2026-10-01',
      '2026-09-29,节假日,放假\n2026-10-01',
      'seal/register',
    ],
    ['a target', pass, 'value: 80', 'value: 70', 'seal/definition'],
    ['a filter', pass, 'where: { location: W01 }', 'where: { location: W02 }', 'seal/definition'],
    ['a clause', 'content/plan/cleaning.mdx', '不低于95%。', '不低于90%。', 'seal/definition'],
    ['a promise', 'content/commitments/cm.clean.daily.mdx', 'text: 每日清洁。', 'text: 每周清洁。', 'seal/definition'],
    ['a term of the contract', 'content/contract.mdx', 'smallSample: 10', 'smallSample: 9', 'seal/definition'],
  ])('finds %s, and says what was there', (_, file, from, to, code) => {
    const found = foundIn(changed(file, from, to), past).filter((each) => each.code.startsWith('seal/'));
    expect(found.map((each) => [each.code, each.file])).toContainEqual([code, file]);
    expect(new Set(found.map((each) => each.file))).toEqual(new Set([file]));
    expect(found.map(({ message }) => message).join()).not.toContain('原值只留有摘要');
  });

  it.each([
    ['no byte order mark or other line ends', rounds, '\n', '\r\n'],
    ['quotes around a cell', rounds, '地面有水', '"地面有水"'],
    ['another order of keys', pass, '  log: rounds\n  where: { location: W01 }', '  where: { location: W01 }\n  log: rounds'],
    ['a comment', pass, 'measure:', '# 说明\nmeasure:'],
    [
      'a target that begins later',
      pass,
      'updated:',
      '  - { from: "2026-11-01", operator: ">=", value: 90, unit: "%", basis: plan }\nupdated:',
    ],
    ['a holiday of another year', 'data/registers/calendar.csv', '2026-10-01', '2027-10-01,节假日,国庆节\n2026-10-01'],
    ['an entry that nothing names', 'data/registers/plants.csv', 'P01,绿萝', 'P02,吊兰,否,2\nP01,绿萝'],
    [
      'a line of the schedule that begins later',
      'data/registers/schedule.csv',
      'JH-003',
      'JH-009,rounds,保洁,W02,,,地库,每月,2026-11-01,\nJH-003',
    ],
  ])('does not mind %s', (_, file, from, to) => {
    expect(foundIn(changed(file, from, to), past).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('finds a result that another engine would compute', () => {
    const seal = sealIn(both, '2026-10');
    const state = { ...seal.state, results: seal.state.results.replace('"numerator":', '"numerator":1') };
    const other = { ...seal, state, digest: digestOfSeal({ ...seal, state }) };
    const found = foundIn(laidOver(both, { [sealFile('2026-10')]: sealText(other) }));
    expect(found.map(({ code }) => code)).toEqual(['seal/result']);
  });
});

describe('any cell', () => {
  const tables = [...both.data.keys()].filter((file) => /^data\/2026-(?:09|10)\/\w+\.csv$/u.test(file));
  const cells = tables.flatMap((file) =>
    textOf(both, file)
      .split('\n')
      .flatMap((line, row) => (row === 0 ? [] : line.split(',').map((cell, column) => ({ file, row, column, cell })))),
  );

  it('of a sealed month that says something else is an error', () => {
    const other = fc.constantFrom('', '合格', '不合格', '保洁', '用电', 'W01', 'W02', '2', '10', '2026-09-03', '说明', 'GL-01');
    fc.assert(
      fc.property(fc.constantFrom(...cells), other, ({ file, row, column, cell }, value) => {
        fc.pre(cell !== value);
        const lines = textOf(both, file).split('\n');
        lines[row] = (lines[row] ?? '')
          .split(',')
          .map((each, at) => (at === column ? value : each))
          .join(',');
        const found = foundIn(laidOver(both, { [file]: lines.join('\n') })).filter(({ severity }) => severity === 'error');
        expect(found.map((each) => each.file)).toContain(file);
      }),
      { numRuns: 200, seed: 20261130 },
    );
  }, 60_000);
});

describe('the seal itself', () => {
  const file = sealFile('2026-09');

  it('is found edited, unreadable, misplaced or taken away', () => {
    expect(foundIn(changed(file, 'post: GL-01', 'post: BJ-01')).map((each) => [each.code, each.file])).toEqual([
      ['seal/edited', file],
    ]);
    expect(foundIn(changed(file, 'post: GL-01\n', '')).map(({ code }) => code)).toEqual(['seal/invalid', 'seal/chain']);
    expect(foundIn(laidOver(both, { [file]: '' })).map(({ code }) => code)).toEqual(['seal/invalid', 'seal/chain']);
    const moved = laidOver(both, { [file]: textOf(both, sealFile('2026-10')) });
    expect(foundIn(moved).map(({ code }) => code)).toEqual(['seal/invalid', 'seal/chain']);
    expect(placedIn(foundIn(laidOver(both, { [file]: null })))).toEqual([['seal/chain', sealFile('2026-10'), null, null]]);
  });

  it('does not mind how it is written', () => {
    expect(foundIn(laidOver(both, { [file]: `# 说明\n${textOf(both, file)}` }))).toEqual([]);
  });

  it('cannot be made again, out of turn, or of a month that is not there', () => {
    const project = tinyProject(both);
    expect(sealRefusal(project, '2026-09')).toContain('已经封存');
    expect(sealRefusal(project, '2026-12')).toContain('没有数据');
    // The week of Thursday 29 October ends on 1 November, of which no file tells; that of 24 September on the 27th.
    expect(sealRefusal(tinyProject(sealed(open, '2026-09')), '2026-10')).toContain('到 2026-11-01 才完');
    expect(sealRefusal(tinyProject(open), '2026-09')).toBeNull();
    expect(sealRefusal(tinyProject(sealed(open, '2026-10')), '2026-09')).toContain('不能在它之后补封');
  });

  it('made again over changed data leaves the next one without its link', () => {
    const { [sealFile('2026-09')]: _, ...others } = { [sealFile('2026-09')]: null, [sealFile('2026-10')]: null };
    const again = sealed(laidOver(changed(rounds, failed, amended), { ...others, [sealFile('2026-09')]: null }), '2026-09');
    const found = foundIn(laidOver(again, { [sealFile('2026-10')]: textOf(both, sealFile('2026-10')) }));
    expect(found.map((each) => [each.code, each.file])).toContainEqual(['seal/chain', sealFile('2026-10')]);
  });
});

describe('an amendment', () => {
  it('holds what was and what is, and the check then takes the new state', () => {
    const { amendment, files } = withAmendment();
    expect(foundIn(files, past)).toEqual([]);
    const [row, result] = amendment.changes;
    expect(row).toMatchObject({
      kind: 'row',
      change: 'changed',
      file: rounds,
      line: 5,
      known: true,
      fields: [
        { field: '合格数', before: 10, after: 8 },
        { field: '结果', before: '合格', after: '不合格' },
        { field: '备注', before: null, after: '漏检' },
      ],
    });
    expect(result).toMatchObject({ kind: 'result', before: { verdict: 'met' }, after: { verdict: 'missed' } });
  });

  it('leaves the seals of later months as they are', () => {
    const { files } = withAmendment();
    expect(sealIn(files, '2026-10')).toEqual(sealIn(both, '2026-10'));
  });

  it('is missed when it is taken away, and found when it is changed', () => {
    const { files } = withAmendment();
    const file = amendmentFile('2026-09', 1);
    expect(placedIn(foundIn(laidOver(files, { [file]: null }), past))).toEqual([['seal/row', rounds, 5, null]]);
    expect(foundIn(changed(file, '抄错了合格数', '更正', files)).map(({ code }) => code)).toEqual(['seal/edited']);
    const back = laidOver(files, { [rounds]: textOf(both, rounds) });
    expect(placedIn(foundIn(back, past)).map(([code, at]) => [code, at])).toEqual([['seal/row', rounds]]);
  });

  it('is made on top of the one before, and of nothing where nothing differs', () => {
    const first = withAmendment();
    const second = withAmendment(changed(rounds, '漏检', '漏检一处', first.files));
    expect([second.amendment.number, second.amendment.before]).toEqual([2, first.amendment.digest]);
    expect(foundIn(second.files, past)).toEqual([]);
    const gap = laidOver(second.files, { [amendmentFile('2026-09', 1)]: null });
    expect(foundIn(gap).map(({ code }) => code)).toEqual(['seal/chain']);
    const states = statesOf(both);
    const terms = { month: '2026-09', date: '2026-11-20', post: 'GL-01', reason: '无' };
    expect(amendmentOf(states, present(states.project.seals.get('2026-09')), terms, past)).toBeNull();
  });
});
