import type { Basis, Holder } from '../domain/control/statement.ts';
import type { EventKind, Precision, Side } from '../domain/events/event.ts';
import type { Evidence } from '../domain/events/evidence.ts';
import type { ChangeKind } from '../domain/history/edition.ts';
import type { PlaceKind } from '../domain/places/place.ts';
import type { Lang } from '../domain/text.ts';
import type { Forms } from './plural.ts';

interface KindWords {
  readonly kind: Record<EventKind, string>;
  /** Forms that go with a count. */
  readonly counted: Record<EventKind, Forms>;
  readonly side: Record<Side, string>;
  readonly evidence: Record<Evidence, string>;
  readonly disputed: string;
  readonly precision: Record<Precision, string>;
  readonly holder: Record<Holder, string>;
  readonly basis: Record<Basis, string>;
}

interface DetailWords {
  readonly evidenceWhy: Record<Evidence, string>;
  readonly theatre: Record<'ukraine' | 'russia' | 'elsewhere', string>;
  readonly role: Record<'front' | 'deep-strike' | 'rear' | 'political', string>;
  readonly weapon: Record<string, string>;
  readonly target: Record<string, string>;
  readonly aspect: Record<'occurred' | 'cause' | 'target' | 'pace' | 'harm' | 'location', string>;
  readonly says: Record<'reports' | 'claims' | 'confirms' | 'denies', string>;
  readonly change: Record<ChangeKind, string>;
  readonly place: Record<PlaceKind, string>;
}

/** Names of the closed lists of the domain that marks, rows and the sentence name. */
export const kindWords: Record<Lang, KindWords> = {
  en: {
    kind: {
      strike: 'Strike',
      advance: 'Advance',
      clash: 'Clash',
      diplomacy: 'Diplomacy',
      mission: 'Mission',
      incident: 'Incident',
      detention: 'Detention',
      announcement: 'Announcement',
      assessment: 'Assessment',
    },
    counted: {
      strike: { one: 'strike', other: 'strikes' },
      advance: { one: 'advance', other: 'advances' },
      clash: { one: 'clash', other: 'clashes' },
      diplomacy: { one: 'meeting', other: 'meetings' },
      mission: { one: 'mission', other: 'missions' },
      incident: { one: 'incident', other: 'incidents' },
      detention: { one: 'detention', other: 'detentions' },
      announcement: { one: 'announcement', other: 'announcements' },
      assessment: { one: 'assessment', other: 'assessments' },
    },
    side: { russia: 'Russia', ukraine: 'Ukraine', other: 'another side', unknown: 'side unknown' },
    evidence: {
      geolocated: 'Geolocated',
      corroborated: 'Corroborated',
      reported: 'Reported',
      claimed: 'Claimed',
    },
    disputed: 'Disputed',
    precision: {
      exact: 'exact point',
      street: 'to the street',
      settlement: 'somewhere in the settlement',
      district: 'in the area around',
      oblast: 'in the oblast',
      country: 'in the country',
    },
    holder: { russia: 'Russia', ukraine: 'Ukraine', none: 'nobody', unknown: 'unknown' },
    basis: {
      assessed: 'assessed',
      claimed: 'claimed',
      contested: 'contested',
      infiltration: 'infiltration',
      'pre-2022': 'occupied before 24 February 2022',
    },
  },
  uk: {
    kind: {
      strike: 'Удар',
      advance: 'Просування',
      clash: 'Зіткнення',
      diplomacy: 'Дипломатія',
      mission: 'Місія',
      incident: 'Подія',
      detention: 'Утримання в полоні',
      announcement: 'Заява',
      assessment: 'Оцінка',
    },
    counted: {
      strike: { one: 'удар', few: 'удари', many: 'ударів', other: 'удару' },
      advance: { one: 'просування', other: 'просування', many: 'просувань' },
      clash: { one: 'зіткнення', few: 'зіткнення', many: 'зіткнень', other: 'зіткнення' },
      diplomacy: { one: 'зустріч', few: 'зустрічі', many: 'зустрічей', other: 'зустрічі' },
      mission: { one: 'місія', few: 'місії', many: 'місій', other: 'місії' },
      incident: { one: 'інцидент', few: 'інциденти', many: 'інцидентів', other: 'інциденту' },
      detention: { one: 'утримання', few: 'утримання', many: 'утримань', other: 'утримання' },
      announcement: { one: 'заява', few: 'заяви', many: 'заяв', other: 'заяви' },
      assessment: { one: 'оцінка', few: 'оцінки', many: 'оцінок', other: 'оцінки' },
    },
    side: { russia: 'Росія', ukraine: 'Україна', other: 'інша сторона', unknown: 'сторона невідома' },
    evidence: {
      geolocated: 'Геолоковано',
      corroborated: 'Підтверджено двома джерелами',
      reported: 'Повідомлено',
      claimed: 'Заявлено стороною',
    },
    disputed: 'Оскаржується',
    precision: {
      exact: 'точна точка',
      street: 'з точністю до вулиці',
      settlement: 'десь у межах населеного пункту',
      district: 'в околицях',
      oblast: 'у межах області',
      country: 'у межах країни',
    },
    holder: { russia: 'Росія', ukraine: 'Україна', none: 'ніхто', unknown: 'невідомо' },
    basis: {
      assessed: 'за оцінкою',
      claimed: 'за заявою',
      contested: 'ведуться бої',
      infiltration: 'інфільтрація',
      'pre-2022': 'окуповано до 24 лютого 2022 року',
    },
  },
};

