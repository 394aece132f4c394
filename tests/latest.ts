import type { Month } from '../src/core/calendar/date.ts';
import type { DataFiles } from '../src/core/ledger/file.ts';

/** The data of a contract without the months before one: all that a test of the newest months needs to be read. */
export const dataSince = (first: Month, files: DataFiles): DataFiles =>
  new Map([...files].filter(([file]) => !/^data\/\d{4}-\d{2}\//u.test(file) || file >= `data/${first}/`));
