import { ROLES, type Role } from '#lib/domain/access/access.ts';
import type { Lang } from '#lib/domain/text.ts';
import { instant } from '#lib/words/dates.ts';
import { peopleWords, type PeopleFault } from '#lib/words/people.ts';
import { linkAddress, makeLink } from '../auth/entry.ts';
import type { StaffedDesk } from './desk.ts';
import { fieldOf } from './forms.ts';

/** Roles that are given; who has left has none. */
export const GIVEN = ROLES.filter((role) => role !== 'none');

const LONGEST_NOTE = 200;

/** Names by id of who has or had an account; what was done from the terminal was done by the operator. */
export async function namesOf({ store }: StaffedDesk, lang: Lang): Promise<(id: string) => string> {
  const people = new Map((await store.accounts.people()).map((p) => [p.id, p.name]));
  return (id) => people.get(id) ?? (id === 'terminal' ? peopleWords[lang].terminal : id);
}

/** What `/desk/people` shows. */
export async function peoplePage(desk: StaffedDesk, lang: Lang) {
  const { store, person } = desk;
  const t = peopleWords[lang];
  const people = await store.accounts.people();
  const name = await namesOf(desk, lang);
  const links = await store.accounts.links();
  const views = people.map(({ lastSeen, ...each }) => ({
    ...each,
    lastSeen: lastSeen === undefined ? t.never : instant(lang, lastSeen),
    isYou: each.id === person.id,
  }));
  return {
    roles: GIVEN,
    people: views.filter((p) => p.role !== 'none'),
    left: views
      .filter((p) => p.role === 'none')
      .map(({ id, name: who, email }) => ({ id, name: who, email })),
    links: links.map((link) => ({
      id: link.id,
      purpose: link.purpose,
      role: link.role,
      note: link.note,
      person: link.person === undefined ? undefined : name(link.person),
      made: t.made(name(link.made_by), instant(lang, link.made_at)),
      until: t.until(instant(lang, link.expires_at)),
    })),
  };
}

/** What came of something an admin asked for: a link to be shown once, nothing to tell, or a fault. */
export type Asked =
  | { readonly link?: { readonly address: string; readonly whom: string } }
  | { readonly fault: PeopleFault; readonly person?: string };

const isGiven = (role: string): role is Role => (GIVEN as readonly string[]).includes(role);

/** Give somebody a role, or none where they have left. */
export async function changeRole({ store, person }: StaffedDesk, form: FormData): Promise<Asked> {
  const [id, role] = [fieldOf(form, 'person'), fieldOf(form, 'role')];
  if (!isGiven(role) && role !== 'none') return { fault: 'role', person: id };
  const said = await store.accounts.setRole(id, role, person.id);
  return said === 'set' ? {} : { fault: said, person: id };
}

/** Make a link by which somebody joins. */
export async function invite({ store, person, config }: StaffedDesk, form: FormData): Promise<Asked> {
  const [role, whom] = [fieldOf(form, 'role'), fieldOf(form, 'note')];
  if (!isGiven(role)) return { fault: 'role' };
  if (whom === '' || whom.length > LONGEST_NOTE) return { fault: 'note' };
  const token = await makeLink(store, { purpose: 'join', role }, whom, person.id);
  return { link: { address: linkAddress(config.origin, token), whom } };
}

/** Make a link by which somebody chooses a password anew. */
export async function passwordLink({ store, person, config }: StaffedDesk, form: FormData): Promise<Asked> {
  const whom = await store.accounts.person(fieldOf(form, 'person'));
  if (!whom || whom.role === 'none') return { fault: 'unknown' };
  const token = await makeLink(store, { purpose: 'reset', person: whom.id }, whom.name, person.id);
  return { link: { address: linkAddress(config.origin, token), whom: whom.name } };
}

/** Take the second factor off somebody who lost it; their own is everybody's own account page's to see to. */
export async function dropSecondFactor({ store, person }: StaffedDesk, form: FormData): Promise<Asked> {
  const id = fieldOf(form, 'person');
  const isDone = id !== person.id && (await store.accounts.dropSecondFactor(id, person.id));
  return isDone ? {} : { fault: 'unknown', person: id };
}

/** Withdraw a link, so that it leads nowhere. */
export async function withdraw({ store, person }: StaffedDesk, form: FormData): Promise<Asked> {
  await store.accounts.dropLink(fieldOf(form, 'link'), person.id);
  return {};
}
