import type { Lang } from '../domain/text.ts';

/** What kept a page of the desk from being shown. */
type Fault = 'role' | 'large' | 'missing' | 'failed';

interface DeskFaultWords {
  readonly title: Readonly<Record<Fault, string>>;
  readonly why: Readonly<Record<Fault, string>>;
  readonly toQueue: string;
}

export const deskFaultWords: Record<Lang, DeskFaultWords> = {
  en: {
    title: {
      role: 'Your role does not allow that',
      large: 'That is too large',
      missing: 'There is no such page at the desk',
      failed: 'That did not work',
    },
    why: {
      role: 'Ask an admin of your newsroom to do it, or for another role.',
      large: 'Send it in smaller pieces.',
      missing: 'The address may be mistyped, or the thing was taken away.',
      failed: 'Something went wrong on our side. What was saved before is safe; try again.',
    },
    toQueue: 'To the queue',
  },
  uk: {
    title: {
      role: 'Ваша роль цього не дозволяє',
      large: 'Це завелике',
      missing: 'Такої сторінки за столом немає',
      failed: 'Не вийшло',
    },
    why: {
      role: 'Попросіть адміністратора вашої редакції зробити це або надати іншу роль.',
      large: 'Надішліть меншими частинами.',
      missing: 'Адресу, можливо, введено з помилкою, або запис прибрано.',
      failed: 'Сталася помилка на нашому боці. Збережене раніше ціле; спробуйте ще раз.',
    },
    toQueue: 'До черги',
  },
};
