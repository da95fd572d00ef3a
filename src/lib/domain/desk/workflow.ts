import {
  mayApprove,
  mayDraft,
  mayPublish,
  mayReview,
  type Person,
  type ReviewRule,
} from '../access/access.ts';

/** Where an item stands on its way into an edition. `public` has nothing newer than what readers see. */
export const DESK_STATES = ['draft', 'review', 'approved', 'public', 'discarded'] as const;
export type DeskState = (typeof DESK_STATES)[number];

/** What somebody may ask of an item besides writing it. */
export const MOVES = [
  'submit',
  'approve',
  'send-back',
  'discard',
  'restore',
  'retract',
  'keep',
  'undo',
] as const;
export type Move = (typeof MOVES)[number];

/** What a move needs to know of the item that it moves. */
export interface Standing {
  readonly state: DeskState;
  /** Who has written it since it was last public. */
  readonly writers: readonly string[];
  /** Whether readers see it, whatever is being done to it at the desk. */
  readonly isPublic: boolean;
  /** Whether it is on its way out of the edition. */
  readonly isRetraction: boolean;
  /** The last move, where nothing was written since: who made it, and where the item stood before. */
  readonly last: { readonly by: string; readonly from: DeskState } | undefined;
  /** How many faults keep it from being published. */
  readonly faults: number;
}

/** Why a move cannot be made; words are made from it. */
export type Refusal = 'role' | 'own' | 'faults' | 'state';

/**
 * Where a move leads, or why it cannot be made.
 *
 * - `submit`: a draft that is whole goes to review.
 * - `approve`: what is in review may be published as it stands.
 * - `send-back`: from review or approved to its writer.
 * - `discard`: a draft is put away; `restore` takes that back.
 * - `retract`: what is public is proposed to be taken out of the next edition; `keep` gives that up.
 * - `undo`: who made the last move takes it back.
 */
export function moved(
  move: Move,
  s: Standing,
  by: Person | undefined,
  rule: ReviewRule,
): DeskState | Refusal {
  switch (move) {
    case 'submit':
      if (!mayDraft(by)) return 'role';
      if (s.state !== 'draft') return 'state';
      return s.faults > 0 && !s.isRetraction ? 'faults' : 'review';
    case 'approve':
      if (s.state !== 'review') return 'state';
      if (mayApprove(by, s, rule)) return s.faults > 0 && !s.isRetraction ? 'faults' : 'approved';
      return mayReview(by) ? 'own' : 'role';
    case 'send-back':
      if (!mayReview(by)) return 'role';
      return s.state === 'review' || s.state === 'approved' ? 'draft' : 'state';
    case 'discard':
      if (!mayDraft(by)) return 'role';
      return s.state === 'public' || s.state === 'discarded' ? 'state' : 'discarded';
    case 'restore':
      if (!mayDraft(by)) return 'role';
      return s.state === 'discarded' ? 'draft' : 'state';
    case 'retract':
      if (!mayPublish(by)) return 'role';
      return s.isPublic && !s.isRetraction ? 'review' : 'state';
    case 'keep':
      if (!mayPublish(by)) return 'role';
      return s.isRetraction ? 'draft' : 'state';
    case 'undo':
      if (!mayDraft(by)) return 'role';
      return s.last?.by === by.id ? s.last.from : 'state';
  }
}

export const isRefusal = (to: DeskState | Refusal): to is Refusal =>
  !(DESK_STATES as readonly string[]).includes(to);

/** What writing does to an item: an approval holds for what was approved and nothing else. */
export const written = (state: DeskState | undefined): DeskState => (state === 'review' ? 'review' : 'draft');
