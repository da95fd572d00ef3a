import type { ChangeKind } from '../domain/history/edition.ts';
import type { Lang } from '../domain/text.ts';
import { counted, type Forms } from './plural.ts';

type Group = 'added' | 'changed' | 'retracted';

export interface PublishWords {
  readonly title: string;
  readonly lead: (next: number) => string;
  readonly nothing: string;
  readonly nothingWhy: string;
  readonly group: Readonly<Record<Group, string>>;
  readonly change: Readonly<Record<ChangeKind, string>>;
  readonly changeLabel: string;
  readonly noteLabel: (lang: string) => string;
  readonly noteNeeded: string;
  readonly noteHint: string;
  readonly take: (title: string) => string;
  readonly was: string;
  readonly is: string;
  readonly says: (n: number) => string;
  readonly differs: (n: number) => string;
  readonly mapBoth: string;
  readonly mapIs: string;
  readonly mapWas: string;
  readonly withheld: string;
  readonly area: (side: string, gained: string, lost: string, uncertainty: string) => string;
  readonly leans: string;
  readonly takeAlong: string;
  readonly cannotCome: string;
  readonly leaveOut: string;
  readonly leantOn: string;
  readonly ribbons: (newsrooms: string) => string;
  readonly maybeRibbons: (newsrooms: string) => string;
  readonly following: (newsrooms: string) => string;
  readonly editionNote: (lang: string) => string;
  readonly editionNoteHint: string;
  readonly summary: (counts: Readonly<Record<Group, number>>) => string;
  readonly publish: (n: number, edition: number) => string;
  readonly publishing: string;
  readonly done: (edition: number, n: number) => string;
  readonly toEdition: string;
  readonly toCorrections: string;
  readonly stale: Readonly<Record<'edition' | 'item', string>>;
  readonly leansOn: (item: string, on: string) => string;
  readonly refused: (why: string) => string;
  readonly held: string;
  readonly heldLead: string;
  readonly heldUntil: (when: string) => string;
  readonly holdUntil: string;
  readonly hold: string;
  readonly lift: string;
  readonly holdThis: string;
  readonly urgent: string;
  readonly urgentLead: string;
  readonly urgentNote: (lang: 'en' | 'uk') => string;
  readonly urgentGo: string;
  /** Another has published while the page was looked at. */
  readonly meanwhile: (edition: number) => string;
  readonly lookAgain: string;
  readonly unreviewed: string;
  readonly unreviewedLead: string;
  readonly unreviewedBy: (by: string, edition: number, when: string) => string;
  readonly confirm: string;
  readonly own: string;
  readonly history: string;
}

const CHANGES: Record<Lang, Forms> = {
  en: { one: 'change', other: 'changes' },
  uk: { one: 'зміна', few: 'зміни', many: 'змін', other: 'зміни' },
};
const FIELDS: Record<Lang, Forms> = {
  en: { one: 'field', other: 'fields' },
  uk: { one: 'поле', few: 'поля', many: 'полів', other: 'поля' },
};
const changes = (lang: Lang, n: number): string => counted(lang, n, CHANGES[lang]);

