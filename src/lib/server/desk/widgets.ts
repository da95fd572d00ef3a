import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import {
  calloutsFrom,
  calloutsText,
  NO_WORDS,
  ownWordsSchema,
  type OwnWords,
} from '#lib/domain/embed/keyed.ts';
import { embedToUrl } from '#lib/domain/embed/options.ts';
import { idOf } from '#lib/domain/id.ts';
import type { Lang } from '#lib/domain/text.ts';
import { instant } from '#lib/words/dates.ts';
import type { WidgetFault } from '#lib/words/widgets.ts';
import { sitesIn, sitesSchema } from '../config.ts';
import { optionsOfAddress } from '../embed/oembed.ts';
import type { DeskWidget, HookCall } from '../store/widgets.ts';
import { hookFault } from '../webhooks/address.ts';
import type { StaffedDesk } from './desk.ts';
import { fieldOf } from './forms.ts';

const LONGEST_NAME = 80;
/** Calls that are listed of each. */
const MOST_CALLS = 5;

/** What became of a form: nothing to tell but that, a secret that is shown once, or what is wrong, with what was typed. */
export type Done =
  | { readonly saved: string; readonly secret?: { readonly name: string; readonly text: string } }
  | {
      readonly fault: WidgetFault;
      readonly widget: string;
      readonly typed: Readonly<Record<string, string>>;
    };

/** What `/desk/widgets` shows: what the map of each newsroom shows, in which words, and how its calls went. */
export async function widgetsPage({ store, config }: StaffedDesk, lang: Lang) {
  const widgets = await store.widgets.all();
  return {
    widgets: await Promise.all(
      widgets.map(async ({ id, name, query, words, hook }) => ({
        id,
        name,
        address: `${config.origin}/w/${id}`,
        shows: `${config.origin}/embed?${query}`,
        feed: `${config.origin}/w/${id}/feed`,
        title: words.title,
        credit: words.credit,
        callouts: calloutsText(words.callouts),
        isCalled: hook !== undefined,
        calls: (await store.widgets.calls(id, MOST_CALLS)).map((call) => callView(call, lang)),
      })),
    ),
  };
}

const callView = ({ number, edition, made_at, tries, status, answer, due }: HookCall, lang: Lang) => ({
  number,
  edition,
  when: instant(lang, made_at),
  tries,
  status,
  answer: answer ?? '',
  again: due === undefined ? undefined : instant(lang, due),
});

/** Move what the map of a newsroom shows, and its own words. */
export async function pinWidget({ store, config, person }: StaffedDesk, form: FormData): Promise<Done> {
  const id = fieldOf(form, 'widget');
  const typed = typedIn(form, ['shows', 'title', 'credit', 'callouts']);
  const wrong = (fault: WidgetFault): Done => ({ fault, widget: id, typed });
  const options = await optionsOfAddress(store.public, config, fieldOf(form, 'shows'));
  if (!options) return wrong('address');
  const callouts = calloutsFrom(fieldOf(form, 'callouts'));
  if (!callouts) return wrong('callouts');
  const read = v.safeParse(ownWordsSchema, {
    title: fieldOf(form, 'title'),
    credit: fieldOf(form, 'credit'),
    callouts,
  });
  if (!read.success) return wrong('words');
  const words: OwnWords = read.output;
  const query = embedToUrl({ ...options, interactive: false }).toString();
  return (await store.widgets.pin(id, { query, words }, person.id)) ? { saved: id } : wrong('unknown');
}

/** What `/desk/widgets/keys` shows; the secrets are shown once, when they are made. */
export async function keysPage({ store, config }: StaffedDesk) {
  return {
    widgets: (await store.widgets.all()).map(({ id, name, sites, hook }) => ({
      id,
      name,
      address: `${config.origin}/w/${id}`,
      sites: sites.join(' '),
      hook: hook ?? '',
    })),
  };
}

/** Make a key for a newsroom: its map shows the front until it is moved. */
export async function makeKey({ store, person }: StaffedDesk, form: FormData): Promise<Done> {
  const wrong = faultIn(form, '');
  if (wrong) return wrong;
  const name = fieldOf(form, 'name');
  if (name === '' || name.length > LONGEST_NAME)
    return { fault: 'name', widget: '', typed: typedIn(form, ['name', 'sites', 'hook']) };
  const id = idOf('w', randomBytes(10));
  const secret = randomBytes(32).toString('base64url');
  const { number } = await store.public.head();
  const made = { id, name, query: '', words: NO_WORDS, ...settledIn(form), secret, seen: number };
  await store.widgets.make(made, person.id);
  return { saved: id, secret: { name, text: secret } };
}

/** Change who may show the map of a newsroom, and who is called. */
export async function settleKey({ store, person }: StaffedDesk, form: FormData): Promise<Done> {
  const id = fieldOf(form, 'widget');
  const wrong = faultIn(form, id);
  if (wrong) return wrong;
  const isDone = await store.widgets.settle(id, settledIn(form), person.id);
  return isDone ? { saved: id } : { fault: 'unknown', widget: id, typed: {} };
}

export async function dropKey({ store, person }: StaffedDesk, form: FormData): Promise<Done> {
  const id = fieldOf(form, 'widget');
  return (await store.widgets.drop(id, person.id))
    ? { saved: '' }
    : { fault: 'unknown', widget: id, typed: {} };
}

function faultIn(form: FormData, widget: string): Extract<Done, { fault: WidgetFault }> | undefined {
  const [sites, hook] = [fieldOf(form, 'sites'), fieldOf(form, 'hook')];
  const typed = typedIn(form, ['name', 'sites', 'hook']);
  if (sites !== '' && !v.is(sitesSchema, sites)) return { fault: 'sites', widget, typed };
  const fault = hook === '' ? undefined : hookFault(hook);
  return fault && { fault: fault === 'private' ? 'private' : 'hook', widget, typed };
}

const settledIn = (form: FormData): Pick<DeskWidget, 'sites' | 'hook'> => ({
  sites: sitesIn(fieldOf(form, 'sites')),
  hook: fieldOf(form, 'hook') || undefined,
});

const typedIn = (form: FormData, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, fieldOf(form, name)]));
