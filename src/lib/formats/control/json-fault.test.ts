import { describe, expect, it } from 'vitest';
import { jsonFaultAt } from './json-fault.ts';

describe('where a text is no JSON', () => {
  it.each([
    ['', 0],
    ['<html>', 0],
    ['{"a": 1', 7],
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['[1, 2 3]', 6],
    ['[,]', 1],
    ['[1,\n2,\n]', 7],
    ['{"a": [1, 2}', 11],
    ['[1] [2]', 4],
    ['{"a": "b\nc"}', 6],
    ['{"a": undefined}', 6],
    ['{"a": NaN}', 6],
    ['[01]', 2],
  ])('%j: after %i characters', (text, at) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonFaultAt(text)).toBe(at);
  });

  it('is its end where nothing is wrong but that it ends, however deep it is', () => {
    const deep = '['.repeat(100_000);
    expect(jsonFaultAt(deep)).toBe(deep.length);
    const short = '{"a": [{"b": "\\u0041\\"", "c": -1.5e3, "d": null}, true';
    expect(jsonFaultAt(short)).toBe(short.length);
  });
});
