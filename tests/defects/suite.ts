import type { DataFiles } from '../../src/core/ledger/file.ts';
import type { Log } from '../../src/core/logs/log.ts';
import { cellDefects } from './cells.ts';
import { contradictionDefects } from './contradictions.ts';
import type { Defect } from './defect.ts';
import { encodingDefects, fileDefects } from './files.ts';
import { rowDefects } from './rows.ts';
import { folder, sampleOf } from './sample.ts';

/**
 * What people and spreadsheets do to sound files, over every log: each defect is one folder of a month and the problems
 * that must come of it, worked out from what was done to the file and not from what the reader says. Pure, so that a
 * browser can run it too. `sample` is the data folder; its registers belong beside the files of a defect.
 */
export function defectSuite(sample: DataFiles, logs: readonly Log[]): Defect[] {
  let count = 0;
  const turn = () => {
    count += 1;
    return count;
  };
  return logs
    .map((log) => sampleOf(sample, log))
    .flatMap((each, index) => [
      ...cellDefects(each, turn),
      ...rowDefects(each),
      ...fileDefects(each),
      ...encodingDefects(each).filter((_, number) => number % 4 === index % 4),
      ...contradictionDefects(each),
    ]);
}

/** The same folders before anything was done to them; nothing may be found in them. */
export const soundFolders = (sample: DataFiles, logs: readonly Log[]): Defect[] =>
  logs
    .map((log) => sampleOf(sample, log))
    .map((each) => ({ name: each.log.id, month: each.month, files: folder(each, each.rows), expected: [] }));
