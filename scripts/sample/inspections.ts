import type { Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { defectsByDay } from './defects.ts';
import { occurrences } from './due.ts';
import { postOf } from './registers.ts';

/** The daily and weekly inspection of every device; a defect shows in the daily inspection of its day. */
export function inspections(month: Month): Row[] {
  const defects = defectsByDay(month);
  return occurrences('electrical-inspections', month).map(({ duty, date }) => {
    const found = duty.item === '日常' ? defects.get(`${date} ${duty.device ?? ''}`) : undefined;
    return {
      date,
      location: duty.location,
      kind: duty.item,
      device: duty.device,
      status: found === undefined ? '正常' : '异常',
      defect: found?.defect ?? null,
      rectified: found?.rectified ?? null,
      staff: postOf('用电', duty.location),
    };
  });
}
