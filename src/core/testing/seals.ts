import type { ContentFiles } from '../documents/library.ts';
import type { DataFiles } from '../ledger/file.ts';
import { sealFile } from '../ledger/seal-file.ts';
import type { Problem } from '../problem/problem.ts';
import { type Project, readProject } from '../project/project.ts';
import { digestOf } from '../seals/canonical.ts';
import { checkSeals } from '../seals/check.ts';
import { noPast, type Past } from '../seals/past.ts';
import { sealText } from '../seals/reading.ts';
import type { Seal } from '../seals/seal.ts';
import { sealOf } from '../seals/sealing.ts';
import { States } from '../seals/state.ts';
import { contentWith } from './content.ts';
import { bytesOf, filesOf, present, registerTexts, september, slipHeader, small } from './ledger.ts';

/** The tiny contract's October: nothing happened but two rounds, and an open request was handed in again and closed. */
const october: Readonly<Record<string, string>> = {
  'data/2026-10/delivery.csv': `${slipHeader}\n巡查,2,2026-11-03,GL-01\n服务请求,1,2026-11-03,GL-01\n现场检查,0,2026-11-03,GL-01\n`,
  'data/2026-10/rounds.csv': (september['data/2026-09/rounds.csv'] ?? '')
    .split('\n')
    .slice(0, 3)
    .join('\n')
    .replaceAll('2026-09-0', '2026-10-1')
    .concat('\n'),
  'data/2026-10/requests.csv': (september['data/2026-09/requests.csv'] ?? '')
    .split('\n')
    .filter((_, at) => at === 0 || at === 3)
    .join('\n')
    .replace('2026-09-30 09:00,,处理中', '2026-09-30 09:00,2026-10-02 09:00,已完成')
    .concat('\n'),
};

/** Content and data of a contract in memory. */
export interface TinyFiles {
  readonly content: ContentFiles;
  readonly data: DataFiles;
}

/** Two months of the tiny contract, of which none is sealed. */
export const tinyFiles = (): TinyFiles => ({
  content: contentWith(),
  data: filesOf({
    ...registerTexts,
    ...september,
    ...october,
    'data/provenance.yaml': 'kind: sample\nlabel: 示例\nnote: 示例数据\n',
  }),
});

/** Files laid over others: content and data by their path; null takes one away. */
export function laidOver({ content, data }: TinyFiles, files: Readonly<Record<string, string | null>>): TinyFiles {
  const [texts, bytes] = [new Map(content), new Map(data)];
  for (const [file, text] of Object.entries(files)) {
    if (text === null) {
      texts.delete(file);
      bytes.delete(file);
    } else if (file.startsWith('content/')) texts.set(file, text);
    else bytes.set(file, bytesOf(text));
  }
  return { content: texts, data: bytes };
}

/** A digest for each file: here of its text, which serves as well as that of its bytes. */
const digestsOf = (data: DataFiles) =>
  new Map([...data].map(([file, bytes]) => [file, digestOf(new TextDecoder().decode(bytes))]));

export const tinyProject = ({ content, data }: TinyFiles): Project => present(readProject(content, data, small).value);

export const statesOf = (files: TinyFiles): States => new States(tinyProject(files), digestsOf(files.data));

/** The files with a month sealed on top of those sealed before. */
export function sealed(files: TinyFiles, month: string): TinyFiles {
  const states = statesOf(files);
  const seal = sealOf(states, { month, date: '2026-11-05', post: 'GL-01' });
  return laidOver(files, { [sealFile(month)]: sealText(seal) });
}

export const sealIn = (files: TinyFiles, month: string): Seal => present(tinyProject(files).seals.get(month)).seal;

/** Everything found in the files, what differs from seals too. */
export function foundIn(files: TinyFiles, past: Past = noPast): Problem[] {
  const { value, problems } = readProject(files.content, files.data, small);
  return [...problems, ...(value === null ? [] : checkSeals(new States(value, digestsOf(files.data)), past))];
}

/** A past that knows what some files once said. */
export const pastWith = ({ content, data }: TinyFiles): Past => ({
  bytes: (file, digest) => {
    const bytes = data.get(file);
    return bytes !== undefined && digestsOf(new Map([[file, bytes]])).get(file) === digest ? bytes : null;
  },
  versions: (file) => {
    const text = content.get(file);
    const bytes = text === undefined ? data.get(file) : bytesOf(text);
    return bytes === undefined ? [] : [bytes];
  },
});
