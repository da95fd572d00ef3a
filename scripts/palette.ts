// Writes src/lib/ui/palette.css, the colours of the map as the page's variables; a test holds it equal to its source.
import { writeFileSync } from 'node:fs';
import { paletteCss } from '#lib/look/palette.ts';

writeFileSync(
  'src/lib/ui/palette.css',
  `/* Made from src/lib/look/palette.ts by npm run palette; a test holds them equal. */\n${paletteCss()}`,
);
