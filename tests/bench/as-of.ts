import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OPEN_END } from '#lib/domain/history/edition.ts';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import type { Figure } from './main.ts';
import { medianMs, round, seeded } from './measure.ts';

const ROWS = 1_300_000;
const EDITIONS = 10_000;

/**
 * "Events in this box of one degree as of edition N" over 1.3 million public rows and 10,000 editions, through the
 * store's own reader, against the same question put to a B-tree over longitude.
 */
export async function asOf(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'salient-bench-'));
  try {
    const file = join(folder, 'bench.db');
    await (await openSqlite(file)).close();
    fill(file);
    const store = await openSqlite(file);
    const random = seeded(2);
    const boxes = Array.from({ length: 60 }, () => {
      const [w, s] = [22 + random() * 17, 44.5 + random() * 7];
      return { n: 1 + Math.floor(random() * EDITIONS), box: [w, s, w + 1, s + 1] as const };
    });
    const ours = await medianMs(boxes.length, async (i) => {
      const { n, box } = boxes[i] ?? { n: 1, box: [0, 0, 1, 1] as const };
      return (await store.public.at(n))?.eventsIn(box);
    });
    await store.close();

    const raw = new DatabaseSync(file);
    raw.exec('create index peer on public_item (kind, lng)');
    const query = raw.prepare(
      `select r.payload from public_item p join revision r on r.kind = p.kind and r.id = p.id and r.number = p.revision
       where p.kind = 'event' and p.lng between ? and ? and p.lat between ? and ? and p.published_in <= ? and p.superseded_in > ?`,
    );
    const peer = await medianMs(20, (i) => {
      const { n, box } = boxes[i] ?? { n: 1, box: [0, 0, 1, 1] as const };
      return query.all(box[0], box[2], box[1], box[3], n, n);
    });
    raw.close();
    return [
      {
        bench: 'as-of',
        value: round(ours),
        unit: 'ms',
        vs: 'the same question over a B-tree on longitude',
        ratio: round(peer / ours),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows as years of publishing leave them: most are revisions that a later edition superseded. */
function fill(file: string): void {
  const random = seeded(1);
  const db = new DatabaseSync(file);
  db.exec('pragma synchronous = off; begin');
  const edition = db.prepare('insert into edition values (?, ?, ?, ?)');
  for (let n = 1; n <= EDITIONS; n += 1) edition.run(n, n, 'digest', '{"en":"n"}');
  const revision = db.prepare(`insert into revision values ('event', ?, ?, ?, 'sha', 0, 'bench', null)`);
  const item = db.prepare(
    `insert into public_item (key, kind, id, revision, published_in, superseded_in, lng, lat) values (?, 'event', ?, ?, ?, ?, ?, ?)`,
  );
  const space = db.prepare('insert into public_space values (?, ?, ?, ?, ?, ?, ?)');
  let key = 0;
  for (let event = 0; key < ROWS; event += 1) {
    const id = `e-${event}`;
    const [lng, lat] = [22 + random() * 18, 44 + random() * 8.5];
    let from = 1 + Math.floor(random() * EDITIONS * 0.9);
    for (let number = 1; number <= 13 && key < ROWS; number += 1) {
      key += 1;
      const last = number === 13 || from >= EDITIONS;
      const until = last ? OPEN_END : Math.min(EDITIONS, from + 1 + Math.floor(random() * 150));
      revision.run(id, number, `{"id":"${id}","point":[${lng},${lat}]}`);
      item.run(key, id, number, from, until, lng, lat);
      space.run(key, lng, lng, lat, lat, from, last ? OPEN_END : until - 1);
      if (last) break;
      from = until;
    }
  }
  db.exec('commit');
  db.exec('analyze');
  db.close();
}
