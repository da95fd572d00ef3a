import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { paletteCss } from '../look/palette.ts';

it('the stylesheet of the palette is what the palette says (npm run palette writes it)', () => {
  const [comment, ...rest] = readFileSync(new URL('palette.css', import.meta.url), 'utf8').split('\n');
  expect(comment).toMatch(/^\/\*.*\*\/$/);
  expect(rest.join('\n')).toBe(paletteCss());
});
