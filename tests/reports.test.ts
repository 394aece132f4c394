import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from '../src/core/calendar/date.ts';
import { calendarYear, monthPeriod } from '../src/core/calendar/period.ts';
import { weeksBetween } from '../src/core/calendar/week.ts';
import { contentReaders, readContent, readState } from '../src/core/project/project.ts';
import { checkReports } from '../src/core/project/reports.ts';
import type { ValueBook } from '../src/core/reports/book.ts';
import { improvementReport } from '../src/core/reports/improvement.ts';
import { Reports } from '../src/core/reports/reports.ts';
import { weekReport } from '../src/core/reports/week.ts';
import { weekBook } from '../src/core/reports/week-book.ts';
import { present } from '../src/core/testing/ledger.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import type { ChartSpec } from '../src/present/chart/spec.ts';
import { chartTable } from '../src/present/chart/table.ts';
import type { ReportBlock } from '../src/present/paper/block.ts';
import { type Pieces, plainText } from '../src/present/paper/piece.ts';
import type { ReportPaper } from '../src/present/report/paper.ts';
import { periodPaper } from '../src/present/report/period.ts';
import { bookOf } from '../src/present/report/prose.ts';
import { valueSheet } from '../src/present/report/sheet.ts';
import { reportTwin } from '../src/present/report/twin.ts';
import { weekPaper } from '../src/present/report/week.ts';
import { hrefOf } from '../src/site/destinations.ts';
import { dataSince } from './latest.ts';
import { sample, sampleProblems } from './sample.ts';
import { unwritten } from './unwritten.ts';

const definitions = definitionsOn(process.cwd());
const { assessment, ledger, contract, content, provenance } = sample;
const { months } = assessment;
const reports = new Reports(assessment, sampleProblems);

/** Nobody has written on a report. */

interface Told {
  readonly paper: ReportPaper;
  readonly book: ValueBook;
}

function told(id: string): Told {
  const facts = present(reports.facts(id));
  const telling = { ...facts, registers: ledger.registers, contract, seals: new Map(), href: hrefOf };
  const paper = periodPaper(telling, assessment, content, unwritten);
  return { paper, book: bookOf(paper.blocks, facts.book, { reports }) };
}

const periods = [
  ...months.map(monthPeriod),
  ...calendarYear.periods('quarter', months),
  ...calendarYear.periods('year', months),
  ...months.slice(-3).map((month) => calendarYear.toDate(month)),
];
const weeks = weeksBetween(firstDay(present(months[0])), lastDay(present(months.at(-1))));
const all: Told[] = [
  ...periods.map(({ id }) => told(id)),
  ...weeks.map((week) => {
    const report = present(weekReport(assessment, week));
    return { paper: weekPaper(report, { registers: ledger.registers, contract }), book: weekBook(report) };
  }),
];

/** Every run of pieces of a report, with the block it stands in. */
function runs({ lead, blocks }: ReportPaper): Pieces[] {
  const of = (block: ReportBlock): Pieces[] => {
    switch (block.kind) {
      case 'heading':
        return [[{ kind: 'text', text: block.text }]];
      case 'paragraph':
      case 'note':
        return [block.pieces];
      case 'list':
        return [...block.items];
      case 'turn':
        return [];
      case 'table':
        return [block.caption, ...block.rows.flatMap(({ cells }) => cells)];
      case 'signoff':
        return [block.conclusion];
      case 'chart':
        return [block.spec.summary];
    }
  };
  return [lead, ...blocks.flatMap(of)];
}

const words = (id: string) =>
  runs(told(id).paper)
    .map((pieces) => plainText(pieces))
    .join('\n');

