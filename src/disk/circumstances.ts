/**
 * What decides the pages of a contract beside files, as one text: where both folders lie, who runs the engine, and the address of
 * the site.
 */
export const circumstances = (contract: string, engine: string): string =>
  JSON.stringify([
    contract,
    engine,
    process.version,
    process.platform,
    process.arch,
    ...['SITE_URL', 'SITE_BASE', 'NODE_ENV'].map((name) => process.env[name] ?? null),
  ]);
