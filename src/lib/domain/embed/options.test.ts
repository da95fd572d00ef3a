import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintOf } from '../../look/palette.ts';
import { contrast, PAPERS, readableOn } from './accent.ts';
import {
  EMBED_PARAMS,
  embedFromUrl,
  embedToUrl,
  followingOf,
  FONTS,
  RATIOS,
  type EmbedOptions,
} from './options.ts';
import { DEFAULT_VIEW, VIEW_PARAMS } from '../view/view.ts';
import { day } from '../time/day.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(6, '0'));
const options: fc.Arbitrary<EmbedOptions> = fc.record({
  view: fc
    .record({
      day: fc.constantFrom(undefined, day('2024-11-26'), day('2024-10-01')),
      edition: fc.constantFrom(undefined, 1, 2),
      place: fc.constantFrom(undefined, 'kurakhove'),
    })
    .map((some) => ({ ...DEFAULT_VIEW, ...some })),
  lang: fc.constantFrom('en' as const, 'uk' as const),
  ratio: fc.constantFrom(...RATIOS),
  font: fc.constantFrom(...FONTS),
  accent: fc.option(hex, { nil: undefined }),
  controls: fc.boolean(),
  interactive: fc.boolean(),
});

describe('the address of a widget', () => {
  it('says what it was made from', () => {
    fc.assert(
      fc.property(options, (made) => {
        const { options: read, notes } = embedFromUrl(embedToUrl(made));
        expect(notes).toEqual([]);
        expect(embedToUrl(read).toString()).toBe(embedToUrl(made).toString());
        expect({ ...read, view: undefined }).toEqual({ ...made, view: undefined });
      }),
    );
  });

  it('may be anything: what cannot be used falls back and is named', () => {
    const params = fc.array(
      fc.tuple(
        fc.constantFrom(...EMBED_PARAMS, ...VIEW_PARAMS, 'title', '__proto__'),
        fc.string({ maxLength: 200 }),
      ),
    );
    fc.assert(
      fc.property(params, (pairs) => {
        const { options: read, notes } = embedFromUrl(new URLSearchParams(pairs));
        expect(RATIOS).toContain(read.ratio);
        expect(FONTS).toContain(read.font);
        expect(read.accent ?? '000000').toMatch(/^[0-9a-f]{6}$/);
        for (const note of notes) expect(note.value.length).toBeLessThanOrEqual(60);
        expect(embedFromUrl(embedToUrl(read)).notes).toEqual([]);
      }),
    );
  });

  it('says by its day and edition how it goes on', () => {
    expect(followingOf({ ...DEFAULT_VIEW, edition: 2, day: day('2024-11-26') })).toBe('keep');
    expect(followingOf({ ...DEFAULT_VIEW, day: day('2024-11-26') })).toBe('update');
    expect(followingOf(DEFAULT_VIEW)).toBe('live');
  });
});

describe('an accent', () => {
  it('is shaded until it can be read on either paper', () => {
    fc.assert(
      fc.property(hex, fc.constantFrom(...PAPERS), (accent, paper) => {
        expect(contrast(readableOn(paper, accent), paper)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('stays as it is where it can be read', () => {
    expect(readableOn('fbf9f5', '9b2f26')).toBe('9b2f26');
    expect(contrast('000000', 'ffffff')).toBeCloseTo(21);
  });

  it('is held against the papers that widgets have', () => {
    expect(PAPERS.map((paper) => `#${paper}`)).toEqual([paintOf('light')('paper'), paintOf('dark')('paper')]);
  });
});
