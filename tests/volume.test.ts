import { describe, expect, it } from 'vitest';
import { Desk } from '../src/client/check/desk.ts';
import { decode } from '../src/core/csv/decode.ts';
import { countProblems } from '../src/core/problem/problem.ts';
import { handInTerms } from '../src/core/project/terms.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { dataFiles } from '../src/disk/files.ts';

const definitions = definitionsOn('.');
const registerFiles = [...dataFiles('.')].filter(([file]) => file.startsWith('data/registers/'));
const registers = Object.fromEntries(registerFiles.map(([file, bytes]) => [file, decode(bytes, file).value?.text ?? '']));
const terms = handInTerms({
  schema: 'service-ledger/check/1',
  deliveryDay: 5,
  definitions: definitions.sources,
  uses: {},
  registers,
  left: {},
});

const rows = 200_000;

/** A month with one log of very many rows. */
function checked(name: string, lines: readonly string[]) {
  const desk = new Desk(terms);
  const texts = {
    [name]: lines.join('\r\n'),
    'delivery.csv': `台账,行数,交付日期,交付岗位\r\n${name.replace('.csv', '')},${rows},2026-11-03,GL-01`,
  };
  const names = Object.entries(texts).map(([file, text], id) => {
    desk.open(id, file, new TextEncoder().encode(text));
    return [id, file] as const;
  });
  return desk.check('2026-10', names, () => undefined);
}

describe('very many wrong rows', () => {
  it.each([
    ['of one cause', (at: number) => `2026-10-02,保洁,W01-A1,地面,目视,合格,,,,GL-${90 + (at % 1)}`],
    ['that all differ', (at: number) => `2026-10-02,保洁,W01-A1,地面,目视,合格,,,,岗位${at}`],
    ['shifted by one column', () => ',2026-10-02,保洁,W01-A1,地面,目视,合格,,,'],
    ['that are blank every other one', (at: number) => (at % 2 === 0 ? '' : '2026-02-31,保洁,W01-A1,地面,目视,合格,,,,GL-01')],
    ['that are totals', () => '合计,保洁,W01-A1,地面,目视,合格,,,,GL-01'],
    ['that are all the same', () => '2026-10-02,保洁,W01-A1,地面,目视,合格,,,,GL-01'],
  ] as const)('%s end in a short list that counts them all', (_, line) => {
    const lines = ['日期,服务,区域编号,检查项目,检查方法,结果,不合格原因,当日复查,整改完成时间,检查岗位'];
    for (let at = 0; at < rows; at += 1) lines.push(line(at));
    const { problems, text, counts } = checked('checks.csv', lines);
    expect(problems.length).toBeLessThan(1000);
    expect(text.split('\n').length).toBeLessThan(2000);
    expect(counts.error + counts.warning).toBeGreaterThanOrEqual(rows / 2);
    expect(countProblems(problems)).toEqual(counts);
  });
});
