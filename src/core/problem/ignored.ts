import { type Problem, problem } from './problem.ts';

/** What spreadsheets and systems lay beside the files that people work on; it goes when the program is closed. */
const systemFile = /^(~\$.*|\.~lock\..*#|~WRL.*\.tmp|.*\.tmp|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.DS_Store|\._.*|Icon\r)$/iu;

export const isSystemFile = (file: string): boolean => systemFile.test(file.slice(file.lastIndexOf('/') + 1));

/** What is said of such a file: `file/ignored`. */
export const ignored = (file: string): Problem =>
  problem('file/ignored', { file }, '表格软件或系统的临时文件，已忽略', '表格软件可能还开着：请先存盘并关闭，再提交');
