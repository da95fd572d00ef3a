import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '../domain/events/terms.ts';
import { markSvg } from './marks.ts';
import { paintOf } from './palette.ts';
import { LEGEND_KEYS } from './legend-keys.ts';
import { swatchSvg } from './swatches.ts';

describe('markSvg', () => {
  it.each(EVENT_KINDS)('draws %s unlike every other kind, without style attributes', (kind) => {
    const drawn = markSvg(kind);
    for (const other of EVENT_KINDS) if (other !== kind) expect(markSvg(other)).not.toBe(drawn);
    expect(drawn).not.toMatch(/style|undefined|NaN/);
  });

  it('is dashed and hollow where only claimed, slashed where disputed', () => {
    expect(markSvg('strike')).not.toContain('stroke-dasharray');
    expect(markSvg('strike', { evidence: 'claimed' })).toContain('stroke-dasharray');
    expect(markSvg('incident', { disputed: true }).length).toBeGreaterThan(markSvg('incident').length);
  });

  it('points an advance only where there is a heading', () => {
    expect(markSvg('advance', { heading: 300 })).toContain('rotate(300)');
    expect(markSvg('advance')).not.toContain('rotate');
  });

  it('names colours as variables in a page and concretely in a picture', () => {
    expect(markSvg('strike')).toContain('var(--map-mark)');
    expect(markSvg('strike', { paint: paintOf('dark') })).not.toContain('var(');
  });
});

describe('swatchSvg', () => {
  it.each(LEGEND_KEYS)('draws %s without ids, so that a page may hold it twice', (key) => {
    const svg = swatchSvg(key);
    expect(svg).toMatch(/^<svg .*<\/svg>$/);
    expect(svg).not.toMatch(/ id=|url\(|style|undefined|NaN/);
  });
});
