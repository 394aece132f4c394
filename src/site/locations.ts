import type { Values } from '../core/csv/column.ts';
import { insideOf, keptAt, outerOf } from '../core/reports/location.ts';
import type { Inputs } from './inputs.ts';
import { everything, pageOfAll } from './library.ts';

/** A location as its pages show it, with what is looked after there. */
export interface LocationEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string | null;
  /** The places in which it lies, the outermost first, and those that lie directly in it. */
  readonly outer: readonly Named[];
  readonly inside: readonly Named[];
  /** By register: what lies there, each in words. */
  readonly kept: readonly { readonly name: string; readonly entries: readonly string[] }[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const textOf = (values: Values, field: string): string => String(values[field] ?? '');
const named = (values: Values): Named => ({ id: textOf(values, 'id'), name: textOf(values, 'name') });

/** 大堂（公共区域）, or 1号梯（DT-01） where entries are told apart by their ids only. */
function entryWords(values: Values, byName: boolean): string {
  const { id, name } = named(values);
  const kind = textOf(values, 'kind');
  if (!byName) return `${name}（${id}）`;
  return kind === '' || kind === name ? name : `${name}（${kind}）`;
}

/** Every location in the register's order. */
export function locationEntries({ project }: Inputs): LocationEntry[] {
  const { registers } = project.ledger;
  const locations = [...(registers.get('locations')?.byId.values() ?? [])].sort((a, b) => Number(a.order) - Number(b.order));
  return locations.map((values) => {
    const { id, name } = named(values);
    return {
      id,
      name,
      kind: textOf(values, 'kind'),
      from: textOf(values, 'from'),
      to: typeof values.to === 'string' ? values.to : null,
      outer: outerOf(registers, id).map(named),
      inside: insideOf(registers, id).map(named),
      kept: keptAt(registers, id).map(({ register, entries }) => ({
        name: register.name,
        entries: entries.map((entry) => entryWords(entry, register.spellings.includes('name'))),
      })),
    };
  });
}

/** One page for each location. */
export const locationPaths = () => locationEntries(everything()).map((location) => pageOfAll({ id: location.id }, { location }));
