import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { splitLang } from '#lib/domain/view/address.ts';
import { openAuth, type Auth } from '#lib/server/auth/auth.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { Releases } from '#lib/server/desk/releases.ts';
import { upTo } from '#lib/server/editions/up-to.ts';
import { deskGuard, isDesk } from '#lib/server/hooks/desk-guard.ts';
import { pageHeaders } from '#lib/server/hooks/headers.ts';
import { Live } from '#lib/server/live/live.ts';
import { readAsked, type Asked } from '#lib/server/pages/asked.ts';
import { openStore } from '#lib/server/prepare.ts';
import { Webhooks } from '#lib/server/webhooks/runner.ts';
import { sender, USUAL_RULES } from '#lib/server/webhooks/send.ts';
import type { PublicStore, Store } from '#lib/server/store/store.ts';

let store: Store;
let shown: PublicStore;
let auth: Auth;
let config: Config;
let releases: Releases;
let live: Live;
let webhooks: Webhooks;

export const init: ServerInit = async () => {
  config = readConfig(process.env);
  store = await openStore(config);
  shown = config.copy?.edition === undefined ? store.public : upTo(store.public, config.copy.edition);
  auth = await openAuth(store.accounts, config.origin);
  releases = new Releases(store.publishing);
  live = new Live(store.public, config.streams);
  webhooks = new Webhooks({
    store: store.public,
    widgets: store.widgets,
    config,
    send: sender(USUAL_RULES),
    now: Date.now,
  });
  // While a copy is made, nothing is published and nobody is called: that is for the site itself.
  if (!config.copy) {
    releases.start();
    webhooks.start();
  }
  process.once('sveltekit:shutdown' as never, () => {
    live.end();
    void Promise.all([releases.end(), webhooks.end()]).then(() => store.close());
  });
};

/** What every route is given: the public store and what the address asks for. */
const locals: Handle = ({ event, resolve }) => {
  const { lang } = splitLang(event.url.pathname);
  let asked: Promise<Asked> | undefined;
  event.locals.store = shown;
  event.locals.live = live;
  event.locals.config = config;
  event.locals.lang = lang;
  event.locals.asked = () => (asked ??= readAsked(shown, event.url.searchParams, lang));
  return resolve(event);
};

/** The page's own element says its language and theme, before any style is read. */
const dressed: Handle = async ({ event, resolve }) => {
  const theme = event.url.searchParams.get('theme');
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%salient.lang%', event.locals.lang)
        .replace('%salient.theme%', theme === 'light' || theme === 'dark' ? theme : 'system'),
  });
};

const guarded: Handle = async (input) => {
  if (!isDesk(input.event)) return input.resolve(input.event);
  const response = await deskGuard({ store, auth, config })(input);
  // What is held back, and until when, is otherwise than the timer knows.
  if (/^\/desk\/api\/(arrange|move)$/.test(input.event.url.pathname)) releases.ask();
  // Those whose maps a publication concerns are told at once.
  if (/^\/desk\/api\/(publish|urgent)$/.test(input.event.url.pathname)) webhooks.ask();
  return response;
};

export const handle = sequence(pageHeaders, locals, guarded, dressed);

export const handleError: HandleServerError = ({ error, status, message }) => {
  if (status >= 500) console.error(error);
  return { message };
};
