import type { Statement } from '#lib/domain/control/statement.ts';
import { isDay, addDays, type Day } from '#lib/domain/time/day.ts';
import { isWithin, overlaps } from '#lib/domain/time/period.ts';
import { reportedFrom } from '#lib/domain/events/dating.ts';
import { textIn, type Text } from '#lib/domain/text.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { changeWords } from '#lib/words/change.ts';
import { longDay, weekday } from '#lib/words/dates.ts';
import { asTheDayBefore } from '#lib/words/near.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { reportLink } from './report.ts';
import { eventRow, flipRow, newestFirst } from '#lib/scene/rows.ts';
import { rowViews } from './row-views.ts';

/** The changelog of a day in words; undefined where the text is no day. */
export async function dayPage(asked: Asked, config: Config, text: string) {
  if (!isDay(text)) return undefined;
  const { lang, view, edition, control } = asked;
  const catalogue = await catalogueOf(asked.reader);
  const t = pageWords[lang];
  const day: Day = text;
  const whole = { from: day, until: addDays(day, 1) };
  const rows = (pick: (e: (typeof catalogue.events)[number]) => boolean) =>
    rowViews(
      catalogue.events
        .filter(pick)
        .map((e) => eventRow(e, 'dated', catalogue, lang))
        .sort(newestFirst),
      asked,
    );
  const flips = control.flips(addDays(day, -1), day);
  const statements = control.statements.filter((s) => s.day === day && !s.opening);
  /** What a whole day changed and where; of other statements their own title and places say it. */
  const whereOf = (s: Statement): string | undefined => {
    const { where } = catalogue.told(s);
    if (where) return textIn(where, lang).text;
    return s.extent === 'snapshot' && control.state(s.holder, s.basis, day)?.from !== day
      ? asTheDayBefore[lang]
      : undefined;
  };
  /** What a report says, unless the title of the statement says the same. */
  const saysMore = (says: Text, s: Statement): string | undefined => {
    const { text } = textIn(says, lang);
    return text === textIn(s.title, lang).text ? undefined : text;
  };
  const title = `${weekday(lang, day)}, ${longDay(lang, day)}`;
  const path = address(lang, `/days/${day}`);
  const kept = carried(view);
  return {
    title: title.charAt(0).toLocaleUpperCase(lang) + title.slice(1),
    steps: {
      before: { href: address(lang, `/days/${addDays(day, -1)}`, kept), text: t.earlierDay },
      after: { href: address(lang, `/days/${addDays(day, 1)}`, kept), text: t.laterDay },
      map: { href: address(lang, '/', { ...kept, day }), text: t.openOnMap },
      change: {
        href: address(lang, '/change', kept, { from: addDays(day, -7), to: day }),
        text: changeWords[lang].linkFromDay,
      },
    },
    flips: rowViews(
      flips.map((f) => flipRow(f, catalogue, lang)),
      asked,
    ),
    statements: statements.map((s) => ({
      key: s.id as string,
      title: textIn(s.title, lang).text,
      where: whereOf(s),
      note: s.note && textIn(s.note, lang).text,
      places: catalogue.told(s).places.map((p) => ({
        text: catalogue.nameOfPlace(p, lang),
        href: address(lang, `/places/${p}`, kept),
      })),
      citations: s.citations.flatMap((c) => {
        const report = catalogue.reports.get(c.report);
        return report
          ? [{ ...reportLink(report, asked), key: `${s.id} ${report.id}`, says: saysMore(c.says, s) }]
          : [];
      }),
    })),
    dated: rows((e) => e.period.from !== undefined && isWithin(e.period, whole)),
    touching: rows(
      (e) => e.period.from !== undefined && !isWithin(e.period, whole) && overlaps(e.period, whole),
    ),
    undated: rows((e) => e.period.from === undefined && reportedFrom(e, catalogue.reports) === day),
    reports: [...catalogue.reports.values()]
      .filter((r) => r.published.from === day)
      .map((r) => reportLink(r, asked)),
    withheld: control.demonstration && statements.length > 0 ? t.kmWithheld : undefined,
    words: {
      flips: t.flipTitle,
      noFlips: t.noFlips,
      dated: t.eventsOfDay,
      noDated: t.noEventsOfDay,
      touching: t.eventsTouching,
      undated: t.undatedOfDay,
      reports: t.reportsOfDay,
      noReports: t.noReportsOfDay,
      claimed: t.claimed,
      disputed: t.disputed,
    },
    about: aboutPage(asked, config, {
      title,
      item: `day ${day}`,
      url: pinned(config, path, edition.number),
      embed: { day },
    }),
    head: {
      title: `${title} · Salient`,
      description: [
        t.whatChanged,
        title,
        ...flips.slice(0, 3).map((f) => whereOf(f.statement) ?? textIn(f.statement.title, lang).text),
      ].join(' · '),
      image: `${config.origin}/map.png?day=${day}&edition=${edition.number}&width=1200&height=630&lang=${lang}`,
      jsonLd: undefined,
    },
  };
}