/** Words of the page by which the next edition is made. */
export const publishWords: Record<Lang, PublishWords> = {
  en: {
    title: 'Publish',
    lead: (next) => `This is what edition ${next} would change, and nothing else.`,
    nothing: 'Nothing is approved and waiting.',
    nothingWhy: 'Approve something in the queue; it then stands here.',
    group: { added: 'Added', changed: 'Changed', retracted: 'Retracted' },
    change: {
      new: 'New',
      update: 'Update',
      clarification: 'Clarification',
      correction: 'Correction',
      retraction: 'Retraction',
    },
    changeLabel: 'Kind of change',
    noteLabel: (lang) => `Note to readers, ${lang === 'uk' ? 'Ukrainian' : 'English'}`,
    noteNeeded: 'Say to readers what was wrong; without it this cannot be published.',
    noteHint: 'Shown with the item and on the page of corrections.',
    take: (title) => `Take “${title}” into this edition`,
    was: 'Was',
    is: 'Is',
    says: (n) => `What it says (${counted('en', n, FIELDS.en)})`,
    differs: (n) => `What differs (${counted('en', n, FIELDS.en)})`,
    mapBoth: 'Where it was, dashed, and where it is',
    mapIs: 'Where it is',
    mapWas: 'Where it was',
    withheld: 'Figures in km² are withheld: the ledger is a demonstration.',
    area: (side, gained, lost, uncertainty) => `${side}: +${gained} −${lost} km² (±${uncertainty})`,
    leans: 'It leans on what readers do not see yet:',
    takeAlong: 'Take it along',
    cannotCome: 'not approved',
    leaveOut: 'Leave this out until then.',
    ribbons: (newsrooms) => `Puts a ribbon on the maps of these newsrooms, which show it: ${newsrooms}.`,
    maybeRibbons: (newsrooms) =>
      `Puts a ribbon on the maps of these newsrooms if the line of their day runs elsewhere by it: ${newsrooms}.`,
    following: (newsrooms) => `Seen at once on the maps of these newsrooms, which follow: ${newsrooms}.`,
    leantOn: 'These would cite what is gone, so retract or change them too:',
    editionNote: (lang) => `Note of the edition, ${lang === 'uk' ? 'Ukrainian' : 'English'}`,
    editionNoteHint: 'One sentence for readers of the list of editions.',
    summary: (n) => {
      const part = (count: number, word: string): string[] => (count > 0 ? [`${count} ${word}`] : []);
      const text = [
        ...part(n.added, 'added'),
        ...part(n.changed, 'changed'),
        ...part(n.retracted, 'retracted'),
      ].join(', ');
      return text === '' ? '' : `${text}.`;
    },
    publish: (n, edition) => `Publish ${changes('en', n)} as edition ${edition}`,
    publishing: 'Publishing …',
    done: (edition, n) => `Edition ${edition}: ${changes('en', n)}.`,
    toEdition: 'See the edition',
    toCorrections: 'See the corrections',
    stale: {
      edition:
        'Somebody else has just published. Nothing of yours went out; here is what would change now. Look again, then publish.',
      item: 'Something here was written to or moved meanwhile. Nothing went out; here is how it stands now. Look again, then publish.',
    },
    leansOn: (item, on) =>
      `“${item}” leans on “${on}”, which readers do not see. Take that along or leave this out.`,
    refused: (why) => `The edition was not made: ${why}`,
    held: 'Held back',
    heldLead: 'Approved, and published without anybody’s doing when the time has come. Times are Kyiv’s.',
    heldUntil: (when) => `until ${when}`,
    holdUntil: 'Hold back until (Kyiv)',
    hold: 'Set',
    lift: 'Do not hold back',
    holdThis: 'Hold this back',
    urgent: 'Urgent corrections',
    urgentLead:
      'Changes of what is public that nobody approved yet. An editor may publish one alone; it is logged, and another editor reviews it after.',
    urgentNote: (lang) => `What was wrong, to readers, ${lang === 'uk' ? 'Ukrainian' : 'English'}`,
    urgentGo: 'Publish this correction now',
    meanwhile: (edition) => `Edition ${edition} was published meanwhile.`,
    lookAgain: 'Look again',
    unreviewed: 'To be reviewed after',
    unreviewedLead: 'Published before a second person saw it.',
    unreviewedBy: (by, edition, when) => `${by}, edition ${edition}, ${when}`,
    confirm: 'It is right',
    own: 'Another editor confirms it.',
    history: 'History',
  },
  uk: {
    title: 'Публікація',
    lead: (next) => `Ось що змінить випуск ${next}, і нічого більше.`,
    nothing: 'Немає схваленого, що чекає.',
    nothingWhy: 'Схваліть щось у черзі, і воно зʼявиться тут.',
    group: { added: 'Додано', changed: 'Змінено', retracted: 'Відкликано' },
    change: {
      new: 'Нове',
      update: 'Оновлення',
      clarification: 'Уточнення',
      correction: 'Виправлення',
      retraction: 'Відкликання',
    },
    changeLabel: 'Вид зміни',
    noteLabel: (lang) => `Примітка читачам, ${lang === 'uk' ? 'українською' : 'англійською'}`,
    noteNeeded: 'Скажіть читачам, що було не так; без цього опублікувати не можна.',
    noteHint: 'Показується при записі та на сторінці виправлень.',
    take: (title) => `Взяти «${title}» до цього випуску`,
    was: 'Було',
    is: 'Стало',
    says: (n) => `Що в записі (${counted('uk', n, FIELDS.uk)})`,
    differs: (n) => `Що змінилося (${counted('uk', n, FIELDS.uk)})`,
    mapBoth: 'Де було (пунктир) і де стало',
    mapIs: 'Де це',
    mapWas: 'Де було',
    withheld: 'Площі в км² не подаються: реєстр демонстраційний.',
    area: (side, gained, lost, uncertainty) => `${side}: +${gained} −${lost} км² (±${uncertainty})`,
    leans: 'Спирається на те, чого читачі ще не бачать:',
    takeAlong: 'Взяти разом',
    cannotCome: 'не схвалено',
    leaveOut: 'Доти залиште цей запис поза випуском.',
    ribbons: (newsrooms) => `Поставить стрічку на карти цих редакцій, які це показують: ${newsrooms}.`,
    maybeRibbons: (newsrooms) =>
      `Поставить стрічку на карти цих редакцій, якщо лінія їхнього дня через це пройде інакше: ${newsrooms}.`,
    following: (newsrooms) => `Одразу буде видно на картах цих редакцій, що оновлюються: ${newsrooms}.`,
    leantOn: 'Ці записи посилатимуться на вилучене, тож відкличте або змініть їх також:',
    editionNote: (lang) => `Примітка до випуску, ${lang === 'uk' ? 'українською' : 'англійською'}`,
    editionNoteHint: 'Одне речення для читачів списку випусків.',
    summary: (n) => {
      const part = (count: number, word: string): string[] => (count > 0 ? [`${word}: ${count}`] : []);
      const text = [
        ...part(n.added, 'додано'),
        ...part(n.changed, 'змінено'),
        ...part(n.retracted, 'відкликано'),
      ].join(', ');
      return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
    publish: (n, edition) => `Опублікувати: ${changes('uk', n)}, випуск ${edition}`,
    publishing: 'Публікується …',
    done: (edition, n) => `Випуск ${edition}: ${changes('uk', n)}.`,
    toEdition: 'До випуску',
    toCorrections: 'До виправлень',
    stale: {
      edition:
        'Хтось інший щойно опублікував випуск. З вашого нічого не вийшло; ось що змінилося б тепер. Перегляньте ще раз і публікуйте.',
      item: 'Щось тут тим часом змінили. Нічого не вийшло; ось як воно тепер. Перегляньте ще раз і публікуйте.',
    },
    leansOn: (item, on) =>
      `«${item}» спирається на «${on}», чого читачі не бачать. Візьміть і те або залиште цей запис поза випуском.`,
    refused: (why) => `Випуск не створено: ${why}`,
    held: 'Притримано',
    heldLead: 'Схвалено; вийде саме собою, коли настане час. Час київський.',
    heldUntil: (when) => `до ${when}`,
    holdUntil: 'Притримати до (Київ)',
    hold: 'Встановити',
    lift: 'Не притримувати',
    holdThis: 'Притримати',
    urgent: 'Термінові виправлення',
    urgentLead:
      'Зміни опублікованого, яких ще ніхто не схвалив. Редактор може опублікувати одну сам; це записується в журнал, а інший редактор перевіряє згодом.',
    urgentNote: (lang) => `Що було не так, читачам, ${lang === 'uk' ? 'українською' : 'англійською'}`,
    urgentGo: 'Опублікувати це виправлення зараз',
    meanwhile: (edition) => `Тим часом опубліковано випуск ${edition}.`,
    lookAgain: 'Оновити',
    unreviewed: 'Перевірити після публікації',
    unreviewedLead: 'Опубліковано, перш ніж це бачила друга людина.',
    unreviewedBy: (by, edition, when) => `${by}, випуск ${edition}, ${when}`,
    confirm: 'Усе правильно',
    own: 'Підтверджує інший редактор.',
    history: 'Історія',
  },
};
