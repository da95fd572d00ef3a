import { describe, expect, it } from 'vitest';
import { PngError, renderPng } from './png.ts';

const doc = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">${inside}</svg>`;
const text = (s: string, more = ''): string =>
  doc(`<text x="5" y="30" font-family="Noto Sans" font-size="24"${more}>${s}</text>`);

describe('renderPng', () => {
  it('gives a PNG of the size times the scale', async () => {
    const png = Buffer.from(await renderPng(doc('<path d="M0 0H60V40H0z" fill="#123456"/>'), { scale: 2 }));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([120, 80]);
  });

  it.each([...'іїєґІЇЄҐ’'])('draws %s, not an empty box or nothing', async (letter) => {
    const [drawn, missing, blank] = await Promise.all(
      [text(letter), text('\u2603'), text(' ')].map((svg) => renderPng(svg, { scale: 1 })),
    );
    expect(drawn).not.toEqual(missing);
    expect(drawn).not.toEqual(blank);
  });

  it('has the serif and the bold', async () => {
    const all = await Promise.all(
      ['', ' font-weight="600"'].map((more) => renderPng(text('Ї', more), { scale: 1 })),
    );
    const serif = await renderPng(
      doc('<text x="5" y="30" font-family="Source Serif 4" font-weight="600" font-size="24">Ї</text>'),
      { scale: 1 },
    );
    expect(all[0]).not.toEqual(all[1]);
    expect(serif).not.toEqual(all[1]);
  });

  it('refuses what is no SVG in words, and goes on with the next', async () => {
    await expect(renderPng('this is no picture', { scale: 1 })).rejects.toThrow(PngError);
    await expect(renderPng(doc(''), { scale: 9 })).rejects.toThrow('scale is 9');
    await expect(renderPng(doc(''), { scale: 1 })).resolves.toBeInstanceOf(Uint8Array);
  });

  it('answers many at once, each with its own picture', async () => {
    const sizes = [10, 20, 30, 40, 50, 60];
    const widths = await Promise.all(
      sizes.map(async (w) => {
        const png = await renderPng(`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="5"/>`, {
          scale: 1,
        });
        return Buffer.from(png).readUInt32BE(16);
      }),
    );
    expect(widths).toEqual(sizes);
  });
});
