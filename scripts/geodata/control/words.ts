import type { Text } from '#lib/domain/text.ts';

/** What the statements and ledgers of the demonstration say to a reader. */

type Names = { readonly en: string; readonly uk: string };

/** Names that are plural in Ukrainian (Піски, Тернí) end in и or і and want the verb in the plural. */
const isPlural = (uk: string): boolean => /[иі]$/.test(uk);

/** The title of a change of side; ground of a state that comes back to it "returns". */
export function passes({ en, uk }: Names, to: 'russia' | 'ukraine', country: 'UA' | 'RU'): Text {
  const back = (to === 'russia') === (country === 'RU');
  const whose = to === 'russia' ? { en: 'Russian', uk: 'Росії' } : { en: 'Ukrainian', uk: 'України' };
  const many = isPlural(uk);
  const verb = back ? (many ? 'повертаються' : 'повертається') : many ? 'переходять' : 'переходить';
  return {
    en: `${en} ${back ? 'returns' : 'passes'} to ${whose.en} control`,
    uk: `${uk} ${verb} під контроль ${whose.uk}`,
  };
}

export const isFoughtOver = ({ en, uk }: Names): Text => ({
  en: `${en} is fought over`,
  uk: `${uk}: точаться бої`,
});

export const isQuiet = ({ en, uk }: Names): Text => ({
  en: `${en} is no longer fought over`,
  uk: `${uk}: бої завершилися`,
});

const HOW: Text = {
  en: 'Drawn halfway between settlements of either side and smoothed; true to about 10 km. It cites no report: it is where the demonstration starts.',
  uk: 'Проведено посередині між населеними пунктами обох сторін і згладжено; точність близько 10 км. Не посилається на жодне повідомлення: із цього демонстрація починається.',
};

export const openingOfRussia = {
  title: {
    en: 'Ground held by Russia on 1 September 2024',
    uk: 'Території під контролем Росії на 1 вересня 2024 року',
  },
  note: HOW,
};

export const openingOfUkraine = {
  title: {
    en: 'Ground held by Ukraine in Kursk Oblast on 1 September 2024',
    uk: 'Території під контролем України в Курській області на 1 вересня 2024 року',
  },
  note: HOW,
};

export const openingBefore2022 = {
  title: {
    en: 'Ground occupied by Russia before 24 February 2022',
    uk: 'Території, окуповані Росією до 24 лютого 2022 року',
  },
  note: {
    en: 'Crimea and Sevastopol by their administrative borders; in Donetsk and Luhansk oblasts drawn halfway between settlements and smoothed, true to about 10 km. It cites no report.',
    uk: 'Крим і Севастополь за адміністративними межами; у Донецькій і Луганській областях проведено посередині між населеними пунктами й згладжено, точність близько 10 км. Не посилається на жодне повідомлення.',
  },
};
