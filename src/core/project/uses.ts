import type { Indicator } from '../indicators/indicator.ts';
import type { Log } from '../logs/log.ts';
import { columnsReadBy } from '../logs/role.ts';
import { type Reading, type Uses, usesFrom } from '../logs/uses.ts';
import { columnsOf } from '../measures/columns.ts';
import { measuresOf } from '../measures/measure.ts';

const ofLog = ({ id, date, location, sequence, key, rules }: Log): Reading[] =>
  [date, location, sequence, ...key, ...rules.flatMap(({ columns }) => columns)].flatMap((field): Reading[] =>
    field === null ? [] : [{ log: id, field, decides: true, indicator: null }],
  );

const ofIndicator = ({ name, parts }: Indicator): Reading[] =>
  parts
    .flatMap((part) => measuresOf(part.measure))
    .flatMap((measure) => {
      const { decides, read } = columnsOf(measure);
      const reading = (field: string, decisive: boolean): Reading => ({
        log: measure.log,
        field,
        decides: decisive,
        indicator: name,
      });
      return [...decides.map((field) => reading(field, true)), ...read.map((field) => reading(field, false))];
    });

/** What reports tell of a log is what its roles name. */
const told = ({ id, roles }: Log): Reading[] =>
  roles.flatMap((role) => columnsReadBy(role).map((field) => ({ log: id, field, decides: false, indicator: null })));

/** Which columns of the logs something reads: their own rules, the indicators' measures, the reports. */
export const usesOf = (logs: readonly Log[], indicators: readonly Indicator[]): Uses =>
  usesFrom([...logs.flatMap(ofLog), ...indicators.flatMap(ofIndicator), ...logs.flatMap(told)]);
