import { describe, expect, it } from 'vitest';
import { Desk } from '../src/client/check/desk.ts';
import { decode } from '../src/core/csv/decode.ts';
import { readLedger, readRegisters } from '../src/core/ledger/ledger.ts';
import { strayData, tablesIn } from '../src/core/ledger/stray.ts';
import { asText } from '../src/core/problem/print.ts';
import { sortProblems } from '../src/core/problem/problem.ts';
import { handInTerms } from '../src/core/project/terms.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { dataFiles } from '../src/disk/files.ts';
import { encode } from './defects/encode.ts';
import { defectSuite } from './defects/suite.ts';

const definitions = definitionsOn('.');
const all = dataFiles('.');
const deliveryDay = 5;
const registerFiles = [...all].filter(([file]) => file.startsWith('data/registers/'));
const registers = Object.fromEntries(registerFiles.map(([file, bytes]) => [file, decode(bytes, file).value?.text ?? '']));
/** Every fourth of the suite: all logs and all kinds of faults, in a quarter of the time. */
const suite = defectSuite(all, definitions.logs).filter((_, at) => at % 4 === 0);

describe('the checker’s desk', () => {
  it('prints of every defect what reading the data folder gives, word for word', () => {
    expect(suite.length).toBeGreaterThan(250);
    const desk = new Desk(
      handInTerms({ schema: 'service-ledger/check/1', deliveryDay, definitions: definitions.sources, uses: {}, registers }),
    );
    const read = readRegisters(all, definitions);
    for (const { name, month, files: contents } of suite) {
      const files = new Map(
        Object.entries(contents).map(([file, content]) => [
          file,
          typeof content === 'string' ? encode(content, 'UTF-8') : content,
        ]),
      );
      const names = [...files].map(([path, bytes], id) => {
        desk.open(id, path, bytes);
        return [id, path.slice(path.lastIndexOf('/') + 1)] as const;
      });
      const { problems } = readLedger(tablesIn(files), { ...definitions, deliveryDay }, read);
      const own = [...strayData(files), ...problems].filter(({ file }) => file.startsWith(`data/${month}/`));
      expect(desk.check(month, names, () => undefined).text, name).toBe(asText(sortProblems(own)));
    }
  });
});
