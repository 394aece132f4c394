import type { Standing } from '../../core/reports/commitments.ts';
import { audienceWords } from '../documents.ts';
import { documentStatePiece } from '../evidence.ts';
import { serviceName } from '../names.ts';
import type { Inputs } from '../pages/inputs.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { sinceWords, standingPiece } from '../standing.ts';

/** Commitments that a page lists, and what its table is called. */
export interface CommitmentList {
  readonly id: string;
  readonly caption: string;
  /** The commitments by their ids. */
  readonly ids: readonly string[];
  /** Whether the heading above says the same as the caption. */
  readonly quiet: boolean;
}

/** What the documents show of a promise that rests on them alone. */
function documentPieces({ evidence }: Inputs, { commitment, proof }: Standing): Pieces {
  const documents = proof === 'documents' ? evidence.promise(commitment) : null;
  return documents === null ? [] : [text(' '), documentStatePiece(documents.state)];
}

function commitmentRow(inputs: Inputs, standing: Standing): Row {
  const { project } = inputs;
  const { id, text, service, promisedTo } = standing.commitment;
  return {
    audience: promisedTo,
    cells: [
      [quote(text, { kind: 'commitment', id })],
      [standingPiece(standing), ...documentPieces(inputs, standing)],
      [quote(sinceWords(standing))],
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
      { label: '结论或证明', align: 'start', weight: 7 },
      { label: '何时起', align: 'start', weight: 12 },
      { label: '服务', align: 'start', weight: 6 },
      { label: '对象', align: 'start', weight: 5 },
    ],
    rows: shown.map((standing) => commitmentRow(inputs, standing)),
    keepTogether: false,
  };
}
