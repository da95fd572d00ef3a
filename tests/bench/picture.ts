import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DEFAULT_VIEW } from '#lib/domain/view/view.ts';
import { renderPng } from '#lib/server/draw/png.ts';
import { buildScene } from '#lib/server/draw/scene.ts';
import { drawPicture } from '#lib/server/draw/svg.ts';
import { seed } from '#lib/server/geodata/seed.ts';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import type { Figure } from './main.ts';
import { medianMs, round } from './measure.ts';

/** The picture of the front, 1200 × 630: milliseconds and bytes as SVG and as PNG, from the shipped data. */
export async function picture(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'salient-bench-'));
  const store = await openSqlite(join(folder, 'bench.db'));
  try {
    await seed(store, 'geodata');
    const reader = await store.public.at((await store.public.head()).number);
    if (!reader) throw new Error('nothing was seeded');
    const draw = async (): Promise<string> =>
      drawPicture(await buildScene(reader, DEFAULT_VIEW, { lang: 'en' }), {
        width: 1200,
        height: 630,
        lang: 'en',
        theme: 'light',
      });
    const svg = await draw();
    const png = await renderPng(svg, { scale: 1 });
    const svgMs = await medianMs(20, draw);
    const pngMs = await medianMs(10, () => renderPng(svg, { scale: 1 }));
    const svgBytes = gzipSync(svg).length;
    // The peer of a drawn picture is the data that a page would have to send instead: the day's ground as GeoJSON.
    const objects = await reader.objects();
    let dataBytes = 0;
    for (const [name, sha256] of objects) {
      if (!name.startsWith('control/') && !name.startsWith('events/')) continue;
      dataBytes += gzipSync((await store.public.object(sha256))?.bytes ?? new Uint8Array()).length;
    }
    return [
      {
        bench: 'picture-svg-ms',
        value: round(svgMs),
        unit: 'ms',
        vs: 'the same picture as PNG',
        ratio: round(pngMs / svgMs),
      },
      {
        bench: 'picture-svg-bytes',
        value: svgBytes,
        unit: 'bytes gzipped',
        vs: 'control and events as data, gzipped',
        ratio: round(dataBytes / svgBytes),
      },
      {
        bench: 'picture-png-ms',
        value: round(pngMs),
        unit: 'ms',
        vs: 'the same picture as SVG',
        ratio: round(svgMs / pngMs),
      },
      {
        bench: 'picture-png-bytes',
        value: png.length,
        unit: 'bytes',
        vs: 'the same picture as SVG, gzipped',
        ratio: round(svgBytes / png.length),
      },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
