import type { Basis, Holder } from '../domain/control/statement.ts';
import type { Text } from '../domain/text.ts';
import type { Day } from '../domain/time/day.ts';
import { longDay } from './dates.ts';
import { kindWords } from './kinds.ts';

type LedgerWords = { readonly name: Text; readonly definition: Text };

const NAMES: Readonly<Record<string, LedgerWords>> = {
  'russia-assessed': {
    name: {
      en: 'Ground Russia is assessed to hold',
      uk: 'Територія, яку, за оцінками, контролює Росія',
    },
    definition: {
      en: 'Ground that Russia holds, going by the reports that are cited for each day.',
      uk: 'Територія, яку утримує Росія, за повідомленнями, на які посилається кожен день.',
    },
  },
  'russia-claimed': {
    name: { en: 'Ground Russia claims', uk: 'Територія, про контроль над якою заявляє Росія' },
    definition: {
      en: 'Ground of which Russia alone says that it holds it.',
      uk: 'Територія, про утримання якої говорить лише Росія.',
    },
  },
  'russia-pre-2022': {
    name: {
      en: 'Occupied by Russia before 24 February 2022',
      uk: 'Окуповано Росією до 24 лютого 2022 року',
    },
    definition: {
      en: 'Ground of Ukraine that Russia controlled before its full-scale invasion.',
      uk: 'Територія України, яку Росія контролювала до повномасштабного вторгнення.',
    },
  },
  'ukraine-assessed': {
    name: {
      en: 'Ground Ukraine is assessed to hold inside Russia',
      uk: 'Територія в Росії, яку, за оцінками, контролює Україна',
    },
    definition: {
      en: 'Ground in Russia that Ukraine holds, going by the reports that are cited for each day.',
      uk: 'Територія в Росії, яку утримує Україна, за повідомленнями, на які посилається кожен день.',
    },
  },
  'unknown-contested': {
    name: { en: 'Fought over', uk: 'Точаться бої' },
    definition: {
      en: 'Ground that neither side controls firmly, going by the reports that are cited for each day.',
      uk: 'Територія, яку жодна сторона певно не контролює, за повідомленнями, на які посилається кожен день.',
    },
  },
};

/** What a ledger is called, and what its category means, until an editor says it better. */
export function ledgerWords(holder: Holder, basis: Basis): LedgerWords {
  const known = NAMES[`${holder}-${basis}`];
  if (known) return known;
  const name = {
    en: `${kindWords.en.holder[holder]}, ${kindWords.en.basis[basis]}`,
    uk: `${kindWords.uk.holder[holder]}, ${kindWords.uk.basis[basis]}`,
  };
  return { name, definition: name };
}

/** The title of a whole day's state. */
export const stateTitle = (d: Day): { en: string; uk: string } => ({
  en: `The line on ${longDay('en', d)}`,
  uk: `Лінія на ${longDay('uk', d)}`,
});