describe('every report of the sample data', () => {
  it('is of 24 months, their quarters and years, and more than a hundred weeks', () => {
    expect(months).toHaveLength(24);
    expect(periods.filter(({ kind }) => kind === 'quarter')).toHaveLength(9);
    expect(periods.filter(({ kind }) => kind === 'year').map(({ id }) => id)).toEqual(['2024', '2025', '2026']);
    expect(weeks.length).toBeGreaterThan(100);
    expect(new Set(all.map(({ paper }) => paper.id)).size).toBe(periods.length + weeks.length);
  });

  it('has every numeral of its own sentences in a value of its machine twin', () => {
    let numerals = 0;
    for (const { paper, book } of all) {
      const { values } = JSON.parse(JSON.stringify(reportTwin(paper, book, provenance, null)));
      for (const piece of runs(paper).flat()) {
        if (piece.kind === 'text') expect(piece.text, paper.id).not.toMatch(/\d/u);
        if (piece.kind !== 'value') continue;
        numerals += 1;
        const twin = values[piece.id];
        expect(twin, `${paper.id} ${piece.id}`).toBeDefined();
        expect([twin.text, String(twin.value)], `${paper.id} ${piece.id}`).toContain(piece.text);
        expect(piece.to, piece.id).toBeDefined();
      }
    }
    expect(numerals).toBeGreaterThan(20_000);
  });

  it('has every chart in its machine twin as it is drawn, once, with pages that prove the numbers of its table', () => {
    let drawn = 0;
    for (const { paper, book } of all) {
      const twin = JSON.parse(JSON.stringify(reportTwin(paper, book, provenance, null)));
      const specs = paper.blocks.flatMap((block) => (block.kind === 'chart' ? [block.spec] : []));
      expect(new Set(specs.map(({ id }) => id)).size, paper.id).toBe(specs.length);
      expect(twin.charts.map(({ id }: ChartSpec) => id)).toEqual(specs.map(({ id }) => id));
      specs.forEach((spec, at) => {
        drawn += 1;
        expect(chartTable(twin.charts[at]), `${paper.id} ${spec.id}`).toEqual(chartTable(spec));
        expect(twin.charts[at].summary).toBe(plainText(spec.summary));
        const linked = chartTable(spec).rows.every(({ cells }) =>
          cells.some((pieces) => pieces.some((piece) => 'to' in piece && piece.to !== undefined)),
        );
        for (const { name, to } of spec.figures)
          expect(to !== undefined && (to.kind !== 'part' || to.id !== spec.id || linked), `${paper.id} ${name}`).toBe(true);
      });
    }
    expect(drawn).toBeGreaterThan(150);
  });

  it('has whole tables: one cell a column, and ids only once', () => {
    for (const { paper } of all) {
      const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
      for (const { columns, rows, id } of tables)
        expect(
          rows.filter(({ cells }) => cells.length !== columns.length),
          `${paper.id} ${id}`,
        ).toEqual([]);
      const ids = paper.blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
      expect(
        ids.filter((each, index) => ids.indexOf(each) !== index),
        paper.id,
      ).toEqual([]);
    }
  });

  it('keeps the order that reviewers know, and covers what the plan prescribes', () => {
    const { paper } = told('2026-09');
    const heads = paper.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []));
    expect(heads).toEqual([
      '本月要点',
      '一、基本情况',
      '二、服务完成情况',
      '三、指标完成情况',
      '四、存在问题及整改',
      '五、客户反馈与满意度',
      '六、数据质量与修订说明',
      '七、下月计划',
      '八、附件',
    ]);
    const prescribed = present(content.records).data.reportContent;
    expect(prescribed.map(({ id }) => id)).toEqual([
      'rc.overview',
      'rc.quality',
      'rc.problems',
      'rc.feedback',
      'rc.kpi',
      'rc.plan',
    ]);
  });
});

/** Rows that began in the month of their file and whose cells hold all of some texts, counted without the site's own reader. */
function rowsWith(month: string, log: string, ...texts: readonly string[]): number {
  const lines = readFileSync(`data/${month}/${log}.csv`, 'utf8').trim().split(/\r?\n/u).slice(1);
  const own = lines.filter((line) => [month, month.replace('-', '')].some((each) => line.split(',')[0]?.includes(each)));
  return own.filter((line) => texts.every((text) => line.split(',').includes(text))).length;
}

