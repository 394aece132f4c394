import type { MarkRelations } from '../../core/project/marks.ts';
import type { Piece, Pieces } from '../paper/piece.ts';
import { quote, say, text } from '../paper/say.ts';

/** Links to all that uses a blank or a contradiction, by kind. */
function groupsOf(uses: MarkRelations): { readonly words: string; readonly links: readonly Piece[] }[] {
  return [
    {
      words: '条款',
      links: uses.clauses.map(({ id, section, title }) => quote(`${id} ${title}`, { kind: 'clause', section, clause: id })),
    },
    { words: '指标', links: uses.indicators.map(({ id, name }) => quote(name, { kind: 'indicator', indicator: id })) },
    { words: '承诺', links: uses.commitments.map(({ id, data }) => quote(data.text, { kind: 'commitment', id })) },
    { words: '标准', links: uses.standards.map(({ id, data }) => quote(data.title, { kind: 'standard', id })) },
    { words: '规程', links: uses.procedures.map(({ id, data }) => quote(data.title, { kind: 'procedure', id })) },
    { words: '附件', links: uses.attachments.map(({ id, data }) => quote(data.title, { kind: 'attachment', number: id })) },
    { words: '渠道', links: uses.channels.map(({ id, name }) => quote(name, { kind: 'organisation', id })) },
  ].filter(({ links }) => links.length > 0);
}

/** What uses a blank: the one thing, or how many of each kind and which. */
export function markUses(uses: MarkRelations): Pieces {
  const groups = groupsOf(uses);
  const [first, ...others] = groups.flatMap(({ words, links }) => links.map((link) => say`${text(words)}：${link}`));
  if (first === undefined) return [text('正文没有用到')];
  if (others.length === 0) return first;
  const summary = groups.map(({ words, links }) => `${words}${links.length}`).join('、');
  return [{ kind: 'folded', summary, items: [first, ...others] }];
}
