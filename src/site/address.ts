/** Where the site is served: the host, and the path on it, which begins with a slash. */
export const siteAddress = (): { readonly host: string; readonly base: string } => ({
  host: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.SITE_BASE ?? '/',
});
