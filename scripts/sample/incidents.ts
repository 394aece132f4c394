import { type Month, monthOf } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { numbered, sortedBy } from './numbering.ts';
import { incidents as stories } from './stories.ts';

/** Only what the stories tell; every other month reports nil. */
export const incidents = (month: Month): Row[] =>
  numbered(
    'incidents',
    'SG',
    month,
    sortedBy(
      'occurred',
      stories.filter((story) => monthOf(story.occurred) === month).map((story) => ({ ...story })),
    ),
  );
