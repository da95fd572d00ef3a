import { reviewedLegend } from '#lib/scene/reviewed.ts';
import type { ReaderState } from './state.svelte.ts';

/** The legend of when ground was last looked at; nothing where that is not asked for. */
export const reviewedOf = ({ view, atlas: { reviews }, told, lang }: ReaderState) =>
  view.reviewed && reviewedLegend(reviews, told.scene.day, lang);
