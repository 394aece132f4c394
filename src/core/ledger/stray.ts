import { type Problem, problem } from '../problem/problem.ts';
import type { DataFiles } from './file.ts';

const besideTables = ['data/README.md', 'data/provenance.yaml'];

/** What spreadsheets and systems lay beside the files that people work on; it goes when the program is closed. */
const systemFile = /^(~\$.*|\.~lock\..*#|~WRL.*\.tmp|.*\.tmp|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.DS_Store|\._.*|Icon\r)$/iu;

const isSystemFile = (file: string): boolean => systemFile.test(file.slice(file.lastIndexOf('/') + 1));

/** What is no table and would otherwise be passed over in silence: workbooks, `checks.CSV`. Reports `file/unexpected`; of files that come and go by themselves `file/ignored`. */
export function strayData(files: DataFiles): Problem[] {
  const hint = '请另存为 CSV（扩展名用小写 .csv）后提交，或移走';
  return [...files.keys()]
    .filter((file) => isSystemFile(file) || (!file.endsWith('.csv') && !besideTables.includes(file)))
    .map((file) =>
      isSystemFile(file)
        ? problem('file/ignored', { file }, '表格软件或系统的临时文件，已忽略', '表格软件可能还开着：请先存盘并关闭，再提交')
        : problem('file/unexpected', { file }, '数据文件夹里只放 .csv 文件', hint),
    );
}

/** The tables among the files of a data folder. */
export const tablesIn = (files: DataFiles): DataFiles =>
  new Map([...files].filter(([file]) => file.endsWith('.csv') && !isSystemFile(file)));
