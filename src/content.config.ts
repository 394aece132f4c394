import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { folderLoader } from './site/loader.ts';

/** What Astro keeps of a document: enough to render its body. The typed facts come from core through the library. */
const schema = z.object({ file: z.string(), blank: z.boolean() });
const folder = (name: string) => defineCollection({ loader: folderLoader(name), schema });

export const collections = {
  plan: folder('plan'),
  standards: folder('standards'),
  commitments: folder('commitments'),
  indicators: folder('indicators'),
  procedures: folder('procedures'),
  reports: folder('reports'),
  attachments: folder('attachments'),
  logs: folder('logs'),
  contract: folder('contract'),
  organisation: folder('organisation'),
};
