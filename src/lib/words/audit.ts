import type { Role } from '../domain/access/access.ts';
import type { Lang } from '../domain/text.ts';
import { en, uk } from './amounts.ts';
import { deskWords } from './desk.ts';

/** What was done, as past things: who did it stands beside it. */
type Action =
  | 'submit'
  | 'approve'
  | 'send-back'
  | 'discard'
  | 'restore'
  | 'retract'
  | 'keep'
  | 'undo'
  | 'arrange'
  | 'publish'
  | 'publish-urgent'
  | 'release'
  | 'setting'
  | 'take-down'
  | 'purge-failed'
  | 'confirm'
  | 'import'
  | 'role'
  | 'link'
  | 'link-withdrawn'
  | 'join'
  | 'renamed'
  | 'password'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'backup-codes'
  | 'session-ended'
  | 'sessions-ended'
  | 'sign-in'
  | 'sign-in-failed'
  | 'code-failed'
  | 'sign-out'
  | 'widget-made'
  | 'widget-pinned'
  | 'widget-settled'
  | 'widget-dropped';

interface AuditWords {
  readonly title: string;
  readonly lead: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly about: string;
  readonly newer: string;
  readonly older: string;
  readonly empty: string;
  readonly verify: string;
  readonly verified: (n: number) => string;
  readonly broken: (number: number, why: string) => string;
  readonly why: Readonly<Record<string, string>>;
  readonly nobody: string;
  readonly operator: string;
  readonly seed: string;
  readonly unknownAddress: string;
  readonly edition: (number: string) => string;
  readonly setting: (name: string) => string;
  readonly imported: (of: 'events' | 'ground', file: string) => string;
  readonly drafts: (n: number) => string;
  readonly erased: string;
  readonly action: Readonly<Record<Action, string>>;
  readonly nowRole: (role: Role) => string;
  readonly asRole: (role: Role) => string;
  readonly was: (name: string) => string;
}

const role = (lang: Lang, r: Role): string => deskWords[lang].role[r].toLowerCase();

