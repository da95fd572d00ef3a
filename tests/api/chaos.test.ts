import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import { seeded } from '../bench/measure.ts';
import { joins, signedIn, type Client } from '../fixtures/desk.ts';
import { freePort, startSite, tempFolder, type Site } from '../fixtures/server.ts';

const EDITORS = 5;
const EDITS = 500;
const KILLS = 20;
const ITEMS = ['e-aaaaaaaaaa', 'e-bbbbbbbbbb', 'e-cccccccccc', 'e-dddddddddd'] as const;
const FIELDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

type Payload = Readonly<Record<string, unknown>> & { readonly id: string };
interface Answer {
  readonly outcome: 'saved' | 'conflict';
  readonly revision: number;
  readonly payload: Payload;
  readonly theirs: { readonly number: number; readonly payload: Payload };
}
/** A save that the desk has said is kept. */
interface Acknowledged {
  readonly key: string;
  readonly editor: number;
  readonly id: string;
  readonly field: string;
  readonly value: string;
  readonly revision: number;
  readonly payload: Payload;
}

const folder = tempFolder();
let env: { SALIENT_DATA: string; SALIENT_SEED: string; PORT: string };
/** The site that runs, or will once it is started again. */
let running: Promise<Site>;
const clients: Client[] = [];
beforeAll(async () => {
  env = { SALIENT_DATA: join(folder.path, 'data'), SALIENT_SEED: 'none', PORT: String(await freePort()) };
  running = startSite(env);
  const site = await running;
  for (let i = 0; i < EDITORS; i += 1) {
    await joins(site, `editor-${i}@example.org`, 'editor');
    clients.push(await signedIn(site, `editor-${i}@example.org`));
  }
});
afterAll(async () => {
  await (await running).stop();
  folder.remove();
});

/** The server is cut off where it stands, and started again. */
let kills = 0;
async function kill(): Promise<void> {
  kills += 1;
  const old = await running;
  running = old.stop('SIGKILL').then(() => startSite(env));
  await running;
}

/** Ask until there is an answer, the same each time: a browser does so whose line was cut. */
async function untilAnswered(
  own: Client,
  path: string,
  body: unknown,
  random: () => number,
): Promise<unknown> {
  for (;;) {
    const cut = new AbortController();
    const asking = own.api(path, body, { signal: cut.signal });
    // It may fail before it is waited for.
    asking.catch(() => undefined);
    if (random() < 0.15) {
      // Cut at some point between sending and hearing, counted in turns of the loop.
      for (let turns = Math.floor(random() * 40); turns > 0; turns -= 1)
        await new Promise((next) => setImmediate(next));
      cut.abort();
    }
    try {
      const response = await asking;
      if (response.status === 200) return (await response.json()) as unknown;
      throw new Refused(`${path}: ${response.status} ${await response.text()}`);
    } catch (error) {
      if (error instanceof Refused) throw error;
      await running;
    }
  }
}
class Refused extends Error {}

