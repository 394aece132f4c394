import { describe, expect, it } from 'vitest';
import { faultsInAllMedia } from '../axe.ts';
import { kinds } from '../kinds.ts';
import { Reader, Tab, whole } from '../reader.ts';

const reader = new Reader();
const desk = new Tab(reader, whole);

describe.each(Object.keys(kinds))('%s', (path) => {
  it('raises no error, asks no other host and is accessible in light, dark and print', async () => {
    const { page, errors, foreign } = await desk.open(path);
    expect(await faultsInAllMedia(page)).toEqual({ light: [], dark: [], print: [] });
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });
});
