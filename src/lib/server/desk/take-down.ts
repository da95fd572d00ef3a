import { basename } from 'node:path';
import * as v from 'valibot';
import { ITEM_KINDS, type ItemKind } from '#lib/domain/history/edition.ts';
import { parse } from '#lib/domain/parse.ts';
import type { Result } from '#lib/domain/result.ts';
import { LANGS } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import type { Config } from '../config.ts';
import { rebuilder } from '../editions/rebuild.ts';
import { REASONS, type TakenDown } from '../store/publishing.ts';
import type { StaffedDesk } from './desk.ts';

/** How long a cache in front of the site is given to answer, in milliseconds. */
const PATIENCE = 5000;

const schema = v.pipe(
  v.strictObject({
    kind: v.picklist(ITEM_KINDS.filter((kind) => kind !== 'ledger')),
    id: v.pipe(v.string(), v.maxLength(80)),
    reason: v.picklist(REASONS, 'is missing; say of what sort the reason is'),
    /** The id once more, by hand: what is erased is gone. */
    typed: v.pipe(v.string(), v.trim()),
  }),
  v.forward(
    v.partialCheck([['id'], ['typed']], (t) => t.typed === t.id, 'is not the id of what is to be erased'),
    ['typed'],
  ),
);

/** What an editor is told after a take-down. */
export interface ToldOfTakeDown {
  readonly editions: number;
  readonly objects: number;
  /** Copies of the database, by name, that still hold it. */
  readonly copies: readonly string[];
  readonly purge: 'none' | 'told' | 'failed';
}

/** Erase an item from every surface at once. */
export async function takeItDown(
  { store, person, config }: StaffedDesk,
  body: unknown,
): Promise<Result<ToldOfTakeDown>> {
  const read = parse(schema, body);
  if (!read.ok) return read;
  const { kind, id, reason } = read.value;
  const done = await store.publishing.takeDown({ kind, id, by: person.id, reason }, rebuilder);
  if (!done) return { ok: false, problems: [{ path: 'id', reason: 'is of no item' }] };
  const purge = await purged(config, kind, id, done);
  if (purge === 'failed') await store.work.log(person.id, 'purge-failed', `${kind} ${id}`);
  const { editions, objects, copies } = done;
  return {
    ok: true,
    value: {
      editions: editions.length,
      objects: objects.length,
      copies: copies.map((file) => basename(file)),
      purge,
    },
  };
}

/** Tell the cache in front of the site, if there is one, which addresses to forget. */
async function purged(
  { purgeUrl, origin }: Config,
  kind: ItemKind,
  id: string,
  { editions, objects }: TakenDown,
): Promise<ToldOfTakeDown['purge']> {
  if (!purgeUrl) return 'none';
  const pages = kind === 'statement' ? [] : LANGS.map((lang) => origin + address(lang, `/${kind}s/${id}`));
  const told = { origin, editions, urls: [...pages, ...objects.map((hash) => `${origin}/data/o/${hash}`)] };
  try {
    const response = await fetch(purgeUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(told),
      signal: AbortSignal.timeout(PATIENCE),
    });
    return response.ok ? 'told' : 'failed';
  } catch {
    return 'failed';
  }
}
