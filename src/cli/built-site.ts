import { existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config, Copy } from '#lib/server/config.ts';
import { CannotStart } from '#lib/server/prepare.ts';

/** The built site in this very process, for nobody but us: it is asked for the pages that are copied. */
export interface BuiltSite {
  /** Redirections are not followed. */
  get(path: string): Promise<Response>;
  /** The body of an answer of 200. */
  text(path: string): Promise<string>;
  bytes(path: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Its pages say that they are copies; nothing is published and nobody called while it runs. */
export async function openBuiltSite(config: Config, { made, edition }: Copy): Promise<BuiltSite> {
  const built = resolve('build/handler.js');
  if (!existsSync(built)) throw new CannotStart('the site is not built; run: npm run build');
  // Read when the handler is loaded.
  Object.assign(process.env, {
    ORIGIN: config.origin,
    SALIENT_COPY: made,
    SALIENT_COPY_EDITION: edition === undefined ? '' : String(edition),
  });
  const { handler } = (await import(pathToFileURL(built).href)) as { handler: RequestListener };
  const server = createServer(handler);
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', done);
  });
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (path: string): Promise<Response> => fetch(here + path, { redirect: 'manual' });
  const good = async (path: string): Promise<Response> => {
    const answer = await get(path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  };
  return {
    get,
    text: async (path) => (await good(path)).text(),
    bytes: async (path) => new Uint8Array(await (await good(path)).arrayBuffer()),
    close: async () => {
      process.emit('sveltekit:shutdown' as never, 'SIGTERM' as never);
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