it('keeps every save that it acknowledged, once and in order, whatever is cut and killed', async () => {
  const acknowledged: Acknowledged[] = [];
  let [edits, conflicts, repeats] = [0, 0, 0];
  let killing: Promise<void> | undefined;

  const first = clients[0] as Client;
  for (const id of ITEMS) {
    const body = { key: `first-of-${id}`, kind: 'event', base: 0, payload: { id } };
    expect(await untilAnswered(first, '/desk/api/save', body, () => 1)).toMatchObject({ revision: 1 });
  }

  const work = async (editor: number): Promise<void> => {
    const random = seeded(100 + editor);
    const own = clients[editor] as Client;
    // What this editor last saw of each item; the others write on.
    const seen = new Map<string, { revision: number; payload: Payload }>(
      ITEMS.map((id) => [id, { revision: 1, payload: { id } }]),
    );
    while (edits < EDITS) {
      edits += 1;
      const id = ITEMS[Math.floor(random() * ITEMS.length)] ?? ITEMS[0];
      const field = FIELDS[Math.floor(random() * FIELDS.length)] ?? 'a';
      const value = `${editor}-${edits}`;
      const base = seen.get(id) ?? { revision: 0, payload: { id } };
      const body = {
        key: `key-of-${editor}-${edits}`,
        kind: 'event',
        base: base.revision,
        payload: { ...base.payload, [field]: value },
      };
      const twice = random() < 0.1;
      const answers = (await Promise.all(
        Array.from({ length: twice ? 2 : 1 }, () => untilAnswered(own, '/desk/api/save', body, random)),
      )) as Answer[];
      const [answer, again] = answers as [Answer, Answer?];
      if (answer.outcome === 'conflict') {
        conflicts += 1;
        seen.set(id, { revision: answer.theirs.number, payload: answer.theirs.payload });
        continue;
      }
      if (again) {
        repeats += 1;
        expect(again).toMatchObject({ outcome: 'saved', revision: answer.revision });
      }
      const { revision, payload } = answer;
      acknowledged.push({ key: body.key, editor, id, field, value, revision, payload });
      seen.set(id, { revision, payload });
      if (random() < 0.2) {
        const arrangement = { items: [{ kind: 'event', id }], assignee: `somebody-${editor}` };
        await untilAnswered(own, '/desk/api/arrange', arrangement, random);
      }
      if (kills < Math.min(KILLS, Math.floor((edits * KILLS) / (EDITS - EDITORS))) && !killing)
        killing = kill().finally(() => (killing = undefined));
    }
  };
  await Promise.all(clients.map((_, editor) => work(editor)));
  await killing;
  while (kills < KILLS) await kill();
  await (await running).stop('SIGKILL');

  expect(kills).toBe(KILLS);
  // What was to happen did: lines were cut, requests repeated, editors wrote over each other.
  expect(conflicts).toBeGreaterThan(10);
  expect(repeats).toBeGreaterThan(10);
  expect(acknowledged.length).toBeGreaterThan(EDITS / 3);

  const db = new DatabaseSync(join(env.SALIENT_DATA, 'salient.db'));
  expect(db.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  db.close();
  const store = await openSqlite(join(env.SALIENT_DATA, 'salient.db'));
  const people = await store.accounts.people();
  try {
    for (const id of ITEMS) {
      const revisions = (await store.work.revisions('event', id)).reverse();
      const own = acknowledged.filter((each) => each.id === id).sort((a, b) => a.revision - b.revision);
      // One revision for each save and the first: none is missing, none is there twice.
      expect(revisions.map((r) => r.number)).toEqual(revisions.map((_, i) => i + 1));
      expect(own.map((each) => each.revision)).toEqual(revisions.slice(1).map((r) => r.number));
      // In the order in which each editor was told.
      for (const editor of clients.keys()) {
        const told = acknowledged.filter((each) => each.id === id && each.editor === editor);
        expect(told).toEqual(told.toSorted((one, other) => one.revision - other.revision));
      }
      let before: Payload = { id };
      for (const [i, { field, value, payload, editor }] of own.entries()) {
        const kept = revisions[i + 1];
        expect(kept?.payload).toEqual(payload);
        // Each changes the one field that was written, and leaves what the others wrote.
        expect(kept?.payload).toEqual({ ...before, [field]: value });
        expect(kept?.by).toBe(people.find((p) => p.name === `editor-${editor}`)?.id);
        before = payload;
      }
      expect((await store.work.item('event', id))?.revision).toBe(revisions.length);
    }
    expect(await store.work.verifyAudit()).toBeUndefined();
    expect(
      (await store.work.audit(1_000)).filter((entry) => entry.action === 'arrange').length,
    ).toBeGreaterThan(20);
  } finally {
    await store.close();
    running = startSite(env);
  }
}, 120_000);
