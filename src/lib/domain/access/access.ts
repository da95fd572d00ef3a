// Who may do what at the desk. Interface and server ask the same predicates, so that nothing is offered that is refused.
import { isReviewId } from '../control/review-id.ts';

/** From the least to the most; each may what those before it may. `none` is somebody who has left: only their name stays. */
export const ROLES = ['none', 'contributor', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody at the desk. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** What a decision on an item needs to know of it. */
export interface Judged {
  /** Who has written it since it was last public. */
  readonly writers: readonly string[];
}

/** How a newsroom wants to work; part of its settings. */
export interface ReviewRule {
  /** Whether somebody else has to approve what a person wrote. A newsroom of one turns it off. */
  readonly twoPeople: boolean;
}

const reaches = (person: Person | undefined, role: Role): person is Person =>
  person !== undefined && ROLES.indexOf(person.role) >= ROLES.indexOf(role);

/** See the desk: drafts, private texts of reports, history. */
export const mayOpenDesk = (p: Person | undefined): p is Person => reaches(p, 'contributor');

/** Write drafts, send them to review, comment, discard a draft and take that back. */
export const mayDraft = (p: Person | undefined): p is Person => reaches(p, 'contributor');

/** Send back, assign, tag, and stamp ground as reviewed. */
export const mayReview = (p: Person | undefined): p is Person => reaches(p, 'editor');

/** Approve an item as it stands. */
export const mayApprove = (p: Person | undefined, item: Judged, rule: ReviewRule): p is Person =>
  reaches(p, 'editor') && !(rule.twoPeople && item.writers.includes(p.id));

/** Write an item: that ground was reviewed is for those who review to say, all else for whoever drafts. */
export const mayWrite = (p: Person | undefined, id: string): p is Person =>
  isReviewId(id) ? mayReview(p) : mayDraft(p);

/** Make the next edition, retract, set embargoes. */
export const mayPublish = (p: Person | undefined): p is Person => reaches(p, 'editor');

/** Erase what endangers somebody from every surface. */
export const mayTakeDown = (p: Person | undefined): p is Person => reaches(p, 'editor');

/** Bring in a file of events or of ground as drafts: many at once. */
export const mayImport = (p: Person | undefined): p is Person => reaches(p, 'editor');

/** Invite, change roles, end sessions of others, read the audit log, change settings. */
export const mayAdminister = (p: Person | undefined): p is Person => reaches(p, 'admin');
