import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** A folder served like a plain web server would: index.html for folders, 404.html for the rest. */
export class Served {
  readonly origin: string;
  private readonly server: Server;

  private constructor(server: Server, port: number) {
    this.server = server;
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** `packed` sends what browsers accept compressed, as a server on a slow line would. */
  static start(folder: string, { packed = false }: { readonly packed?: boolean } = {}): Promise<Served> {
    const server = createServer((request, response) => {
      const path = normalize(decodeURIComponent((request.url ?? '/').split(/[?#]/u)[0] ?? '/'));
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      if (!existsSync(file) || statSync(file).isDirectory()) {
        const missing = join(folder, '404.html');
        response.writeHead(404, { 'content-type': types['.html'] });
        response.end(existsSync(missing) ? readFileSync(missing) : undefined);
        return;
      }
      const type = types[extname(file)] ?? 'application/octet-stream';
      if (packed) {
        response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
        response.end(gzipSync(readFileSync(file)));
        return;
      }
      response.writeHead(200, { 'content-type': type });
      createReadStream(file).pipe(response);
    });
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(new Served(server, typeof address === 'object' && address !== null ? address.port : 0));
      });
    });
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
