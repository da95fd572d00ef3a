import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedStore } from '../../../../tests/fixtures/shipped.ts';
import { EVENT_KINDS } from '#lib/domain/events/terms.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import { day as aDay, daysBetween } from '#lib/domain/time/day.ts';
import type { Store } from '../store/store.ts';
import { readAsked, type Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { listsOf } from '#lib/scene/lists.ts';
import { timelineModel, weeksOf } from '#lib/scene/timeline.ts';

let store: Store;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ store, remove } = await shippedStore());
});
afterAll(() => remove());

const STRIKE_ON_DNIPRO = 'e-qs5fjj7wdd';
const LAST = aDay('2024-11-26');
const asked = (query = '', lang: Lang = 'en'): Promise<Asked> =>
  readAsked(store.public, new URLSearchParams(query), lang);
const lists = async (query = '', lang: Lang = 'en') => {
  const a = await asked(query, lang);
  return listsOf(a, a.day ?? LAST);
};
const timeline = async (query = '') => {
  const a = await asked(query);
  return timelineModel({ ...a, ends: [a.day ?? LAST] }, a.view, a.day ?? LAST);
};
const catalogue = async (query = '') => catalogueOf((await asked(query)).reader);

describe('the shipped editions', () => {
  it('hold seventeen events, all in both languages', async () => {
    const { events } = await catalogue();
    expect(events).toHaveLength(17);
    for (const e of events) {
      expect(textIn(e.title, 'uk').lang, e.title.en).toBe('uk');
      for (const c of e.claims) expect(textIn(c.text, 'uk').lang, c.text.en).toBe('uk');
    }
  });

  it('know the strike on Dnipro by its week in edition 1 and by its day in edition 2, as an update', async () => {
    const periodIn = async (query: string) =>
      (await catalogue(query)).events.find((e) => e.id === STRIKE_ON_DNIPRO)?.period;
    expect(await periodIn('edition=1')).toEqual({ from: '2024-11-18', until: '2024-11-25' });
    expect(await periodIn('edition=2')).toEqual({ from: '2024-11-21', until: '2024-11-22' });
    const history = await (await asked()).reader.historyOf('event', STRIKE_ON_DNIPRO);
    expect(history.map((c) => [c.edition, c.change])).toEqual([
      [1, 'new'],
      [2, 'update'],
    ]);
    expect(history[1]?.note?.en).toContain('21 November');
  });

  it('never date the two strikes on power grids, nor one by the other', async () => {
    const { events } = await catalogue();
    const grids = events.filter((e) => e.kind === 'strike' && e.target === 'energy');
    expect(grids.map((e) => e.location?.place).sort()).toEqual(['kyiv', 'ternopil']);
    for (const grid of grids) expect(grid.period.from).toBeUndefined();
    for (let d = 1; d <= 26; d += 1) {
      const { rows } = await lists(`day=2024-11-${String(d).padStart(2, '0')}&window=1`);
      for (const { id } of grids) expect(rows.find((r) => r.key === id)?.standing).not.toBe('dated');
    }
  });

  it('have no prisoner with a name or a place', async () => {
    const held = (await catalogue()).events.filter((e) => e.kind === 'detention');
    expect(held.map((e) => [e.point, e.location])).toEqual([[null, undefined]]);
  });
});

describe('the lists of the first page', () => {
  it('have only what has a place among the rows, and what has none apart', async () => {
    for (const query of ['', 'window=all', 'edition=1']) {
      const { rows, placeless } = await lists(query);
      const byId = new Map((await catalogue(query)).events.map((e) => [e.id as string, e]));
      for (const row of rows) if (row.type === 'event') expect(byId.get(row.key)?.location).toBeDefined();
      for (const row of placeless) expect(byId.get(row.key)?.location).toBeUndefined();
    }
    expect((await lists()).placeless).toHaveLength(6);
  });

  it('say of the week until 26 November what is dated, undated and only claimed', async () => {
    const { lead, rest } = (await lists()).sentence;
    expect(lead).toMatch(/^Dated to this week: .*1 strike \(Dnipro\)/);
    expect(rest).toContain('in a report of 25 November 2024 or later: gains in 3 areas');
    expect(rest).toContain('strikes on 2 power grids');
    expect(rest).toMatch(/Claimed only: 1\.$/);
    const uk = (await lists('', 'uk')).sentence;
    expect(uk.lead).toContain('1 удар (Дніпро)');
    expect(uk.rest).toContain('просування у 3 районах');
    expect(uk.rest).toMatch(/Лише за заявою сторони: 1\.$/);
  });

  it('do not count in edition 1 the strike whose span only touches the week', async () => {
    const { sentence, rows } = await lists('edition=1');
    expect(sentence.lead).not.toContain('strike');
    expect(sentence.rest).toContain('1 event with a longer span');
    expect(rows.find((r) => r.key === STRIKE_ON_DNIPRO)).toMatchObject({
      standing: 'touches',
      when: '18–24 Nov 2024',
    });
    expect((await lists('edition=1&day=2024-11-24')).sentence.lead).toContain('1 strike (Dnipro)');
  });

  it('stand newest first, what has no day last', async () => {
    const sorts = (await lists('window=all')).rows.map((r) => r.sort ?? '0000');
    expect(sorts).toEqual([...sorts].sort().reverse());
    expect(sorts.at(-1)).toBe('0000');
  });

  it('leave out what the filters hide, and say how many', async () => {
    const all = await lists();
    const count = (l: typeof all) => l.rows.filter((r) => r.type === 'event').length + l.placeless.length;
    expect(all.hidden).toBe(0);
    for (const query of ['kinds=strike', 'evidence=claimed', 'by=ukraine', 'theatre=elsewhere', 'kinds=']) {
      const some = await lists(query);
      expect(some.hidden, query).toBeGreaterThan(0);
      expect(count(some) + some.hidden, query).toBe(count(all));
    }
    const strikes = await lists('kinds=strike');
    expect(strikes.rows.filter((r) => r.type === 'event').every((r) => r.kind === 'strike')).toBe(true);
    expect((await lists(`kinds=${EVENT_KINDS.join(',')}`)).hidden).toBe(0);
  });

  it('say who says it, and through whom we know', async () => {
    const { rows } = await lists();
    const who = (title: RegExp) => rows.find((r) => title.test(r.title))?.who;
    expect(who(/Kurakhove/)).toContain('Institute for the Study of War (ISW), via JadeTimes');
    expect(who(/US and UK weapons/)).toContain('Vladimir Putin, via Euromaidan Press');
    for (const row of rows) expect(row.who, row.title).not.toBe('');
  });

  it('tell nothing of the future of the day shown', async () => {
    for (const day of ['2024-11-20', '2024-11-24']) {
      for (const row of (await lists(`day=${day}&window=all`)).rows) {
        expect((row.sort ?? day) <= day, `${row.title} on ${day}`).toBe(true);
      }
    }
  });
});

