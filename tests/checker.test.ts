import { describe, expect, it } from 'vitest';
import { Desk } from '../src/client/check/desk.ts';
import { decode } from '../src/core/csv/decode.ts';
import { readLedger, readRegisters } from '../src/core/ledger/ledger.ts';
import { strayData, tablesIn } from '../src/core/ledger/stray.ts';
import { asText } from '../src/core/problem/print.ts';
import { sortProblems } from '../src/core/problem/problem.ts';
import { checkTermsOf, handInTerms } from '../src/core/project/terms.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { dataFiles } from '../src/disk/files.ts';
import { encode } from './defects/encode.ts';
import { defectSuite } from './defects/suite.ts';
import { sample } from './sample.ts';

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
      handInTerms({
        schema: 'service-ledger/check/1',
        deliveryDay,
        definitions: definitions.sources,
        uses: {},
        registers,
        left: {},
      }),
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

  it('knows what the month before left open, and says of a row that goes on with it what the whole folder says', () => {
    const terms = handInTerms(JSON.parse(JSON.stringify(checkTermsOf(sample, all))));
    const folder = (month: string) => [...all].filter(([file]) => file.startsWith(`data/${month}/`));
    const file = 'data/2026-10/requests.csv';
    const whole = new TextDecoder().decode(all.get(file)).split('\r\n');
    const lines = [
      whole,
      // The first row that goes on is dropped; the second says another time.
      whole.toSpliced(1, 1),
      whole.map((line, at) => (at === 2 ? line.replace('2026-09-30 15:40', '2026-09-30 15:50') : line)),
    ];
    const texts = lines.map((each) => {
      const files = new Map([...folder('2026-10'), [file, new TextEncoder().encode(each.join('\r\n'))] as const]);
      const desk = new Desk(terms);
      const names = [...files].map(([path, bytes], id) => {
        desk.open(id, path, bytes);
        return [id, path.slice(path.lastIndexOf('/') + 1)] as const;
      });
      const read = { value: { registers: sample.ledger.registers, referents: sample.ledger.referents }, problems: [] };
      const { inMonth } = sample.definitions;
      const ledgerTerms = {
        ...sample.ledger,
        registers: sample.definitions.registers,
        deliveryDay: terms.deliveryDay,
        inMonth,
      };
      const { problems } = readLedger(tablesIn(new Map([...all, ...files])), ledgerTerms, read);
      const own = problems.filter((each) => each.file.startsWith('data/2026-10/'));
      const text = desk.check('2026-10', names, () => undefined).text;
      expect(text).toBe(asText(sortProblems(own)));
      return text;
    });
    expect(texts[0]).not.toMatch(/row\/month|case\//u);
    expect(texts[1]).toContain('上月未办结的1项没有结转：QQ-202609-020');
    expect(texts[2]).toContain('case/changed');
  });
});
