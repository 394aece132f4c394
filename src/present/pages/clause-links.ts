import { monthPeriod } from '../../core/calendar/period.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import type { ClauseRelations } from '../../core/project/relations.ts';
import { monthWords } from '../dates.ts';
import type { Block } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { mark, quote, say, stands, stressed, text } from '../paper/say.ts';
import { list, paragraph } from '../paper/tell.ts';
import { resultCells } from '../parts.ts';
import { pendingWords } from '../standing.ts';
import type { Inputs } from './inputs.ts';

/** An indicator that rests on the clause, with its latest verdict and the way to its evidence. */
function indicatorPieces({ project, latest }: Inputs, indicator: Indicator): Pieces {
  const { id, name, parts } = indicator;
  const first = say`指标 ${quote(name, { kind: 'indicator', indicator: id })}`;
  if (parts.length === 0) return [...first, stressed('pending', text(pendingWords))];
  const result = project.assessment.result(indicator, monthPeriod(latest));
  const value = parts.length === 1 ? ` ${resultCells(result).value}` : '';
  const evidence = { kind: 'evidence', month: latest, indicator: id } as const;
  return [...first, stands(result), quote(`${monthWords(latest)}${value}`, evidence)];
}

/** How many documents of each kind rest on the clause. */
function countWords({ commitments, procedures, standards, attachments, contradictions }: ClauseRelations): string {
  const counts = [
    { words: '承诺', unit: '项', count: commitments.length },
    { words: '规程', unit: '项', count: procedures.length },
    { words: '标准', unit: '项', count: standards.length },
    { words: '附件', unit: '件', count: attachments.length },
    { words: '差异', unit: '处', count: contradictions.length },
  ];
  const some = counts.filter(({ count }) => count > 0);
  return some.map(({ words, unit, count }) => `${words}${count}${unit}`).join(' · ');
}

/** The documents that rest on the clause, and what is open in it. */
function documentItems({ standings }: Inputs, related: ClauseRelations): Pieces[] {
  const { commitments, procedures, standards, attachments, contradictions } = related;
  return [
    ...commitments.map(({ id, data }) => {
      const standing = standings.get(id);
      const stands = standing === undefined ? text('—') : mark(standing.reading);
      return say`承诺：${quote(data.text, { kind: 'commitment', id })} ${stands}`;
    }),
    ...procedures.map(({ id, data }) => say`规程：${quote(data.title, { kind: 'procedure', id })}`),
    ...standards.map(({ id, data }) => say`标准：${quote(data.title, { kind: 'standard', id })}`),
    ...attachments.map(({ id, data }) => say`附件：${quote(data.title, { kind: 'attachment', number: id })}`),
    ...contradictions.map(({ id, topic }) => say`差异：${quote(topic, { kind: 'open-item', id })}`),
  ];
}

/** What stands below a clause: the indicators and documents that rest on it. Nothing where none does. */
export function clauseLinks(inputs: Inputs, clause: string): Block[] {
  const related = inputs.relations.clause(clause);
  const items = documentItems(inputs, related);
  return [
    ...related.indicators.map((each) => paragraph(indicatorPieces(inputs, each))),
    ...(items.length === 0
      ? []
      : [{ kind: 'details', summary: countWords(related), open: false, blocks: [list(items)] } as const]),
  ];
}