describe('an edition that is asked for', () => {
  it('by a day before the first is edition 1, with a note', async () => {
    expect(await asked('known=2024-11-23')).toMatchObject({
      edition: { number: 1 },
      editionNote: 'before-first',
    });
  });

  it('by a day is the last one that was published before the end of it', async () => {
    expect(await asked('known=2030-01-01')).toMatchObject({ edition: { number: 2 }, editionNote: undefined });
  });

  it('by a number that there is not yet is the newest, with a note', async () => {
    expect(await asked('edition=99')).toMatchObject({
      edition: { number: 2 },
      editionNote: 'no-such-edition',
    });
  });

  it('by garbage is the newest, with a note that names the parameter', async () => {
    const { edition, notes, day } = await asked('edition=two&day=2024-02-30');
    expect(edition.number).toBe(2);
    expect(notes.map((n) => n.param).sort()).toEqual(['day', 'edition']);
    expect(day).toBe(LAST);
  });

  it('by nothing is the newest, on the last day on which the line was reviewed', async () => {
    expect(await asked()).toMatchObject({
      edition: { number: 2 },
      day: LAST,
      notes: [],
      editionNote: undefined,
    });
  });

  it('is the whole truth of its time: edition 1 has no report of edition 2', async () => {
    const first = await catalogue('edition=1');
    expect(first.events.length).toBeLessThan(17);
    expect([...first.reports.values()].some((r) => r.publisher === 'JadeTimes')).toBe(false);
    expect([...(await catalogue()).reports.values()].some((r) => r.publisher === 'JadeTimes')).toBe(true);
  });
});

describe('the timeline', () => {
  it('never counts a span in a day', async () => {
    const first = (await timeline('edition=1')).base;
    expect(first.spans.map((x) => [x.first, x.last, x.title.text])).toEqual([
      ['2024-11-18', '2024-11-24', 'Intermediate-range missile hits Dnipro'],
    ]);
    for (const bin of first.bins) {
      if (bin.first >= '2024-11-18' && bin.first < '2024-11-25') expect(bin.events, bin.first).toBe(0);
    }
    const second = (await timeline()).base;
    expect(second.spans).toEqual([]);
    expect(second.bins.find((bin) => bin.first === '2024-11-21')?.events).toBe(1);
  });

  it('counts in its days and weeks exactly the events that have a day', async () => {
    const { base } = await timeline();
    const { events } = await catalogue();
    const dated = events.filter(
      (e) => e.period.from && e.period.until && daysBetween(e.period.from, e.period.until) === 1,
    );
    const sum = (list: readonly { events: number }[]) => list.reduce((n, x) => n + x.events, 0);
    expect(sum(base.bins)).toBe(dated.length);
    expect(sum(weeksOf(base))).toBe(dated.length);
    expect(base.undated.reduce((n, u) => n + u.count, 0)).toBe(events.length - dated.length);
    expect(base.undated.map((u) => u.from)).toContain('2024-11-25');
  });

  it('goes without a gap from the first day of the ledgers to the last, in weeks from Monday', async () => {
    const { base } = await timeline();
    expect([base.bins[0]?.first, base.bins.at(-1)?.last]).toEqual(['2024-09-01', '2024-11-26']);
    for (const [i, { first }] of base.bins.entries()) {
      if (i > 0) expect(daysBetween(base.bins[i - 1]?.first ?? first, first)).toBe(1);
    }
    for (const { first } of weeksOf(base).filter((w) => w.first !== '2024-09-01'))
      expect(new Date(`${first}T00:00:00Z`).getUTCDay()).toBe(1);
  });

  it('steps by day and by change, and not beyond its ends', async () => {
    expect((await timeline()).steps).toMatchObject({ before: '2024-11-25', changeBefore: '2024-11-25' });
    expect((await timeline()).steps.after).toBeUndefined();
    const { steps } = await timeline('day=2024-11-22');
    expect(steps).toMatchObject({ before: '2024-11-21', after: '2024-11-23', changeBefore: '2024-11-21' });
    expect((await timeline('day=2024-09-01')).steps.before).toBeUndefined();
  });

  it('heeds the filters', async () => {
    const { base } = await timeline('kinds=incident');
    expect(base.bins.filter((bin) => bin.events > 0).map((bin) => bin.first)).toEqual(['2024-11-25']);
  });
});
