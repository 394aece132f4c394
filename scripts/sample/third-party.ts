import { type Month, monthOf } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { numbered } from './numbering.ts';
import { assessments } from './record-stories.ts';

/** One line for each service in the month of the yearly report; every other month reports nil. */
export const thirdParty = (month: Month): Row[] =>
  numbered(
    'third-party',
    'PG',
    month,
    assessments
      .filter(({ date }) => monthOf(date) === month)
      .map((assessment) => ({
        ...assessment,
        agency: '双方选定的第三方质量评估机构',
        scope: '全部网点的现场、记录和指标',
        conflict: '无',
        approved: '是',
      })),
  );
