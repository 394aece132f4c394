import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take ten seconds and more, the longest of each stage first. */
const long = [
  ['accessibility', 'altered', 'server', 'incremental', 'paper', 'planted', 'hospital', 'bad-input', 'search'],
  ['hospital-variations', 'own-contract', 'diff', 'reading', 'csv', 'reports', 'check', 'publishing', 'assessment'],
  ['commands', 'fuzz', 'month', 'evidence'],
].flat();

/** Starts what takes longest first, so that no core waits for it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at === -1 ? long.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/**
 * `unit` needs nothing but the source; `site` needs a built site in dist and a browser; `build` builds copies of the project. `long`
 * takes hours and is run by hand.
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/{,bank/**/,proof/}*.test.ts'],
          testTimeout: 180_000,
          // No test leaves anything behind in its process: to load the engine anew for each of 200 files would take a third of the time.
          isolate: false,
        },
      },
      { test: { name: 'long', include: ['tests/long/**/*.test.ts'], testTimeout: 600_000 } },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // As in the unit tests; each file starts and ends a browser of its own.
          isolate: false,
        },
      },
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
