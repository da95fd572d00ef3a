import type { Lang } from '../domain/text.ts';

/** Why nothing came of what somebody asked for their own account. */
export type AccountFault = 'name' | 'wrong' | 'short' | 'long' | 'code' | 'on' | 'limit' | 'gone' | 'failed';

/** What was done. */
export const ACCOUNT_DONE = ['name', 'password', 'factor-on', 'factor-off', 'session', 'sessions'] as const;
export type AccountDone = (typeof ACCOUNT_DONE)[number];

export interface AccountWords {
  readonly title: string;
  readonly as: (email: string, role: string) => string;
  readonly name: string;
  readonly nameHint: string;
  readonly save: string;
  readonly password: string;
  readonly passwordLead: string;
  readonly old: string;
  readonly fresh: string;
  readonly freshHint: (shortest: number) => string;
  readonly setPassword: string;
  readonly factor: string;
  readonly factorLead: string;
  readonly factorIsOn: string;
  readonly factorIsOff: string;
  readonly passwordAsked: string;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly newCodes: string;
  readonly scan: string;
  readonly scanLead: string;
  readonly qr: string;
  readonly byHand: string;
  readonly keep: string;
  readonly keepLead: string;
  readonly copyCodes: string;
  readonly confirm: string;
  readonly code: string;
  readonly confirmSubmit: string;
  readonly notYet: string;
  readonly sessions: string;
  readonly sessionsLead: string;
  readonly unknownBrowser: string;
  readonly thisOne: string;
  readonly from: (address: string) => string;
  readonly since: (when: string) => string;
  readonly seen: (when: string) => string;
  readonly end: string;
  readonly endOf: (browser: string, since: string) => string;
  readonly endOthers: string;
  readonly done: Readonly<Record<AccountDone, string>>;
  readonly fault: Readonly<Record<AccountFault, string>>;
}

