import type { Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { occurrences } from './due.ts';
import { Random } from './random.ts';
import { failedTests, omittedTests } from './record-stories.ts';
import { postOf } from './registers.ts';

interface Kind {
  readonly instrument: string;
  readonly limit: number;
  /** Least and most that a sound device shows, in steps of which so many make a unit. */
  readonly usual: readonly [number, number];
  readonly steps: number;
}

/** The limits of the sample's own test scheme: megohms, ohms, milliseconds. */
const kinds: Readonly<Record<string, Kind>> = {
  绝缘电阻: { instrument: 'YQ-01', limit: 1, usual: [25, 800], steps: 10 },
  接地电阻: { instrument: 'YQ-02', limit: 4, usual: [60, 320], steps: 100 },
  漏电保护试跳: { instrument: 'YQ-03', limit: 200, usual: [18, 65], steps: 1 },
};

/** Every test that was due, but for the omitted ones. A location's tests are made on one visit. */
export const electricalTests = (month: Month): Row[] =>
  occurrences('electrical-tests', month).flatMap(({ duty, date }): Row[] => {
    const { device, item } = duty;
    const kind = kinds[item];
    const omitted = omittedTests.some((story) => story.month === month && story.device === device && story.kind === item);
    if (kind === undefined || omitted) return [];
    const story = failedTests.find((each) => each.month === month && each.device === device && each.kind === item);
    const random = new Random(`tested ${duty.id} ${month}`);
    return [
      {
        date,
        device,
        kind: item,
        value: story?.value ?? random.int(...kind.usual) / kind.steps,
        limit: kind.limit,
        result: story === undefined ? '合格' : '不合格',
        defect: story?.defect ?? null,
        retest: story?.retest ?? null,
        retested: story === undefined || story.retest === null ? null : '合格',
        instrument: kind.instrument,
        staff: postOf('用电', duty.location),
      },
    ];
  });
