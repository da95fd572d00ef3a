import type { Brand } from '../brand.ts';

/** `v-` and ten random base32 characters: a statement that ground was looked at has an id that is told apart. */
export type ReviewId = Brand<string, 'ReviewId'>;

export const REVIEW_ID = /^v-[a-z2-7]{10}$/;
export const isReviewId = (id: string): id is ReviewId => REVIEW_ID.test(id);
