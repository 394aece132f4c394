import { describe, expect, it } from 'vitest';
import { logNamed } from '../testing/definitions.ts';
import {
  ledgerOf,
  placedIn,
  readCsv,
  registerTexts,
  requestsHeader,
  roundsHeader,
  september,
  slipHeader,
} from '../testing/ledger.ts';

const checks = logNamed('checks');

const file = 'data/2026-09/rounds.csv';
const slip = 'data/2026-09/delivery.csv';
const requests = 'data/2026-09/requests.csv';
const found = (texts: Readonly<Record<string, string>>) => placedIn(ledgerOf({ ...september, ...texts }).problems);
const round = (date: string, item = '大堂') => `${date},W01,${item},10,10,合格,`;

describe('a file of another month', () => {
  it('is one problem when all of its rows lie in one other month, and its log is incomplete', () => {
    const { value, problems } = ledgerOf({
      ...september,
      [file]: `${roundsHeader}\n${round('2026-08-01')}\n${round('2026-08-02')}\n`,
    });
    expect(placedIn(problems)).toEqual([
      ['file/month', file, null, null],
      ['delivery/row-count', slip, 2, null],
    ]);
    expect(value.months[0]?.logs.get('rounds')?.handed.state).toBe('incomplete');
  });

  it('is told row by row when some rows are right, or when one row stands alone', () => {
    expect(found({ [file]: `${roundsHeader}\n${round('2026-08-01')}\n${round('2026-09-02')}\n` })[0]).toEqual([
      'row/month',
      file,
      2,
      1,
    ]);
    expect(found({ [file]: `${roundsHeader}\n${round('2026-08-01')}\n` })[0]).toEqual(['row/month', file, 2, 1]);
  });
});

describe('what lies after the delivery', () => {
  const row = (completed: string) =>
    `QQ-202609-001,保洁,一般,W01,积水,2026-09-30 09:00,2026-09-30 09:20,${completed},已完成,,BJ-01`;
  const completedAt = (completed: string, on: string) =>
    found({
      [requests]: `${requestsHeader}\n${row(completed)}\n`,
      [slip]: `${slipHeader}\n巡查,6,2026-10-03,GL-01\n服务请求,1,${on},GL-01\n现场检查,0,2026-10-03,GL-01\n`,
    });

  it('is refused at its cell; the day of the delivery itself is not after it', () => {
    expect(completedAt('2026-10-04 00:00', '2026-10-03')).toEqual([['row/future', requests, 2, 8]]);
    expect(completedAt('2026-10-03 23:59', '2026-10-03')).toEqual([]);
  });

  it('is not asked when the slip was dated before the month was over', () => {
    expect(completedAt('2026-10-04 00:00', '2026-09-28')).toEqual([['delivery/through', slip, 3, 5]]);
  });
});

describe('a reference', () => {
  const area = (text: string) => {
    const { problems } = readCsv(
      checks,
      `日期,服务,区域编号,检查项目,检查方法,结果,检查岗位\n2026-09-02,保洁,${text},地面,目视,合格,BJ-01\n`,
    );
    return problems.map(({ code, message, hint }) => [code, message, hint]);
  };

  it('offers the nearest entry of the register with its id', () => {
    expect(area('一楼大厅')).toEqual([
      ['reference/unknown', '“区域编号”：“一楼大厅”不在区域名录中', '最接近“一楼大堂”（W01-A1）；请改正，或先在区域名录中新增'],
    ]);
    expect(area('W1-A1')[0]?.[2]).toBe('是否为“W01-A1”？前面的 0 可能被 Excel 去掉了，请把该列设为“文本”');
    expect(area('一楼大堂')).toEqual([]);
  });

  it('is refused with the ids when its name stands in the register more than once', () => {
    const twice = { 'data/registers/areas.csv': `${registerTexts['data/registers/areas.csv']}W02-A2,W02,一楼大堂,公共区域,4\n` };
    const checked = '日期,服务,区域编号,检查项目,检查方法,结果,检查岗位\n2026-09-02,保洁,一楼大堂,地面,目视,合格,BJ-01\n';
    const { problems } = ledgerOf({ ...september, ...twice, 'data/2026-09/checks.csv': checked });
    expect(problems[0]?.message).toBe('“区域编号”：“一楼大堂”在区域名录中不止一处（W01-A1、W02-A2）');
  });
});

describe('a second copy of a file', () => {
  it('is told which file it doubles, and a file under a Chinese name what to call it', () => {
    const { problems } = ledgerOf({
      ...september,
      'data/2026-09/rounds (1).csv': september[file] ?? '',
      'data/2026-09/rounds-副本.csv': `${september[file]}2026-09-30,W02,大堂,1,1,合格,\n`,
      'data/2026-09/现场检查.csv': '',
    });
    expect(problems.map(({ hint }) => hint)).toEqual([
      '与 rounds.csv 逐字节相同，是多交的一份，请删去',
      '像是巡查的另一份，内容与 rounds.csv 不同，请核对哪份为准，只留一份',
      '像是现场检查，请把文件名改成 checks.csv',
    ]);
  });
});
