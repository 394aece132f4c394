import { type Result, unplaced } from '../../core/indicators/result.ts';
import type { Project } from '../../core/project/project.ts';
import { basisLabel } from '../basis.ts';
import { locationName } from '../names.ts';
import type { Piece } from '../paper/piece.ts';
import { quote, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { resultCells } from '../parts.ts';
import { resultMark } from '../supplementary.ts';

/** The row of a result, under the name of what it is of. */
function resultRow(result: Result, first: Piece): Row {
  const { basis, value, cases } = resultCells(result);
  return { cells: [[first], [resultMark(result)], [quote(basis)], [quote(value)], [quote(cases)]] };
}

/** An indicator's results, one for each location and one for what belongs to none, and the whole to which they add up. */
export function locationTable({ assessment, ledger, contract }: Project, caption: string, results: readonly Result[]): Table {
  const naming = { registers: ledger.registers, contract };
  const rows = results.map((result): Row => {
    const location = result.location ?? unplaced;
    const name = locationName(naming, location);
    if (location === unplaced) return resultRow(result, quote(name));
    return { ...resultRow(result, quote(name, { kind: 'location-verdicts', location })), id: location };
  });
  const whole = results.slice(0, 1).map(({ indicator, period }): Row => {
    return { ...resultRow(assessment.result(indicator, period), text('合计')), look: 'total' };
  });
  return {
    kind: 'table',
    id: 'by-location',
    caption: [quote(caption)],
    quiet: true,
    looks: [],
    columns: [
      { label: contract.words.place, align: 'start', weight: 12 },
      { label: '结论', align: 'start', weight: 6, look: 'nowrap' },
      { label: basisLabel, align: 'start', weight: 4 },
      { label: '值', align: 'end', weight: 8 },
      { label: '件数', align: 'end', weight: 8 },
    ],
    rows: [...rows, ...whole],
    keepTogether: false,
  };
}
