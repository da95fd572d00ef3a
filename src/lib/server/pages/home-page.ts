import { addDays, dayOfInstant, type Day } from '#lib/domain/time/day.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import type { View } from '#lib/domain/view/view.ts';
import { chipsOf } from '#lib/scene/chips.ts';
import { legendOf } from '#lib/scene/legend.ts';
import { cameraFor } from '#lib/look/cameras.ts';
import { swatchSvg } from '#lib/look/swatches.ts';
import { longDay, mediumDay, monthOf, shortDay, weekday } from '#lib/words/dates.ts';
import { mapWords } from '#lib/words/map.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { listsOf } from '#lib/scene/lists.ts';
import { full, picturesOf } from './pictures.ts';
import { rowViews } from './row-views.ts';
import { timelineOf, type Timeline } from './timeline.ts';

/** The first page: the date, one true sentence, the picture, the days, what changed. */
export async function homePage(asked: Asked, config: Config, now: number) {
  const { lang, view, edition, control } = asked;
  const t = pageWords[lang];
  const day = asked.day ?? dayOfInstant(now);
  const shown: View = { ...view, day };
  const sizes = full(lang);
  const { scene, pictures } = await picturesOf(asked, shown, sizes);
  const lists = edition.number > 0 ? listsOf(asked, day) : undefined;
  const timeline = edition.number > 0 ? await timelineOf(asked, day) : undefined;
  const at = (d: Day): string => address(lang, '/', { ...view, day: d });
  const frame = { camera: cameraFor(shown, sizes.deskShown, scene.focus), ...sizes.deskShown };
  const path = address(lang, '/', view);
  const title = longDay(lang, day);
  const sentence = lists?.sentence ?? { lead: t.noEdition, rest: t.noEditionHow };
  return {
    weekday: capital(weekday(lang, day), lang),
    date: title,
    sentence,
    empty: edition.number === 0,
    pictures,
    pill: [
      control.demonstration ? mapWords[lang].demonstration(control.resolution_m) : '',
      edition.number > 0 ? t.edition(edition.number) : '',
      control.lastReviewed
        ? `${t.reviewed(mediumDay(lang, control.lastReviewed))}${now > Date.parse(addDays(control.lastReviewed, 4)) ? `: ${t.notToday}` : ''}`
        : '',
    ].filter(Boolean),
    legend: legendOf(scene, frame).map((entry) => ({ ...entry, svg: swatchSvg(entry.key) })),
    chips: chipsOf(scene, frame).map((chip) => ({
      key: chip.place as string,
      href: address(lang, `/places/${chip.place}`, carried(view)),
      name: chip.name,
      bearing: Math.round(chip.bearing),
      km: t.kilometres(chip.km),
      label: `${chip.name}, ${t.kilometres(chip.km)}, ${t.compass[Math.round(chip.bearing / 45) % 8] ?? ''}`,
    })),
    windows: [
      { text: t.windowDay, window: 1 },
      { text: t.windowWeek, window: 7 },
      { text: t.windowAll, window: 'all' as const },
    ].map((w) => ({
      text: w.text,
      href: address(lang, '/', { ...view, window: w.window }),
      current: view.window === w.window,
    })),
    rows: rowViews(lists?.rows ?? [], asked),
    placeless: rowViews(lists?.placeless ?? [], asked),
    hidden:
      lists && lists.hidden > 0
        ? {
            text: t.hidden(lists.hidden),
            link: t.clearFilters,
            href: address(lang, '/', {
              ...view,
              kinds: undefined,
              evidence: undefined,
              by: undefined,
              theatre: undefined,
            }),
          }
        : undefined,
    dayPage: { href: address(lang, `/days/${day}`, carried(view)), text: t.dayLog(title) },
    timeline: timeline && timelineView(timeline, asked, day, at),
    words: {
      whatChanged: t.whatChanged,
      inWindow: t.inWindow(view.window),
      nothing: t.nothingChanged,
      withoutPlace: t.withoutPlace,
      withoutPlaceWhy: t.withoutPlaceWhy,
      elsewhere: t.elsewhereList,
      legend: t.legend,
      window: t.windowIs,
      claimed: t.claimed,
      disputed: t.disputed,
      timeline: t.timeline,
      weeks: t.weeks,
      picture: t.picture,
      lineMoved: t.lineMoved,
      eventsByDay: t.eventsByDay,
      jump: t.jump,
      go: t.go,
    },
    downloads: [
      { text: t.downloadSvg, href: pictureAddress('svg', shown, lang, edition.number) },
      { text: t.downloadPng, href: pictureAddress('png', shown, lang, edition.number) },
      ...(edition.number > 0
        ? [{ text: 'GeoJSON', href: `/data/${edition.number}/control.geojson?day=${day}` }]
        : []),
    ],
    about: aboutPage(asked, config, {
      title: `${t.site}: ${title}`,
      item: `map of ${day}`,
      url: pinned(
        config,
        address(lang, '/', { ...shown, edition: undefined, known: undefined }),
        edition.number,
      ),
    }),
    head: {
      title: `${title} · Salient`,
      description: `${sentence.lead} ${sentence.rest}`.trim(),
      image: `${config.origin}${pictureAddress('png', shown, lang, edition.number)}`,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        name: `${t.site}: ${title}`,
        description: t.tagline,
        url: config.origin + path,
        temporalCoverage:
          control.opens && control.lastReviewed ? `${control.opens}/${control.lastReviewed}` : undefined,
        spatialCoverage: { '@type': 'Place', name: lang === 'uk' ? 'Україна' : 'Ukraine' },
        version: String(edition.number),
        isAccessibleForFree: true,
        distribution: [
          {
            '@type': 'DataDownload',
            encodingFormat: 'application/geo+json',
            contentUrl: `${config.origin}/data/${edition.number}/events.geojson`,
          },
        ],
      },
    },
  };
}

