import { slipText } from '../../core/ledger/delivery.ts';
import { type CheckTerms, handInTerms } from '../../core/project/terms.ts';
import { Desk } from './desk.ts';
import type { Answer, Request } from './protocol.ts';

const answer = (message: Answer): void => postMessage(message);

/** The worker asks the site for one file, the terms; what the clerk hands in stays in its memory. */
async function deskAt(address: string): Promise<Desk> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`名录没有载入（${response.status}）`);
  const terms: CheckTerms = await response.json();
  return new Desk(handInTerms(terms));
}

let desk: Promise<Desk> = Promise.reject(new Error('尚未开始'));
desk.catch(() => undefined);

async function open(request: Extract<Request, { kind: 'open' }>): Promise<void> {
  const opened = [];
  for (const { id, path, file } of request.files) {
    answer({ kind: 'progress', done: opened.length, total: request.files.length, words: `正在读取 ${path}` });
    opened.push((await desk).open(id, path, new Uint8Array(await file.arrayBuffer())));
  }
  answer({ kind: 'opened', files: opened });
}

async function take(request: Request): Promise<void> {
  switch (request.kind) {
    case 'start':
      desk = deskAt(request.terms);
      await desk;
      return;
    case 'open':
      return open(request);
    case 'close':
      return (await desk).close(request.id);
    case 'check': {
      const { run, month, names } = request;
      const checked = (await desk).check(month, names, (done, total, words) => answer({ kind: 'progress', done, total, words }));
      return answer({ kind: 'checked', run, checked });
    }
    case 'rows':
      return answer({ kind: 'rows', run: request.run, page: (await desk).rows(request.file, request.view) });
    case 'repaired':
      return answer({ kind: 'repaired', run: request.run, file: request.file, text: (await desk).repaired(request.file) });
    case 'slip':
      return answer({ kind: 'slip', text: slipText(request.entries) });
  }
}

/** One request after the other, in the order in which they came. */
let queue: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Request>) => {
  queue = queue.then(() =>
    take(data).catch((error: unknown) =>
      answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    ),
  );
});
