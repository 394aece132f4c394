import { stringify } from 'yaml';
import type { z } from 'zod';
import type { Month } from '../calendar/date.ts';
import { readYaml } from '../documents/yaml.ts';
import type { DataFiles } from '../ledger/file.ts';
import { amendmentFile, sealFile, sealFileName } from '../ledger/seal-file.ts';
import { Gathering } from '../problem/gathering.ts';
import { type Outcome, type Problem, problem } from '../problem/problem.ts';
import { type Amendment, amendmentSchema, digestOfSeal, type Seal, type SealedMonth, sealSchema } from './seal.ts';

/** The seals of a contract, by month, in time's order. */
export type Seals = ReadonlyMap<Month, SealedMonth>;

/** A seal or an amendment as its file has it: values in plain lines, lists of digests as blocks of text. */
export const sealText = (sealed: Seal | Amendment): string => stringify(sealed, { lineWidth: 0, blockQuote: 'literal' });

const unread = '封存文件由命令写成，不能手改；请从 git 历史恢复原来的文件';

/** One file against its schema and its own digest. Reports `seal/invalid` and `seal/edited`. */
function readSealed<T extends Seal | Amendment>(file: string, bytes: Uint8Array, schema: z.ZodType<T>): Outcome<T | null> {
  const { value: yaml, problems } = readYaml({ file, text: new TextDecoder().decode(bytes), firstLine: 1 });
  const invalid = (place: Parameters<typeof problem>[1], message: string) => problem('seal/invalid', place, message, unread);
  if (yaml === null) {
    const found = problems.map((each) => invalid(each, each.message));
    return { value: null, problems: found.length > 0 ? found : [invalid({ file }, '封存文件是空的')] };
  }
  const parsed = schema.safeParse(yaml.value, { jitless: true });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.map(String).join('.') ?? '';
    return { value: null, problems: [invalid(yaml.place(issue?.path ?? []), `封存文件的“${field}”不能读取：${issue?.message}`)] };
  }
  const { digest } = parsed.data;
  const found = digestOfSeal(parsed.data);
  if (found === digest) return { value: parsed.data, problems: [] };
  const message = `封存以后被改动过：写明的摘要是 ${digest.slice(0, 12)}…，按内容算得 ${found.slice(0, 12)}…`;
  return { value: parsed.data, problems: [problem('seal/edited', yaml.place(['digest']), message, unread)] };
}

/** A file speaks of the month in whose folder it lies, an amendment of the number in its name. */
function misplaced(file: string, month: Month, sealed: Seal | Amendment): Problem[] {
  const right = 'number' in sealed ? amendmentFile(sealed.month, sealed.number) : sealFile(sealed.month);
  return right === file ? [] : [problem('seal/invalid', { file }, `放错了位置：这是 ${right}，却在 ${month} 的文件夹里`, unread)];
}

/** Seals and amendments in the data folder. Reports `seal/invalid` and `seal/edited`; an amendment without a seal is `seal/missing`. */
export function readSeals(files: DataFiles): Outcome<Seals> {
  const all = new Gathering();
  const seals = new Map<Month, Seal>();
  const amendments: Amendment[] = [];
  for (const [file, bytes] of files) {
    const [name, month = '', number] = sealFileName.exec(file) ?? [];
    if (name === undefined) continue;
    const sealed =
      number === undefined
        ? all.take<Seal | null>(readSealed(file, bytes, sealSchema))
        : all.take<Amendment | null>(readSealed(file, bytes, amendmentSchema));
    if (sealed === null) continue;
    const wrong = misplaced(file, month, sealed);
    all.add(wrong);
    if (wrong.length > 0) continue;
    if ('number' in sealed) amendments.push(sealed);
    else seals.set(month, sealed);
  }
  const orphans = amendments.filter(({ month }) => !seals.has(month));
  all.add(
    orphans.map(({ month, number }) =>
      problem('seal/missing', { file: sealFile(month) }, `${month} 有修订 ${number}，却没有封存`, '请从 git 历史恢复封存文件'),
    ),
  );
  const value = new Map(
    [...seals].sort().map(([month, seal]): [Month, SealedMonth] => {
      const own = amendments.filter((each) => each.month === month).sort((a, b) => a.number - b.number);
      return [month, { seal, amendments: own }];
    }),
  );
  return { value, problems: all.problems };
}
