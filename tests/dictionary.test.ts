import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dictionary } from '../src/core/ledger/dictionary.ts';
import { definitionsOn } from '../src/disk/definitions.ts';

it.each(['.', 'scripts/new', 'tests/contracts/hospital'])('the dictionary of %s is the one that its definitions make', (root) => {
  const { logs, registers } = definitionsOn(root);
  expect(readFileSync(join(root, 'data/README.md'), 'utf8')).toBe(dictionary(logs, registers));
});
