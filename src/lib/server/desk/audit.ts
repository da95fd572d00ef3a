import type { Role } from '#lib/domain/access/access.ts';
import { ITEM_KINDS, type ItemKind } from '#lib/domain/history/edition.ts';
import type { Lang } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import { auditWords } from '#lib/words/audit.ts';
import { instant } from '#lib/words/dates.ts';
import { deskWords } from '#lib/words/desk.ts';
import { SEED_AUTHOR } from '../geodata/seed.ts';
import type { AuditEntry } from '../store/work.ts';
import { addressDigest, NOBODY } from './address-digest.ts';
import type { StaffedDesk } from './desk.ts';
import { namesOf } from './people.ts';
import { itemAddress } from './queue.ts';

/** Entries on one page. */
const PAGE = 100;

/** What an entry is about, with the way there where there is one. */
interface Subject {
  readonly text: string;
  readonly href?: string | undefined;
}

/** What `/desk/audit` shows for an address. */
export async function auditPage(desk: StaffedDesk, lang: Lang, url: URL) {
  const { work } = desk.store;
  const before = Math.trunc(Number(url.searchParams.get('before'))) || undefined;
  const entries = await work.audit(PAGE, before !== undefined && before > 0 ? before : undefined);
  const [newest] = await work.audit(1);
  const name = await namesOf(desk, lang);
  const subjectOf = await subjects(desk, entries, lang, name);
  const here = address(lang, '/desk/audit');
  const [first, last] = [entries[0], entries.at(-1)];
  // Numbers have no gaps, so a page back is as far as a page on.
  const back = first && newest && first.number < newest.number ? first.number + PAGE + 1 : undefined;
  return {
    newer:
      back === undefined ? undefined : back > (newest?.number ?? 0) ? here : `${here}?before=${String(back)}`,
    older: last && last.number > 1 ? `${here}?before=${String(last.number)}` : undefined,
    entries: entries.map((entry) => ({
      number: entry.number,
      when: instant(lang, entry.at),
      who: whoOf(entry.by, lang, name),
      what: whatOf(entry.action, lang),
      subject: subjectOf(entry),
      detail: detailOf(entry, lang, name),
    })),
  };
}

/** Walk the chain. */
export async function verifyChain({ store }: StaffedDesk) {
  const fault = await store.work.verifyAudit();
  const [newest] = await store.work.audit(1);
  return { verified: { fault, entries: newest?.number ?? 0 } };
}

function whoOf(by: string, lang: Lang, name: (id: string) => string): string {
  const t = auditWords[lang];
  return by === NOBODY ? t.nobody : by === SEED_AUTHOR ? t.seed : by === 'terminal' ? t.operator : name(by);
}

function whatOf(action: string, lang: Lang): string {
  const words: Partial<Record<string, string>> = auditWords[lang].action;
  return words[action] ?? action;
}

async function subjects(
  { store }: StaffedDesk,
  entries: readonly AuditEntry[],
  lang: Lang,
  name: (id: string) => string,
): Promise<(entry: AuditEntry) => Subject> {
  const t = auditWords[lang];
  const titles = new Map<string, string>();
  for (const subject of new Set(entries.map((entry) => entry.subject))) {
    const [kind = '', id = ''] = subject.split(' ');
    if (!isKind(kind)) continue;
    titles.set(subject, (await store.work.item(kind, id))?.title ?? deskWords[lang].untitled);
  }
  const addresses = new Map<string, string>();
  if (entries.some((entry) => entry.subject.startsWith('address ')))
    for (const { email, name: whose } of await store.accounts.people())
      addresses.set(await addressDigest(store, email), whose);

  return ({ subject, action, detail }) => {
    const [kind = '', id = ''] = subject.split(' ');
    if (isKind(kind)) return { text: titles.get(subject) ?? id, href: itemAddress(lang, kind, id) };
    if (kind === 'person') return { text: name(id), href: `${address(lang, '/desk/people')}#p-${id}` };
    if (kind === 'edition')
      return { text: t.edition(id), href: `${address(lang, '/')}?edition=${encodeURIComponent(id)}` };
    if (kind === 'address') return { text: addresses.get(id) ?? t.unknownAddress };
    if (kind === 'join') return { text: t.asRole(id as Role) };
    if (kind === 'reset') return { text: name(id), href: `${address(lang, '/desk/people')}#p-${id}` };
    if (action === 'import' && (kind === 'events' || kind === 'ground'))
      return { text: t.imported(kind, String((detail as { file?: unknown } | undefined)?.file ?? '?')) };
    if (action === 'setting') return { text: t.setting(subject) };
    return { text: kind === 'code' ? '' : subject };
  };
}

const isKind = (kind: string): kind is ItemKind => (ITEM_KINDS as readonly string[]).includes(kind);

/** What goes with an entry, in words where there are some, else as it was written. */
function detailOf(
  { action, detail, subject }: AuditEntry,
  lang: Lang,
  name: (id: string) => string,
): string | undefined {
  const t = auditWords[lang];
  if (detail === undefined) return t.erased;
  if (typeof detail !== 'object' || detail === null) return undefined;
  const known = detail as Partial<Record<string, unknown>>;
  if (action === 'role') return t.nowRole(known['role'] as Role);
  if (action === 'join') return t.asRole(known['role'] as Role);
  if (action === 'renamed') return t.was(String(known['from']));
  if (action.startsWith('link')) return known['note'] ? String(known['note']) : undefined;
  if (action === 'import') return t.drafts(Number(known['drafts']) || 0);
  if (action === 'arrange') return arranged(known, lang, name);
  // Where an item came to is what the move says already.
  if (isKind(subject.split(' ')[0] ?? '') && 'to' in known) return undefined;
  return JSON.stringify(detail);
}

function arranged(
  what: Partial<Record<string, unknown>>,
  lang: Lang,
  name: (id: string) => string,
): string | undefined {
  const parts = Object.entries(what).map(([key, value]) => {
    if (value === null) return `${key}: —`;
    if (key === 'tag' || key === 'untag') return `${key === 'tag' ? '+' : '−'} ${String(value)}`;
    if (key === 'assignee') return `→ ${name(String(value))}`;
    if (key === 'embargo_until' && typeof value === 'number') return `⏱ ${instant(lang, value)}`;
    return `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
  });
  return parts.length > 0 ? parts.join('; ') : undefined;
}
