import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damageOf, type Ending, publish, rollBack, stages } from '../../src/disk/publish.ts';
import { Releases } from '../../src/disk/releases.ts';
import { onWait, publicationOf, secondsWords, stageWords } from '../publication.ts';

function timingsOf(ending: Ending) {
  if (ending.state !== 'published') throw new Error(`没有发布：${JSON.stringify(ending)}`);
  return ending.timings;
}

/** From push to visible: publishes the checkout twice into a folder of its own and goes back; prints what each stage took. */
export async function measurePublication(root: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-publish-'));
  try {
    const releases = new Releases(join(folder, 'site'));
    const timings = timingsOf(await publish(publicationOf(root, releases, {})));
    const [first = ''] = releases.names();
    const files = releases.manifest(first)?.files ?? [];
    const site = publicationOf(root, releases, { site: releases.site(first) });
    // The second release differs from the first in one page, so that there is something to go back from.
    const build = async (to: string) => {
      await site.build(to);
      for (const { path, origin } of files) if (origin === 'compressed') rmSync(join(to, path));
      const page = join(to, 'index.html');
      writeFileSync(page, `${readFileSync(page, 'utf8')}\n`);
      const { name: _, digest: __, previous: ___, ...rest } = JSON.parse(readFileSync(join(to, 'release.json'), 'utf8'));
      writeFileSync(join(to, 'release.json'), JSON.stringify(rest));
    };
    timingsOf(await publish({ ...site, build }));
    const begin = performance.now();
    await rollBack(releases, first, { patience: 0, onWait });
    const back = performance.now() - begin;
    const sound = releases.served() === first && damageOf(releases, first).length === 0;
    const total = stages.reduce((sum, stage) => sum + timings[stage], 0);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`\n从推送到可见：${secondsWords(total)}（${files.length} 个文件，${Math.round(bytes / 1e6)} MB）`);
    for (const stage of stages) console.log(`${stageWords[stage]} ${secondsWords(timings[stage])}`);
    console.log(`退回上一版本 ${secondsWords(back)}，${sound ? '文件与清单相符' : '文件与清单不符'}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