export const accountWords: Record<Lang, AccountWords> = {
  en: {
    title: 'Your account',
    as: (email, role) => `You sign in as ${email}. Your role: ${role}.`,
    name: 'Name',
    nameHint: 'As colleagues see it beside what you write. Readers never see it.',
    save: 'Save',
    password: 'Password',
    passwordLead: 'When you change it, you are signed out everywhere else.',
    old: 'Password so far',
    fresh: 'New password',
    freshHint: (n) => `At least ${n} characters; a sentence is better than odd signs.`,
    setPassword: 'Change the password',
    factor: 'Second factor',
    factorLead:
      'Besides the password you type six digits that an authenticator app on your phone shows. Who learns your password alone does not come in.',
    factorIsOn: 'It is on.',
    factorIsOff: 'It is off.',
    passwordAsked: 'Your password',
    turnOn: 'Set it up',
    turnOff: 'Turn it off',
    newCodes: 'New backup codes',
    scan: 'Scan this with the app',
    scanLead: 'Any authenticator app will do. The picture was made here and was sent to nobody else.',
    qr: 'A code to scan with an authenticator app; the same as the text below',
    byHand: 'Or type this into it:',
    keep: 'Keep these backup codes',
    keepLead:
      'Each lets you in once without the phone. They are shown only now: print them, or copy them to a safe place.',
    copyCodes: 'Copy the codes',
    confirm: 'Confirm with a code',
    code: 'The six digits that the app shows now',
    confirmSubmit: 'Turn it on',
    notYet: 'Until you confirm, nothing is changed.',
    sessions: 'Where you are signed in',
    sessionsLead: 'End what you do not know, then change your password.',
    unknownBrowser: 'Some program',
    thisOne: 'this one',
    from: (address) => `from ${address}`,
    since: (when) => `since ${when}`,
    seen: (when) => `last seen ${when}`,
    end: 'End',
    endOf: (browser, since) => `End the session in ${browser}, ${since}`,
    endOthers: 'End all others',
    done: {
      name: 'The name is changed.',
      password: 'The password is changed. You are signed out everywhere else.',
      'factor-on': 'The second factor is on. You will be asked for a code when you sign in.',
      'factor-off': 'The second factor is off.',
      session: 'That session is ended.',
      sessions: 'All other sessions are ended.',
    },
    fault: {
      name: 'Write your name, in at most 100 characters.',
      wrong: 'That is not your password.',
      short: 'The new password is too short.',
      long: 'The new password is too long; 256 characters are the most.',
      code: 'That code is not right, or it is no longer the current one. Is the clock of the phone right?',
      on: 'The second factor is on already.',
      limit: 'Too many tries. Wait a minute, then try again.',
      gone: 'That session was over already.',
      failed: 'That did not get through. Try again.',
    },
  },
  uk: {
    title: 'Ваш обліковий запис',
    as: (email, role) => `Ви входите як ${email}. Ваша роль: ${role}.`,
    name: 'Імʼя',
    nameHint: 'Так його бачать колеги поруч із написаним. Читачі не бачать його ніколи.',
    save: 'Зберегти',
    password: 'Пароль',
    passwordLead: 'Коли ви його зміните, вас буде відʼєднано всюди деінде.',
    old: 'Дотеперішній пароль',
    fresh: 'Новий пароль',
    freshHint: (n) => `Щонайменше ${n} символів; речення краще за химерні знаки.`,
    setPassword: 'Змінити пароль',
    factor: 'Другий чинник',
    factorLead:
      'Окрім пароля, ви вводите шість цифр, які показує застосунок-автентифікатор на вашому телефоні. Хто дізнається лише пароль, не ввійде.',
    factorIsOn: 'Увімкнено.',
    factorIsOff: 'Вимкнено.',
    passwordAsked: 'Ваш пароль',
    turnOn: 'Налаштувати',
    turnOff: 'Вимкнути',
    newCodes: 'Нові запасні коди',
    scan: 'Відскануйте це застосунком',
    scanLead: 'Підійде будь-який автентифікатор. Зображення створено тут і нікому іншому не надіслано.',
    qr: 'Код для сканування застосунком-автентифікатором; те саме, що й текст нижче',
    byHand: 'Або введіть у нього:',
    keep: 'Збережіть ці запасні коди',
    keepLead:
      'Кожен раз пропускає без телефона. Їх показано лише зараз: надрукуйте або скопіюйте в надійне місце.',
    copyCodes: 'Скопіювати коди',
    confirm: 'Підтвердьте кодом',
    code: 'Шість цифр, які застосунок показує зараз',
    confirmSubmit: 'Увімкнути',
    notYet: 'Доки не підтвердите, нічого не зміниться.',
    sessions: 'Де ви ввійшли',
    sessionsLead: 'Завершіть те, чого не впізнаєте, і змініть пароль.',
    unknownBrowser: 'Якась програма',
    thisOne: 'цей',
    from: (address) => `з ${address}`,
    since: (when) => `від ${when}`,
    seen: (when) => `останній візит ${when}`,
    end: 'Завершити',
    endOf: (browser, since) => `Завершити сеанс: ${browser}, ${since}`,
    endOthers: 'Завершити всі інші',
    done: {
      name: 'Імʼя змінено.',
      password: 'Пароль змінено. Усюди деінде вас відʼєднано.',
      'factor-on': 'Другий чинник увімкнено. Під час входу у вас запитають код.',
      'factor-off': 'Другий чинник вимкнено.',
      session: 'Сеанс завершено.',
      sessions: 'Усі інші сеанси завершено.',
    },
    fault: {
      name: 'Напишіть імʼя, не довше за 100 символів.',
      wrong: 'Це не ваш пароль.',
      short: 'Новий пароль закороткий.',
      long: 'Новий пароль задовгий; найбільше — 256 символів.',
      code: 'Код неправильний або вже не чинний. Чи правильний годинник на телефоні?',
      on: 'Другий чинник уже увімкнено.',
      limit: 'Забагато спроб. Зачекайте хвилину й спробуйте ще раз.',
      gone: 'Цей сеанс уже завершено.',
      failed: 'Не вдалося надіслати. Спробуйте ще раз.',
    },
  },
};
