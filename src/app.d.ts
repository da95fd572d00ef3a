import type { Lang } from '#lib/domain/text.ts';
import type { Config } from '#lib/server/config.ts';
import type { Asked } from '#lib/server/pages/asked.ts';
import type { Live } from '#lib/server/live/live.ts';
import type { Tombstone } from '#lib/server/pages/tombstone.ts';
import type { Desk } from '#lib/server/desk/desk.ts';
import type { PublicStore } from '#lib/server/store/store.ts';

declare global {
  namespace App {
    interface Locals {
      /** Only what is public: a route has no way to a draft. */
      store: PublicStore;
      /** The desk, below its own address only; whoever is signed in is asked for before anything is answered. */
      desk?: Desk;
      /** Who is told of new editions. */
      live: Live;
      config: Config;
      lang: Lang;
      /** What the address asks for, read once for each request. */
      asked(): Promise<Asked>;
    }
    interface Error {
      message: string;
      /** What stands where something public was. */
      gone?: Tombstone;
    }
  }
}

export {};
