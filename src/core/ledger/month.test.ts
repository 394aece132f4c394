import { describe, expect, it } from 'vitest';
import { ledgerOf, placedIn, present, requestsHeader, roundsHeader, september, slipHeader } from '../testing/ledger.ts';
import { deliveryColumns, deliveryFile, deliveryTable } from './delivery.ts';

const slip = 'data/2026-09/delivery.csv';
const roundsFile = 'data/2026-09/rounds.csv';
const requestsFile = 'data/2026-09/requests.csv';

/** September 2026 with some files replaced; `null` takes a file away. */
function monthWith(changes: Readonly<Record<string, string | null>>) {
  const texts = { ...september, ...changes };
  const files = Object.entries(texts).flatMap(([file, text]) => (text === null ? [] : [[file, text] as const]));
  const { value, problems } = ledgerOf(Object.fromEntries(files));
  const month = present(value.months.find((each) => each.month === '2026-09'));
  return { logs: month.logs, problems };
}
const slipOf = (...lines: string[]) => `${slipHeader}\n${lines.join('\n')}\n`;

const request = (id: string, reported = '2026-09-01 09:00') => `${id},保洁,一般,W01,积水,${reported},,,处理中,,BJ-01`;
const requestsOf = (...ids: string[]) => `${requestsHeader}\n${ids.map((id) => request(id)).join('\n')}\n`;

