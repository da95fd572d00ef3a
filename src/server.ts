// The process: makes the store ready, wraps SvelteKit's handler, and ends cleanly.
import { existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import compression from 'compression';
import { BadConfig, readConfig, type Config } from '#lib/server/config.ts';
import { CannotStart, prepareStore } from '#lib/server/prepare.ts';

/** Sent with everything, static files too. */
const HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Files of the site: a widget that an article keeps in a sandbox has no origin, so they are open to any. */
const FILES = /^\/(_app\/|favicon\.svg)/;

/** How long open answers may take to finish once the process is asked to end, in milliseconds. */
const GRACE = 3000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const started = await prepareStore(config);
  const listener = await siteListener(config);
  const server = createServer(listener);
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      fail(
        `port ${config.port} on ${config.host} is taken; end the other program or set PORT, e.g. PORT=3001 npm start`,
      );
    } else if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
      fail(
        `cannot listen on ${config.host}:${config.port} (${error.code}); set HOST and PORT to an address of this machine.`,
      );
    } else fail(error.message);
  });
  server.listen(config.port, config.host, () => {
    const state = started.edition === 0 ? 'nothing is published yet' : `edition ${started.edition}`;
    console.log(`Salient is at ${config.origin} (${state}). Ctrl-C ends it.`);
    if (!started.hasAdmin)
      console.log(`Nobody has an account yet; to open the desk: npm run salient -- add-user --role admin`);
  });

  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    process.emit('sveltekit:shutdown' as never, signal as never);
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  };
  process.on('SIGINT', () => end('SIGINT'));
  process.on('SIGTERM', () => end('SIGTERM'));
}

/** SvelteKit's handler with our headers, compression and limits around it. */
async function siteListener(config: Config): Promise<RequestListener> {
  const built = resolve('build/handler.js');
  if (!existsSync(built)) throw new CannotStart('the site is not built; run: npm run build');
  // Read by the handler when it is loaded: form posts are checked against the origin.
  process.env.ORIGIN = config.origin;
  process.env.BODY_SIZE_LIMIT = '60M';
  const { handler } = (await import(pathToFileURL(built).href)) as {
    handler: (req: unknown, res: unknown, next: () => void) => void;
  };
  const compress = compression();
  return (req, res) => {
    for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value);
    if (FILES.test(req.url ?? '')) res.setHeader('access-control-allow-origin', '*');
    // Browsers look for it again at every change of the address, which must not ask the server anything.
    if (req.url === '/favicon.svg') res.setHeader('cache-control', 'public, max-age=86400');
    // `compression` asks for Express's types and needs only Node's.
    compress(req as never, res as never, () => {
      handler(req, res, () => {
        res.statusCode = 404;
        res.end();
      });
    });
  };
}

/** One line to the operator, then the end. */
function fail(line: string): never {
  console.error(`salient: ${line}`);
  process.exit(1);
}

main().catch((error: unknown) => {
  if (error instanceof CannotStart || error instanceof BadConfig) fail(error.message);
  throw error;
});
