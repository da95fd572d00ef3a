import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedStore } from '../../../../tests/fixtures/shipped.ts';
import { embedFromUrl } from '#lib/domain/embed/options.ts';
import type { ChangeKind, ItemKind } from '#lib/domain/history/edition.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import { day } from '#lib/domain/time/day.ts';
import { buildObjects } from '../editions/objects.ts';
import { readAsked } from '../pages/asked.ts';
import type { Items, Store } from '../store/store.ts';
import { rebuilder } from '../editions/rebuild.ts';
import { widgetFeed } from './feed.ts';
import { mendedSince } from './later.ts';
import { goneOf, missingFrom, ribbonOf } from './ribbon.ts';

const STRIKE = 'e-qs5fjj7wdd';
const NOTE = { en: 'It was otherwise.', uk: 'Було інакше.' };

let store: Store;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ store, remove } = await shippedStore());
});
afterEach(() => remove());

/** Publish a change of an item that is public. */
async function change(
  kind: ItemKind,
  id: string,
  how: ChangeKind,
  edit: (was: never) => Items[ItemKind] = (was) => was,
): Promise<void> {
  const head = await store.public.head();
  const was = (await store.desk.latest(kind, id))?.payload;
  if (!was) throw new Error(`there is no ${kind} ${id}`);
  const entry = { kind, id, change: how, note: NOTE };
  const [revision] =
    how === 'retraction' ? [] : await store.desk.save([{ kind, payload: edit(was as never), by: 'tester' }]);
  await store.desk.publish(
    {
      published_at: head.published_at + 60_000,
      note: { en: 'A change.' },
      entries: [revision === undefined ? entry : { ...entry, revision }],
    },
    buildObjects,
  );
}
/** Publish a statement that nobody knew of. */
async function add(statement: Statement): Promise<void> {
  const head = await store.public.head();
  const [revision = 0] = await store.desk.save([{ kind: 'statement', payload: statement, by: 'tester' }]);
  const entry = { kind: 'statement', id: statement.id, revision, change: 'new' } as const;
  await store.desk.publish(
    { published_at: head.published_at + 60_000, note: { en: 'More is known.' }, entries: [entry] },
    buildObjects,
  );
}
const ask = async (query: string) => {
  const { options } = embedFromUrl(new URLSearchParams(query));
  return { options, asked: await readAsked(store.public, new URLSearchParams(query), options.lang) };
};
const mended = async (query: string): Promise<string[]> => {
  const { options, asked } = await ask(query);
  return (await mendedSince(store.public, asked, options)).map(
    (m) => `${m.edition} ${m.change} ${m.item.id}`,
  );
};
const gone = async (query: string) => {
  const { options, asked } = await ask(query);
  return goneOf(await missingFrom(asked, options), 'en', 'https://map.example');
};

const AT_DNIPRO = 'at=35.04,48.46,9&day=2024-11-26&edition=2';
const AT_KHARKIV = 'at=36.23,49.99,10&day=2024-11-26&edition=2';
const OF_STRIKE = `event=${STRIKE}&edition=2`;

describe('an event that a pinned map shows', () => {
  const retitled = (was: Items['event']): Items['event'] => ({ ...was, title: { en: 'Retitled' } });

  it.each(['update', 'clarification'] as const)(
    'is left without a ribbon by a change of the kind %s',
    async (how) => {
      await change('event', STRIKE, how, retitled);
      for (const query of [AT_DNIPRO, OF_STRIKE]) expect(await mended(query)).toEqual([]);
    },
  );

  it('puts one by a correction where it is in the frame, and none where it is outside of it or of the days', async () => {
    await change('event', STRIKE, 'correction', retitled);
    for (const query of [AT_DNIPRO, OF_STRIKE, 'edition=2&day=2024-11-26'])
      expect(await mended(query), query).toEqual([`3 correction ${STRIKE}`]);
    for (const query of [AT_KHARKIV, 'at=35.04,48.46,9&day=2024-10-20&edition=2', `${AT_DNIPRO}&kinds=clash`])
      expect(await mended(query), query).toEqual([]);
  });

  it('puts one by a retraction, which names it as the map does and leads to where it is told', async () => {
    await change('event', STRIKE, 'retraction');
    const { options, asked } = await ask(OF_STRIKE);
    const ribbon = ribbonOf(await mendedSince(store.public, asked, options), 'en', 'https://map.example');
    expect(ribbon).toMatchObject({
      text: 'Retracted since: “Intermediate-range missile hits Dnipro”.',
      why: 'It was otherwise.',
      href: `https://map.example/events/${STRIKE}`,
    });
    // The picture is of the edition that was pinned, and has it.
    expect(asked.view.event).toBe(STRIKE);
    expect(await gone(OF_STRIKE)).toBeUndefined();
    // A map that is not pinned says that it is gone.
    expect(await gone(`event=${STRIKE}`)).toMatchObject({
      text: 'What this map was about is not in the edition that it shows.',
      why: 'It was otherwise.',
      href: `https://map.example/events/${STRIKE}`,
    });
  });

  it('is gone from every map when it is taken down, and no ribbon tells of it', async () => {
    await change('event', STRIKE, 'correction', retitled);
    await store.publishing.takeDown(
      { kind: 'event', id: STRIKE, by: 'tester', reason: 'endangers' },
      rebuilder,
    );
    for (const query of [AT_DNIPRO, OF_STRIKE]) expect(await mended(query)).toEqual([]);
    const { asked } = await ask(OF_STRIKE);
    expect(asked.catalogue.event(STRIKE)).toBeUndefined();
    expect(await gone(OF_STRIKE)).toMatchObject({
      text: 'What this map showed was taken down.',
      href: undefined,
    });
  });

  it('counts where more than one thing was mended', async () => {
    await change('event', STRIKE, 'correction', retitled);
    await change('event', STRIKE, 'correction', retitled);
    const { options, asked } = await ask(OF_STRIKE);
    expect(
      ribbonOf(await mendedSince(store.public, asked, options), 'en', 'https://map.example'),
    ).toMatchObject({
      text: '2 corrections since this map was made.',
      href: 'https://map.example/corrections',
    });
  });
});

