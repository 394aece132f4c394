import type { Crumb } from '../../paper/paper.ts';

/** The way from the page that is for all readers to one of theirs. */
export const crumbs: readonly Crumb[] = [{ label: '怎样使用本站', to: { kind: 'index', of: 'help' } }];
