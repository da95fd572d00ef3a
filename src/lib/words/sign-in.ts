import type { Lang } from '../domain/text.ts';

/** Why somebody did not come in; `limit` has tried too often. */
export type EntryFault =
  'wrong' | 'code' | 'limit' | 'link' | 'name' | 'email' | 'taken' | 'short' | 'long' | 'failed';

interface SignInWords {
  readonly title: string;
  readonly lead: string;
  readonly email: string;
  readonly password: string;
  readonly submit: string;
  readonly codeTitle: string;
  readonly codeLead: string;
  readonly code: string;
  readonly codeSubmit: string;
  readonly backup: string;
  readonly again: string;
  readonly forgotten: string;
  readonly joinTitle: string;
  readonly joinLead: (role: string) => string;
  readonly resetTitle: string;
  readonly resetLead: string;
  readonly name: string;
  readonly nameHint: string;
  readonly passwordHint: (shortest: number) => string;
  readonly joinSubmit: string;
  readonly resetSubmit: string;
  readonly joined: string;
  readonly deadLink: string;
  readonly deadLinkWhy: string;
  readonly toSignIn: string;
  readonly fault: Readonly<Record<EntryFault, string>>;
}

export const signInWords: Record<Lang, SignInWords> = {
  en: {
    title: 'Sign in to the desk',
    lead: 'Here editors turn dated reports into what the map shows. Readers need no account.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    codeTitle: 'One more step',
    codeLead: 'Type the six digits that your authenticator app shows now.',
    code: 'Code',
    codeSubmit: 'Go on',
    backup: 'Or one of your backup codes',
    again: 'Start over',
    forgotten: 'Password forgotten? An admin can make you a link to choose a new one.',
    joinTitle: 'Join the desk',
    joinLead: (role) => `You were invited as ${role.toLowerCase()}. Choose how you sign in.`,
    resetTitle: 'Choose a new password',
    resetLead: 'Wherever you are signed in with the old one, you will be signed out.',
    name: 'Name',
    nameHint: 'As colleagues see it beside what you write. Readers never see it.',
    passwordHint: (n) => `At least ${n} characters; a sentence is better than odd signs.`,
    joinSubmit: 'Join',
    resetSubmit: 'Set the password',
    joined: 'Done. Now sign in.',
    deadLink: 'This link leads nowhere any more',
    deadLinkWhy: 'It was used, withdrawn, or is older than a week. Ask an admin for a new one.',
    toSignIn: 'To sign in',
    fault: {
      wrong: 'E-mail and password do not go together.',
      code: 'That code is not right, or it is no longer the current one.',
      limit: 'Too many tries. Wait a minute, then try again.',
      link: 'This link leads nowhere any more; ask an admin for a new one.',
      name: 'Write your name, in at most 100 characters.',
      email: 'That is no e-mail address.',
      taken: 'There is an account with this address already; sign in, or ask an admin for a new password.',
      short: 'That password is too short.',
      long: 'That password is too long; 256 characters are the most.',
      failed: 'That did not get through. Try again.',
    },
  },
  uk: {
    title: 'Вхід до редакційного столу',
    lead: 'Тут редактори перетворюють датовані повідомлення на те, що показує карта. Читачам обліковий запис не потрібен.',
    email: 'Електронна пошта',
    password: 'Пароль',
    submit: 'Увійти',
    codeTitle: 'Ще один крок',
    codeLead: 'Введіть шість цифр, які зараз показує ваш застосунок-автентифікатор.',
    code: 'Код',
    codeSubmit: 'Далі',
    backup: 'Або один із запасних кодів',
    again: 'Почати спочатку',
    forgotten: 'Забули пароль? Адміністратор може створити для вас посилання, щоб вибрати новий.',
    joinTitle: 'Приєднатися до редакційного столу',
    joinLead: (role) => `Вас запросили: ${role.toLowerCase()}. Виберіть, як ви входитимете.`,
    resetTitle: 'Вибрати новий пароль',
    resetLead: 'Усюди, де ви увійшли зі старим паролем, вас буде відʼєднано.',
    name: 'Імʼя',
    nameHint: 'Так його бачать колеги поруч із написаним. Читачі не бачать його ніколи.',
    passwordHint: (n) => `Щонайменше ${n} символів; речення краще за химерні знаки.`,
    joinSubmit: 'Приєднатися',
    resetSubmit: 'Встановити пароль',
    joined: 'Готово. Тепер увійдіть.',
    deadLink: 'Це посилання вже нікуди не веде',
    deadLinkWhy: 'Його використано, відкликано або йому понад тиждень. Попросіть адміністратора про нове.',
    toSignIn: 'До входу',
    fault: {
      wrong: 'Пошта й пароль не відповідають одне одному.',
      code: 'Код неправильний або вже не чинний.',
      limit: 'Забагато спроб. Зачекайте хвилину й спробуйте ще раз.',
      link: 'Це посилання вже нікуди не веде; попросіть адміністратора про нове.',
      name: 'Напишіть імʼя, не довше за 100 символів.',
      email: 'Це не адреса електронної пошти.',
      taken: 'Обліковий запис із цією адресою вже є; увійдіть або попросіть адміністратора про новий пароль.',
      short: 'Пароль закороткий.',
      long: 'Пароль задовгий; найбільше — 256 символів.',
      failed: 'Не вдалося надіслати. Спробуйте ще раз.',
    },
  },
};