describe('a report on which stands what a pinned map shows', () => {
  const renamed = (was: Items['report']): Items['report'] => ({ ...was, title: 'Renamed' });
  /** A report behind the strike alone. */
  const SOURCE = 'r-7iuxmoztrp';

  it.each(['update', 'clarification'] as const)(
    'leaves it without a ribbon by a change of the kind %s',
    async (how) => {
      await change('report', SOURCE, how, renamed);
      for (const query of [AT_DNIPRO, OF_STRIKE]) expect(await mended(query)).toEqual([]);
    },
  );

  it('puts one by a correction where the event that cites it is seen, and nowhere else', async () => {
    await change('report', SOURCE, 'correction', renamed);
    for (const query of [AT_DNIPRO, OF_STRIKE, 'edition=2&day=2024-11-26'])
      expect(await mended(query), query).toEqual([`3 correction ${SOURCE}`]);
    for (const query of [AT_KHARKIV, `${AT_DNIPRO}&kinds=clash`])
      expect(await mended(query), query).toEqual([]);
  });

  it('puts one by its retraction, once no event cites it any more, and the feed of the map tells of it', async () => {
    await change('event', STRIKE, 'update', (was: Items['event']) => ({
      ...was,
      claims: was.claims.filter((c) => c.via !== SOURCE && c.citation.report !== SOURCE),
    }));
    await change('report', SOURCE, 'retraction');
    const { options, asked } = await ask(OF_STRIKE);
    const all = await mendedSince(store.public, asked, options);
    expect(ribbonOf(all, 'en', 'https://map.example')).toMatchObject({
      text: expect.stringMatching(/^Retracted since: “/) as string,
      why: 'It was otherwise.',
      href: `https://map.example/reports/${SOURCE}`,
    });
    const feed = widgetFeed(asked, options, 'A map', all, {
      origin: 'https://map.example',
      publisher: undefined,
    });
    expect(feed.match(/<entry>/g)).toHaveLength(1);
    expect(feed).toContain(`href="https://map.example/reports/${SOURCE}"`);
  });

  it('puts one where ground changed hands by it in the frame and days that are shown', async () => {
    const { asked } = await ask('edition=2');
    const taken = asked.control.statements.find((s) => s.id === 'c-257wgmizhy');
    const source = taken?.citations[0]?.report ?? '';
    await change('report', source, 'correction', renamed);
    const at = 'at=37.37,48.03,11&edition=2&layers=control,front,fresh,labels';
    expect(await mended(`${at}&day=2024-11-16&window=1`)).toEqual([`3 correction ${source}`]);
    expect(await mended(`${at}&day=2024-11-15&window=1`)).toEqual([]);
    expect(await mended(`at=36.23,49.99,11&edition=2&day=2024-11-16&window=1`)).toEqual([]);
  });
});

