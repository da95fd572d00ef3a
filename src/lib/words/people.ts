import type { Lang } from '../domain/text.ts';

/** Why nothing came of what an admin asked for. */
export type PeopleFault = 'last-admin' | 'unknown' | 'role' | 'note';

interface PeopleWords {
  readonly title: string;
  readonly lead: string;
  readonly invite: string;
  readonly inviteLead: string;
  readonly forWhom: string;
  readonly forWhomHint: string;
  readonly role: string;
  readonly may: Readonly<Record<'contributor' | 'editor' | 'admin', string>>;
  readonly makeLink: string;
  readonly linkFor: (whom: string) => string;
  readonly linkOnce: string;
  readonly copy: string;
  readonly here: string;
  readonly you: string;
  readonly name: string;
  readonly email: string;
  readonly secondFactor: string;
  readonly on: string;
  readonly off: string;
  readonly lastSeen: string;
  readonly never: string;
  readonly change: string;
  readonly roleOf: (name: string) => string;
  readonly save: string;
  readonly more: (name: string) => string;
  readonly passwordLink: string;
  readonly passwordLinkWhy: string;
  readonly dropFactor: string;
  readonly dropFactorWhy: string;
  readonly leave: string;
  readonly leaveWhy: string;
  readonly left: string;
  readonly takeBack: string;
  readonly links: string;
  readonly noLinks: string;
  readonly join: (role: string) => string;
  readonly reset: (name: string) => string;
  readonly made: (by: string, when: string) => string;
  readonly until: (when: string) => string;
  readonly withdraw: string;
  readonly withdrawOf: (whom: string) => string;
  readonly terminal: string;
  readonly fault: Readonly<Record<PeopleFault, string>>;
}

export const peopleWords: Record<Lang, PeopleWords> = {
  en: {
    title: 'People',
    lead: 'Who works at the desk. Readers need no account, and never see a name from this page.',
    invite: 'Invite somebody',
    inviteLead: 'You get a link to send by whatever you trust. Who opens it chooses a password.',
    forWhom: 'For whom',
    forWhomHint: 'So that the list of open links says something. Only admins see it.',
    role: 'Role',
    may: {
      contributor: 'writes drafts and sends them to review',
      editor: 'also reviews, approves, publishes and retracts',
      admin: 'also sees to people, settings and the audit log',
    },
    makeLink: 'Make a link',
    linkFor: (whom) => `The link for ${whom}`,
    linkOnce: 'It works once, within a week, and is shown only now: copy it before you go on.',
    copy: 'Copy the link',
    here: 'At the desk',
    you: 'you',
    name: 'Name',
    email: 'E-mail',
    secondFactor: 'Second factor',
    on: 'on',
    off: 'off',
    lastSeen: 'Last seen',
    never: 'not signed in',
    change: 'Change',
    roleOf: (name) => `Role of ${name}`,
    save: 'Save',
    more: (name) => `Change: ${name}`,
    passwordLink: 'Make a password link',
    passwordLinkWhy:
      'For a forgotten password. When a new one is chosen by it, all sessions of the old one end.',
    dropFactor: 'Remove the second factor',
    dropFactorWhy:
      'For a lost phone, when the backup codes are lost too. Make sure who asks. It ends all their sessions; the password alone lets them in until they set up another.',
    leave: 'Has left',
    leaveWhy: 'Signed out everywhere at once. The name stays beside what was written.',
    left: 'Have left',
    takeBack: 'Give a role again',
    links: 'Open links',
    noLinks: 'No link leads in at the moment.',
    join: (role) => `Joins as ${role.toLowerCase()}`,
    reset: (name) => `New password for ${name}`,
    made: (by, when) => `made by ${by}, ${when}`,
    until: (when) => `until ${when}`,
    withdraw: 'Withdraw',
    withdrawOf: (whom) => `Withdraw the link for ${whom}`,
    terminal: 'the operator',
    fault: {
      'last-admin': 'That is the last admin. Make somebody else an admin first.',
      unknown: 'There is no such person any more; look at the list again.',
      role: 'Choose a role.',
      note: 'Say for whom the link is, in at most 200 characters.',
    },
  },
  uk: {
    title: 'Люди',
    lead: 'Хто працює за редакційним столом. Читачам обліковий запис не потрібен, і цих імен вони не бачать.',
    invite: 'Запросити',
    inviteLead:
      'Ви отримаєте посилання, яке надішлете так, як довіряєте. Хто його відкриє, сам вибере пароль.',
    forWhom: 'Для кого',
    forWhomHint: 'Щоб список відкритих посилань щось казав. Бачать лише адміністратори.',
    role: 'Роль',
    may: {
      contributor: 'пише чернетки й надсилає їх на перевірку',
      editor: 'також перевіряє, схвалює, публікує й відкликає',
      admin: 'також дбає про людей, налаштування й журнал дій',
    },
    makeLink: 'Створити посилання',
    linkFor: (whom) => `Посилання: ${whom}`,
    linkOnce: 'Діє один раз упродовж тижня й показується лише зараз: скопіюйте, перш ніж іти далі.',
    copy: 'Скопіювати посилання',
    here: 'За столом',
    you: 'ви',
    name: 'Імʼя',
    email: 'Електронна пошта',
    secondFactor: 'Другий чинник',
    on: 'увімкнено',
    off: 'вимкнено',
    lastSeen: 'Останній візит',
    never: 'не в мережі',
    change: 'Змінити',
    roleOf: (name) => `Роль: ${name}`,
    save: 'Зберегти',
    more: (name) => `Змінити: ${name}`,
    passwordLink: 'Створити посилання для пароля',
    passwordLinkWhy:
      'Для забутого пароля. Щойно за ним виберуть новий, усі сеанси зі старим паролем закінчаться.',
    dropFactor: 'Зняти другий чинник',
    dropFactorWhy:
      'Коли втрачено телефон, а з ним і резервні коди. Переконайтеся, хто просить. Усі сеанси закінчаться; доки не налаштовано новий, вистачить пароля.',
    leave: 'Більше не працює',
    leaveWhy: 'Вихід одразу всюди. Імʼя залишиться поруч із написаним.',
    left: 'Більше не працюють',
    takeBack: 'Знову надати роль',
    links: 'Відкриті посилання',
    noLinks: 'Зараз жодне посилання не веде всередину.',
    join: (role) => `Приєднується: ${role.toLowerCase()}`,
    reset: (name) => `Новий пароль: ${name}`,
    made: (by, when) => `створено: ${by}, ${when}`,
    until: (when) => `до ${when}`,
    withdraw: 'Відкликати',
    withdrawOf: (whom) => `Відкликати посилання: ${whom}`,
    terminal: 'оператор',
    fault: {
      'last-admin': 'Це останній адміністратор. Спершу зробіть адміністратором когось іншого.',
      unknown: 'Такої людини вже немає; погляньте на список іще раз.',
      role: 'Виберіть роль.',
      note: 'Напишіть, для кого посилання, не довше за 200 символів.',
    },
  },
};
