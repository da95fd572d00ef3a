import type { Ledger } from '#lib/domain/control/ledger.ts';
import { day } from '#lib/domain/time/day.ts';
import { OPENS } from './statements.ts';

const common = {
  definition_from: day(OPENS),
  resolution_m: 10_000,
  demonstration: true,
  opens: day(OPENS),
  last_reviewed: day('2024-11-26'),
};

/** The four ledgers of the demonstration. */
export const LEDGERS: readonly Ledger[] = [
  {
    id: 'russia-assessed',
    holder: 'russia',
    basis: 'assessed',
    name: { en: 'Ground Russia is assessed to hold', uk: 'Територія, яку, за оцінками, контролює Росія' },
    definition: {
      en: 'Ground in Ukraine that Russia took after 24 February 2022 and holds, going by reports that assess or confirm it. A claim by Moscow alone moves nothing.',
      uk: 'Територія України, яку Росія захопила після 24 лютого 2022 року й утримує, за повідомленнями, що це оцінюють або підтверджують. Сама лише заява Москви нічого не змінює.',
    },
    ...common,
  },
  {
    id: 'russia-pre-2022',
    holder: 'russia',
    basis: 'pre-2022',
    name: { en: 'Occupied by Russia before 24 February 2022', uk: 'Окуповано Росією до 24 лютого 2022 року' },
    definition: {
      en: 'Crimea and Sevastopol, and the parts of Donetsk and Luhansk oblasts that Russia controlled before its full-scale invasion. All of it is Ukraine.',
      uk: 'Крим і Севастополь, а також частини Донецької та Луганської областей, які Росія контролювала до повномасштабного вторгнення. Усе це Україна.',
    },
    ...common,
  },
  {
    id: 'unknown-contested',
    holder: 'unknown',
    basis: 'contested',
    name: { en: 'Fought over', uk: 'Точаться бої' },
    definition: {
      en: 'About 5 km around a settlement that reports describe as fought over, neither side in firm control. It lies over held ground and is not counted as anyone’s.',
      uk: 'Близько 5 км навколо населеного пункту, за який, за повідомленнями, точаться бої й який жодна сторона певно не контролює. Накладається на утримувану територію й не зараховується нікому.',
    },
    ...common,
  },
  {
    id: 'ukraine-assessed',
    holder: 'ukraine',
    basis: 'assessed',
    name: {
      en: 'Ground Ukraine is assessed to hold inside Russia',
      uk: 'Територія в Росії, яку, за оцінками, контролює Україна',
    },
    definition: {
      en: 'Ground in Russia’s Kursk Oblast that Ukraine took from August 2024 and holds, going by reports that assess or confirm it.',
      uk: 'Територія Курської області Росії, яку Україна зайняла з серпня 2024 року й утримує, за повідомленнями, що це оцінюють або підтверджують.',
    },
    ...common,
  },
];