describe('ground that a pinned map shows', () => {
  /** The last patch of assessed ground that dated statements moved. */
  const patch = async (): Promise<Statement> => {
    const { asked } = await ask('edition=2');
    const found = asked.control.statements.findLast(
      (s) => s.basis === 'assessed' && s.extent === 'patch' && !s.opening,
    );
    if (!found) throw new Error('no patch ships');
    return found;
  };
  const middle = (s: Statement): [number, number] => {
    const ring = (s.area.type === 'Polygon' ? s.area.coordinates[0] : s.area.coordinates[0]?.[0]) ?? [];
    const mean = (i: 0 | 1): number => ring.reduce((sum, p) => sum + p[i], 0) / ring.length;
    return [mean(0), mean(1)];
  };
  const around = ([x, y]: [number, number], dx: number, dy: number): Statement['area'] => ({
    type: 'Polygon',
    coordinates: [
      [
        [x - dx, y - dy],
        [x + dx, y - dy],
        [x + dx, y + dy],
        [x - dx, y + dy],
        [x - dx, y - dy],
      ],
    ],
  });
  const at = ([x, y]: [number, number], more: string): string =>
    `at=${x.toFixed(4)},${y.toFixed(4)},10&edition=2&${more}`;
  const retitled = (was: Statement): Statement => ({ ...was, title: { en: 'Retitled' } });

  it('puts a ribbon on it by a correction where it changed hands in the frame and days that are shown', async () => {
    const s = await patch();
    await change('statement', s.id, 'correction', retitled);
    expect(await mended(at(middle(s), `day=${s.day}`))).toEqual([`3 correction ${s.id}`]);
    expect(await mended(at([24, 49.8], `day=${s.day}`))).toEqual([]);
    expect(await mended(at(middle(s), `day=${s.day}&layers=events,labels`))).toEqual([]);
  });

  it('puts none by an update of it', async () => {
    const s = await patch();
    await change('statement', s.id, 'update', retitled);
    expect(await mended(at(middle(s), `day=${s.day}`))).toEqual([]);
  });

  it('from before the days that are shown puts one only where the line moved by more than it is true to', async () => {
    const { asked } = await ask('edition=2');
    const moves = asked.control.statements.filter(
      (s) => s.basis === 'assessed' && s.extent === 'patch' && !s.opening,
    );
    const [first] = moves;
    if (!first) throw new Error('no patch ships');
    // Its words alone: the line stands where it stood.
    await change('statement', first.id, 'correction', retitled);
    const later = at(middle(first), 'day=2024-11-26&window=1');
    expect(await mended(later)).toEqual([]);
    // Ground far over the line: it was said to be held and was not.
    const wide = (was: Statement): Statement => ({ ...was, area: around(middle(was), 0.6, 0.4) });
    await change('statement', first.id, 'correction', wide);
    expect(await mended(later)).toContain(`4 correction ${first.id}`);
    expect(await mended(at([24, 49.8], 'day=2024-11-26&window=1'))).toEqual([]);
  });

  it('puts one whatever the change is called that moves the line of its day by more than it is true to', async () => {
    const s = await patch();
    const later = at(middle(s), 'day=2024-11-26&window=1');
    // Known later, of a day before: as much ground as the map is true to tells of no move.
    const added = (dx: number, dy: number, title: string): Statement => ({
      ...s,
      id: `c-${title.toLowerCase().padEnd(10, 'a')}` as Statement['id'],
      title: { en: title },
      day: day('2024-11-20'),
      area: around(middle(s), dx, dy),
    });
    await add(added(0.02, 0.02, 'Little'));
    expect(await mended(later)).toEqual([]);
    const much = added(0.6, 0.4, 'Much');
    await add(much);
    expect(await mended(later)).toEqual([`4 moved ${much.id}`]);
    for (const query of [
      at([24, 49.8], 'day=2024-11-26&window=1'),
      at(middle(s), 'day=2024-11-19&window=1'),
      at(middle(s), 'day=2024-11-26&window=1&layers=events,labels'),
      at(middle(s), 'day=2024-11-26&window=1').replace('edition=2', 'edition=4'),
    ])
      expect(await mended(query), query).toEqual([]);
    const { options, asked } = await ask(later);
    const all = await mendedSince(store.public, asked, options);
    expect(ribbonOf(all, 'en', 'https://map.example')).toEqual({
      text: 'The line drawn here has moved since: “Much”.',
      why: 'As this day is known now, the line runs elsewhere by more than the map is true to.',
      href: 'https://map.example/days/2024-11-20?edition=4',
      link: 'What is known now',
    });
    const feed = widgetFeed(asked, options, 'A map', all, {
      origin: 'https://map.example',
      publisher: undefined,
    });
    expect(feed).toContain(`<id>https://map.example/corrections#4-statement-${much.id}</id>`);
    // Taken back by an update, the line is where the picture has it.
    await change('statement', much.id, 'update', (was: Statement) => ({ ...was, area: s.area }));
    expect(await mended(later)).toEqual([]);
  });
});

describe('the place that a pinned map is about', () => {
  const PLACE = 'place=kurakhove&day=2024-11-26&edition=2';

  it('puts a ribbon on it by a correction, and by no correction of another', async () => {
    await change('place', 'kurakhove', 'correction', (was: Items['place']) => ({
      ...was,
      population: 18_000,
    }));
    expect(await mended(PLACE)).toEqual(['3 correction kurakhove']);
    expect(await mended('place=dnipro&day=2024-11-26&edition=2')).toEqual([]);
  });

  it('says that it is not there where the edition never had it', async () => {
    expect(await gone('place=atlantis')).toMatchObject({
      text: 'What this map was about is not in the edition that it shows.',
      href: undefined,
    });
    expect(await gone(PLACE)).toBeUndefined();
  });
});
