import * as pagefind from 'pagefind';

/** Indexes a built site with Pagefind, in Chinese; throws when an error is reported. */
export async function indexSite(folder: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'zh' });
  if (index === undefined || errors.length > 0) throw new Error(errors.join('\n'));
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
  const failed = [...added.errors, ...written.errors];
  if (failed.length > 0) throw new Error(failed.join('\n'));
  console.log(`检索索引：${added.page_count} 页`);
  await pagefind.close();
}
