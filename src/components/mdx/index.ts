import Advice from './Advice.astro';
import Blank from './Blank.astro';
import BrokenOff from './BrokenOff.astro';
import Clause from './Clause.astro';
import Contradiction from './Contradiction.astro';
import Table from './Table.astro';

/** What documents may use in their body, for `<Content components={mdxComponents} />`; `table` wraps every Markdown table. */
export const mdxComponents = { Advice, Blank, BrokenOff, Clause, Contradiction, table: Table };