/** A picture of the view for link previews and downloads, with the edition pinned. */
const pictureAddress = (type: 'svg' | 'png', view: View, lang: 'en' | 'uk', edition: number): string =>
  address(
    'en',
    `/map.${type}`,
    { ...view, edition: edition || undefined, known: undefined, theme: 'system' },
    {
      width: '1200',
      height: '630',
      lang,
      theme: view.theme === 'dark' ? 'dark' : 'light',
    },
  );

/** Percent of the width, as SVG wants it. */
const percent = (x: number): string => `${Math.round(x * 10_000) / 100}%`;

function timelineView(timeline: Timeline, asked: Asked, day: Day, at: (d: Day) => string) {
  const { lang, view } = asked;
  const t = pageWords[lang];
  const n = timeline.days.length;
  const index = new Map(timeline.days.map((d, i) => [d.day, i]));
  // A day long before the days that are drawn stands at their left end.
  const shown = index.get(day) ?? (day < (timeline.days[0]?.day ?? day) ? 0 : n - 1);
  const most = Math.max(3, ...timeline.days.map((d) => d.events));
  const x = (d: Day): number => (index.get(d) ?? (d < (timeline.days[0]?.day ?? d) ? 0 : n)) / n;
  const first = view.window === 'all' ? (timeline.days[0]?.day ?? day) : addDays(day, 1 - view.window);
  return {
    bars: timeline.days.map((d) => ({
      day: d.day as string,
      x: percent((index.get(d.day) ?? 0) / n),
      width: percent(1 / n),
      height: d.events === 0 ? 0 : Math.round((d.events / most) * 40) + 4,
      moved: d.moved,
      inWindow: d.day >= first && d.day <= day,
      href: at(d.day),
      title: `${mediumDay(lang, d.day)}: ${t.weekCount(d.events, d.moved)}`,
    })),
    window: {
      x: percent(Math.max(0, x(first))),
      width: percent((shown + 1 - Math.max(0, index.get(first) ?? 0)) / n),
    },
    now: percent((shown + 0.5) / n),
    spans: timeline.spans.slice(0, 3).map((s) => ({
      x: percent(x(s.from)),
      width: percent(Math.max(0.01, x(s.until) - x(s.from))),
      title: `${s.title}: ${shortDay(lang, s.from)} – ${shortDay(lang, addDays(s.until, -1))}`,
    })),
    undated: timeline.undated.length > 0 && {
      text: t.undatedBand(timeline.undated.map((u) => `${shortDay(lang, u.from)}: ${u.count}`).join(', ')),
      // At most three rows of dashes, the newest lowest; more would say no more.
      rows: timeline.undated.slice(0, 3).map((u, i) => ({ x: percent(x(u.from)), y: 44.5 + i * 4 })),
      x: percent(x(timeline.undated[0]?.from ?? day)),
    },
    months: timeline.days
      .filter((d, i) => i === 0 || d.day.endsWith('-01'))
      .filter((d, i, all) => i > 0 || all.length < 2 || (index.get(all[1]?.day as Day) ?? 0) > n * 0.12)
      .map((d) => ({
        x: percent(x(d.day)),
        text: capital(monthOf(lang, d.day), lang).replace(/ \d{4}$/, (y) =>
          d.day.slice(5, 7) === '01' || d === timeline.days[0] ? y : '',
        ),
      })),
    weeks: [...timeline.weeks].reverse().map((w) => ({
      href: at(w.last),
      text: `${shortDay(lang, w.first)} – ${shortDay(lang, w.last)}`,
      count: t.weekCount(w.events, w.moved),
      current: w.first <= day && day <= w.last,
    })),
    days: timeline.days
      .filter((d) =>
        timeline.weeks.some((w) => w.first <= day && day <= w.last && d.day >= w.first && d.day <= w.last),
      )
      .map((d) => ({
        href: at(d.day),
        text: `${weekday(lang, d.day).slice(0, 2)} ${shortDay(lang, d.day)}`,
        count: t.weekCount(d.events, d.moved),
        current: d.day === day,
      })),
    steps: {
      before: timeline.steps.before && { href: at(timeline.steps.before), text: t.earlierDay },
      after: timeline.steps.after && { href: at(timeline.steps.after), text: t.laterDay },
      changeBefore: timeline.steps.changeBefore && {
        href: at(timeline.steps.changeBefore),
        text: t.earlierChange,
      },
      changeAfter: timeline.steps.changeAfter && {
        href: at(timeline.steps.changeAfter),
        text: t.laterChange,
      },
    },
    day: day as string,
    dayText: longDay(lang, day),
    form: {
      action: address(lang, '/'),
      least: timeline.days[0]?.day as string,
      most: timeline.days.at(-1)?.day as string,
      hidden: [
        ...new URLSearchParams(address('en', '/', { ...view, day: undefined }).split('?')[1] ?? ''),
      ].map(([name, value]) => ({ name, value })),
    },
  };
}

const capital = (text: string, lang: string): string =>
  text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
