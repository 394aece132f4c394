import { describe, expect, it } from 'vitest';
import { kinds } from '../kinds.ts';
import { Reader, Tab, withoutScript } from '../reader.ts';

const reader = new Reader();
/** What an A4 sheet has between its margins (styles/print.css), at 96 pixels an inch. */
const sheet = Math.floor(((210 - 25 - 15) / 25.4) * 96);
const paper = new Tab(reader, { ...withoutScript, viewport: { width: sheet, height: 900 } });

/** Pages that are for the screen alone go elsewhere or are sheets already. */
const paths = [...Object.keys(kinds).filter((path) => !path.includes('/print/')), '/services/greenery/', '/locations/W12/'];

describe.each(paths)('%s', (path) => {
  it('loses no column on paper', async () => {
    const { page } = await paper.open(path);
    await page.emulateMedia({ media: 'print' });
    const lost = await page.evaluate((width) => {
      const beyond = (cell: Element) => cell.getBoundingClientRect().right > width + 1;
      return Array.from(document.querySelectorAll<HTMLTableElement>('main table')).flatMap((table) => {
        const cells = Array.from(table.querySelectorAll('th, td')).filter(beyond);
        return cells.length === 0 ? [] : [`${table.caption?.textContent}: ${cells[0]?.textContent}`];
      });
    }, sheet);
    expect(lost).toEqual([]);
  });
});