describe('what a report says', () => {
  it('has the counts that its files have', () => {
    const value = (id: string) => present(reports.facts('2026-09')?.book.get(`2026-09/${id}`)).quantity;
    expect(value('work/requests')).toEqual({
      kind: 'share',
      numerator: rowsWith('2026-09', 'requests', '已完成'),
      denominator: rowsWith('2026-09', 'requests'),
    });
    for (const [kind, word] of [
      ['complaint', '投诉'],
      ['praise', '表扬'],
      ['suggestion', '建议'],
      ['enquiry', '咨询'],
    ] as const)
      expect(value(`feedback.${kind}/received`)).toEqual({
        kind: 'count',
        count: rowsWith('2026-09', 'feedback', word),
        unit: '件',
      });
    expect(value('findings.failed-check/found')).toMatchObject({ count: rowsWith('2026-09', 'checks', '不合格') });
    expect(value('findings.fault/found')).toMatchObject({ count: rowsWith('2026-09', 'faults') });
  });

  it('sums a quarter from its months', () => {
    const cases = (period: string) => {
      const found = present(reports.value(`${period}/cleaning.overall.completion/value`, period)).quantity;
      return found.kind === 'tally' && found.tally.kind === 'ratio' ? [found.tally.numerator, found.tally.denominator] : [];
    };
    const [july = [], august = [], september = []] = ['2026-07', '2026-08', '2026-09'].map(cases);
    expect(cases('2026-Q3')).toEqual([0, 1].map((at) => (july[at] ?? 0) + (august[at] ?? 0) + (september[at] ?? 0)));
  });

  it('says of a month without a log that nothing is known, not that nothing was wrong', () => {
    const text = words('2025-05');
    expect(text).toContain('满意度答卷：没有交付，也没有零报告。有关指标为无数据，不当作零，也不当作达标。');
    expect(text).toContain('5项无数据');
    expect(text).toMatch(/没有交齐的满意度答卷是否补交/u);
  });

  it('says of a log with fewer rows than its slip how many, and that there is no verdict', () => {
    const text = words('2025-09');
    expect(text).toContain('垃圾处理：交付清单写 732 行，文件有 730 行；件数核对写 732 件，文件有 730 行。');
    expect(text).toContain('补交并核对之前，有关指标不作结论');
    expect(text).toContain('有错误的行不会被略去');
  });

  it('says of a log with a gap in its numbers that there may have been more', () => {
    expect(words('2026-07')).toContain('客户反馈台账没有交齐，以下只是已交的部分，实际可能更多。');
  });

  it('says of a running quarter and year, and of the contract’s first, that they are not whole, and compares none of them', () => {
    expect(words('2026-Q4')).toContain('本季度尚未结束，只有2026年10月的数据；以下是阶段结果，不是2026年第四季度的结论。');
    expect(words('2026')).toContain('本年尚未结束，只有2026年1月至2026年10月的数据');
    expect(words('2024-Q4')).toContain('合同自2024年11月开始，此前没有数据。');
    expect(words('2026-Q4')).toContain('没有月数相同的前期可比。');
    expect(words('2026-10-ytd')).toContain('与2025年1—10月相比');
  });

  it('makes no verdict on a week', () => {
    const week = present(all.find(({ paper }) => paper.id === '2026-W40')).paper;
    const marks = runs(week)
      .flat()
      .filter(({ kind }) => kind === 'verdict');
    expect(marks).toEqual([]);
    expect(week.title).toBe('2026年第40周（2026年9月28日至10月4日）服务周报');
  });
});

const altered = '2026-09';
const slip = `data/${altered}/delivery.csv`;
/** The month, the one whose cases it continues and the one after it. */
const newestData = dataSince('2026-08', dataFiles(process.cwd()));
const readers = contentReaders();
const contentRead = readContent(contentFiles(process.cwd()), readers);
const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\r\n');

