import type { Month } from '../calendar/date.ts';
import { decode } from '../csv/decode.ts';
import { definitionsFrom } from '../definitions/definitions.ts';
import type { LogDefinition } from '../definitions/log.ts';
import type { RegisterDefinition } from '../definitions/register.ts';
import type { DataFiles } from '../ledger/file.ts';
import type { HandInTerms } from '../ledger/handin.ts';
import { readRegisters } from '../ledger/ledger.ts';
import type { OpenCase } from '../logs/carried.ts';
import { logsWithUses, type Uses } from '../logs/uses.ts';
import type { Project } from './project.ts';
import { usesOf } from './uses.ts';

/** What a site hands to its checker, as JSON: nothing of a clerk's files goes back. */
export interface CheckTerms {
  readonly schema: 'service-ledger/check/1';
  readonly deliveryDay: number;
  /** The contract's logs and registers as its content defines them. */
  readonly definitions: { readonly logs: readonly LogDefinition[]; readonly registers: readonly RegisterDefinition[] };
  /** What reads the columns of logs, by log and field. */
  readonly uses: Uses;
  /** Texts of the registers' files by path. */
  readonly registers: Readonly<Record<string, string>>;
  /** What each of the newest months left open, by log: each case with the key of its rows. The next file begins with these. */
  readonly left: Readonly<Record<Month, readonly (readonly [log: string, readonly (readonly [key: string, OpenCase])[]])[]>>;
}

/** Clerks hand in the next month, or one of these once more. */
const newest = 3;

/** The terms of a contract from what was read of it and its data files. */
export function checkTermsOf({ content, contract, definitions, ledger }: Project, files: DataFiles): CheckTerms {
  // Nothing refers to the register of documents, and some of what it says is not published.
  const published = definitions.sources.registers.filter(({ evidence }) => evidence === undefined);
  const named = new Set(published.map(({ id }) => `data/registers/${id}.csv`));
  const own = [...files].filter(([file]) => named.has(file));
  const indicators = content.indicators.map(({ data }) => data);
  return {
    schema: 'service-ledger/check/1',
    deliveryDay: contract.deliveryDay,
    definitions: { logs: definitions.sources.logs, registers: published },
    uses: usesOf(ledger.logs, indicators),
    registers: Object.fromEntries(own.map(([file, bytes]) => [file, decode(bytes, file).value?.text ?? ''])),
    left: Object.fromEntries(
      ledger.months.slice(-newest).map(({ month, left }) => [month, [...left].map(([log, open]) => [log, [...open]])]),
    ),
  };
}

/** What a month is checked against, from the terms. */
export function handInTerms({ deliveryDay, definitions, uses, registers: texts, left }: CheckTerms): HandInTerms {
  const encoder = new TextEncoder();
  const files = new Map(Object.entries(texts).map(([file, text]) => [file, encoder.encode(text)]));
  const defined = definitionsFrom(definitions.logs, definitions.registers);
  const terms = { ...logsWithUses(defined, uses), registers: defined.registers };
  const leftByMonth = Object.entries(left).map(
    ([month, logs]) => [month, new Map(logs.map(([log, open]) => [log, new Map(open)]))] as const,
  );
  return { ...terms, deliveryDay, left: new Map(leftByMonth), read: readRegisters(files, terms) };
}
