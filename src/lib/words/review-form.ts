import type { Lang } from '../domain/text.ts';

/** Words of the page on which ground is stamped as reviewed. */
export interface ReviewFormWords {
  readonly new: string;
  /** What such a thing is called in lists. */
  readonly kind: string;
  readonly nav: string;
  readonly lead: string;
  readonly day: string;
  readonly dayHint: string;
  readonly what: string;
  readonly sector: string;
  readonly name: string;
  readonly nameUk: string;
  readonly nameHint: string;
  readonly noteHint: string;
  readonly reviewer: string;
  readonly reviewerHint: string;
}

export const reviewFormWords: Readonly<Record<Lang, ReviewFormWords>> = {
  en: {
    new: 'Line reviewed',
    kind: 'Review',
    nav: 'Line reviewed',
    lead: 'Say that the line here was looked at up to a day and that nothing else is known. Readers then tell quiet ground from ground at which nobody looked.',
    day: 'Reviewed up to',
    dayHint: 'The last day whose reports were looked at.',
    what: 'Where',
    sector: 'A sector, drawn below',
    name: 'Name of the sector',
    nameUk: 'Name of the sector, in Ukrainian',
    nameHint: 'As readers are told, e.g. “Pokrovsk sector”.',
    noteHint: 'What was looked at, e.g. “reports of both general staffs; no change found”.',
    reviewer: 'By whom',
    reviewerHint: 'As readers are told; may be left out.',
  },
  uk: {
    new: 'Лінію переглянуто',
    kind: 'Перегляд',
    nav: 'Лінію переглянуто',
    lead: 'Скажіть, що лінію тут переглянуто по певний день і більше нічого не відомо. Тоді читачі відрізнять тиху ділянку від тієї, на яку ніхто не дивився.',
    day: 'Переглянуто по',
    dayHint: 'Останній день, за який переглянуто повідомлення.',
    what: 'Де',
    sector: 'Ділянка, намальована нижче',
    name: 'Назва ділянки англійською',
    nameUk: 'Назва ділянки',
    nameHint: 'Як побачать читачі, напр. “Pokrovsk sector”.',
    noteHint: 'Що переглянуто, напр. «зведення обох генштабів; змін не знайдено».',
    reviewer: 'Хто переглянув',
    reviewerHint: 'Як побачать читачі; можна не писати.',
  },
};
