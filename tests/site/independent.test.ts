import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.log('没有 python3：独立复算没有运行');

/** A fault in a published file: after some texts, in their order, the first of another one says something else. */
interface Fault {
  readonly file: string;
  readonly after: readonly string[];
  readonly says: RegExp;
  readonly instead: string;
  /** Where the program finds it. */
  readonly found: string;
}

const number = /"numerator":\d+/u;
const faults: readonly Fault[] = [
  {
    file: 'compliance/2026-10/cleaning.specific.toilet-fixture.json',
    after: ['"unit":"%"', '"parts"'],
    says: number,
    instead: '"numerator":207',
    found: 'compliance/2026-10/cleaning.specific.toilet-fixture parts 0 numerator:',
  },
  {
    file: 'compliance/2026-10/sup.complaint-rate.json',
    after: [],
    says: /"verdict":"missed"/u,
    instead: '"verdict":"met"',
    found: 'compliance/2026-10/sup.complaint-rate verdict: recomputed "missed", published "met"',
  },
  {
    // A row carried from the month before, as if it had been judged there.
    file: 'compliance/2026-06/electrical.specific.fault-repair.json',
    after: ['"file":"data/2026-06/faults.csv","line":3,'],
    says: /"counted":"pass"/u,
    instead: '"counted":"excluded"',
    found: "compliance/2026-06/electrical.specific.fault-repair rows: (0, 'data/2026-06/faults.csv', 3, 'pass') is not published",
  },
  {
    // A week that ends in the next month, as if its days there had been forgotten.
    file: 'compliance/2025-10/electrical.specific.weekly-inspection.json',
    after: ['"unit":"%"', '"parts"'],
    says: number,
    instead: '"numerator":150',
    found: 'compliance/2025-10/electrical.specific.weekly-inspection parts 0 numerator:',
  },
  {
    // A repair under way at the end of two months, as if it were two repairs.
    file: 'periods/2026-06-ytd.json',
    after: ['"id":"electrical.efficiency.repair"'],
    says: /"denominator":\d+/u,
    instead: '"denominator":999',
    found: 'periods/2026-06-ytd indicators electrical.efficiency.repair denominator:',
  },
  {
    // A round that nobody wrote down, as if it had been due in vain for a measure that only might have counted its row.
    file: 'compliance/2025-01/electrical.safety.equipment.json',
    after: ['"due":[', '"schedule":"JH-285"'],
    says: /"counted":"unknown"/u,
    instead: '"counted":"fail"',
    found:
      "compliance/2025-01/electrical.safety.equipment due: (0, 'JH-285', 'W04', '2025-01-01', '2025-01-01', 'unknown') is not published",
  },
  {
    // How many outcomes are not there, as if all were.
    file: 'periods/2025-01.json',
    after: ['"id":"electrical.safety.equipment"', '"parts"'],
    says: /"unknown":\d+/u,
    instead: '"unknown":0',
    found: 'periods/2025-01 indicators electrical.safety.equipment parts 0 unknown:',
  },
  {
    // A quarter that is not over, as if it were.
    file: 'periods/2026-Q4.json',
    after: ['"id":"cleaning.efficiency.cleaning"'],
    says: /"verdict":"under-way"/u,
    instead: '"verdict":"missed"',
    found: 'periods/2026-Q4 indicators cleaning.efficiency.cleaning verdict: recomputed "under-way", published "missed"',
  },
  {
    file: 'periods/2026.json',
    after: ['"counts"'],
    says: /"under-way":\d+/u,
    instead: '"under-way":0',
    found: 'periods/2026 counts under-way:',
  },
  {
    file: 'periods/2025.json',
    after: ['"id":"greenery.overall.survival"'],
    says: number,
    instead: '"numerator":1',
    found: 'periods/2025 indicators greenery.overall.survival numerator:',
  },
  {
    file: 'periods/2026-09-ytd.json',
    after: ['"id":"sup.first-pass"'],
    says: number,
    instead: '"numerator":1',
    found: 'periods/2026-09-ytd indicators sup.first-pass numerator:',
  },
  {
    file: 'periods/2026-10.json',
    after: ['"id":"pest.overall.control-rate"', '"location":"W03"'],
    says: number,
    instead: '"numerator":1',
    found: 'periods/2026-10 indicators pest.overall.control-rate locations W03 numerator:',
  },
  {
    file: 'periods/2026-Q2.json',
    after: [],
    says: /"implied":\d+/u,
    instead: '"implied":99',
    found: 'periods/2026-Q2 missedBy implied:',
  },
  {
    file: 'periods/2026-Q3.json',
    after: ['"id":"electrical.specific.daily-inspection"'],
    says: /"location":"W05"/u,
    instead: '"location":"W55"',
    found: 'periods/2026-Q3 indicators electrical.specific.daily-inspection locations W05:',
  },
  {
    file: 'commitments.json',
    after: ['"id":"cm.detail.electrical-monthly"'],
    says: /"reading":"[a-z-]+"/u,
    instead: '"reading":"partly"',
    found: 'commitments commitments cm.detail.electrical-monthly reading:',
  },
  {
    file: 'reports/2026-W40.json',
    after: ['"2026-W40/open/overdue":'],
    says: /"value":\d+/u,
    instead: '"value":0',
    found: 'reports/2026-W40 2026-W40/open/overdue:',
  },
];

/** Writes a published file with its fault into a folder. */
function plant({ file, after, says, instead }: Fault, folder: string): void {
  const text = readFileSync(join('dist/api', file), 'utf8');
  const from = after.reduce((at, each) => {
    const next = text.indexOf(each, at);
    expect(next, `${file}: ${each}`).toBeGreaterThan(-1);
    return next;
  }, 0);
  const changed = text.slice(0, from) + text.slice(from).replace(says, instead);
  expect(changed, file).not.toBe(text);
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), changed);
}

it.skipIf(!python)(
  'gets every number, verdict and promise again, in another language and from tables of its own, but for the faults planted',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'twins-'));
    try {
      const [api, root] = [join(folder, 'api'), join(folder, 'root')];
      for (const fault of faults) plant(fault, api);
      // Nothing but the data lies there: the program has its measures and promises from its own tables.
      mkdirSync(root);
      symlinkSync(resolve('data'), join(root, 'data'));
      const { status, stdout, stderr } = spawnSync('python3', ['tests/independent/recompute.py', root, 'dist', api], {
        encoding: 'utf8',
      });
      const lines = `${stdout}${stderr}`.trimEnd().split('\n');
      const found = lines.slice(0, -1).filter((line) => !faults.some((fault) => line.startsWith(fault.found)));
      // A place under another name is one that lacks and one too many, and so is a row or a round that is counted otherwise.
      expect(found).toEqual([
        expect.stringMatching(/safety\.equipment due: .* 'fail'\) is published, not recomputed$/u),
        expect.stringMatching(/fault-repair rows: .* 3, 'excluded'\) is published, not recomputed$/u),
        expect.stringMatching(/daily-inspection locations W55: published, not recomputed$/u),
      ]);
      const times = faults.map((fault) => lines.filter((line) => line.startsWith(fault.found)).length);
      expect(times).toEqual(faults.map(() => 1));
      // Every measured indicator of both lists in every month: 123 in 24 months. Every promise of the plan.
      expect(lines.at(-1)).toMatch(/^months 2952, periods \d{5}, promises 244, weeks \d{4}; 19 differences$/u);
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  400_000,
);
