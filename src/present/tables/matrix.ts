import { monthPeriod } from '../../core/calendar/period.ts';
import { type Basis, basisOf } from '../../core/indicators/basis.ts';
import { groupsOf, type Indicator } from '../../core/indicators/indicator.ts';
import { type Result, unplaced } from '../../core/indicators/result.ts';
import { isJudged, isServed, saysOfLocations } from '../../core/reports/location.ts';
import { monthWords } from '../dates.ts';
import { beside, locationName, serviceIds, serviceName } from '../names.ts';
import type { Inputs } from '../pages/inputs.ts';
import type { Block } from '../paper/block.ts';
import type { FiltersBlock, MatrixBlock, MatrixCell, MatrixColumn } from '../paper/matrix.ts';
import { text } from '../paper/say.ts';
import { heading } from '../paper/tell.ts';
import { supplementaryId, supplementaryMeaning, supplementaryWords } from '../supplementary.ts';

/** Months as columns, newest first, so that what is judged stands beside the name. */
export const monthColumns = ({ project }: Inputs): MatrixColumn[] =>
  [...project.assessment.months].reverse().map((month) => ({
    id: month,
    label: `${Number(month.slice(5))}月`,
    group: `${month.slice(0, 4)}年`,
    to: { kind: 'compliance', month },
  }));

/** Locations as columns, in the register's order. */
export const locationColumns = (inputs: Inputs): MatrixColumn[] =>
  inputs.locations.map(({ id, name, kind }) => ({
    id,
    label: name,
    group: kind,
    to: { kind: 'location-verdicts', location: id },
  }));

function cellOf(result: Result, place: string): MatrixCell {
  const { verdict, indicator, location, period } = result;
  return {
    verdict,
    basis: basisOf(result),
    to: {
      kind: 'evidence',
      month: period.id,
      indicator: indicator.id,
      ...(location === null || location === unplaced ? {} : { location }),
    },
    title: `${indicator.name} ${beside(place, monthWords(period.id))}`,
  };
}

/** The basis that most cells of a row have; of equally many the first. */
function usualBasis(cells: readonly (MatrixCell | null)[]): Basis | null {
  const own = cells.flatMap((cell) => cell?.basis ?? []);
  const times = (basis: Basis) => own.filter((each) => each === basis).length;
  return own.reduce<Basis | null>((most, each) => (most === null || times(each) > times(most) ? each : most), null);
}

/** The verdict on the whole contract in a month. */
export const contractCell = ({ project }: Inputs, indicator: Indicator, { id }: MatrixColumn): MatrixCell =>
  cellOf(project.assessment.result(indicator, monthPeriod(id)), '');

/** A location in a month. */
export interface LocationMonth {
  readonly location: string;
  readonly name: string;
  readonly month: string;
}

/** The verdict at a location (or on what belongs to none) in a month; null for indicators that say nothing of locations or had nothing to judge there. */
export function locationCell({ project }: Inputs, indicator: Indicator, at: LocationMonth): MatrixCell | null {
  const { assessment } = project;
  const { location, name, month } = at;
  if (!saysOfLocations(assessment, indicator) || (location !== unplaced && !isServed(assessment, location, month))) return null;
  const result = assessment.result(indicator, monthPeriod(month), location);
  return isJudged(result) ? cellOf(result, name) : null;
}

/** The column of what belongs to no location. */
export const unplacedColumn = ({ project, latest }: Inputs): MatrixColumn => ({
  id: unplaced,
  label: locationName({ registers: project.ledger.registers, contract: project.contract }, unplaced),
  group: '其他',
  to: { kind: 'compliance', month: latest },
});

/** What matrices of indicators show, one for each service. */
export interface MatrixContent {
  readonly indicators: readonly Indicator[];
  readonly columns: readonly MatrixColumn[];
  /** Of a service, by its name. */
  readonly caption: (service: string) => string;
  readonly cell: (indicator: Indicator, column: MatrixColumn) => MatrixCell | null;
}

/** The fields by which the matrices of a page are narrowed down. */
export function matrixFilters({ project }: Inputs, { indicators }: MatrixContent, spans: FiltersBlock['spans']): FiltersBlock {
  const { registers } = project.ledger;
  const services = serviceIds(registers).filter((service) => indicators.some((each) => each.service === service));
  return {
    kind: 'filters',
    services: services.map((id) => ({ id, name: serviceName(registers, id) })),
    groups: groupsOf(indicators, project.content.clauses.keys()),
    spans,
    rows: indicators.length,
  };
}

/** Indicators as rows of one matrix; `of` is what its caption names. */
export const matrix = (id: string, of: string, { indicators, columns, caption, cell }: MatrixContent): MatrixBlock => ({
  kind: 'matrix',
  id,
  caption: caption(of),
  columns,
  rows: indicators.map((indicator) => {
    const cells = columns.map((column) => cell(indicator, column));
    return {
      label: indicator.name,
      to: { kind: 'indicator', indicator: indicator.id },
      basis: usualBasis(cells),
      group: indicator.group,
      cells,
    };
  }),
});

/** A matrix of further indicators, which belong to no service's list; nothing where there are none. */
export function supplementarySection(content: MatrixContent, supplementary: readonly Indicator[]): Block[] {
  if (supplementary.length === 0) return [];
  const own = { ...content, indicators: [...supplementary].sort((a, b) => a.order - b.order) };
  const rows = matrix(`matrix-${supplementaryId}`, supplementaryWords, own);
  const words: Block = { kind: 'paragraph', pieces: [text(supplementaryMeaning)] };
  return [{ kind: 'section', blocks: [heading(supplementaryWords, { id: supplementaryId }), words, rows] }];
}

/** A matrix for each service, under its name; a service without indicators has none. */
export function matrixSections({ project }: Inputs, content: MatrixContent): Block[] {
  const { registers } = project.ledger;
  return serviceIds(registers).flatMap((service): Block[] => {
    const own = content.indicators.filter((each) => each.service === service).sort((a, b) => a.order - b.order);
    if (own.length === 0) return [];
    const name = serviceName(registers, service);
    const rows = matrix(`matrix-${service}`, name, { ...content, indicators: own });
    return [{ kind: 'section', service, blocks: [heading(name, { id: service }), rows] }];
  });
}