/** Words of the audit log. */
export const auditWords: Record<Lang, AuditWords> = {
  en: {
    title: 'Audit log',
    lead: 'What was decided at the desk, and by whom. Nothing in it can be changed or taken out without it showing.',
    when: 'When',
    who: 'Who',
    what: 'What',
    about: 'About',
    newer: 'Newer',
    older: 'Older',
    empty: 'Nothing was done yet.',
    verify: 'Verify the chain',
    verified: (n) =>
      `The chain holds: each of the ${n} entries follows from the one before, and none is missing.`,
    broken: (number, why) =>
      `The chain does not hold: entry ${number} ${why}. What comes before it is as it was written.`,
    why: {
      'is missing': 'is missing',
      'does not follow from the one before it': 'does not follow from the one before it',
      'was changed': 'was changed',
      'has another detail than was written': 'has another detail than was written',
    },
    nobody: 'somebody not signed in',
    operator: 'the operator',
    seed: 'the shipped data',
    unknownAddress: 'an address that nobody here has',
    edition: (number) => `Edition ${number}`,
    setting: (name) => `Setting “${name}”`,
    imported: (of, file) => `${of === 'ground' ? 'Ground' : 'Events'} from the file “${file}”`,
    drafts: (n) => en(n, 'draft'),
    erased: 'detail erased',
    action: {
      submit: 'sent to review',
      approve: 'approved',
      'send-back': 'sent back',
      discard: 'put away',
      restore: 'taken out again',
      retract: 'proposed to retract',
      keep: 'kept after all',
      undo: 'last move undone',
      arrange: 'arranged',
      publish: 'published',
      'publish-urgent': 'published as an urgent correction',
      release: 'published when it was due',
      setting: 'changed',
      'take-down': 'taken down',
      'purge-failed': 'the cache in front was not told',
      confirm: 'reviewed after',
      import: 'imported',
      role: 'role changed',
      link: 'link made',
      'link-withdrawn': 'link withdrawn',
      join: 'joined',
      renamed: 'name changed',
      password: 'password changed',
      'second-factor-on': 'second factor turned on',
      'second-factor-off': 'second factor turned off',
      'backup-codes': 'new backup codes made',
      'session-ended': 'a session ended',
      'sessions-ended': 'all other sessions ended',
      'sign-in': 'signed in',
      'sign-in-failed': 'did not get in',
      'code-failed': 'second factor refused',
      'sign-out': 'signed out',
      'widget-made': 'key of a newsroom made',
      'widget-pinned': 'map of a newsroom moved',
      'widget-settled': 'key of a newsroom changed',
      'widget-dropped': 'key of a newsroom withdrawn',
    },
    nowRole: (r) => `now ${role('en', r)}`,
    asRole: (r) => `as ${role('en', r)}`,
    was: (name) => `was ${name}`,
  },
  uk: {
    title: 'Журнал дій',
    lead: 'Що вирішено за столом і ким. Нічого тут не можна змінити чи вилучити непомітно.',
    when: 'Коли',
    who: 'Хто',
    what: 'Що',
    about: 'Про що',
    newer: 'Новіші',
    older: 'Старіші',
    empty: 'Ще нічого не зроблено.',
    verify: 'Перевірити ланцюг',
    verified: (n) =>
      `Ланцюг цілий: кожен запис випливає з попереднього, жодного не бракує. Усього записів: ${n}.`,
    broken: (number, why) =>
      `Ланцюг порушено: запис ${number} ${why}. Усе, що перед ним, таке, як було записано.`,
    why: {
      'is missing': 'відсутній',
      'does not follow from the one before it': 'не випливає з попереднього',
      'was changed': 'змінено',
      'has another detail than was written': 'має інші подробиці, ніж було записано',
    },
    nobody: 'хтось без входу',
    operator: 'оператор',
    seed: 'вбудовані дані',
    unknownAddress: 'адреса, якої тут ніхто не має',
    edition: (number) => `Випуск ${number}`,
    setting: (name) => `Налаштування «${name}»`,
    imported: (of, file) => `${of === 'ground' ? 'Територія' : 'Події'} з файла «${file}»`,
    drafts: (n) => uk(n, 'чернетка', 'чернетки', 'чернеток'),
    erased: 'подробиці стерто',
    action: {
      submit: 'надіслано на перевірку',
      approve: 'схвалено',
      'send-back': 'повернуто',
      discard: 'відкладено',
      restore: 'повернуто до роботи',
      retract: 'запропоновано відкликати',
      keep: 'усе ж залишено',
      undo: 'останню дію скасовано',
      arrange: 'впорядковано',
      publish: 'опубліковано',
      'publish-urgent': 'опубліковано як термінове виправлення',
      release: 'опубліковано, коли настав час',
      setting: 'змінено',
      'take-down': 'знято з публікації',
      'purge-failed': 'кеш перед сайтом не сповіщено',
      confirm: 'перевірено згодом',
      import: 'імпортовано',
      role: 'роль змінено',
      link: 'посилання створено',
      'link-withdrawn': 'посилання відкликано',
      join: 'приєднання',
      renamed: 'імʼя змінено',
      password: 'пароль змінено',
      'second-factor-on': 'другий чинник увімкнено',
      'second-factor-off': 'другий чинник вимкнено',
      'backup-codes': 'створено нові запасні коди',
      'session-ended': 'сеанс завершено',
      'sessions-ended': 'усі інші сеанси завершено',
      'sign-in': 'вхід',
      'sign-in-failed': 'вхід не вдався',
      'code-failed': 'другий чинник відхилено',
      'sign-out': 'вихід',
      'widget-made': 'створено ключ редакції',
      'widget-pinned': 'змінено карту редакції',
      'widget-settled': 'змінено ключ редакції',
      'widget-dropped': 'відкликано ключ редакції',
    },
    nowRole: (r) => `тепер ${role('uk', r)}`,
    asRole: (r) => `роль: ${role('uk', r)}`,
    was: (name) => `раніше ${name}`,
  },
};
