import type { Result } from '../../core/indicators/result.ts';
import type { Project } from '../../core/project/project.ts';
import { basisLabel } from '../basis.ts';
import { locationName } from '../names.ts';
import { mark, quote } from '../paper/say.ts';
import type { Table } from '../paper/table.ts';
import { resultCells } from '../parts.ts';

/** An indicator's results, one for each location. */
export function locationTable({ ledger, contract }: Project, caption: string, results: readonly Result[]): Table {
  const naming = { registers: ledger.registers, contract };
  const rows = results.map((result) => {
    const { location } = result;
    const { basis, value, cases } = resultCells(result);
    const name = locationName(naming, location);
    const first = location === null ? quote(name) : quote(name, { kind: 'location-verdicts', location });
    return {
      ...(location === null ? {} : { id: location }),
      cells: [[first], [mark(result.verdict)], [quote(basis)], [quote(value)], [quote(cases)]],
    };
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
    rows,
    keepTogether: false,
  };
}