/** The report of the altered month from the sample data with some files replaced, or without those that are null. */
function toldWith(files: Readonly<Record<string, readonly string[] | null>>): Told & { readonly said: string } {
  const data = new Map(newestData);
  for (const [file, lines] of Object.entries(files)) {
    if (lines === null) data.delete(file);
    else data.set(file, new TextEncoder().encode(lines.join('\r\n')));
  }
  const read = readState({ content: contentFiles(process.cwd()), data }, definitions, contentRead);
  const own = present(read.value);
  const changed = new Reports(own.assessment, read.problems);
  const facts = present(changed.facts(altered));
  const telling = { ...facts, registers: own.ledger.registers, contract: own.contract, seals: new Map(), href: hrefOf };
  const paper = periodPaper(telling, own.assessment, own.content, unwritten);
  const said = runs(paper)
    .map((pieces) => plainText(pieces))
    .join('\n');
  return { paper, book: bookOf(paper.blocks, facts.book, { reports: changed }), said };
}

const chartIds = ({ blocks }: ReportPaper): string[] =>
  blocks.flatMap((block) => (block.kind === 'chart' ? [block.spec.id] : []));
/** Verdict and value of the timeliness of requests, service by service, as the report's main table has them. */
const timeliness = ({ blocks }: ReportPaper): string[] => {
  const found = blocks.find((block) => block.kind === 'table' && block.id === 'indicators');
  const rows = found?.kind === 'table' ? found.rows.map(({ cells }) => cells.map((pieces) => plainText(pieces))) : [];
  return rows.flatMap(([name = '', verdict, , , value]) =>
    /^(保洁|绿植|虫控) 服务及时率/u.test(name) ? [`${verdict} ${value}`] : [],
  );
};

describe('a month that did not go as usual', () => {
  const requests = `data/${altered}/requests.csv`;
  const confirmations = `data/${altered}/confirmations.csv`;
  const carried = linesOf(requests).filter((line, at) => at === 0 || /^[A-Z]+-(?!202609)\d{6}-/u.test(line));
  const none = linesOf(confirmations).map((line) => line.replace(/,服务请求,\d+,/u, ',服务请求,0,'));
  const without = (text: string) => linesOf(slip).filter((line) => !line.startsWith(text));

  it('is drawn and told with its requests where it has some', () => {
    const { paper, said } = toldWith({});
    expect(chartIds(paper)).toContain('chart-requests-1');
    expect(said).toContain('客户提出的服务请求，已完成');
    expect(timeliness(paper)[0]).toBe('未达标 93.3%（14/15）');
  });

  it('says of a month without any request that there was none: no zero, no hundred per cent, no picture', () => {
    const nil = linesOf(slip).map((line) =>
      line.startsWith('服务请求,') ? '服务请求,0,2026-10-05,GL-01,本月未发生，零报告' : line,
    );
    // August left nothing open: its last request was done on the same day.
    const august = 'data/2026-08/requests.csv';
    const settled = linesOf(august).map((line) => line.replace('2026-09-01 09:13', '2026-08-31 17:13'));
    const { paper, book, said } = toldWith({ [august]: settled, [requests]: null, [slip]: nil, [confirmations]: none });
    expect(said).toContain('没有收到服务请求（零报告），响应与完成及时率不适用');
    expect(timeliness(paper)).toEqual(Array(3).fill('不适用 —（0/0）'));
    expect(book.get(`${altered}/cleaning.overall.timeliness/value`)).toMatchObject({ quantity: { tally: { denominator: 0 } } });
    expect(chartIds(paper).filter((id) => id.startsWith('chart-requests'))).toEqual([]);
  });

  it('says of a month that only continues requests that none came, and calls that no nil return', () => {
    const one = linesOf(slip).map((line) => line.replace(/^服务请求,\d+,/u, `服务请求,${carried.length - 1},`));
    const { paper, said } = toldWith({ [requests]: [...carried, ''], [slip]: one, [confirmations]: none });
    expect(said).toContain('没有收到服务请求，响应与完成及时率不适用');
    expect(timeliness(paper)).toEqual(Array(3).fill('不适用 —（0/0）'));
  });

  it('says of a month whose requests were not handed in that nothing is known of them', () => {
    const { paper, book, said } = toldWith({ [requests]: null, [slip]: without('服务请求,') });
    expect(said).toContain('服务请求台账没有交齐，收到多少不能判断');
    expect(said).toContain('服务请求：没有交付，也没有零报告。有关指标为无数据，不当作零，也不当作达标。');
    expect(timeliness(paper)).toEqual(Array(3).fill('无数据 —'));
    expect(book.get(`${altered}/cleaning.overall.timeliness/value`)).toBeNull();
    expect(book.get(`${altered}/work/requests`)).toBeNull();
    expect(chartIds(paper).filter((id) => id.startsWith('chart-requests'))).toEqual([]);
  });

  it('says of a log with refused rows how many, and makes no verdict of the rest', () => {
    const broken = linesOf(requests).map((line, at) =>
      at === 2 || at === 5 ? line.replace(',一般,', ',不急,').replace(',紧急,', ',不急,') : line,
    );
    const { paper, said } = toldWith({ [requests]: broken });
    expect(said).toContain('文件有 2 行有错，没有读入');
    expect(said).toContain('有错误的行不会被略去：改正之前，全部数据都不发布');
    expect(said).toContain('已完成28/30（台账没有交齐，只是已交的部分）');
    expect(timeliness(paper)).toHaveLength(3);
    for (const each of timeliness(paper)) expect(each).toMatch(/^数据不完整/u);
  });
});

