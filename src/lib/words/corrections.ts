import type { ItemKind } from '../domain/history/edition.ts';
import type { Lang } from '../domain/text.ts';

interface CorrectionsWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly noNote: string;
  readonly kind: Readonly<Record<ItemKind, string>>;
  readonly retracted: string;
  readonly retractedIn: (edition: number, when: string) => string;
  readonly retractedWhy: string;
  readonly retractedNoNote: string;
  readonly asItWas: (edition: number) => string;
  readonly takenDown: string;
  readonly takenDownWhy: string;
  readonly onePerson: string;
  readonly twoPeople: string;
  readonly reviewHeading: string;
}

/** Words of what was wrong and is mended, and of what is gone. */
export const correctionsWords: Record<Lang, CorrectionsWords> = {
  en: {
    title: 'Corrections',
    lead: 'Every correction, clarification and retraction, edition by edition, with what was said about it.',
    none: 'Nothing had to be corrected yet.',
    noNote: 'No note was given.',
    kind: { event: 'Event', report: 'Report', statement: 'Ground', place: 'Place', ledger: 'Ledger' },
    retracted: 'This was retracted',
    retractedIn: (edition, when) => `Retracted in edition ${edition}, published ${when}.`,
    retractedWhy: 'Why:',
    retractedNoNote: 'No reason was given.',
    asItWas: (edition) => `As edition ${edition} had it`,
    takenDown: 'This was taken down',
    takenDownWhy: 'It was erased from every edition, because it could have harmed somebody.',
    onePerson: 'Here an editor may publish what the same editor wrote: nobody else has to approve it first.',
    twoPeople:
      'Nothing is published that only its writer has seen: somebody else approves it. The one exception is an urgent correction, which another editor reviews after.',
    reviewHeading: 'Review',
  },
  uk: {
    title: 'Виправлення',
    lead: 'Кожне виправлення, уточнення й відкликання, випуск за випуском, із тим, що про нього сказано.',
    none: 'Поки що нічого не довелося виправляти.',
    noNote: 'Примітки не подано.',
    kind: {
      event: 'Подія',
      report: 'Повідомлення',
      statement: 'Територія',
      place: 'Місце',
      ledger: 'Реєстр',
    },
    retracted: 'Це відкликано',
    retractedIn: (edition, when) => `Відкликано у випуску ${edition}, опублікованому ${when}.`,
    retractedWhy: 'Чому:',
    retractedNoNote: 'Причини не подано.',
    asItWas: (edition) => `Яким це було у випуску ${edition}`,
    takenDown: 'Це вилучено',
    takenDownWhy: 'Його стерто з усіх випусків, бо воно могло комусь зашкодити.',
    onePerson: 'Тут редактор може опублікувати написане ним самим: схвалення іншої людини не потрібне.',
    twoPeople:
      'Ніщо не публікується, якщо його бачив лише автор: схвалює інша людина. Єдиний виняток — термінове виправлення, яке інший редактор перевіряє згодом.',
    reviewHeading: 'Перевірка',
  },
};
