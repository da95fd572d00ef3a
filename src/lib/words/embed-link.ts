import type { Lang } from '../domain/text.ts';

/** The link of every view to the page on which a map for an article is made. */
export const embedLink: Readonly<Record<Lang, string>> = { en: 'Embed', uk: 'Вбудувати' };
