import type { Month } from '../../core/calendar/date.ts';
import { monthWords } from '../dates.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import type { Row } from '../paper/table.ts';

/** A month's folder as it was when the site was built: SHA-256 of each file. */
export interface FolderState {
  readonly month: Month;
  readonly files: readonly { readonly name: string; readonly digest: string }[];
}

/** Enough of a digest to compare by eye; the whole of it can be made from the files. */
const short = (digest: string): string => digest.slice(0, 12);

/** The foot of a sheet: which folders, their digest, and what kind of data it is. */
export function stateLines(folders: readonly FolderState[], digest: string, kind: string): string[] {
  const [first, last] = [folders[0], folders.at(-1)];
  if (first === undefined || last === undefined) return [kind];
  const span = first === last ? `data/${first.month}` : `data/${first.month} 至 data/${last.month}`;
  return [`源文件：${span}（SHA-256 前12位 ${short(digest)}）`, `数据截至：${monthWords(last.month)}　${kind}`];
}

const quote = (text: string): Pieces => [{ kind: 'quote', text }];

function fileRows({ files }: FolderState): Row[] {
  return files.map(({ name, digest }) => ({ cells: [quote(name), quote(short(digest))] }));
}

function folderRows(folders: readonly FolderState[], digestOf: (folder: FolderState) => string): Row[] {
  return folders.map((folder) => ({
    cells: [
      quote(`data/${folder.month}`),
      quote(folder.files.length === 0 ? '没有交付' : `${folder.files.length}个文件，${short(digestOf(folder))}`),
    ],
  }));
}

/** The files on which a report rests, with their digests, so that an archived sheet can be held against them; folders when it rests on several months. */
export function stateBlocks(
  folders: readonly FolderState[],
  digestOf: (folders: readonly FolderState[]) => string,
): ReportBlock[] {
  const [only, ...others] = folders;
  if (only === undefined) return [];
  const single = others.length === 0;
  const table = {
    kind: 'table' as const,
    looks: ['report' as const],
    id: 'files',
    caption: [{ kind: 'text' as const, text: single ? `data/${only.month} 的文件` : '各月的文件夹' }],
    columns: [
      { label: single ? '文件' : '文件夹', align: 'start' as const, weight: 10 },
      { label: single ? 'SHA-256 前12位' : '文件数与 SHA-256 前12位', align: 'start' as const, weight: 12 },
    ],
    rows: single ? fileRows(only) : folderRows(folders, (folder) => digestOf([folder])),
    keepTogether: false,
  };
  return [
    { kind: 'heading', level: 3, id: 'files', text: '源文件' },
    table,
    {
      kind: 'note',
      pieces: quote(
        '文件夹的值由其中各文件的 SHA-256 再求得：sha256sum data/年-月/* | sha256sum。打印件与网上报告不一致时，以签字盖章的纸质件为准。',
      ),
    },
  ];
}
