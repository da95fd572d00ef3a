import type { Lang } from '../domain/text.ts';

interface LaterWords {
  readonly change: Readonly<Record<'correction' | 'retraction' | 'moved', (title: string) => string>>;
  /** Where more than one thing was mended. */
  readonly several: (count: number) => string;
  /** The same where the line moved too. */
  readonly severalMoved: (count: number) => string;
  /** Said where there is no note of what became of it. */
  readonly noNote: Readonly<Record<'correction' | 'retraction' | 'moved', string>>;
  readonly more: string;
  readonly moreMoved: string;
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
      moved: (title) => `The line drawn here has moved since: “${title}”.`,
    },
    several: (count) => `${count} corrections since this map was made.`,
    severalMoved: (count) => `${count} changes since this map was made: corrections, or moves of its line.`,
    noNote: {
      correction: 'No note was given.',
      retraction: 'No note was given.',
      moved: 'As this day is known now, the line runs elsewhere by more than the map is true to.',
    },
    more: 'What was corrected',
    moreMoved: 'What is known now',
    feed: (title) => `Corrections of the map “${title}”`,
    feedLink: 'Feed of corrections of this map',
    feedWhat:
      'Corrections and retractions of what this map shows, and moves of its line by more than it is true to, as they are published.',
    inEdition: (edition) => `In edition ${edition}.`,
    from: (name) => `Words of ${name}, not of this map`,
  },
  uk: {
    change: {
      correction: (title) => `Відтоді виправлено: «${title}».`,
      retraction: (title) => `Відтоді відкликано: «${title}».`,
      moved: (title) => `Показана тут лінія відтоді змінилася: «${title}».`,
    },
    several: (count) => `Виправлень після створення цієї карти: ${count}.`,
    severalMoved: (count) => `Змін після створення цієї карти: ${count} (виправлення або зміни лінії).`,
    noNote: {
      correction: 'Примітки не подано.',
      retraction: 'Примітки не подано.',
      moved:
        'За тим, що тепер відомо про цей день, лінія проходить інакше, і різниця більша за точність карти.',
    },
    more: 'Що виправлено',
    moreMoved: 'Що відомо тепер',
    feed: (title) => `Виправлення карти «${title}»`,
    feedLink: 'Стрічка виправлень цієї карти',
    feedWhat:
      'Виправлення й відкликання того, що показує ця карта, і зміни лінії, більші за її точність, щойно їх опубліковано.',
    inEdition: (edition) => `У випуску ${edition}.`,
    from: (name) => `Слова редакції «${name}», а не цієї карти`,
  },
};
