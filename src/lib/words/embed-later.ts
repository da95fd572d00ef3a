import type { Lang } from '../domain/text.ts';

interface LaterWords {
  readonly change: Readonly<Record<'correction' | 'retraction', (title: string) => string>>;
  /** Where more than one thing was mended. */
  readonly several: (count: number) => string;
  readonly noNote: string;
  readonly more: string;
  /** Of the feed of a widget. */
  readonly feed: (title: string) => string;
  readonly feedLink: string;
  readonly feedWhat: string;
  readonly inEdition: (edition: number) => string;
  /** Above a newsroom's own words. */
  readonly from: (name: string) => string;
}

/** Words of what became of what a widget shows after it was put into an article. */
export const laterWords: Record<Lang, LaterWords> = {
  en: {
    change: {
      correction: (title) => `Corrected since: “${title}”.`,
      retraction: (title) => `Retracted since: “${title}”.`,
    },
    several: (count) => `${count} corrections since this map was made.`,
    noNote: 'No note was given.',
    more: 'What was corrected',
    feed: (title) => `Corrections of the map “${title}”`,
    feedLink: 'Feed of corrections of this map',
    feedWhat: 'Corrections and retractions of what this map shows, as they are published.',
    inEdition: (edition) => `In edition ${edition}.`,
    from: (name) => `Words of ${name}, not of this map`,
  },
  uk: {
    change: {
      correction: (title) => `Відтоді виправлено: «${title}».`,
      retraction: (title) => `Відтоді відкликано: «${title}».`,
    },
    several: (count) => `Виправлень після створення цієї карти: ${count}.`,
    noNote: 'Примітки не подано.',
    more: 'Що виправлено',
    feed: (title) => `Виправлення карти «${title}»`,
    feedLink: 'Стрічка виправлень цієї карти',
    feedWhat: 'Виправлення й відкликання того, що показує ця карта, щойно їх опубліковано.',
    inEdition: (edition) => `У випуску ${edition}.`,
    from: (name) => `Слова редакції «${name}», а не цієї карти`,
  },
};