describe('what is open', () => {
  /** Rows of the table of open cases in a report. */
  const listed = (id: string): string[] => {
    const { blocks } = present(all.find(({ paper }) => paper.id === id)).paper;
    const found = blocks.find((block) => block.kind === 'table' && block.id === 'open');
    return found?.kind === 'table' ? found.rows.map(({ cells }) => cells.map((pieces) => plainText(pieces)).join(' ')) : [];
  };

  it('is the same in the month, the year to date and the week that end with one day, and on the page of improvement', () => {
    const last = listed('2026-10');
    // Four from long before, and four that the newest months leave open: a fault, a client's suggestion, a job and a request.
    expect(last.length).toBe(8);
    for (const id of ['2026-10-ytd', '2026-Q4', '2026', '2026-W44']) expect(listed(id), id).toEqual(last);
    expect(improvementReport(assessment, '2026-10').open.cases).toHaveLength(8);
    // 31 May 2026 is a Sunday and ends a month.
    expect(listed('2026-W22')).toEqual(listed('2026-05'));
    expect(listed('2026-Q3')).toEqual(listed('2026-09'));
  });

  it('stays listed with its age and limit until it is closed, whenever it was begun', () => {
    const late = listed('2026-10').filter((row) => /\d天 \d{4}-\d{2}-\d{2} \d+天/u.test(row));
    // 11 March 2025 to 31 October 2026 are 599 days, 28 November 2025 to then 337.
    expect(late.map((row) => /天 (\S+) (\S+) (\S+)$/u.exec(row)?.slice(1))).toEqual([
      ['2025-03-11', '599天', '项目管理岗'],
      ['2025-11-28', '337天', '项目管理岗'],
    ]);
    expect(listed('2026-10').filter((row) => row.includes('服务请求'))).toHaveLength(1);
    // Begun in March 2025, it stands in every month from then on.
    const since = months.filter((month) => month >= '2025-03');
    expect(since.filter((month) => !listed(month).some((row) => row.includes('座椅下方列入每日清单')))).toEqual([]);
    expect(listed('2025-02').some((row) => row.includes('座椅下方列入每日清单'))).toBe(false);
  });

  it('was open when the month ended, though it was closed on the next day', () => {
    const kinds = ['19 待办作业', '28 检查不合格', '28 服务请求', '28 故障'];
    expect(listed('2025-02')).toEqual(kinds.map((kind) => expect.stringContaining(`2025-02-${kind}`)));
    expect(listed('2025-03').filter((row) => row.startsWith('2025-02'))).toEqual([]);
    expect(words('2025-02')).toMatch(/已办结(\d+)\/(?!\1。)/u);
  });
});

