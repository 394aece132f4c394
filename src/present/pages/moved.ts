import type { Redirect } from '../../core/documents/redirect.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, text } from '../paper/say.ts';
import { paragraph } from '../paper/tell.ts';
import type { PageType } from './page-type.ts';

function movedPaper({ to: address, reason }: Redirect): Paper {
  const to = { kind: 'address', address } as const;
  return {
    title: '页面已移动',
    kind: 'help',
    description: '这个网址的内容已移到新的网址。',
    lead: '这个网址的内容已移到新的网址，页面会自动转到那里。',
    search: false,
    contents: false,
    moved: to,
    blocks: [paragraph([text('转到新的网址', to)]), paragraph([quote(`移动的原因：${reason}`)])],
  };
}

/** One page for each address that has changed; it leads to the new one. */
export const movedPage: PageType<Redirect> = {
  keys: ({ project }) => project.content.redirects?.data.redirects ?? [],
  params: ({ from }) => ({ moved: from.replace(/^\/|\/$/gu, '') }),
  reads: null,
  paper: (_, redirect) => movedPaper(redirect),
};
