import type { Unfinished } from '#lib/domain/desk/faults.ts';

/** Words that are not known to be saved: kept in this browser until they are. */
export interface Kept {
  readonly base: number;
  readonly payload: Unfinished;
  /** The key under which these very words were sent, or will be. */
  readonly key: string;
}

/** Where they are kept, by kind and id of the item. */
export interface Keeper {
  get(item: string): Promise<Kept | undefined>;
  put(item: string, kept: Kept): Promise<void>;
  drop(item: string): Promise<void>;
}

const STORE = 'kept';

/** Keep in IndexedDB, which outlives a crash. Where a browser refuses it, words are kept as long as the page is. */
export function browserKeeper(person: string): Keeper {
  const memory = new Map<string, Kept>();
  const opened = open(`salient-${person}`).catch(() => undefined);
  const run = async <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | undefined> => {
    const db = await opened;
    if (!db) return undefined;
    return new Promise((resolve, reject) => {
      const request = work(db.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('the browser could not keep it'));
    });
  };
  return {
    async get(item) {
      const found = await run<Kept | undefined>(
        'readonly',
        (s) => s.get(item) as IDBRequest<Kept | undefined>,
      );
      return found ?? memory.get(item);
    },
    async put(item, kept) {
      memory.set(item, kept);
      await run('readwrite', (s) => s.put(kept, item)).catch(() => undefined);
    },
    async drop(item) {
      memory.delete(item);
      await run('readwrite', (s) => s.delete(item)).catch(() => undefined);
    },
  };
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
    request.onblocked = () => reject(new Error('no database'));
  });
}
