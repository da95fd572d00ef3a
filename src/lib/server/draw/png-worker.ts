// Renders SVG to PNG away from the server's thread. Run by plain Node, so it imports nothing of the bundle.
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

const folder = import.meta.dirname;
const fontFiles = ['NotoSans-Regular.ttf', 'NotoSans-SemiBold.ttf', 'SourceSerif4-SemiBold.ttf'].map((file) =>
  join(folder, 'fonts', file),
);

parentPort?.on('message', ({ svg, scale }: { svg: string; scale: number }) => {
  try {
    const png = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: {
        loadSystemFonts: false,
        fontFiles,
        defaultFontFamily: 'Noto Sans',
        sansSerifFamily: 'Noto Sans',
      },
    })
      .render()
      .asPng();
    parentPort?.postMessage({ png });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
