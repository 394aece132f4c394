import { expect, it } from 'vitest';
import { Assessment } from '../indicators/assessment.ts';
import { registerNamed } from '../testing/definitions.ts';
import { indicatorWith, ledgerOf, present, registers, registerTexts, targetOf } from '../testing/ledger.ts';
import { agreedIn } from './agreed.ts';

const file = 'data/registers/schedule.csv';
const indicator = indicatorWith({
  measure: { kind: 'coverage', log: 'rounds', due: { item: '大堂' }, match: { location: 'location', item: 'item' } },
  targets: [targetOf('>=', 100)],
});
const part = present(indicator.parts[0]);

const schedule = registerNamed('schedule');
const [asked, decided] = [present(schedule.columns.item), present(schedule.columns.to)];

/** The registers of the small contract, whose schedule names the plan's frequency and the decision, too. */
const telling = registers.map((each) =>
  each === schedule
    ? {
        ...each,
        columns: {
          ...each.columns,
          asked: { ...asked, name: '方案频次', required: false },
          decided: { ...decided, name: '决定日期' },
        },
      }
    : each,
);

/** What is agreed in a month when the schedule's lines end in these cells. */
function agreed(month: string, ...cells: readonly string[]) {
  const lines = present(registerTexts[file]).trimEnd().split('\n');
  const texts = { [file]: `${lines.map((line, at) => `${line}${cells[at] ?? ','}`).join('\n')}\n` };
  const { value } = ledgerOf(texts, { registers: telling });
  return agreedIn(new Assessment(value, [indicator], { start: '2026-09-01', smallSample: 10 }), part, month);
}

it('tells what the plan asks for where the schedule asks for less, by whose decision, and where', () => {
  expect(agreed('2026-09', ',方案频次,决定日期', ',每日,2024-10-30', ',每日,2024-10-30', ',每日,2024-10-30')).toEqual([
    { item: '大堂', frequency: '每周', asked: '每日', decided: '2024-10-30', locations: ['W01'] },
    { item: '大堂', frequency: '每月', asked: '每日', decided: '2024-10-30', locations: ['W02'] },
  ]);
});

it('says that nobody decided, and nothing of what is asked as often as in the plan', () => {
  expect(agreed('2026-09', ',方案频次,决定日期', ',每日,', ',,')).toEqual([
    { item: '大堂', frequency: '每周', asked: '每日', decided: null, locations: ['W01'] },
  ]);
});

it('tells nothing where the schedule has no such columns, and nothing of another kind of measure', () => {
  const { value } = ledgerOf({});
  const assessment = new Assessment(value, [indicator], { start: '2026-09-01', smallSample: 10 });
  expect(agreedIn(assessment, part, '2026-09')).toEqual([]);
  const counted = indicatorWith({
    measure: { kind: 'count', log: 'rounds', events: 'unwanted' },
    targets: [targetOf('<=', 0, '起')],
  });
  expect(agreedIn(assessment, present(counted.parts[0]), '2026-09')).toEqual([]);
});