/** Names of the lists that only cards and pages tell of. */
export const detailWords: Record<Lang, DetailWords> = {
  en: {
    evidenceWhy: {
      geolocated: 'A picture of it was matched to the ground.',
      corroborated: 'Two publishers, each with a speaker of its own, say it.',
      reported: 'A report says it; no second, independent one is cited here.',
      claimed: 'Only a party to the war says it.',
    },
    theatre: { ukraine: 'Ukraine', russia: 'Russia', elsewhere: 'elsewhere' },
    role: { front: 'the front', 'deep-strike': 'deep strike', rear: 'rear', political: 'politics' },
    weapon: {
      'ballistic-missile': 'ballistic missile',
      'cruise-missile': 'cruise missile',
      drone: 'drone',
      'glide-bomb': 'glide bomb',
      artillery: 'artillery',
      other: 'other weapon',
      unknown: 'weapon not given',
    },
    target: {
      energy: 'energy',
      military: 'military',
      industry: 'industry',
      transport: 'transport',
      housing: 'housing',
      health: 'health care',
      other: 'other',
      unknown: 'target not given',
    },
    aspect: {
      occurred: 'That it happened',
      cause: 'The cause',
      target: 'The target',
      pace: 'The pace',
      harm: 'Harm',
      location: 'The place',
    },
    says: { reports: 'reports', claims: 'claims', confirms: 'confirms', denies: 'denies' },
    change: {
      new: 'New',
      update: 'Update',
      clarification: 'Clarification',
      correction: 'Correction',
      retraction: 'Retraction',
    },
    place: {
      country: 'Country',
      oblast: 'Region',
      district: 'District',
      city: 'City',
      town: 'Town',
      settlement: 'Settlement',
      village: 'Village',
      place: 'Place',
    },
  },
  uk: {
    evidenceWhy: {
      geolocated: 'Зображення події звірено з місцевістю.',
      corroborated: 'Про це кажуть два видання, кожне зі своїм мовцем.',
      reported: 'Про це сказано в повідомленні; другого незалежного тут не наведено.',
      claimed: 'Про це каже лише сторона війни.',
    },
    theatre: { ukraine: 'Україна', russia: 'Росія', elsewhere: 'деінде' },
    role: { front: 'фронт', 'deep-strike': 'удар у глибину', rear: 'тил', political: 'політика' },
    weapon: {
      'ballistic-missile': 'балістична ракета',
      'cruise-missile': 'крилата ракета',
      drone: 'безпілотник',
      'glide-bomb': 'керована авіабомба',
      artillery: 'артилерія',
      other: 'інша зброя',
      unknown: 'зброю не названо',
    },
    target: {
      energy: 'енергетика',
      military: 'військовий об’єкт',
      industry: 'промисловість',
      transport: 'транспорт',
      housing: 'житло',
      health: 'медицина',
      other: 'інше',
      unknown: 'ціль не названо',
    },
    aspect: {
      occurred: 'Що це сталося',
      cause: 'Причина',
      target: 'Ціль',
      pace: 'Темп',
      harm: 'Шкода',
      location: 'Місце',
    },
    says: { reports: 'повідомляє', claims: 'заявляє', confirms: 'підтверджує', denies: 'заперечує' },
    change: {
      new: 'Нове',
      update: 'Оновлення',
      clarification: 'Уточнення',
      correction: 'Виправлення',
      retraction: 'Відкликання',
    },
    place: {
      country: 'Країна',
      oblast: 'Область',
      district: 'Район',
      city: 'Місто',
      town: 'Місто',
      settlement: 'Селище',
      village: 'Село',
      place: 'Місцевість',
    },
  },
};
