import { expect, it } from 'vitest';
import { readProject } from '../src/core/project/project.ts';
import { locationsOf } from '../src/core/registers/location.ts';
import { locationReport } from '../src/core/reports/location.ts';
import { Reports } from '../src/core/reports/reports.ts';
import { present } from '../src/core/testing/ledger.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import { periodPaper } from '../src/present/report/period.ts';
import { unwritten } from './unwritten.ts';

const month = '2026-01';
const days = ['02', '06', '13', '20', '27'];
const places = Array.from({ length: 1000 }, (_, at) => `D${String(at + 1).padStart(4, '0')}`);

/** The contract that `npm run new` writes, with a thousand places, each visited once in each of January's five weeks. */
function files() {
  const content = new Map(
    [...contentFiles('scripts/new')].map(([file, text]): [string, string] => [
      file,
      text.replaceAll('\\\\d{2}"', '\\\\d{2,4}"').replaceAll('\\\\d{3}"', '\\\\d{3,4}"'),
    ]),
  );
  const visits = days.flatMap((day) =>
    places.map((place, at) => `${month}-${day},巡查,${place},消防设施,${at % 100 === 0 ? '异常,压力不足' : '正常,'},XC-01`),
  );
  const texts = {
    'data/registers/locations.csv': [
      '地点编号,地点名称,类型,启用日期,停用日期,序号',
      ...places.map((place, at) => `${place},${place}号楼,楼宇,2026-01-01,,${at + 1}`),
    ],
    'data/registers/schedule.csv': [
      '计划编号,台账,服务,地点编号,项目,频次,起始日期,终止日期',
      ...places.map((place, at) => `JH-${String(at + 1).padStart(4, '0')},rounds,巡查,${place},消防设施,每周,2026-01-01,`),
    ],
    [`data/${month}/rounds.csv`]: ['日期,服务,地点编号,项目,结果,异常说明,巡查岗位', ...visits],
    [`data/${month}/delivery.csv`]: ['台账,行数,交付日期,交付岗位,备注', `巡查记录,${visits.length},2026-02-04,GL-01,`],
  };
  const encoder = new TextEncoder();
  const rows = Object.entries(texts).map(([file, lines]): [string, Uint8Array] => [
    file,
    encoder.encode(`${lines.join('\r\n')}\r\n`),
  ]);
  return { content, data: new Map([...dataFiles('scripts/new'), ...rows]) };
}

it('reads a thousand places with ids of four digits, and tells of every one of them', { timeout: 20_000 }, () => {
  const { content, data } = files();
  const { value, problems } = readProject(content, data);
  expect(problems).toEqual([]);
  const project = present(value);
  const { assessment, ledger, contract } = project;
  expect(locationsOf(ledger.registers).map(({ id }) => id)).toEqual(places);
  const verdictAt = (place: string) => locationReport(assessment, place, month).results.map(({ verdict }) => verdict);
  // Ten places, the first of every hundred, are never sound; all of them were visited.
  expect(places.filter((place) => verdictAt(place).includes('missed'))).toEqual(places.filter((_, at) => at % 100 === 0));

  const facts = present(new Reports(assessment, []).facts(month));
  expect(facts.report.locations).toHaveLength(1000);
  const quantity = (id: string) => facts.book.get(`${month}/${id}`)?.quantity;
  expect(quantity('facility.overall.completion/cases')).toMatchObject({ tally: { numerator: 5000, denominator: 5000 } });
  expect(quantity('facility.overall.sound/cases')).toMatchObject({ tally: { numerator: 4950, denominator: 5000 } });
  const telling = { ...facts, registers: ledger.registers, contract, seals: new Map(), href: () => '' };
  const paper = periodPaper(telling, assessment, project.content, unwritten);
  expect(JSON.stringify(paper)).toContain('D1000号楼');
});
