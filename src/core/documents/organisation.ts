import { z } from 'zod';
import { alternativesSchema } from '../csv/condition.ts';
import {
  channelId,
  dateText,
  meetingId,
  recordId,
  roleId,
  sectionNumber,
  sourceLine,
  sourceLines,
  toBlank,
  toRecord,
  toRole,
  toService,
  words,
} from './text.ts';

const sections = z.array(sectionNumber).default([]);

/** content/organisation/units.mdx */
export const unitsSchema = z.strictObject({
  title: words,
  updated: dateText,
  units: z.array(
    z.strictObject({
      id: roleId,
      name: words,
      type: z.string(),
      parent: toRole.nullable(),
      duties: z.array(words),
      note: words.optional(),
      sourceLines,
      sections,
    }),
  ),
});

/** content/organisation/roles.mdx */
export const rolesSchema = z.strictObject({
  title: words,
  updated: dateText,
  roles: z.array(
    z.strictObject({
      id: roleId,
      name: words,
      unit: toRole,
      duties: z.array(words),
      note: words.optional(),
      /** How the plan judges the role's work. */
      indicators: z.array(words).default([]),
      sourceLines,
      sections,
    }),
  ),
});

/** content/organisation/meetings.mdx */
export const meetingsSchema = z.strictObject({
  title: words,
  updated: dateText,
  meetings: z.array(
    z.strictObject({
      id: meetingId,
      name: words,
      participants: z.array(words),
      purpose: words,
      frequency: words,
      record: toRecord.nullable(),
      /** The blank whose value says how often it is held. */
      interval: toBlank.optional(),
      note: words.optional(),
      sourceLines,
      sections,
    }),
  ),
});

/** content/organisation/channels.mdx */
export const channelsSchema = z.strictObject({
  title: words,
  updated: dateText,
  channels: z.array(
    z.strictObject({
      id: channelId,
      name: words,
      audience: z.string(),
      note: words.optional(),
      /** The blank whose value is the channel's number or address. */
      blank: toBlank.optional(),
      sourceLines,
      sections,
    }),
  ),
});

/** The parts of a report, in the order that reviewers know. */
export const reportSections = ['basics', 'services', 'indicators', 'problems', 'feedback', 'quality', 'plan', 'annexes'] as const;
export type ReportSection = (typeof reportSections)[number];

/** content/organisation/records.mdx: the records, reports and plans that the plan wants kept. */
export const recordsSchema = z.strictObject({
  title: words,
  updated: dateText,
  records: z.array(
    z.strictObject({
      id: recordId,
      title: words,
      service: toService,
      /** One of the engine's kinds (record, plan, report, audit, checklist, survey, register), or the contract's own word. */
      kind: words,
      fields: z.array(words),
      frequency: words,
      role: toRole,
      /** True where the plan itself names the role; otherwise the role is a proposal. */
      roleStated: z.boolean(),
      recipients: z.array(words),
      retention: words,
      /** Where it is kept: a log, of which all rows or some are of the kind, or a register. Without either it is a document that is handed in. */
      log: z.string().optional(),
      rows: alternativesSchema.optional(),
      register: z.string().optional(),
      /** The blank whose value says how often it is due. */
      interval: toBlank.optional(),
      note: words.optional(),
      sourceLines,
      sections,
    }),
  ),
  reportTypes: z.array(z.strictObject({ id: z.string(), name: words, records: z.array(toRecord), sourceLine })),
  reportContent: z.array(
    z.strictObject({
      id: z.string(),
      name: words,
      fields: z.array(words),
      /** The parts of our reports that give it. */
      sections: z.array(z.enum(reportSections)).min(1),
      sourceLine,
    }),
  ),
  flows: z.array(
    z.strictObject({
      id: z.string(),
      name: words,
      steps: z.array(z.strictObject({ step: words, by: toRole, planSays: words.optional(), sourceLine })),
      formats: z.array(words).default([]),
      uses: z.array(words).default([]),
    }),
  ),
});
