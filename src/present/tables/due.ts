import { nextDue } from '../../core/reports/due.ts';
import { dueWords, slotWords } from '../due.ts';
import { serviceIds, serviceName } from '../names.ts';
import type { Inputs } from '../pages/inputs.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, text } from '../paper/say.ts';
import type { Table } from '../paper/table.ts';

/** What falls due next, by service and by how often it does. */
export function dueTable({ project, handedTo }: Inputs): Table {
  const { ledger } = project;
  const slots = nextDue(ledger, handedTo);
  const rows = serviceIds(ledger.registers).map((id) => {
    const cells = slots.map(({ items }): Pieces => {
      const own = items.filter(({ service }) => service === id);
      return [quote(own.length === 0 ? '—' : dueWords(own))];
    });
    return { cells: [[quote(serviceName(ledger.registers, id), { kind: 'service', id })], ...cells] };
  });
  return {
    kind: 'table',
    id: 'due',
    caption: [text('按排期和工作日历，各服务下一期应做的事')],
    looks: ['due'],
    columns: [
      { label: '服务', align: 'start', weight: 8 },
      ...slots.map(
        ({ frequency, slot }) => ({ label: `${frequency}（${slotWords(slot)}）`, align: 'start', weight: 14 }) as const,
      ),
    ],
    rows,
    keepTogether: false,
  };
}

/** What falls due next of one service, each thing with the log into which it is written; it may have no rows. */
export function serviceDueTable({ project, handedTo }: Inputs, service: string): Table {
  const { ledger } = project;
  const rows = nextDue(ledger, handedTo).flatMap(({ frequency, slot, items }) =>
    items
      .filter((each) => each.service === service)
      .map(({ item, places, log }) => ({
        cells: [item, frequency, slotWords(slot), String(places), log.name].map((words) => [quote(words)]),
      })),
  );
  return {
    kind: 'table',
    id: 'due',
    caption: [quote(`${serviceName(ledger.registers, service)}下一期应做的事`)],
    quiet: true,
    looks: ['stack'],
    columns: [
      { label: '做什么', align: 'start', weight: 16 },
      { label: '多久一次', align: 'start', weight: 4 },
      { label: '下一期', align: 'start', weight: 10 },
      { label: '处数', align: 'end', weight: 4 },
      { label: '记入台账', align: 'start', weight: 8 },
    ],
    rows,
    keepTogether: false,
  };
}
