import { ignored, isSystemFile } from '../problem/ignored.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { DataFiles } from './file.ts';
import { isSealFile, isSignatureFile } from './seal-file.ts';

/** Where the files of documents lie that were handed in; whether each is registered is asked apart, because it takes their digests. */
export const documentsFolder = 'data/documents/';

const besideTables = ['data/README.md', 'data/provenance.yaml'];

/** What is no table and would otherwise be passed over in silence: workbooks, `checks.CSV`. Reports `file/unexpected`; of files that come and go by themselves `file/ignored`. */
export function strayData(files: DataFiles): Problem[] {
  const hint = '请另存为 CSV（扩展名用小写 .csv）后提交，或移走';
  return [...files.keys()]
    .filter((file) => isSystemFile(file) || !file.startsWith(documentsFolder))
    .filter(
      (file) =>
        isSystemFile(file) ||
        (!file.endsWith('.csv') && !besideTables.includes(file) && !isSealFile(file) && !isSignatureFile(file)),
    )
    .map((file) =>
      isSystemFile(file) ? ignored(file) : problem('file/unexpected', { file }, '数据文件夹里只放 .csv 文件', hint),
    );
}

/** The tables among the files of a data folder. */
export const tablesIn = (files: DataFiles): DataFiles =>
  new Map([...files].filter(([file]) => file.endsWith('.csv') && !file.startsWith(documentsFolder) && !isSystemFile(file)));
