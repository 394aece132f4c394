import { z } from 'zod';
import { words } from './text.ts';

/** data/provenance.yaml: what kind of data this is. Sample data says so on every page and in every export. */
export const provenanceSchema = z.strictObject({
  kind: z.enum(['sample', 'real']),
  label: words,
  note: words,
});
export type Provenance = z.infer<typeof provenanceSchema>;
