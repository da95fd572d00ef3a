import { expect, it } from 'vitest';
import { imagesFor } from './textures.ts';

it('boxes for names to keep out of are not to be seen', () => {
  for (const [name, { data }] of imagesFor('dark'))
    if (name.startsWith('keep-'))
      expect(
        data.every((v) => v === 0),
        name,
      ).toBe(true);
});

it('the dot of a settlement is a ring of ink around paper, and larger for a great one', () => {
  const middle = (name: string) => {
    const { width, data } = imagesFor('light').get(name) ?? { width: 0, data: [] };
    const at = (Math.floor(width / 2) * width + Math.floor(width / 2)) * 4;
    return { width, paper: [...data.slice(at, at + 4)] };
  };
  expect(middle('dot').paper).toEqual([255, 253, 249, 255]);
  expect(middle('dot-bold').width).toBeGreaterThan(middle('dot').width);
});