describe('a month as it should be', () => {
  const { logs, problems } = monthWith({});

  it('has no problems', () => {
    expect(problems).toEqual([]);
  });

  it('tells complete logs and nil returns apart, and knows every log', () => {
    expect([...logs.keys()]).toEqual(['rounds', 'checks', 'requests']);
    expect(logs.get('rounds')?.handed).toEqual({ state: 'complete', on: '2026-10-03', late: false });
    expect(logs.get('requests')?.handed.state).toBe('complete');
    expect(logs.get('checks')?.handed).toEqual({ state: 'nil', on: '2026-10-03', late: false });
    expect(logs.get('rounds')?.records.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(logs.get('rounds')?.file).toBe(roundsFile);
    expect(logs.get('rounds')?.month).toBe('2026-09');
  });
});

describe('the delivery slip', () => {
  it('is a table of log, rows, day and post', () => {
    expect(Object.values(deliveryColumns).map(({ name }) => name)).toEqual([
      '台账',
      '行数',
      '交付日期',
      '交付岗位',
      '截至',
      '备注',
    ]);
    expect(deliveryTable.key).toEqual(['log']);
    expect(deliveryFile).toBe('delivery.csv');
  });

  it('names a log by its id too, in another order of columns', () => {
    const { logs, problems } = monthWith({
      [slip]: '交付岗位,on,行数,log\nGL-01,2026-10-03,6,rounds\nGL-01,2026-10-03,3,requests\n',
    });
    expect(problems).toEqual([]);
    expect(logs.get('rounds')?.handed.state).toBe('complete');
    expect(logs.get('checks')?.handed.state).toBe('absent');
  });

  it('reports an unknown log, an unknown post and a count that is none, each at its cell', () => {
    const { logs, problems } = monthWith({
      [slip]: slipOf(
        '巡查记录,6,2026-10-03,GL-01',
        '服务请求,-1,2026-10-03,GL-99',
        '现场检查,零,2026-02-30,GL-01',
        '巡查,6,2026-10-03,GL-01',
      ),
      [requestsFile]: null,
    });
    expect(placedIn(problems)).toEqual([
      ['reference/unknown', slip, 2, 1],
      ['cell/range', slip, 3, 2],
      ['reference/unknown', slip, 3, 4],
      ['cell/number', slip, 4, 2],
      ['cell/date', slip, 4, 3],
    ]);
    expect(problems[0]?.hint).toContain('巡查');
    expect(logs.get('rounds')?.handed.state).toBe('complete');
  });

  it('lists a log once', () => {
    const { problems } = monthWith({
      [slip]: slipOf('巡查,6,2026-10-03,GL-01', '服务请求,3,2026-10-03,GL-01', 'rounds,6,2026-10-04,GL-01'),
    });
    expect(placedIn(problems)).toEqual([
      ['row/duplicate-key', slip, 2, 1],
      ['row/duplicate-key', slip, 4, 1],
    ]);
  });

  it('tells when a log came after the agreed day of the next month', () => {
    const late = monthWith({ [slip]: slipOf('巡查,6,2026-10-11,GL-01', '服务请求,3,2026-10-10,GL-01') });
    expect(placedIn(late.problems)).toEqual([['delivery/late', slip, 2, null]]);
    expect(late.logs.get('rounds')?.handed).toEqual({ state: 'complete', on: '2026-10-11', late: true });
    expect(late.logs.get('requests')?.handed).toMatchObject({ late: false });
    const december = ledgerOf({ 'data/2026-12/delivery.csv': slipOf('现场检查,0,2027-01-11,GL-01', '巡查,0,2027-01-10,GL-01') });
    expect(placedIn(december.problems)).toEqual([['delivery/late', 'data/2026-12/delivery.csv', 2, null]]);
  });

  it('is one problem when it is missing, not one for each log', () => {
    const { logs, problems } = monthWith({ [slip]: null });
    expect(placedIn(problems)).toEqual([['file/missing', slip, null, null]]);
    expect([...logs.values()].map(({ handed }) => handed.state)).toEqual(['absent', 'absent', 'absent']);
  });

  it('is one problem when it cannot be read', () => {
    expect(placedIn(monthWith({ [slip]: '九月交付清单\n' }).problems)).toEqual([['header/missing', slip, 1, null]]);
    expect(placedIn(monthWith({ [slip]: '' }).problems)).toEqual([['header/missing', slip, 1, null]]);
  });

  it('with a header alone lists nothing', () => {
    expect(placedIn(monthWith({ [slip]: `${slipHeader}\r\n` }).problems)).toEqual([
      ['delivery/unlisted', roundsFile, null, null],
      ['delivery/unlisted', requestsFile, null, null],
    ]);
  });
});

describe('what was handed in', () => {
  it('is absent without file and slip line, and no problem', () => {
    const { logs, problems } = monthWith({ [slip]: slipOf('巡查,6,2026-10-03,GL-01'), [requestsFile]: null });
    expect(problems).toEqual([]);
    expect(logs.get('requests')).toMatchObject({ handed: { state: 'absent' }, records: [] });
  });

  it('is absent when the slip promises rows and there is no file', () => {
    const { logs, problems } = monthWith({ [requestsFile]: null });
    expect(placedIn(problems)).toEqual([['file/missing', slip, 3, null]]);
    expect(logs.get('requests')?.handed).toEqual({ state: 'absent' });
  });

  it('is not counted as handed in when the slip does not list the file', () => {
    const { logs, problems } = monthWith({ [slip]: slipOf('服务请求,3,2026-10-03,GL-01') });
    expect(placedIn(problems)).toEqual([['delivery/unlisted', roundsFile, null, null]]);
    expect(logs.get('rounds')?.handed).toEqual({ state: 'absent' });
  });

  it('is a nil return with 0 rows, whether or not a file with a header alone comes along', () => {
    const { logs, problems } = monthWith({ 'data/2026-09/checks.csv': '日期,服务,区域编号,检查项目,检查方法,结果,检查岗位\r\n' });
    expect(problems).toEqual([]);
    expect(logs.get('checks')?.handed.state).toBe('nil');
  });

  it('is no nil return when the file has rows after all', () => {
    const { logs, problems } = monthWith({
      'data/2026-09/checks.csv':
        '日期,服务,区域编号,检查项目,检查方法,结果,检查岗位\n2026-09-01,保洁,W01-A1,地面,目视,合格,BJ-01\n',
    });
    expect(placedIn(problems)).toEqual([['delivery/row-count', slip, 4, null]]);
    expect(logs.get('checks')?.handed.state).toBe('incomplete');
  });

  it('is incomplete when rows and slip differ, in either direction, with the reason', () => {
    for (const rows of [5, 7]) {
      const { logs, problems } = monthWith({
        [slip]: slipOf(`巡查,${rows},2026-10-03,GL-01`, '服务请求,3,2026-10-03,GL-01', '现场检查,0,2026-10-03,GL-01'),
      });
      expect(placedIn(problems)).toEqual([['delivery/row-count', slip, 2, null]]);
      expect(problems[0]?.severity).toBe('warning');
      expect(logs.get('rounds')?.handed).toEqual({
        state: 'incomplete',
        on: '2026-10-03',
        late: false,
        reasons: [`交付清单写 ${rows} 行，文件有 6 行`],
      });
    }
  });

  it('is incomplete when a row is refused, whatever the slip says; the row is told once', () => {
    const { logs, problems } = monthWith({ [roundsFile]: `${september[roundsFile]}`.replace('2026-09-30', '2026-09-31') });
    expect(placedIn(problems)).toEqual([['cell/date', roundsFile, 7, 1]]);
    expect(logs.get('rounds')?.handed.state).toBe('incomplete');
  });
});

describe('rows of another month', () => {
  it('are refused by date, at the cell, wherever the column stands', () => {
    const { logs, problems } = monthWith({
      [roundsFile]:
        '备注,结果,合格数,应检数,项目,网点编号,日期\n,合格,1,1,大堂,W01,2026-10-01\n,合格,1,1,大堂,W01,2026-09-30\n,合格,1,1,大堂,W02,2025-09-01\n',
      [slip]: slipOf('巡查,3,2026-10-03,GL-01', '服务请求,3,2026-10-03,GL-01'),
    });
    expect(placedIn(problems)).toEqual([
      ['row/month', roundsFile, 2, 7],
      ['row/month', roundsFile, 4, 7],
    ]);
    expect(problems[0]?.message).toBe('日期 2026-10-01 不属于 2026-09');
    expect(logs.get('rounds')?.records.map(({ line }) => line)).toEqual([3]);
  });

  it('are refused by the minute of a moment at a month end', () => {
    const { problems } = monthWith({
      [requestsFile]: `${requestsHeader}
${request('QQ-202609-001', '2026-09-30 23:59')}
${request('QQ-202609-002', '2026-10-01 00:00')}
${request('QQ-202609-003', '2026-08-31 23:59')}
`,
    });
    expect(placedIn(problems)).toEqual([
      ['row/month', requestsFile, 3, 6],
      ['row/month', requestsFile, 4, 6],
    ]);
  });

  it('are refused by the month in their running number', () => {
    const { logs, problems } = monthWith({ [requestsFile]: requestsOf('QQ-202609-001', 'QQ-202608-002', 'QQ-202609-002') });
    expect(placedIn(problems)).toEqual([['row/month', requestsFile, 3, 1]]);
    expect(logs.get('requests')?.records.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('are reported for both faults, each at its column', () => {
    const { problems } = monthWith({
      [requestsFile]: `报修时间,单号,服务,紧急程度,网点编号,请求内容,处理结果,处理岗位
2026-09-01 09:00,QQ-202609-001,保洁,一般,W01,积水,处理中,BJ-01
2026-10-01 09:00,QQ-202610-001,保洁,一般,W01,积水,处理中,BJ-01
2026-09-01 09:00,QQ-202609-002,保洁,一般,W01,积水,处理中,BJ-01
`,
    });
    expect(placedIn(problems)).toEqual([
      ['row/month', requestsFile, 3, 1],
      ['row/month', requestsFile, 3, 2],
    ]);
  });
});

describe('running numbers', () => {
  const slipFor = (count: number) => ({ [slip]: slipOf(`服务请求,${count},2026-10-03,GL-01`), [roundsFile]: null });
  const reasonsOf = (...ids: string[]) => {
    const { logs, problems } = monthWith({ ...slipFor(ids.length), [requestsFile]: requestsOf(...ids) });
    const handed = present(logs.get('requests')).handed;
    return { problems: placedIn(problems), reasons: handed.state === 'incomplete' ? handed.reasons : [] };
  };

  it('may come in any order', () => {
    expect(reasonsOf('QQ-202609-003', 'QQ-202609-001', 'QQ-202609-002')).toEqual({ problems: [], reasons: [] });
  });

  it('must begin at 001 and have no gap, even when the count agrees', () => {
    expect(reasonsOf('QQ-202609-002', 'QQ-202609-004')).toEqual({
      problems: [['sequence/gap', requestsFile, null, null]],
      reasons: ['流水号缺 QQ-202609-001、QQ-202609-003'],
    });
  });

  it('name five missing numbers and count all', () => {
    expect(reasonsOf('QQ-202609-009').reasons).toEqual([
      '流水号缺 QQ-202609-001、QQ-202609-002、QQ-202609-003、QQ-202609-004、QQ-202609-005 等 8 个',
    ]);
  });

  it('are refused when used twice', () => {
    expect(reasonsOf('QQ-202609-001', 'QQ-202609-001').problems).toEqual([
      ['row/duplicate-key', requestsFile, 2, 1],
      ['row/duplicate-key', requestsFile, 3, 1],
    ]);
  });

  it('do not matter for logs without them', () => {
    const rows = `${roundsHeader}\n2026-09-02,W01,大堂,10,10,合格,\n`;
    const { problems } = monthWith({ [slip]: slipOf('巡查,1,2026-10-03,GL-01'), [roundsFile]: rows, [requestsFile]: null });
    expect(problems).toEqual([]);
  });
});
