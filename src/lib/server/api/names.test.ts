import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { aPlace } from '../../../../tests/fixtures/items.ts';
import { theFront } from '../../../../tests/fixtures/front.ts';
import { memoryReader } from '../../../../tests/fixtures/memory-reader.ts';
import { basemapJson } from './basemap.ts';
import { namesOf } from './names.ts';
import { codingFor, packed } from './packed.ts';

const reader = memoryReader({
  ...theFront,
  places: [
    aPlace('dnipro', [35.04, 48.46], { en: 'Dnipro', uk: 'Дніпро', population: 980_000 }),
    aPlace('hamlet', [30.1, 50.1], { en: 'Hamlet', uk: 'Хутір', population: 90 }),
    aPlace('donetsk-oblast', [37.8, 48], { en: 'Donetsk Oblast', uk: 'Донецька область', kind: 'oblast' }),
  ],
});

describe('names for the map', () => {
  it('come in one language, the most important first, settlements only', async () => {
    const names = await namesOf(reader, 'uk');
    expect(names.map((n) => n[1])).toEqual(['Дніпро', 'Хутір']);
    const [dnipro, hamlet] = names;
    expect(dnipro?.slice(2, 5)).toEqual([35.04, 48.46, 4]);
    expect(dnipro?.[6]).toBe(2);
    expect(Number(hamlet?.[4])).toBeGreaterThan(9);
  });
});

describe('a large file', () => {
  const asked = (accept?: string) =>
    new Request('http://x/', accept === undefined ? {} : { headers: { 'accept-encoding': accept } });

  it('is sent in the best form that the browser takes', () => {
    expect(codingFor(asked('gzip, deflate, br'))).toBe('br');
    expect(codingFor(asked('gzip;q=0.8'))).toBe('gzip');
    expect(codingFor(asked('br;q=0, gzip'))).toBe('gzip');
    expect(codingFor(asked())).toBe('identity');
  });

  it('is the same in every form', async () => {
    const text = 'сало'.repeat(1000);
    const body = async (accept: string) => {
      const { body: bytes, headers } = await packed(asked(accept), 'test', () => text);
      return {
        bytes: Buffer.from(await new Response(bytes).arrayBuffer()),
        coding: headers['content-encoding'],
      };
    };
    const br = await body('br');
    const gzip = await body('gzip');
    const plain = await body('');
    expect([br.coding, gzip.coding, plain.coding]).toEqual(['br', 'gzip', undefined]);
    expect(brotliDecompressSync(br.bytes).toString()).toBe(text);
    expect(gunzipSync(gzip.bytes).toString()).toBe(text);
    expect(plain.bytes.toString()).toBe(text);
  });

  it('stays light: the base map is under 200 KB on its way', async () => {
    const { body } = await packed(asked('br'), 'basemap', basemapJson);
    expect((body as Blob).size).toBeLessThan(200_000);
  });
});
