import workerAddress from './worker.ts?worker&url';

/** An address of this site in full; a worker started from words has none to which it could be relative. */
export const absolute = (address: string): string => new URL(address, location.href).href;

/**
 * The checker's worker, bound by the page's content security policy: started from an address it would have only the policy
 * that the server sends along, and plain servers send none.
 */
export function boundWorker(): Worker {
  const words = new Blob([`import ${JSON.stringify(absolute(workerAddress))};`], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(words), { type: 'module' });
}
