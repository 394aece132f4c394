import { loadProject } from '../src/disk/project.ts';
import { contractRoot } from '../src/disk/root.ts';
import { type Batch, type Drawn, draw, pagesOfSite, type Task } from './drawing.ts';

// Helps another process to draw the pages of a contract: draws those that it is sent, says what became of them, and ends when
// no more come. It is told its task as an argument.
const { entry, site }: Task = JSON.parse(process.argv[2] ?? '');
globalThis.contractRead = loadProject(contractRoot());
const pages = new Map((await pagesOfSite(entry)).map((page) => [page.file, page]));

async function drawBatch(batch: Batch): Promise<Drawn> {
  const drawn: (readonly [string, string | null])[] = [];
  for (const file of batch) {
    const page = pages.get(file);
    if (page === undefined) throw new Error(`${file} is no page of this contract`);
    drawn.push([file, await draw(site, page)]);
  }
  return drawn;
}

process.on('message', async (batch: Batch) => process.send?.(await drawBatch(batch)));
process.send?.([]);
