import * as v from 'valibot';
import type { Text } from '../text.ts';
import { textSchema } from '../text.ts';

/** What a public item can be. */
export const ITEM_KINDS = ['place', 'report', 'event', 'ledger', 'statement'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Of what kind a change to an item is. An edition itself has no kind. */
export const CHANGE_KINDS = ['new', 'update', 'clarification', 'correction', 'retraction'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The end of a range that is still open. */
export const OPEN_END = 2_147_483_647;

/** A published, numbered state of everything public. */
export interface Edition {
  /** From 1 on; 0 is the empty state before the first edition. */
  readonly number: number;
  /** Instant, UTC milliseconds. */
  readonly published_at: number;
  /** sha256 in hex over the digest before it, the instant and what the edition changed. */
  readonly digest: string;
  readonly note: Text;
  /** How often something was erased from it for somebody's safety; left out where nothing was. */
  readonly redactions?: number;
}

/**
 * What tells apart what an edition is and was: its digest, which stays for good, and how often something was erased
 * since. Whatever is kept of an edition, or asked about again, goes by this.
 */
export const versionOf = ({ digest, redactions }: Pick<Edition, 'digest' | 'redactions'>): string =>
  redactions ? `${digest} ${redactions}` : digest;

/** The state before anything was published. */
export const EMPTY_EDITION: Edition = {
  number: 0,
  published_at: 0,
  digest: '0'.repeat(64),
  note: { en: 'Nothing has been published yet.', uk: 'Ще нічого не опубліковано.' },
};

/** One (edition, item): what the edition did to it. */
export interface Change {
  readonly edition: number;
  readonly item: { readonly kind: ItemKind; readonly id: string };
  readonly change: ChangeKind;
  readonly note: Text | undefined;
}

export const changeSchema = v.strictObject({ kind: v.picklist(CHANGE_KINDS), note: v.optional(textSchema) });
