import type { Entry } from '../../core/documents/library.ts';
import type { Procedure } from '../../core/documents/procedure.ts';
import type { Content } from '../../core/project/project.ts';
import type { List } from '../paper/block.ts';
import { quote } from '../paper/say.ts';

/** Procedures with the occasion of each. Their own pages say what it says. */
export const procedureList = (procedures: readonly Entry<Procedure>[]): List => ({
  kind: 'list',
  ordered: false,
  look: 'index',
  unsearched: true,
  items: procedures.map(({ id, data }) => [
    quote(data.title, { kind: 'procedure', id }),
    { kind: 'stressed', as: 'small', pieces: [quote(data.when)] },
  ]),
});

/** Clauses of the plan, each with its id and title; one that the plan does not have is left out. */
export const clauseList = ({ clauses }: Pick<Content, 'clauses'>, ids: readonly string[]): List => ({
  kind: 'list',
  ordered: false,
  look: 'plain',
  unsearched: true,
  items: ids.flatMap((id) => {
    const clause = clauses.get(id);
    return clause === undefined
      ? []
      : [[quote(`${id}　${clause.title}`, { kind: 'clause', section: clause.section, clause: id })]];
  }),
});
