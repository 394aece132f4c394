import type { Standing } from '../../core/reports/commitments.ts';
import { audienceWords } from '../documents.ts';
import { documentStatePiece } from '../evidence.ts';
import { serviceName } from '../names.ts';
import type { Inputs } from '../pages/inputs.ts';
import type { Pieces } from '../paper/piece.ts';
import { mark, quote, stressed } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { sinceWords, uncheckedWords } from '../standing.ts';

/** Commitments that a page lists, and what its table is called. */
export interface CommitmentList {
  readonly id: string;
  readonly caption: string;
  /** The commitments by their ids. */
  readonly ids: readonly string[];
  /** Whether the heading above says the same as the caption. */
  readonly quiet: boolean;
}

/** What was promised, and what of it is not checked where the rest is. */
function promisePieces(standing: Standing): Pieces {
  const { id, text } = standing.commitment;
  const rest = uncheckedWords(standing);
  const promise = quote(text, { kind: 'commitment', id });
  return rest === '' ? [promise] : [promise, stressed('below', stressed('small', quote(rest)))];
}

/** What the documents show that are to prove it. */
function documentsCell({ evidence }: Inputs, { commitment }: Standing): Pieces {
  const documents = evidence.promise(commitment);
  return [documents === null ? quote('—') : documentStatePiece(documents.state)];
}

function commitmentRow(inputs: Inputs, standing: Standing): Row {
  const { project } = inputs;
  const { service, promisedTo } = standing.commitment;
  return {
    audience: promisedTo,
    cells: [
      promisePieces(standing),
      [mark(standing.reading)],
      [quote(sinceWords(standing))],
      documentsCell(inputs, standing),
      [quote(serviceName(project.ledger.registers, service))],
      [quote(audienceWords(promisedTo, project.contract.words))],
    ],
  };
}

/** Commitments and how they stand, those that need action first. Their own pages say what it says. */
export function commitmentTable(inputs: Inputs, { id, caption, ids, quiet }: CommitmentList): Table {
  const shown = [...inputs.standings.values()].filter(({ commitment }) => ids.includes(commitment.id));
  return {
    kind: 'table',
    id,
    caption: [quote(caption)],
    quiet,
    unsearched: true,
    looks: ['promises'],
    columns: [
      { label: '承诺', align: 'start', weight: 24, look: 'words' },
      { label: '结论', align: 'start', weight: 7 },
      { label: '何时起', align: 'start', weight: 12 },
      { label: '文件', align: 'start', weight: 5 },
      { label: '服务', align: 'start', weight: 6 },
      { label: '对象', align: 'start', weight: 5 },
    ],
    rows: shown.map((standing) => commitmentRow(inputs, standing)),
    keepTogether: false,
  };
}
