import { describe, expect, it } from 'vitest';
import { faultsInAllMedia } from '../axe.ts';
import { kinds } from '../kinds.ts';
import { layOut, Reader, Tab } from '../reader.ts';

const reader = new Reader();
const desk = new Tab(reader);

describe.each(Object.keys(kinds))('%s', (path) => {
  it('raises no error, asks no other host and is accessible in light, dark and print', async () => {
    const { page, errors, foreign } = await desk.open(path);
    await layOut(page);
    expect(await faultsInAllMedia(page)).toEqual({ light: [], dark: [], print: [] });
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });
});