describe('what changed since the month before', () => {
  it('tells how many verdicts turned which way, each by the basis of its target', () => {
    const text = words('2026-10');
    // Worse, by name: 病虫害发生率, 客户反馈, 虫害控制率 (plan); 清洁效率, 地面和墙面, 卫生用品补充 (implied); 沟通及时性 (proposed).
    expect(text).toContain('由达标转为未达标7项（方案3、推得3、建议1）、');
    // Better: 服务及时率, 桌面清洁, 设备清洁, 公共区域地面清洁 (all implied).
    expect(text).toContain('由未达标转为达标4项（推得4）');
  });
});

describe('a count of findings', () => {
  it('names its kinds, and the missed indicators that it says nothing of, and never says that all is done', () => {
    const text = words('2026-10');
    expect(text).toContain('本月发现问题17件（投诉2件、故障6件、巡检隐患3件、监督发现的问题1件、检查不合格5件），已办结17/17。');
    expect(text).toContain(
      '未达标的11项指标（方案4、推得6、建议1）中有10项（方案4、推得5、建议1）没有对应的问题记录，不在其中：“清洁效率”、“墙面清洁”、“地面和墙面”、“卫生用品补充”、“巡检效率”、' +
        '“日常巡检”、“病虫害发生率”、“客户反馈”、“虫害控制率”、“沟通及时性”。',
    );
    for (const { paper } of all)
      expect(
        runs(paper)
          .map((pieces) => plainText(pieces))
          .filter((each) => each.includes('全部办结')),
        paper.id,
      ).toEqual([]);
  });
});

describe('a commentary that quotes how a value moved', () => {
  const changes = present(reports.facts('2026-10'))
    .book.all()
    .filter(({ quantity }) => quantity.kind === 'difference');
  const file = 'content/reports/2026-10.mdx';
  const front = readFileSync(file, 'utf8').split('---')[1];

  /** What the check says of a commentary with one sentence. */
  const codesOf = (sentence: string) => {
    const texts = new Map([...contentFiles(process.cwd()), [file, `---${front}---\n\n${sentence}\n`] as const]);
    const read = readContent(texts, readers);
    const own = read.value.reports.filter((each) => each.file === file);
    expect(own).toHaveLength(1);
    const found = [...read.problems, ...checkReports(own, assessment)];
    return found.filter((each) => each.file === file).map(({ code }) => code);
  };

  it('lets the value say which way it went, and refuses a word beside it that says so too, or the other way', () => {
    const id = present(changes[0]).id;
    expect(codesOf(`较前期<Value id="${id}" />。`)).toEqual([]);
    expect(codesOf(`较前期下降<Value id="${id}" />。`)).toEqual(['report/number']);
    expect(codesOf(`较前期上升了 <Value id="${id}" />。`)).toEqual(['report/number']);
  });
});

describe('the table of values', () => {
  const sheet = valueSheet(present(reports.facts('2026-09')).report, ledger.registers, {
    provenance,
    making: unwritten.making,
    sealed: null,
  });

  it('opens in a spreadsheet: byte order mark, CRLF, the sample notice and the report’s status on every line, nothing that reads as a formula', () => {
    expect(sheet.startsWith('\ufeff数据性质,报告期,')).toBe(true);
    const lines = sheet.trimEnd().split('\r\n');
    expect(lines.length).toBeGreaterThan(93);
    expect(lines.slice(1).every((line) => line.startsWith('示例数据,2026年9月,'))).toBe(true);
    expect(lines.slice(1).every((line) => line.endsWith(',待编制，由台账自动生成，还没有人编制、审核和签发,'))).toBe(true);
    expect(sheet.replace(/\r\n/gu, '')).not.toContain('\n');
    expect(lines.flatMap((line) => line.split(',')).filter((cell) => /^"?[=+@\t\r]/u.test(cell))).toEqual([]);
  });
});
