import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { asText } from '../core/problem/print.ts';
import { hasErrors } from '../core/problem/problem.ts';
import { contentReaders } from '../core/project/project.ts';
import { projectRead } from './read.ts';

/**
 * Refuses content or data with errors before Astro does anything, whoever calls it: a page would refuse too, but only when
 * static files are copied and served already. Throws a single error that holds the whole list (exit code 1, the list printed
 * whole).
 */
export const gate: AstroIntegration = {
  name: 'gate',
  hooks: {
    'astro:config:setup': ({ command }) => {
      if (command !== 'build' && command !== 'dev') return;
      const { problems } = projectRead(contentReaders());
      if (hasErrors(problems)) throw new AstroError('内容或数据有误，没有构建任何页面', asText(problems));
    },
  },
};
